import DutyModel
import Tabular

/// The ways an office writes a day.
enum DateForm: Int, CaseIterable {
    case serial, chinese, iso, slashes, dots, fullWidth

    func cell(_ day: CivilDay) -> Cell {
        let (year, month, date) = day.components
        switch self {
        case .serial: return CellDate(year: year, month: month, day: date).map { .date($0) } ?? .empty
        case .chinese: return .text("\(year)年\(month)月\(date)日")
        case .iso: return .text(day.description)
        case .slashes: return .text("\(year)/\(month)/\(date)")
        case .dots: return .text("\(year).\(padded(month, 2)).\(padded(date, 2))")
        case .fullWidth: return .text("\(year)年\(month)月\(date)日".fullWidthDigits)
        }
    }

    /// A form that changes from row to row.
    static func varied(_ row: Int, _ day: CivilDay) -> Cell { allCases[row % allCases.count].cell(day) }

    /// 2024年7月3日至4日, 2024年1月30日—2月1日, or one day with 上午 or 下午.
    static func range(_ days: DayRange, halfDays: Int) -> Cell {
        let (year, month, date) = days.first.components
        let last = days.last.components
        let first = "\(year)年\(month)月\(date)日"
        if days.count == 1 { return .text(halfDays == 1 ? first + (date % 2 == 0 ? "上午" : "下午") : first) }
        return .text(first + (last.month == month ? "至\(last.day)日" : "—\(last.month)月\(last.day)日"))
    }
}

extension String {
    fileprivate var fullWidthDigits: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { ("0"..."9").contains($0) ? UnicodeScalar($0.value + 0xFEE0) ?? $0 : $0 }))
    }
}

/// The ways an office writes people.
struct NameForm {
    let county: County

    /// Two characters are spread to the width of three: 张　三.
    func padded(_ person: Person) -> String {
        let characters = person.name.map { String($0) }
        return characters.count == 2 ? characters.joined(separator: "\u{3000}") : person.name
    }

    /// With what a roster notes in brackets: （女，回族）.
    func annotated(_ person: Person) -> String {
        let notes = (person.woman ? ["女"] : []) + (person.ethnicity == "汉族" ? [] : [person.ethnicity])
        return padded(person) + (notes.isEmpty ? "" : "（" + notes.joined(separator: "，") + "）")
    }

    /// In a list of several: those who share a name come with their sector.
    func listed(_ index: Int, on day: CivilDay) -> String {
        let person = county.people[index]
        guard county.sharedNames.contains(person.name) else { return person.name }
        return "\(person.name)（\(county.sectorName(of: person, on: day))）"
    }

    /// 张三、李四.
    func list(_ people: [Int], on day: CivilDay) -> String {
        people.map { listed($0, on: day) }.joined(separator: "、")
    }
}
