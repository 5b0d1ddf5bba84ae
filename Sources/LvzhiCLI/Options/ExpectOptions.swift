import ArgumentParser
import DutyModel
import DutyRegister

/// Whom to expect at an event.
struct ExpectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("应到的范围：全体、常委、界别或机构名称，可以写多个；照例 是这一类会议照例应到的人。", valueName: "circle"))
    var expect: [String] = []
    @Option(help: ArgumentHelp("列席的委员。", valueName: "people")) var attending: [String] = []
    @Option(help: ArgumentHelp("列席的界别或机构，整体列席。", valueName: "body")) var attendingBody: [String] = []
    @Option(help: ArgumentHelp("观察的委员。", valueName: "people")) var observers: [String] = []

    /// Nil where nothing is said of anybody expected.
    var draft: ExpectationDraft? {
        let words = People.words(expect)
        guard !words.isEmpty || !attending.isEmpty || !observers.isEmpty || !attendingBody.isEmpty else { return nil }
        let circles = words.filter { $0 != "照例" }.map { ExpectationDraft.Circle(.of($0)) }
        let sitting = People.words(attendingBody).map { ExpectationDraft.Circle(.of($0), as: .attending) }
        return ExpectationDraft(
            circles: circles + sitting, attending: People.words(attending), observers: People.words(observers))
    }
}

extension AttendanceMarks.Circle {
    static func of(_ word: String) -> Self {
        switch word {
        case "全体", "全体委员", "委员", "all": .committee
        case "常委", "全体常委", "standing": .standing
        default: .body(word)
        }
    }
}
