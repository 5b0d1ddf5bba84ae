import DutyModel
import Scoring

/// A small generator with a seed, so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Any member's year, sensible or not.
struct RandomYears {
    var generator: SeededGenerator
    let kinds: [KindCode]

    init(seed: UInt64, kinds: KindCatalogue) {
        generator = SeededGenerator(state: seed)
        self.kinds = kinds.kinds.map(\.code)
    }

    mutating func rows(_ count: Int) -> [FactRow] {
        (0..<count).map { _ in
            let position = UInt8.random(in: 0...5, using: &generator)
            return FactRow(
                record: RecordID(rawValue: UInt64.random(in: 1...1_000_000, using: &generator)),
                kind: kinds.randomElement(using: &generator)!, dayOfYear: Int.random(in: 0...364, using: &generator),
                part: Part.allCases.randomElement(using: &generator)!,
                status: AttendanceStatus.allCases.randomElement(using: &generator)!,
                invitedAs: InvitedAs.allCases.randomElement(using: &generator)!, mandatory: .random(using: &generator),
                levels: LevelSet(rawValue: .random(in: 0...31, using: &generator)),
                instructions: LevelSet(rawValue: .random(in: 0...31, using: &generator)),
                halfDaysAttended: .random(in: 0...7, using: &generator),
                halfDaysHeld: .random(in: 0...7, using: &generator),
                position: position, count: position + UInt8.random(in: 0...4, using: &generator),
                mode: ProposalMode.allCases.randomElement(using: &generator),
                marks: FactMarks(rawValue: .random(in: 0..<(1 << 23), using: &generator)))
        }
    }

    mutating func roles() -> [RoleInterval] {
        let change = Int.random(in: 1...300, using: &generator)
        let first = CivilDay.firstDay(ofYear: 2023)
        let turn = CivilDay.firstDay(ofYear: 2024) + change
        let roles: [Role] = [.member, .standing, .chair, .convener]
        return [
            RoleInterval(days: DayRange(first, turn)!, roles: RoleSet(roles.randomElement(using: &generator)!)),
            RoleInterval(
                days: DayRange(turn + 1, CivilDay.lastDay(ofYear: 2025))!,
                roles: RoleSet(roles.randomElement(using: &generator)!)),
        ]
    }
}
