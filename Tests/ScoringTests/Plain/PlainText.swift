import Yams

/// A YAML text as its words stand there: no word is taken for a number, a truth or a date.
indirect enum PlainText {
    case word(String)
    case list([PlainText])
    case map([(key: String, value: PlainText)])

    /// - Throws: what the YAML library finds wrong.
    init(yaml: String) throws { self.init(try Yams.compose(yaml: yaml, .basic) ?? Node("")) }

    private init(_ node: Node) {
        switch node {
        case .scalar(let scalar): self = .word(scalar.string)
        case .sequence(let sequence): self = .list(sequence.map { PlainText($0) })
        case .mapping(let mapping):
            self = .map(mapping.map { (key: $0.key.scalar?.string ?? "", value: PlainText($0.value)) })
        case .alias: self = .word("")
        }
    }

    subscript(key: String) -> PlainText? {
        if case .map(let fields) = self { fields.first { $0.key == key }?.value } else { nil }
    }

    /// Of a mapping, in order.
    var fields: [(key: String, value: PlainText)] { if case .map(let fields) = self { fields } else { [] } }
    var text: String? { if case .word(let word) = self { word } else { nil } }
    /// The elements of a list; of anything else, itself.
    var each: [PlainText] { if case .list(let list) = self { list } else { [self] } }
    var words: [String] { each.compactMap { $0.text?.plainBrackets } }
    var fraction: PlainFraction? { text.flatMap { PlainFraction($0) } }
    var number: Int? { text.flatMap { Int($0) } }

    /// The same of a field, where it is written.
    func text(_ key: String) -> String? { self[key]?.text }
    func words(_ key: String) -> [String] { self[key]?.words ?? [] }
    func each(_ key: String) -> [PlainText] { self[key]?.each ?? [] }
    func fraction(_ key: String) -> PlainFraction? { self[key]?.fraction }
    func number(_ key: String) -> Int? { self[key]?.number }
    func day(_ key: String) -> PlainDay? { text(key).flatMap { PlainDay($0) } }
    func flag(_ key: String) -> Bool? { text(key).map { $0 == "是" } }
}

extension String {
    /// 请假（批准） is 请假(批准).
    var plainBrackets: String { String(map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }) }
}
