import DutyModel
import Tabular

/// Who a report is about, as its head says.
public struct PersonHeading: Hashable, Sendable {
    public var number: String
    public var name: String
    /// 界别 at the end of the year reported on; both where it changed within.
    public var sector: String
    /// 任职 in the committee.
    public var role: String
    /// 工作单位 and 职务.
    public var unit: String

    public init(number: String, name: String, sector: String, role: String, unit: String) {
        self.number = number
        self.name = name
        self.sector = sector
        self.role = role
        self.unit = unit
    }

    var json: JSONValue {
        [
            "number": .string(number), "name": .string(name), "sector": .string(sector), "role": .string(role),
            "unit": .string(unit),
        ]
    }
}

/// What a line of a profile says of a record it counted.
public struct RecordHeading: Hashable, Sendable {
    public var kind: String
    public var number: String
    public var title: String

    public init(kind: String, number: String, title: String) {
        self.kind = kind
        self.number = number
        self.title = title
    }

    /// 提案 2024001 has its number before its title.
    var text: String { number.isEmpty ? title : "\(number) \(title)" }
}
