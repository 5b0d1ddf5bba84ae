/// Lists of allowed values on a hidden sheet, one below the other (rows in order, as constant memory wants).
struct ChoiceLists {
    private let sheet: SheetWriter
    private var known: [[String]: String] = [:]
    private var nextRow = 1

    init(sheet: SheetWriter) { self.sheet = sheet }

    /// A formula for the list, which is written the first time it is asked for.
    mutating func formula(for choices: [String]) throws(WriteError) -> String {
        if let formula = known[choices] { return formula }
        let first = nextRow
        for choice in choices {
            try sheet.write(.text(choice), at: CellName(row: nextRow, column: 0))
            nextRow += 1
        }
        let formula = "='\(sheet.name)'!$A$\(first):$A$\(max(first, nextRow - 1))"
        known[choices] = formula
        return formula
    }
}
