import DutyModel
import DutyRegister

/// People as typed with something behind each: 张三@9:40, 李四=王五.
enum MarkedPeople {
    /// People who came late or left early, each with the time if there is one.
    static func timed(
        _ arguments: [String], _ status: AttendanceStatus, _ path: WritableKeyPath<AttendanceDetails, ClockTime?>
    ) throws(Failure) -> [PersonDraft] {
        var drafts: [PersonDraft] = []
        for word in People.words(arguments) {
            let parts = split(word, at: "@＠")
            var draft = PersonDraft(parts.name, status: status)
            if let text = parts.rest {
                guard let time = ClockTime(text.map { $0 == "：" ? ":" : $0 }.map(String.init).joined()) else {
                    throw Failure(.usage, "“\(text)”不是时间。", advice: "写成 张三@9:40。")
                }
                draft.details[keyPath: path] = time
            }
            drafts.append(draft)
        }
        return drafts
    }

    /// 张三=王五: 王五 sat there for 张三.
    static func substituted(_ arguments: [String]) -> [PersonDraft] {
        People.words(arguments).map { word in
            let parts = split(word, at: "=＝")
            return PersonDraft(
                parts.name, status: .substituted, details: AttendanceDetails(substitute: parts.rest ?? ""))
        }
    }

    /// 张三=《春》: what somebody showed or spoke on.
    static func works(_ arguments: [String], _ part: Part) -> [PersonDraft] {
        arguments.flatMap { $0.split { ",，;；\n".contains($0) }.map(String.init) }.map { word in
            let parts = split(word, at: "=＝")
            return PersonDraft(parts.name, part: part, details: AttendanceDetails(work: parts.rest ?? ""))
        }
    }

    /// A text and what stands behind the first of some signs.
    static func split(_ word: String, at signs: String) -> (name: String, rest: String?) {
        guard let place = word.firstIndex(where: { signs.contains($0) }) else { return (word, nil) }
        let rest = String(word[word.index(after: place)...])
        return (String(word[..<place]), rest.isEmpty ? nil : rest)
    }
}
