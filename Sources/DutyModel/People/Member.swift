/// The register's own number of a member, never shown: what keys and fact rows carry.
public struct MemberID: Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static func < (left: MemberID, right: MemberID) -> Bool { left.rawValue < right.rawValue }
}

/// A person (委员) with at least one membership. Identified by `number`, never by name.
public struct Member: Hashable, Sendable {
    public var id: MemberID
    /// 委员编号: unique in the register, as the office writes it.
    public var number: String
    /// The name without padding or notes.
    public var name: String
    public var sex: Sex
    /// 民族, as written (汉, 回族, …).
    public var ethnicity: String
    public var birthday: BirthDate?
    /// 党派.
    public var party: String
    /// 工作单位.
    public var unit: String
    /// 职务 in that unit.
    public var post: String
    public var phone: String
    /// 学历.
    public var education: String
    public var note: String

    public init(
        id: MemberID, number: String, name: String, sex: Sex = .unstated, ethnicity: String = "",
        birthday: BirthDate? = nil, party: String = "", unit: String = "", post: String = "", phone: String = "",
        education: String = "", note: String = ""
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.sex = sex
        self.ethnicity = ethnicity
        self.birthday = birthday
        self.party = party
        self.unit = unit
        self.post = post
        self.phone = phone
        self.education = education
        self.note = note
    }
}

/// 性别.
public enum Sex: UInt8, Sendable, CaseIterable {
    case unstated = 0
    case male = 1
    case female = 2
}
