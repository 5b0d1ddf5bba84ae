import DutyModel
import Interchange
import TestSupport
import Testing

@testable import DutyRegister

@Suite struct ArchiveTests {
    @Test("an archive taken into a new register is written again byte for byte", arguments: [11, 12] as [UInt64])
    func identical(seed: UInt64) throws {
        let directory = TemporaryDirectory()
        let file = directory.file("存档.jsonl")
        let first = try withRegister { register in
            try register.addSix()
            _ = try register.transfer("001", to: "教育界", on: day("2024-06-01"))
            _ = try SampleRulebook.adopt(in: register)
            try register.addYear(seed: seed)
            let bytes = try register.archive()
            Files.write(bytes, to: file)
            return (bytes, try register.scores(year: 2024).members.map(\.score))
        }
        let other = RegisterSetup(
            committee: Committee(name: "别的名称"), terms: [Term(number: 3, days: days("2001-01-01", "2005-12-31"))])
        try withRegister(other) { register in
            _ = try register.restoreArchive(file)
            #expect(try register.archive() == first.0)
            #expect(try register.scores(year: 2024).members.map(\.score) == first.1)
            #expect(try register.overview().committee.name == "政协某县委员会")
        }
    }

    @Test("an archive is not taken into a register with members, nor one with a broken line")
    func refused() throws {
        let directory = TemporaryDirectory()
        let file = directory.file("存档.jsonl")
        try withRegister { register in
            try register.addSix()
            try register.addYear(seed: 1, records: 3)
            var bytes = try register.archive()
            Files.write(bytes, to: file)
            #expect {
                _ = try register.restoreArchive(file)
            } throws: {
                if case .registerNotEmpty(members: 6, records: 4)? = $0 as? ArchiveRefused { true } else { false }
            }
            bytes.removeLast(40)
            Files.write(bytes, to: file)
        }
        try withRegister { register in
            let before = try register.overview()
            #expect {
                _ = try register.restoreArchive(file)
            } throws: {
                if case .findings(let findings)? = $0 as? ArchiveRefused { !findings.isEmpty } else { false }
            }
            #expect(try register.overview() == before)
            #expect {
                _ = try register.restoreArchive("/nowhere/存档.jsonl")
            } throws: {
                if case .unreadable? = $0 as? ArchiveRefused { true } else { false }
            }
        }
    }

    @Test("the first part of an archive is not taken for the whole")
    func cutShort() throws {
        let directory = TemporaryDirectory()
        let file = directory.file("存档.jsonl")
        try withRegister { register in
            try register.addSix()
            try register.addYear(seed: 2, records: 5)
            let lines = try register.archive().split(separator: 0x0A)
            Files.write(Array(lines.dropLast(2).joined(separator: [0x0A]) + [0x0A]), to: file)
        }
        try withRegister { register in
            let before = try register.overview()
            #expect {
                _ = try register.restoreArchive(file)
            } throws: {
                guard case .findings(let findings)? = $0 as? ArchiveRefused else { return false }
                return findings.count == 1 && findings[0].problem.contains("不完整")
            }
            #expect(try register.overview() == before)
        }
    }
}
