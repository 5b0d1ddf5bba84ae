import DutyModel
import FoundationEssentials
import Testing

@testable import sample_county

/// The invented county is what the rest is tried on; these are the things others count on.
struct SampleCountyTests {
    private static let office = Office(seed: 2024)
    private var office: Office { Self.office }

    @Test("the same seed writes the same bytes, another seed does not")
    func bytesFollowTheSeed() throws {
        let first = try written(seed: 2024)
        #expect(first.count == 20)
        #expect(try written(seed: 2024) == first)
        #expect(try written(seed: 7) != first)
    }

    @Test("250 members sit in 20 sectors, 45 of them on the standing committee")
    func sizes() {
        #expect(office.county.people.count == 250)
        #expect(Set(office.county.people.map(\.sector)).count == 20)
        #expect(office.county.people.count { $0.isStanding } == 45)
        #expect(Set(office.county.people.map(\.number)).count == 250)
    }

    @Test("two names are borne by two members each, in different sectors and units")
    func sharedNames() {
        #expect(office.county.sharedNames == ["张敏", "王磊"])
        for name in office.county.sharedNames {
            let bearers = office.county.people.filter { $0.name == name }
            #expect(bearers.count == 2)
            #expect(bearers[0].sector != bearers[1].sector)
            #expect(bearers[0].unit != bearers[1].unit)
        }
    }

    @Test("in 2024 some enter, some leave, some change sector")
    func changes() {
        let people = office.county.people
        #expect(people.count { $0.joined == day(2024, 5, 16) } == 4)
        #expect(people.count { $0.left != nil } == 3)
        #expect(people.count { $0.move != nil } == 2)
    }

    @Test("nobody is at a gathering before entering or after leaving")
    func onlySeatedPeopleAttend() {
        let year = office.year
        let gatherings =
            [year.plenary] + year.standing + year.leaders + year.research + year.anniversary + year.training
            + year.enterprises + year.appraisals + year.consultations + year.supervision.flatMap(\.outings)
            + office.lightYears.flatMap(\.gatherings)
        for gathering in gatherings {
            for seat in gathering.seats {
                #expect(office.county.people[seat.person].isSeated(on: gathering.days.first), "\(gathering.title)")
                #expect(seat.marks.count == 1 || seat.marks.count == gathering.halfDays)
            }
        }
    }

    @Test("nobody signs, writes, speaks or organises before entering or after leaving")
    func onlySeatedPeopleWork() {
        let people = office.county.people
        let year = office.year
        for proposal in year.proposals {
            #expect(proposal.signers.allSatisfy { people[$0].isSeated(on: proposal.submitted) }, "\(proposal.number)")
        }
        for opinion in year.opinions {
            #expect(opinion.authors.allSatisfy { people[$0].isSeated(on: opinion.day) }, "\(opinion.number)")
        }
        for lecture in year.lectures {
            #expect(([lecture.speaker] + lecture.listeners).allSatisfy { people[$0].isSeated(on: lecture.day) })
        }
        for report in year.reports {
            #expect(([report.drafter] + report.team).allSatisfy { people[$0].isSeated(on: report.days.first) })
        }
        for duty in year.others {
            #expect(duty.people.allSatisfy { people[$0].isSeated(on: duty.day) }, "\(duty.title)")
        }
    }

    @Test("the nodes of a proposal come in order")
    func nodesInOrder() {
        for proposal in office.year.proposals {
            let nodes = [
                proposal.submitted, proposal.filed, proposal.assigned, proposal.supervised, proposal.answered,
                proposal.feedback, proposal.closed,
            ].compactMap { $0 }
            #expect(nodes == nodes.sorted(), "\(proposal.number)")
        }
    }

    @Test("every file with a mistake is named after it")
    func badFiles() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try BadFiles(office: office).write(to: Files(folder: folder))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 12)
    }

    /// Every file by name.
    private func written(seed: UInt64) throws -> [String: Data] {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Office(seed: seed).write(to: Files(folder: folder))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: folder + "/" + $0))) })
    }

    private func temporaryFolder() throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/sample-county-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
