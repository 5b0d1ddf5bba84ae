/// Reads the merged cells of a sheet, which its part names after all rows.
final class MergedCells: PartHandler {
    private(set) var ranges: [CellRange] = []
    private(set) var isDone = false

    init(_ part: ZipPart) throws(ReadError) { try XMLPull.parse(part, self) }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "mergeCell", let range = attributes["ref"].flatMap(CellRange.init) else { return }
        ranges.append(range)
    }

    func end(_ name: XMLName) {
        if name == "mergeCells" { isDone = true }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
