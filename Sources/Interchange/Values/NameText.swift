import DutyModel

/// A name cell: the name alone, and what stood in brackets behind it.
struct NameText: Hashable {
    /// Without padding and notes, dots in minority names written `·`.
    var name: String
    /// Notes in brackets, one by one: 女, 回族, 特邀.
    var notes: [String]

    /// Whether it can be a person's name: Han or Latin letters and `·`, two to twenty of them.
    var isPlausible: Bool {
        let scalars = name.unicodeScalars
        guard (2...30).contains(scalars.count), !NameText.notNames.contains(name) else { return false }
        return scalars.allSatisfy { TextFolding.isHan($0) || $0 == "·" || $0 == " " || $0.properties.isAlphabetic }
    }

    init(_ raw: some StringProtocol) {
        let (outside, inside) = NameText.splitBrackets(TextFolding.halfWidth(raw))
        name = NameText.cleaned(outside)
        notes = inside.flatMap(NameText.splitNotes)
    }

    /// Text outside brackets, and the content of each pair. An unclosed bracket runs to the end.
    static func splitBrackets(_ text: String) -> (outside: String, inside: [String]) {
        var outside = String.UnicodeScalarView()
        var inside: [String] = []
        var current = String.UnicodeScalarView()
        var depth = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "(", "[", "〔", "【", "<", "〈":
                depth += 1
            case ")", "]", "〕", "】", ">", "〉":
                depth = max(0, depth - 1)
                if depth == 0 {
                    inside.append(String(current))
                    current = String.UnicodeScalarView()
                }
            case _ where depth > 0: current.append(scalar)
            default: outside.append(scalar)
            }
        }
        if !current.isEmpty { inside.append(String(current)) }
        return (String(outside), inside)
    }

    static func splitNotes(_ text: String) -> [String] {
        text.split { ",;、，；/ \n".contains($0) }.map { TextFolding.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// All white space out where there is Han in it, else runs of it to one; every middle dot to `·`.
    private static func cleaned(_ text: String) -> String {
        let dotted = String(
            String.UnicodeScalarView(
                TextFolding.trimmed(text).unicodeScalars.map { dots.contains($0) ? "·" : $0 }))
        if dotted.unicodeScalars.contains(where: TextFolding.isHan) { return TextFolding.withoutSpaces(dotted) }
        return dotted.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// ・ • ． and their like; the full-width stop has become `.` by then.
    private static let dots: Set<UnicodeScalar> = ["・", "•", ".", "‧", "∙", "⋅", "●", "˙", "･", "・", "●"]

    private static let notNames: Set<String> = ["全体", "全体委员", "委员", "常委", "姓名", "同上", "空缺", "待定", "若干"]
}

/// What a note in brackets says of a person.
struct PersonNotes: Hashable {
    var sex: Sex = .unstated
    var ethnicity = ""
    var invitedAs: InvitedAs?
    var status: AttendanceStatus?
    var part: Part?
    /// Everything else, as written: a sector, a unit, a number, a remark.
    var rest: [String] = []

    init() {}

    init(_ notes: [String]) {
        for note in notes { take(note) }
    }

    mutating func take(_ note: String) {
        if note == "女" || note == "男" {
            sex = note == "女" ? .female : .male
        } else if note.hasSuffix("族"), note.count <= 7 {
            ethnicity = note
        } else if let invited = PersonNotes.invitation(note) {
            invitedAs = invited
        } else if let status = StatusWords.status(note) {
            self.status = status
        } else if let part = PartWords.part(note) {
            self.part = part
        } else {
            rest.append(note)
        }
    }

    /// 特邀 and 列席 sit in; 观察 watches.
    static func invitation(_ note: String) -> InvitedAs? {
        switch note {
        case "列席", "特邀", "邀请", "特邀列席", "列席人员", "特邀代表": .attending
        case "观察", "观察员", "旁听": .observer
        case "委员", "正式", "应到": .member
        default: nil
        }
    }
}

/// The part in a record that a word means.
enum PartWords {
    static func part(_ word: String) -> Part? {
        let word = TextFolding.heading(word)
        return Part.allCases.first { $0.label == word } ?? table[word]
    }

    private static let table: [String: Part] = [
        "参会": .attendee, "参加人员": .attendee, "与会": .attendee, "参与": .attendee, "出席人员": .attendee,
        "主讲人": .speaker, "发言": .speaker, "发言人": .speaker, "主持": .organizer, "主持人": .organizer,
        "听讲": .listener, "听众委员": .listener, "听课": .listener,
        "第一提案者": .firstSigner, "领衔": .firstSigner, "领衔人": .firstSigner,
        "联名人": .coSigner, "附议": .coSigner, "附议人": .coSigner, "联名提案人": .coSigner,
        "执笔": .drafter, "主笔": .drafter, "主笔人": .drafter, "撰稿": .drafter,
        "成员": .teamMember, "组员": .teamMember, "课题组": .teamMember, "参与者": .teamMember,
        "组织": .organizer, "牵头": .organizer, "牵头人": .organizer, "召集人": .organizer, "召集": .organizer,
        "组长": .organizer, "第一作者": .author, "合著": .coAuthor, "承办人": .doer, "受表彰人": .recipient,
        "获奖": .recipient, "获奖人": .recipient, "第二作者": .coAuthor,
    ]
}
