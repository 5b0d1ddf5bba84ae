import DutyModel

/// Words and marks for 出席情况.
enum StatusWords {
    /// The status a word means, or nil where it means none.
    static func status(_ word: some StringProtocol) -> AttendanceStatus? {
        let folded = TextFolding.withoutSpaces(TextFolding.halfWidth(word))
        let bare = String(
            String.UnicodeScalarView(folded.unicodeScalars.filter { !"()[]〔〕:。,".unicodeScalars.contains($0) }))
        return AttendanceStatus.allCases.first { $0.label == folded } ?? table[bare]
    }

    private static let table: [String: AttendanceStatus] = {
        var table: [String: AttendanceStatus] = [:]
        for (status, words) in words { for word in words.split(separator: " ") { table[String(word)] = status } }
        return table
    }()

    private static let words: [(AttendanceStatus, String)] = [
        (.present, "出席 已到 到会 签到 已签到 参加 到 已参加 参会 已出席 全程参加 全勤 实到 正常 准时 全程出席 按时到会 线上参加 线上出席"),
        (.late, "迟到 晚到"),
        (.leftEarly, "早退 提前离会 中途离会"),
        (
            .excused,
            "请假 事假 病假 公假 准假 已请假 请假批准 请假已批准 已准假 批准请假 因公请假 因事请假 因病请假 产假 出差 公出 公差 因公出差 婚假 丧假"
        ),
        (.leaveRefused, "请假未批准 请假未批 请假不批准 未准假 不准假 请假未获批准 未批准"),
        (.absent, "缺席 无故缺席 未到 缺勤 旷会 缺 未参加 未出席 未到会 没到 未请假 未签到 无故未到 未参会"),
        (.substituted, "代会 代参会 替会 代为参会 委托参会 代替参会 请人代会"),
        (.unknown, "未确认 不详 未知 待确认 未登记"),
    ]
}

/// What the marks √ ○ △ × mean in one sheet.
struct MarkLegend: Hashable {
    private var meaning: [UnicodeScalar: AttendanceStatus]
    /// Marks that the sheet itself or the caller explained.
    private var told: Set<UnicodeScalar> = []

    /// √ 出席, ○ 请假, △ 迟到, × 缺席: unless the sheet says otherwise.
    static let usual = MarkLegend(meaning: ["√": .present, "○": .excused, "△": .late, "×": .absent])

    static let usualText = "√出席 ○请假 △迟到 ×缺席"

    private init(meaning: [UnicodeScalar: AttendanceStatus]) { self.meaning = meaning }

    /// Reads “√出席 ○请假”, “出席：√，请假：○” and the like; nil where there are not two pairs in the text.
    init?(_ text: some StringProtocol) {
        var pairs: [UnicodeScalar: AttendanceStatus] = [:]
        var word = ""
        var tokens: [Token] = []
        for scalar in TextFolding.halfWidth(text).unicodeScalars {
            if TextFolding.isHan(scalar), MarkLegend.family(of: scalar) == nil {
                word.unicodeScalars.append(scalar)
                continue
            }
            tokens.append(contentsOf: MarkLegend.statusToken(in: word))
            word = ""
            if let mark = MarkLegend.family(of: scalar) { tokens.append(.mark(mark)) }
        }
        tokens.append(contentsOf: MarkLegend.statusToken(in: word))
        var position = 0
        while position + 1 < tokens.count {
            switch (tokens[position], tokens[position + 1]) {
            case (.mark(let mark), .status(let status)), (.status(let status), .mark(let mark)):
                pairs[mark] = status
                position += 2
            default: position += 1
            }
        }
        guard pairs.count >= 2 else { return nil }
        meaning = MarkLegend.usual.meaning.merging(pairs) { $1 }
        told = Set(pairs.keys)
    }

    private enum Token { case mark(UnicodeScalar), status(AttendanceStatus) }

    /// The status word at the end or the start of a run of Han: 表示出席, 为请假, 出席.
    private static func statusToken(in run: String) -> [Token] {
        guard !run.isEmpty else { return [] }
        var text = run
        for lead in ["表示", "代表", "为", "是", "即", "指"] where text.hasPrefix(lead) {
            text.removeFirst(lead.count)
        }
        for tail in ["用", "打", "画", "填", "以", "的", "者"] where text.hasSuffix(tail) { text.removeLast() }
        return StatusWords.status(text).map { [.status($0)] } ?? []
    }

    func status(_ mark: UnicodeScalar) -> AttendanceStatus? {
        MarkLegend.family(of: mark).flatMap { meaning[$0] }
    }

    /// The ○ or △ of a cell that no legend explains: offices use both for leave, for coming late and for presence.
    func unexplained(_ cell: some StringProtocol) -> UnicodeScalar? {
        for scalar in cell.unicodeScalars {
            if let mark = MarkLegend.family(of: scalar), mark == "○" || mark == "△", !told.contains(mark) {
                return mark
            }
        }
        return nil
    }

    /// The mark a scalar is a variant of, or nil where it is no mark.
    static func family(of scalar: UnicodeScalar) -> UnicodeScalar? {
        switch scalar {
        case "√", "✓", "✔", "☑", "v", "V", "✅", "∨": "√"
        case "○", "〇", "◯", "⭕", "O", "o", "О", "о": "○"
        case "△", "▲", "Δ", "∆", "▵", "⊿": "△"
        case "×", "✕", "✖", "✗", "✘", "X", "x", "╳", "☒", "❌", "乄": "×"
        case "●", "◎", "☆", "★", "◇", "◆", "□", "■", "#", "*", "▽", "▼", "※": scalar
        default: nil
        }
    }
}

/// One status cell as read.
struct StatusReading: Hashable {
    var status: AttendanceStatus
    /// Half-days attended where the cell says so.
    var halfDays: Int?
    /// Half-days held where the cell says so: 6 in “2/6”.
    var halfDaysHeld: Int?
    /// What else stood there: 因公出差.
    var note = ""

    /// Reads one status cell; nil where it means nothing known. Empty cells are the caller's.
    static func parse(_ raw: some StringProtocol, legend: MarkLegend = .usual) -> StatusReading? {
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(raw))
        if let known = plain(text, legend: legend) { return known }
        if let fraction = fraction(text) { return fraction }
        let (outside, inside) = NameText.splitBrackets(text)
        guard !inside.isEmpty, var reading = parseBare(outside, legend: legend) else {
            return parseBare(text, legend: legend)
        }
        for note in inside where !reading.qualify(by: note) { return nil }
        return reading
    }

    private static func plain(_ text: String, legend: MarkLegend) -> StatusReading? {
        if let status = StatusWords.status(text) { return StatusReading(status: status) }
        let scalars = Array(text.unicodeScalars)
        guard scalars.count == 1 || (scalars.count == 2 && scalars[1].value == 0xFE0F) else { return nil }
        return legend.status(scalars[0]).map { StatusReading(status: $0) }
    }

    private static func parseBare(_ text: String, legend: MarkLegend) -> StatusReading? {
        if let known = plain(text, legend: legend) { return known }
        if let fraction = fraction(text) { return fraction }
        // 上午出席, 下午请假: one of two halves.
        for half in ["上午", "下午"] where text.hasPrefix(half) || text.hasSuffix(half) {
            let rest = text.hasPrefix(half) ? String(text.dropFirst(2)) : String(text.dropLast(2))
            if rest.isEmpty { return StatusReading(status: .present, halfDays: 1, note: half) }
            guard let status = StatusWords.status(rest) else { continue }
            return StatusReading(status: status, halfDays: status.wasThere ? 1 : nil, note: text)
        }
        return halfDayCount(text)
    }

    /// “2/6”, “出席2/6”, “2/6半天”.
    private static func fraction(_ text: String) -> StatusReading? {
        var rest = text[...]
        var status = AttendanceStatus.present
        for word in ["出席", "到会", "参加", "实到"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
        for tail in ["个半天", "半天", "次"] where rest.hasSuffix(tail) { rest = rest.dropLast(tail.count) }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let attended = number(parts[0]), let held = number(parts[1]) else { return nil }
        if attended == 0 { status = .unknown }
        return StatusReading(status: status, halfDays: attended, halfDaysHeld: held)
    }

    /// “2个半天”, “半天”, “出席3个半天”.
    private static func halfDayCount(_ text: String) -> StatusReading? {
        var rest = text[...]
        for word in ["出席", "到会", "参加"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
        guard rest.hasSuffix("半天") else { return nil }
        rest = rest.dropLast(2)
        if rest.hasSuffix("个") { rest = rest.dropLast() }
        if rest.isEmpty { return StatusReading(status: .present, halfDays: 1) }
        return ChineseNumber.parse(rest).map { StatusReading(status: .present, halfDays: $0) }
    }

    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// A note in brackets behind the status: 请假（未批准）, 出席（2/6）, √（迟到）, 请假（出差）. False where it says something
    /// that cannot be true as well: √（请假）.
    private mutating func qualify(by note: String) -> Bool {
        let refused = ["未批准", "未批", "不批准", "未准", "未经批准", "未获批准"]
        if status == .excused, refused.contains(note) {
            status = .leaveRefused
        } else if let fraction = StatusReading.fraction(note) ?? StatusReading.halfDayCount(note) {
            halfDays = fraction.halfDays
            halfDaysHeld = fraction.halfDaysHeld
        } else if let finer = StatusWords.status(note), finer != status, finer != .unknown {
            if finer == .leaveRefused, status == .absent || status == .excused {
                status = finer
            } else {
                guard status.wasThere, finer.wasThere else { return note == "出差" || note == "公出" }
                if finer != .present { status = finer }
            }
        } else if note != "批准", note != "已批准" {
            self.note += (self.note.isEmpty ? "" : "，") + note
        }
        return true
    }
}
