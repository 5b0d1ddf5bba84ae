import DutyModel

/// What two states of one record differ in, its people apart, in words.
enum RecordDifference {
    /// “地点”由“三楼”改为“五楼”, one for each field; empty where they are the same.
    static func list(from old: DutyRecord, to new: DutyRecord) -> [String] {
        var list: [String] = []
        func compare(_ label: String, _ before: String, _ after: String) {
            guard before != after else { return }
            list.append(before.isEmpty ? "\(label)填为“\(after)”" : "\(label)由“\(before)”改为“\(after)”")
        }
        compare("名称", old.title, new.title)
        compare("编号", old.number, new.number)
        compare("日期", days(old), days(new))
        compare("半天", old.half?.label ?? "", new.half?.label ?? "")
        compare("地点", old.place, new.place)
        compare("组织单位", old.organizer, new.organizer)
        compare("备注", old.note, new.note)
        compare("半天数", held(old), held(new))
        if list.isEmpty, !isSame(old, new) { list.append("其他内容有改动") }
        return list
    }

    private static func isSame(_ old: DutyRecord, _ new: DutyRecord) -> Bool {
        var other = new
        other.people = old.people
        return other == old
    }

    private static func days(_ record: DutyRecord) -> String {
        record.days.count == 1 ? "\(record.days.first)" : "\(record.days.first) 至 \(record.days.last)"
    }

    private static func held(_ record: DutyRecord) -> String { record.content.halfDaysHeld.map { "\($0)" } ?? "" }
}
