import MarkedYAML

/// Reads one file of `Schemas/columns`.
enum ColumnMapReader {
    enum Content {
        case columns(ColumnMap)
        case sectors([[String]])
    }

    static func read(_ text: String, findings: FindingList) -> Content? {
        guard let root = MarkedDocument.read(text, into: findings),
            var fields = FieldReader(root, as: "栏目对照", findings: findings)
        else { return nil }
        if fields.keys.contains("界别别名") {
            let groups = fields.list("界别别名").map { $0.each.compactMap(\.scalar) }
            fields.finish()
            return .sectors(groups)
        }
        guard let map = readMap(&fields) else { return nil }
        fields.finish()
        return .columns(map)
    }

    private static func readMap(_ fields: inout FieldReader) -> ColumnMap? {
        let word = fields.requiredText("表")
        _ = fields.requiredText("名称")
        let titles = fields.words("标题含").map(\.text)
        let required = fields.words("必有").map { alternatives($0.text) }
        let headings = names(of: "栏目", in: &fields)
        let labels = names(of: "表前", in: &fields)
        guard let word else { return nil }
        guard let kind = SheetKind(rawValue: word) else {
            let known = SheetKind.allCases.map(\.rawValue)
            fields.findings.addUnknown(word, as: "表", known: known, at: fields.mark(of: "表"))
            return nil
        }
        return ColumnMap(
            kind: kind, titleWords: titles, required: required, fieldByHeading: headings.byName,
            fieldByLabel: labels.byName, headingByField: labels.byField.merging(headings.byField) { $1 })
    }

    private static func alternatives(_ text: String) -> [String] {
        text.split(separator: "|").map { TextFolding.trimmed($0) }
    }

    /// Fields of folded headings, and the first heading of each field. A heading of two fields is a finding.
    private static func names(
        of key: String, in fields: inout FieldReader
    ) -> (byName: [String: String], byField: [String: String]) {
        var byName: [String: String] = [:]
        var byField: [String: String] = [:]
        guard let nested = fields.nested(key) else { return ([:], [:]) }
        for field in nested.node.mapping ?? [] {
            for node in field.value.each {
                guard let heading = node.scalar else { continue }
                if byField[field.key] == nil { byField[field.key] = heading }
                let folded = TextFolding.heading(heading)
                let other = byName.updateValue(field.key, forKey: folded)
                guard let other, other != field.key else { continue }
                fields.findings.add("“\(heading)”已归“\(other)”，不能再归“\(field.key)”", at: node)
            }
        }
        return (byName, byField)
    }
}
