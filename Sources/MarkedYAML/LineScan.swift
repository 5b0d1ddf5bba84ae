/// Looks line by line for what hands and word processors put into a text that is no YAML, so that all such places
/// are told at once: a parser stops at the first.
///
/// Only for a text the parser has refused: every one of these signs may stand in a good text too.
struct LineScan {
    private let lines: [Substring]
    private var found: [(message: String, mark: DocumentMark)] = []

    static func slips(in text: String) -> [(message: String, mark: DocumentMark)] {
        var scan = LineScan(lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        scan.run()
        return scan.found
    }

    private init(lines: [Substring]) { self.lines = lines }

    private mutating func run() {
        /// The indentation of the key whose text (`说明: |`) the lines below belong to.
        var block: Int?
        for (index, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            let body = line.drop { $0.isWhitespace }
            if body.isEmpty || body.hasPrefix("#") { continue }
            if let outer = block, indent > outer { continue }
            block = LineScan.opensBlock(body) ? indent : nil
            look(at: line, body: body, number: index + 1)
        }
    }

    /// Whether a text of several lines begins here: `说明: |`, `说明: >`.
    private static func opensBlock(_ body: Substring) -> Bool {
        ["|", ">", "|-", ">-", "|+", ">+"].contains { body.hasSuffix(": " + $0) }
    }

    private mutating func look(at line: Substring, body: Substring, number: Int) {
        let margin = line.prefix { $0.isWhitespace }
        if let odd = margin.firstIndex(where: { $0 != " " && $0 != "\r" }) {
            add("缩进用了\(LineScan.name(of: line[odd]))：请改用半角空格", line, odd, number)
        }
        if let first = body.first, LineScan.bullets.contains(first) {
            return add("行首的“\(first)”不是半角的“-”：列表的每一项以半角减号加一个空格开头", line, body.startIndex, number)
        }
        if LineScan.isTableRow(body) { return add("这一行像是从表格里粘来的：请写成“键: 值”", line, body.startIndex, number) }
        if let second = body.dropFirst().first, body.first == "-", !second.isWhitespace, !second.isNumber, second != "-"
        {
            return add("减号后面要有一个空格", line, body.startIndex, number)
        }
        if let anchor = LineScan.anchor(in: body) {
            return add(
                "以“&”“*”开头的是 YAML 的引用，名字只能用英文字母和数字；是文字的请加引号", line, anchor, number)
        }
        lookAtColons(line, body: body, number: number)
        if let bracket = line.firstIndex(where: { "｛｝［］".contains($0) }) {
            add("括号要用半角", line, bracket, number)
        }
    }

    private mutating func lookAtColons(_ line: Substring, body: Substring, number: Int) {
        let key = body.hasPrefix("- ") ? body.dropFirst(2).drop { $0 == " " } : body
        guard let colon = key.firstIndex(where: { $0 == ":" || $0 == "：" }), key.first != "\"", key.first != "'" else {
            return
        }
        let isFlow = key.first == "{" || key.first == "["
        if key[colon] == "：", !key[..<colon].contains(" ") || isFlow,
            key.distance(from: key.startIndex, to: colon) <= 16
        {
            return add("这里是全角冒号：请写成“键: 值”，半角冒号加一个空格", line, colon, number)
        }
        for place in LineScan.keyColons(in: key) {
            let next = key.index(after: place)
            if next < key.endIndex, !key[next].isWhitespace {
                add("冒号后面要有一个空格：“键: 值”", line, place, number)
            }
        }
    }

    /// Colons that end a key: the first of a line, and the first behind each `{` or `,`, outside quotes.
    private static func keyColons(in text: Substring) -> [Substring.Index] {
        var places: [Substring.Index] = []
        var quote: Character?
        var isKey = true
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
                continue
            }
            switch character {
            case "\"", "'": quote = character
            case "{", ",": isKey = true
            case "[", "#": isKey = false
            case ":" where isKey:
                places.append(index)
                isKey = false
            default: break
            }
        }
        return places
    }

    private static func isTableRow(_ body: Substring) -> Bool {
        body.contains("\t") && !body.contains(": ") && !body.hasPrefix("-")
    }

    /// A reference whose name is not plain letters, where a value begins.
    private static func anchor(in body: Substring) -> Substring.Index? {
        var before: Character = " "
        for index in body.indices {
            let next = body.index(after: index)
            if "&*".contains(body[index]), " {[,".contains(before), next < body.endIndex, !body[next].isASCII {
                return index
            }
            before = body[index]
        }
        return nil
    }

    private mutating func add(_ message: String, _ line: Substring, _ place: Substring.Index, _ number: Int) {
        let column = line.distance(from: line.startIndex, to: place) + 1
        found.append((message, DocumentMark(line: number, column: column)))
    }

    private static let bullets: Set<Character> = ["–", "—", "−", "－", "●", "•", "·", "◆", "○", "■", "□", "▪", "➢", "※"]

    private static func name(of space: Character) -> String {
        switch space {
        case "\t": "制表符"
        case "\u{3000}": "全角空格"
        case "\u{A0}": "不间断空格"
        default: "看不见的空白"
        }
    }
}
