internal import CXlsxWriter

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One sheet being written. Rows count from 1 and columns from 0, as in `CellName`.
public final class SheetWriter {
    /// The name the sheet really has.
    public let name: String
    let workbook: WorkbookWriter
    let sheet: UnsafeMutablePointer<lxw_worksheet>

    init(_ workbook: WorkbookWriter, _ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String) {
        (self.workbook, self.sheet, self.name) = (workbook, sheet, name)
    }

    /// Writes a cell. Dates and numbers are typed; text stays text whatever it begins with. A number with more
    /// digits than a spreadsheet keeps becomes text.
    public func write(_ cell: Cell, at place: CellName, style: CellStyle = .plain) throws(WriteError) {
        try checkOpen(place)
        let row = UInt32(place.row - 1)
        let column = UInt16(place.column)
        switch cell {
        case .empty, .image:
            guard let format = workbook.format(style) else { return }
            try check(worksheet_write_blank(sheet, row, column, format), place)
        case .text(let text), .error(let text):
            try write(text, row, column, style)
        case .number(let number):
            if number.hasLostDigits || !number.double.isFinite { return try write(number.text, row, column, style) }
            try check(worksheet_write_number(sheet, row, column, number.double, workbook.format(style)), place)
        case .bool(let flag):
            try check(worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, workbook.format(style)), place)
        case .date(let date):
            try write(date, row, column, style)
        case .time(let second):
            let format = workbook.format(style.defaulting(format: second % 60 == 0 ? "hh:mm" : "hh:mm:ss"))
            try check(worksheet_write_number(sheet, row, column, Double(second) / 86_400, format), place)
        }
    }

    /// Writes a row from column A, all in one style.
    public func writeRow(_ number: Int, _ cells: [Cell], style: CellStyle = .plain) throws(WriteError) {
        for (column, cell) in cells.enumerated() {
            try write(cell, at: CellName(row: number, column: column), style: style)
        }
    }

    /// Merges a range, with a value in its first cell. A range of one cell is only written.
    public func merge(_ range: CellRange, _ cell: Cell, style: CellStyle = .plain) throws(WriteError) {
        try checkOpen(range.last)
        if range.first != range.last {
            let result = worksheet_merge_range(
                sheet, UInt32(range.first.row - 1), UInt16(range.first.column), UInt32(range.last.row - 1),
                UInt16(range.last.column), "", workbook.format(style))
            try check(result, range.first)
        }
        try write(cell, at: range.first, style: style)
    }

    /// Column width in characters of the default font (a Chinese character is two).
    public func setWidth(_ width: Double, ofColumn column: Int) throws(WriteError) {
        let place = CellName(row: 1, column: column)
        try checkOpen(place)
        try check(worksheet_set_column(sheet, UInt16(column), UInt16(column), min(max(width, 0), 255), nil), place)
    }

    /// Height of a row in points.
    public func setHeight(_ height: Double, ofRow row: Int) throws(WriteError) {
        let place = CellName(row: row, column: 0)
        try checkOpen(place)
        try check(worksheet_set_row(sheet, UInt32(row - 1), min(max(height, 0), 409), nil), place)
    }

    /// Hides a row, as a filter would.
    public func hideRow(_ row: Int) throws(WriteError) {
        let place = CellName(row: row, column: 0)
        try checkOpen(place)
        var options = lxw_row_col_options(hidden: 1, level: 0, collapsed: 0)
        try check(worksheet_set_row_opt(sheet, UInt32(row - 1), LXW_DEF_ROW_HEIGHT, nil, &options), place)
    }

    /// Keeps the first rows and columns in sight.
    public func freeze(rows: Int, columns: Int = 0) {
        precondition(workbook.workbook != nil, "the workbook is closed")
        worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns))
    }

    /// Filter arrows on the first row of the range; the same row is repeated on every printed page.
    public func filter(_ range: CellRange) throws(WriteError) {
        try checkOpen(range.last)
        let first = UInt32(range.first.row - 1)
        let result = worksheet_autofilter(
            sheet, first, UInt16(range.first.column), UInt32(range.last.row - 1), UInt16(range.last.column))
        try check(result, range.first)
        try check(worksheet_repeat_rows(sheet, first, first), range.first)
    }

    /// Landscape A4, as wide as one page, with page numbers.
    public func setUpPrinting() throws(WriteError) {
        precondition(workbook.workbook != nil, "the workbook is closed")
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        try check(worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页"), CellName(row: 1, column: 0))
    }

    /// Only these values may be typed into the range; they are kept on a hidden sheet. `message` is what a wrong
    /// value is answered with.
    public func allow(_ choices: [String], in range: CellRange, message: String? = nil) throws(WriteError) {
        try checkOpen(range.last)
        guard !choices.isEmpty else { return }
        let formula = strdup(try workbook.formula(forChoices: choices))
        let message = message.map { strdup(String($0.prefix(255))) } ?? nil
        defer {
            free(formula)
            free(message)
        }
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        validation.value_formula = formula
        validation.error_message = message
        let result = worksheet_data_validation_range(
            sheet, UInt32(range.first.row - 1), UInt16(range.first.column), UInt32(range.last.row - 1),
            UInt16(range.last.column), &validation)
        try check(result, range.first)
    }

    private func write(_ text: String, _ row: UInt32, _ column: UInt16, _ style: CellStyle) throws(WriteError) {
        let safe = EscapedText.forWorkbook(text)
        let result = worksheet_write_string(sheet, row, column, safe, workbook.format(style))
        try check(result, CellName(row: Int(row) + 1, column: Int(column)))
    }

    private func write(_ date: CellDate, _ row: UInt32, _ column: UInt16, _ style: CellStyle) throws(WriteError) {
        // A sheet's calendar begins in 1900.
        guard date.year >= 1900 else { return try write(date.description, row, column, style) }
        let second = date.secondOfDay ?? 0
        let format = date.secondOfDay == nil ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm" + (second % 60 == 0 ? "" : ":ss")
        var native = lxw_datetime(
            year: Int32(date.year), month: Int32(date.month), day: Int32(date.day), hour: Int32(second / 3600),
            min: Int32(second / 60 % 60), sec: Double(second % 60))
        let result = worksheet_write_datetime(
            sheet, row, column, &native, workbook.format(style.defaulting(format: format)))
        try check(result, CellName(row: Int(row) + 1, column: Int(column)))
    }

    private func checkOpen(_ place: CellName) throws(WriteError) {
        precondition(workbook.workbook != nil, "the workbook is closed")
        precondition(place.row >= 1 && place.column >= 0, "rows count from 1, columns from 0")
        guard place.row <= CellName.rowLimit, place.column < CellName.columnLimit else {
            throw .tooLarge(sheet: name, detail: "\(place) 超出工作表范围")
        }
    }

    func check(_ result: lxw_error, _ place: CellName) throws(WriteError) {
        if result == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED {
            throw .tooLarge(sheet: name, detail: "\(place) 的文字超过 32767 个字")
        }
        try workbook.check(result)
    }
}
