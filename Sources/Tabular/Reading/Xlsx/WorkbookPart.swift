/// The table of contents of a workbook: its sheets and its calendar.
final class WorkbookPart: PartHandler {
    struct Sheet {
        let name: String
        let isHidden: Bool
        let relationship: String
    }
    private(set) var sheets: [Sheet] = []
    /// Serial numbers count from 1904 (old Macintosh workbooks).
    private(set) var countsFrom1904 = false
    let isDone = false

    init(_ part: ZipPart) throws(ReadError) { try XMLPull.parse(part, self) }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr": countsFrom1904 = attributes.flag("date1904")
        case "sheet":
            // Writers put state="visible" too.
            let state = attributes["state"] ?? "visible"
            sheets.append(
                Sheet(
                    name: EscapedText.unescaped(attributes["name"] ?? ""), isHidden: state != "visible",
                    relationship: attributes["id"] ?? ""))
        default: break
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
