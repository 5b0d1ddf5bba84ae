import ArgumentParser
public import DutyModel

// The closed lists of accounts, reviews and objections as arguments.

extension AccountRole: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: AccountRole, words: [String])] = [
        (.member, ["委员", "召集人", "界别召集人", "member"]), (.committeeStaff, ["专委会工作人员", "专委会", "committee-staff"]),
        (.staff, ["办公室", "staff"]), (.leader, ["主席会议", "leader"]), (.administrator, ["管理员", "administrator"]),
    ]
}

extension Part: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: Part, words: [String])] = Part.allCases.map { ($0, [$0.label, "\($0)"]) }
}

extension Objection.Sort: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: Objection.Sort, words: [String])] = [
        (.wrong, ["错", "有错", "wrong"]), (.duplicate, ["重", "重复", "duplicate"]), (.missing, ["漏", "遗漏", "missing"]),
    ]
}

extension ObjectionAnswer.Outcome: WordArgument {
    public init?(argument: String) {
        guard let value = Self.meaning(of: argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { shownWords }

    public static let words: [(value: ObjectionAnswer.Outcome, words: [String])] = [
        (.upheld, ["成立", "upheld"]), (.partly, ["部分成立", "partly"]), (.rejected, ["不成立", "rejected"]),
    ]
}
