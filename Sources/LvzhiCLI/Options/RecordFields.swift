import ArgumentParser
import DutyModel
import DutyRegister

/// What every new record may say: place, organiser, body, evidence, note.
struct RecordFields: ParsableArguments {
    @Option(help: ArgumentHelp("地点。", valueName: "text")) var place: String = ""
    @Option(help: ArgumentHelp("组织单位。", valueName: "text")) var organizer: String = ""
    @Option(help: ArgumentHelp("所属的界别或机构。", valueName: "body")) var sector: String?
    @Option(help: ArgumentHelp("佐证材料的名称，可以写多份。", valueName: "text")) var evidence: [String] = []
    @Option(help: ArgumentHelp("备注。", valueName: "text")) var note: String = ""
    @Flag(help: "只存草稿，先不提交审核。") var draft = false
    @Flag(name: .customLong("even-if-alike"), help: "已有同日同名的记录也照样登记。") var evenIfAlike = false

    @OptionGroup var future: FutureOption

    /// A draft with these fields.
    func draft(
        kind: String, number: String = "", title: String, days: DayRange, people: [PersonDraft],
        content: RecordContent?, links: [(relation: RecordLink.Relation, word: String)] = []
    ) -> RecordDraft {
        var record = RecordDraft(
            kind: kind, number: number, title: title, days: days, place: place, organizer: organizer,
            organization: sector, people: people, content: content, links: links, evidence: evidence, note: note,
            evenIfAlike: evenIfAlike)
        record.isDraft = draft
        return record
    }
}

extension [PersonDraft] {
    /// People of one part from words as typed.
    static func of(_ arguments: [String], _ part: Part?, status: AttendanceStatus = .present) -> [PersonDraft] {
        People.words(arguments).map { PersonDraft($0, part: part, status: status) }
    }
}
