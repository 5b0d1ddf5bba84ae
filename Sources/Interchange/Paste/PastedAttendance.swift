public import DutyModel

/// One person of a pasted list, with what the list says of the person.
public struct PastedPerson: Hashable, Sendable {
    /// Name or 委员编号.
    public var word: String
    /// Nil where the list does not say.
    public var status: AttendanceStatus?
    public var halfDays: Int?
    /// When somebody came late, or left.
    public var time: ClockTime?
    public var substitute = ""
    public var note = ""
    /// 1 for the first line.
    public var line: Int
}

/// Names copied from a chat, a message or a sheet, with 出席, 请假, 迟到 beside them or above them.
///
/// Understood are lists with 、 and commas, one name a line with or without numbers before it, `请假：张三、李四`, a line
/// `请假` with names below it, `张三 请假 出差`, `张三（请假）`, `张三请假`, `张三 迟到 9:40`, `张三 由王五代会`, and rows of a sheet.
public struct PastedAttendance: Hashable, Sendable {
    /// A piece nothing could be made of.
    public struct Unread: Hashable, Sendable {
        public var line: Int
        public var text: String
        public var reason: String
    }

    public private(set) var people: [PastedPerson] = []
    public private(set) var unread: [Unread] = []

    /// `isKnown` says whether a word is the name or the number of a member: it settles what everything else is.
    public init(_ text: String, isKnown: @escaping (String) -> Bool) {
        var section: AttendanceStatus?
        for (offset, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            var line = PastedLine(String(raw), isKnown: isKnown)
            if line.isRemark { continue }
            if let label = line.takeLabel() {
                if line.isEmpty {
                    section = label
                    continue
                }
                line.status = label
            } else {
                line.status = section
            }
            let read = line.read(number: offset + 1)
            people += read.people
            unread += read.unread
        }
    }
}

/// One line of a pasted list.
struct PastedLine {
    let isKnown: (String) -> Bool
    /// What a label says of everybody in the line.
    var status: AttendanceStatus?
    private var text: String
    private let isRow: Bool

    init(_ raw: String, isKnown: @escaping (String) -> Bool) {
        self.isKnown = isKnown
        isRow = raw.contains("\t")
        text = TextFolding.trimmed(TextFolding.halfWidth(raw))
    }

    var isEmpty: Bool { text.isEmpty }

    /// Blank, `#接龙`, or the headings of a sheet.
    var isRemark: Bool {
        if text.isEmpty || text.hasPrefix("#") { return true }
        let words = tokens
        return !words.isEmpty && words.allSatisfy { PastedLine.headings.contains($0) }
    }

    private static let headings: Set<String> = [
        "序号", "姓名", "委员", "委员姓名", "委员编号", "编号", "界别", "单位", "职务", "工作单位", "工作单位及职务", "出席情况", "到会情况", "签到",
        "签名", "签到时间", "备注", "状态", "电话", "手机", "手机号", "联系电话", "角色", "半天数", "合计",
    ]

    /// Takes 请假： or 请假人员(2人)： off the beginning; the whole line may be one.
    mutating func takeLabel() -> AttendanceStatus? {
        guard let colon = text.firstIndex(of: ":") else {
            guard let status = PastedLine.label(text) else { return nil }
            text = ""
            return status
        }
        guard let status = PastedLine.label(String(text[..<colon])) else { return nil }
        text = TextFolding.trimmed(String(text[text.index(after: colon)...]))
        return status
    }

    private static func label(_ text: String) -> AttendanceStatus? {
        var word = TextFolding.withoutSpaces(NameText.splitBrackets(text).outside)
        if word.hasSuffix("人") { word.removeLast() }
        while let last = word.last, last.isDigit { word.removeLast() }
        for tail in ["名单", "人员", "委员", "的", "人"] where word.hasSuffix(tail) && word.count > tail.count {
            word.removeLast(tail.count)
        }
        return StatusWords.status(word)
    }

    /// Words between spaces and list signs, brackets kept with the word before them.
    private var tokens: [String] {
        var tokens: [String] = []
        var current = ""
        var depth = 0
        for character in text {
            if "([【".contains(character) {
                depth += 1
            } else if depth == 0, let last = current.last, ")]】".contains(last), !current.isEmpty {
                // A name begins behind a bracket: 张三(请假)李四.
                tokens.append(current)
                current = ""
            }
            if depth == 0, character.isWhitespace || "、,;|/。".contains(character) {
                if !current.isEmpty { tokens.append(current) }
                current = ""
            } else {
                current.append(character)
            }
            if ")]】".contains(character) { depth = max(0, depth - 1) }
        }
        if !current.isEmpty { tokens.append(current) }
        return PastedLine.joined(tokens.map(PastedLine.withoutIndex).filter { !$0.isEmpty }, isKnown: isKnown)
    }

    /// 1.张三, (1)张三, 1张三 without the number.
    private static func withoutIndex(_ token: String) -> String {
        var rest = token[...]
        if rest.hasPrefix("("), let close = rest.firstIndex(of: ")"), rest[..<close].dropFirst().allSatisfy(\.isDigit) {
            rest = rest[rest.index(after: close)...]
        }
        let digits = rest.prefix(while: \.isDigit)
        let behind = rest.dropFirst(digits.count)
        guard (1...3).contains(digits.count), let first = behind.first else { return String(rest) }
        if ".):".contains(first), !(behind.dropFirst().first?.isDigit ?? false) { return String(behind.dropFirst()) }
        return first.isLetter && first.unicodeScalars.allSatisfy(TextFolding.isHan) ? String(behind) : String(rest)
    }

    /// 张 三 is one name.
    private static func joined(_ tokens: [String], isKnown: (String) -> Bool) -> [String] {
        var result: [String] = []
        for token in tokens {
            if let last = result.last, last.count == 1 || token.count == 1, !isKnown(last), !isKnown(token),
                isKnown(last + token)
            {
                result[result.count - 1] = last + token
            } else {
                result.append(token)
            }
        }
        return result
    }

    /// What the line says; `number` is its own.
    func read(number: Int) -> (people: [PastedPerson], unread: [PastedAttendance.Unread]) {
        var reader = PastedLineReader(line: number, status: status, isKnown: isKnown)
        let tokens = tokens
        for (place, token) in tokens.enumerated() {
            if place == 0, tokens.count > 1, token.count <= 3, token.allSatisfy(\.isDigit), !isKnown(token) {
                continue
            }
            reader.take(token)
        }
        return reader.finish(isRow: isRow)
    }
}

/// Puts the words of one line together.
private struct PastedLineReader {
    let line: Int
    let status: AttendanceStatus?
    let isKnown: (String) -> Bool
    private var people: [PastedPerson] = []
    private var unknown: [String] = []
    private var unread: [PastedAttendance.Unread] = []
    /// Whether a status stood in the line already: words behind it are remarks.
    private var hasStatus = false

    init(line: Int, status: AttendanceStatus?, isKnown: @escaping (String) -> Bool) {
        self.line = line
        self.status = status
        self.isKnown = isKnown
    }

    mutating func take(_ token: String) {
        let name = NameText(token)
        if isKnown(name.name) { return add(name) }
        if let mark = MarkLegend.usual.unexplained(token), token.count == 1 {
            unread.append(.init(line: line, text: token, reason: "看不出 \(mark) 是什么意思，请写请假或迟到"))
            return
        }
        if let time = ClockTime(token) { return change { $0.time = time } }
        if let reading = StatusReading.parse(token), !isReason(token, for: reading) { return state(reading) }
        if takeSubstitute(token) || takeGlued(token) { return }
        if hasStatus, !people.isEmpty {
            change { $0.note += ($0.note.isEmpty ? "" : "，") + token }
        } else {
            unknown.append(token)
        }
    }

    /// The 出差 of 张三 请假 出差 says why.
    private func isReason(_ token: String, for reading: StatusReading) -> Bool {
        hasStatus && people.last?.status == reading.status && reading.status == .excused && !token.contains("假")
    }

    private mutating func add(_ name: NameText) {
        var person = PastedPerson(word: name.name, status: status, line: line)
        var isOwn = false
        for note in name.notes {
            if let time = ClockTime(note) {
                person.time = time
            } else if let reading = StatusReading.parse(note) {
                (person.status, person.halfDays, isOwn) = (reading.status, reading.halfDays, true)
            } else {
                person.note += (person.note.isEmpty ? "" : "，") + note
            }
        }
        // A name behind a status begins anew: 张三 出席 李四 请假.
        hasStatus = isOwn
        people.append(person)
        if isOwn { settled = people.count }
    }

    /// How many of the people have a status of their own.
    private var settled = 0

    private mutating func state(_ reading: StatusReading) {
        guard !people.isEmpty else {
            unknown.append(reading.status.label)
            return
        }
        let from = settled < people.count ? settled : people.count - 1
        for place in from..<people.count {
            people[place].status = reading.status
            people[place].halfDays = reading.halfDays
            if !reading.note.isEmpty { people[place].note = reading.note }
        }
        settled = people.count
        hasStatus = true
    }

    private mutating func change(_ body: (inout PastedPerson) -> Void) {
        guard !people.isEmpty else { return }
        body(&people[people.count - 1])
    }

    /// 由王五代会.
    private mutating func takeSubstitute(_ token: String) -> Bool {
        guard token.hasPrefix("由"), !people.isEmpty,
            let tail = ["代会", "代参会", "代为参会", "代"].first(where: { token.hasSuffix($0) })
        else { return false }
        let name = String(token.dropFirst().dropLast(tail.count))
        guard !name.isEmpty else { return false }
        change { ($0.status, $0.substitute) = (.substituted, name) }
        (hasStatus, settled) = (true, people.count)
        return true
    }

    /// 张三请假, 张三√.
    private mutating func takeGlued(_ token: String) -> Bool {
        for end in token.indices.dropFirst().reversed() {
            let (head, tail) = (String(token[..<end]), String(token[end...]))
            guard isKnown(head), let reading = StatusReading.parse(tail), MarkLegend.usual.unexplained(tail) == nil
            else { continue }
            add(NameText(head))
            settled = people.count - 1
            state(reading)
            return true
        }
        return false
    }

    /// In the rows of a sheet, columns that are neither name nor status are nothing to ask about.
    mutating func finish(isRow: Bool) -> (people: [PastedPerson], unread: [PastedAttendance.Unread]) {
        if isRow, people.count > 1 {
            let numbered = people.filter { $0.word.contains(where: \.isDigit) }
            if numbered.count == 1 {
                var only = numbered[0]
                only.status = people.last?.status ?? only.status
                (only.time, only.note) = (people.last?.time ?? only.time, people.last?.note ?? only.note)
                people = [only]
            }
        }
        if !isRow || people.isEmpty {
            unread += unknown.map { .init(line: line, text: $0, reason: "不是名册里的姓名，也不是出席情况") }
        }
        return (people, unread)
    }
}

extension Character {
    /// 0 to 9; 三 is a number too, but part of a name.
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
