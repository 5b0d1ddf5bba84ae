import DutyModel
import KeyValueStore
import RecordStore
import TestSupport
import Testing

@testable import DutyRegister

@Suite struct BackupTests {
    @Test("a backup is verified, brought back, and the store it replaces is kept beside")
    func thereAndBack() throws {
        let directory = TemporaryDirectory()
        let backup = directory.file("备份.lvzhi")
        try withRegister { register in
            try register.addSix()
            let made = try StoreBackup.create(of: register.path, at: backup)
            #expect(made.check.isClean && made.bytes > 0)
            #expect(try StoreBackup.verify(backup).check.isClean)
            #expect(throws: OpenError.exists(path: backup)) {
                _ = try StoreBackup.create(of: register.path, at: backup)
            }
            _ = try register.endSeat("006", last: day("2024-01-31"))
        }
        let path = directory.file("县.lvzhi")
        #expect(try StoreBackup.restore(backup, to: path, stamp: "旧") == nil)
        let register = try Register.open(at: path, .writing, by: clerk)
        _ = try register.endSeat("005", last: day("2024-01-31"))
        register.close()
        #expect(try StoreBackup.restore(backup, to: path, stamp: "旧") == path + ".旧")
        for (file, seated) in [(path, 6), (path + ".旧", 5)] {
            let register = try Register.open(at: file, .reading, by: clerk)
            #expect(try register.members(MemberFilter(day: day("2024-06-01"))).count == seated)
            register.close()
        }
    }

    @Test("a damaged backup is not brought back and nothing is touched")
    func damaged() throws {
        let directory = TemporaryDirectory()
        let backup = directory.file("备份.lvzhi")
        let path = directory.file("县.lvzhi")
        try withRegister { register in
            try register.addSix()
            _ = try StoreBackup.create(of: register.path, at: backup)
        }
        var bytes = Files.read(backup)
        let needle = Array("教育界".utf8)
        let place = try #require(bytes.firstRange(of: needle)?.lowerBound)
        bytes[place] ^= 1
        Files.write(bytes, to: backup)
        #expect(try StoreBackup.verify(backup).check.findingCount > 0)
        #expect(throws: BackupError.self) { _ = try StoreBackup.restore(backup, to: path, stamp: "旧") }
        #expect(Files.size(path) == -1)
    }

    @Test("missing, empty and foreign files are refused and stay as they are")
    func notStores() throws {
        let directory = TemporaryDirectory()
        let path = directory.file("县.lvzhi")
        #expect(throws: OpenError.missing(path: path)) { _ = try Register.open(at: path, .reading, by: clerk) }
        for bytes in [[], Array("不是库".utf8), [UInt8](repeating: 7, count: 8192)] {
            Files.write(bytes, to: path)
            #expect(throws: OpenError.self) { _ = try Register.open(at: path, .writing, by: clerk) }
            #expect(throws: OpenError.self) { _ = try Register.create(at: path, .county, by: clerk) }
            #expect(Files.read(path) == bytes)
        }
    }

    @Test("a fact row that differs from its record is found, and rebuilt")
    func factsRebuilt() throws {
        try withRegister { register in
            try register.addSix()
            try register.addYear(seed: 3, records: 5)
            let slot = FactTable.Slot(year: 2024, member: try register.resolve(["001"])[0].id)
            _ = try register.write(.rebuildFacts) { transaction in
                try FactTable.table.put([UInt8](repeating: 1, count: 20), for: slot.key, in: &transaction)
            }
            let report = try register.check()
            #expect(report.findingCount == 1 && report.findings[0].contains("履职事实与记录不符"))
            #expect(try register.rebuildFacts() > 0)
            #expect(try register.check().isClean)
        }
    }

    @Test("two registers on one file see each other's writes")
    func twoInstances() throws {
        try withRegister { register in
            let other = try Register.open(at: register.path, .writing, by: Principal(name: "另一人"))
            try register.addSix()
            #expect(try other.overview().members == 6)
            _ = try other.addOrganization(.sector, "体育界")
            #expect(try register.organizations(.sector).count == 4)
            #expect(try register.log(LogFilter(limit: 1))[0].who == "另一人")
            other.close()
        }
    }
}
