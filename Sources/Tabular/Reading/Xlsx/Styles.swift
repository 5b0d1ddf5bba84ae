/// Which cell styles show their numbers as dates.
final class Styles: PartHandler {
    /// By the cell's style number.
    private(set) var formats: [NumberFormat] = []
    private var custom: [Int: NumberFormat] = [:]
    private var isInCellStyles = false
    let isDone = false

    init(_ part: ZipPart?) throws(ReadError) {
        if let part { try XMLPull.parse(part, self) }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard !isInCellStyles, let id = attributes.integer("numFmtId") else { return }
            custom[id] = NumberFormat(code: attributes["formatCode"] ?? "")
        case "cellXfs": isInCellStyles = true
        case "xf" where isInCellStyles:
            let id = attributes.integer("numFmtId") ?? 0
            formats.append(custom[id] ?? NumberFormat(builtIn: id) ?? .plain)
        default: break
        }
    }

    func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellStyles = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func format(ofStyle style: Int) -> NumberFormat { style < formats.count ? formats[style] : .plain }
}
