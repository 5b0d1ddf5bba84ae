import DutyModel
import Tabular

/// One row of a roster as read: a person, and where the person sits from when to when.
struct RosterEntry {
    let row: SheetRow
    /// The row's place in the sheet's summary.
    var place: Int
    var number: String
    var name: NameText
    var sex: Sex
    var ethnicity: String
    var birthday: BirthDate?
    var party: String
    var unit: String
    var post: String
    var phone: String
    var education: String
    var note: String
    var sectorName: String
    var seats: [Seat]
    /// The last day in every body, where the row tells of an exit.
    var leaves: CivilDay?

    /// A place in a body, as far as the row says.
    struct Seat: Hashable {
        var classification: OrganizationClass
        /// Empty for the committee itself.
        var body: String
        /// Nil where the row does not say.
        var role: Role?
        /// Nil: since the term began, or as it stands.
        var from: CivilDay?
        /// Nil: as it stands.
        var to: CivilDay?
    }
}

/// Roles as rosters write them.
enum RoleText {
    /// 政协职务 in the committee; nil where nothing is said. `isYesColumn` is a column 常务委员 with 是 in it.
    static func committee(_ raw: String) -> Role? {
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(raw))
        if text.isEmpty { return nil }
        if let flag = YesNo.parse(text) { return flag ? .standing : .member }
        if text.contains("副主席") { return .viceChair }
        if text.contains("主席") { return .chair }
        if text.contains("秘书长"), !text.contains("副秘书长") { return .secretaryGeneral }
        if text.contains("常委") || text.contains("常务委员") { return .standing }
        if text.contains("特聘") { return .specialInvited }
        return text.contains("委员") ? .member : nil
    }

    /// 召集人 of a sector, 主任 of a 专委会, 组长 of a 联络组; nil where nothing is said.
    static func group(_ raw: String, _ classification: OrganizationClass) -> Role? {
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(raw))
        if text.contains("副召集人") { return .deputyConvener }
        if text.contains("召集人") { return .convener }
        if text.contains("副主任") { return .deputyDirector }
        if text.contains("主任") { return .director }
        if text.contains("组长"), !text.contains("副组长") { return .groupLeader }
        if text.contains("成员") || text.contains("委员") { return .belongs }
        guard YesNo.parse(text) == true, classification == .sector else { return nil }
        return .convener
    }
}

/// 变动情况 and 备注 that tell of an entry, an exit or a change of sector.
struct ChangeText: Hashable {
    enum Change: Hashable { case enters, leaves, changesSector }
    var change: Change
    /// The day told, with whether only its month was.
    var reading: DateReading?

    init?(_ raw: String, year: Int?) {
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(raw))
        if ["界别调整", "调整界别", "界别变更", "变更界别", "转界别", "调整到", "调整至", "转入", "转到", "界别由"].contains(where: text.contains) {
            change = .changesSector
        } else if ["辞", "免去", "免职", "撤销", "去世", "病故", "逝世", "调离", "调出", "退出", "终止", "不再担任", "离任"].contains(
            where: text.contains)
        {
            change = .leaves
        } else if ["增补", "新增", "增选", "补选", "递补", "新任", "到任"].contains(where: text.contains) {
            change = .enters
        } else {
            return nil
        }
        let digits = text.drop { !("0"..."9").contains($0) }.prefix { "0123456789年月日号.-/".contains($0) }
        reading = digits.isEmpty ? nil : try? DateText.parse(digits, year: year)
    }

    /// The first day of what begins.
    var firstDay: CivilDay? { reading?.days.first }

    /// The last day of what ends: of a month, its last.
    var lastDay: CivilDay? {
        guard let reading else { return nil }
        guard reading.monthOnly else { return reading.days.first }
        let (year, month, _) = reading.days.first.components
        return CivilDay(year: year, month: month, day: CivilDay.daysIn(month: month, year: year))
    }
}
