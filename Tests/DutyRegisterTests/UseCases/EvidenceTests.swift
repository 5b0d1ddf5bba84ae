import DutyModel
import Interchange
import RecordStore
import Scoring
import TestSupport
import Testing

@testable import DutyRegister

@Suite struct EvidenceTests {
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + (0..<600_000).map { UInt8($0 & 0xFF) }

    private func withRecord(_ body: (Register, TemporaryDirectory) throws -> Void) throws {
        let directory = TemporaryDirectory()
        try withRegister { register in
            try register.addSix()
            _ = try register.adoptRulebook(text: ManualPointsTests.text, file: "办法.yaml")
            _ = try register.training("读书班", ["001"])
            try body(register, directory)
        }
    }

    private func file(_ name: String, _ bytes: [UInt8], in directory: TemporaryDirectory) -> String {
        let path = directory.file(name)
        Files.write(bytes, to: path)
        return path
    }

    @Test("a file is kept with its hash, marks the record as proved, and comes out as it went in")
    func kept() throws {
        try withRecord { register, directory in
            let path = file("照片.png", Self.png, in: directory)
            let saved = try register.addEvidence(path, toRecord: "读书班", note: "签到")
            #expect(saved.value.format == .png && saved.value.size == Self.png.count && saved.value.hash.count == 64)
            #expect(try register.facts(of: "001", year: 2024).map { $0.marks.contains(.evidence) } == [true])
            #expect(try register.evidenceBytes(saved.value.id).bytes == Self.png)
            #expect(try register.evidence(ofRecord: "读书班").map(\.file.name) == ["照片.png"])
            #expect(
                try refusal { _ = try register.addEvidence(path, toRecord: "读书班") }
                    == [.evidence(.alreadyKept(saved.value))])
            let removed = try register.removeEvidence(saved.value.id)
            #expect(try register.evidence().isEmpty)
            #expect(try register.facts(of: "001", year: 2024).map { $0.marks.contains(.evidence) } == [false])
            _ = try register.undo(removed.change)
            #expect(try register.evidenceBytes(saved.value.id).bytes == Self.png)
            _ = try register.delete("读书班")
            #expect(try register.evidence().isEmpty)
        }
    }

    @Test("a file with an entry by hand, and both in the archive, byte for byte")
    func archived() throws {
        try withRecord { register, directory in
            let entry = try register.addManual(
                ManualDraft(
                    person: "001", year: 2024, item: "D3", points: "1/3", reason: "评议", approver: "主席会议",
                    day: day("2024-12-20")))
            let path = file("照片.png", Self.png, in: directory)
            _ = try register.addEvidence(path, to: entry.value.id)
            _ = try register.addEvidence(path, toRecord: "读书班")
            _ = try register.closeYear(2024)
            _ = try register.decide(
                "001", year: 2024, DecisionDraft(grade: "合格", reason: "因病", body: "主席会议", day: day("2025-01-10")))
            _ = try register.publishYear(2024, document: "3号")
            _ = try register.recordingLate("漏录").training("补记", ["002"])
            let bytes = try register.archive()
            let archive = file("存档.jsonl", bytes, in: directory)
            let before = try register.profile("001", year: 2024)
            try withRegister { other in
                _ = try other.restoreArchive(archive)
                #expect(try other.archive() == bytes)
                #expect(try other.evidenceBytes(EvidenceID(rawValue: 1)).bytes == Self.png)
                let after = try other.profile("001", year: 2024)
                #expect(after.profile == before.profile && after.standing == before.standing)
                #expect(try other.yearStatus(2024).unsound == 0)
            }
            // One member's result changed in the archive: the hash in the head tells.
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { line in
                !(line.contains("\"type\":\"result\"") && line.contains("\"member\":\"006\""))
            }.map { $0.replacing("\"lines\":", with: "\"lines\":") }
            let cut = lines.joined(separator: "\n").replacing(
                "\"type\":\"end\",\"lines\":\(lines.count)", with: "\"type\":\"end\",\"lines\":\(lines.count - 1)")
            let changed = file("改过.jsonl", Array(cut.utf8) + [0x0A], in: directory)
            try withRegister { other in
                do {
                    _ = try other.restoreArchive(changed)
                    Issue.record("taken in")
                } catch ArchiveRefused.findings(let findings) {
                    #expect(findings.count == 1 && findings[0].problem.contains("指纹"), "\(findings)")
                }
            }
        }
    }

    @Test(
        "what is not kept is told: a program under another name, nothing, too much, something else than its name",
        arguments: [
            ("通知.pdf", Array("MZ\u{90}\u{0}\u{3}".utf8), "unknownFormat"), ("空.txt", [], "empty"),
            ("照片.jpg", Array("%PDF-1.7 ...".utf8), "otherFormat"),
            ("脚本.txt", Array("#!/bin/sh\n".utf8), "unknownFormat"),
            ("大.txt", [UInt8](repeating: 0x41, count: 20 << 20 | 1), "tooLarge"),
            ("包.zip", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "unknownFormat"), ("没有扩展名", Array("字".utf8), "otherFormat"),
        ] as [(String, [UInt8], String)])
    func refused(name: String, bytes: [UInt8], expected: String) throws {
        try withRecord { register, directory in
            let path = file(name, bytes, in: directory)
            let found = try refusal { _ = try register.addEvidence(path, toRecord: "读书班") }
            #expect(found.count == 1 && "\(found)".contains(expected), "\(found)")
            #expect(try register.evidence().isEmpty)
        }
    }

    @Test("bytes changed past everything are found by the check and given to nobody")
    func damaged() throws {
        let directory = TemporaryDirectory()
        try withRegister(soundAtEnd: false) { register in
            try register.addSix()
            _ = try register.training("读书班", ["001"])
            let saved = try register.addEvidence(
                file("照片.png", Self.png, in: directory), toRecord: "读书班")
            try register.store.write(as: clerk.context(for: .evidenceAdd)) { transaction in
                try EvidenceParts.put([1, 2, 3], number: 2, hash: saved.value.hash, in: &transaction)
            }
            let report = try register.check()
            #expect(report.findings.count == 1 && report.findings[0].contains("照片.png"))
            #expect(
                try refusal { _ = try register.evidenceBytes(saved.value.id) } == [.evidence(.damaged(saved.value))])
        }
    }
}
