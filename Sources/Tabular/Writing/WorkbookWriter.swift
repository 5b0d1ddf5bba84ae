internal import CXlsxWriter

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a workbook is written.
public struct WorkbookOptions: Sendable {
    /// Rows are written through as they come, in constant memory. They must then come in order, and merged cells
    /// may not reach below the row being written.
    public var constantMemory = false
    /// Folder for temporary files of a large workbook; nil is the system's.
    public var temporaryFolder: String?
    public var title: String?
    /// Seconds since 1970 written as the time of creation; fixed by default, so that equal content is equal bytes.
    public var created = 1_704_067_200

    public init() {}
}

/// Writes an XLSX workbook beside its path and puts it there whole when closed. A writer that is dropped without
/// `close` leaves nothing behind.
///
///     let workbook = try WorkbookWriter(path: "名册.xlsx")
///     let sheet = try workbook.addSheet("委员名册")
///     try sheet.writeRow(1, ["委员编号", "姓名"], style: .heading)
///     try workbook.close()
public final class WorkbookWriter {
    let staged: StagedFile
    private(set) var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var names = SheetNames()
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var choiceLists: ChoiceLists?
    let isConstantMemory: Bool

    public init(path: String, options: WorkbookOptions = WorkbookOptions()) throws(WriteError) {
        staged = try StagedFile(path: path)
        isConstantMemory = options.constantMemory
        // The library opens its file only when closing; find out now whether it may.
        let descriptor = open(staged.temporaryPath, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw WriteError(errno, path: path) }
        _ = Tabular.closeDescriptor(descriptor)
        workbook = WorkbookWriter.newWorkbook(path: staged.temporaryPath, options: options)
        guard workbook != nil else {
            staged.discard()
            throw .workbook(code: 0, message: "无法建立工作簿")
        }
        try setProperties(options)
    }

    deinit {
        guard let workbook else { return }
        lxw_workbook_free(workbook)
        staged.discard()
    }

    private static func newWorkbook(path: String, options: WorkbookOptions) -> UnsafeMutablePointer<lxw_workbook>? {
        var native = lxw_workbook_options()
        native.constant_memory = options.constantMemory ? 1 : 0
        native.use_zip64 = 0
        let folder = options.temporaryFolder.map { strdup($0) } ?? nil
        defer { free(folder) }
        native.tmpdir = folder
        return workbook_new_opt(path, &native)
    }

    private func setProperties(_ options: WorkbookOptions) throws(WriteError) {
        let title = options.title.map { strdup($0) } ?? nil
        defer { free(title) }
        var properties = lxw_doc_properties()
        properties.title = title
        properties.created = time_t(options.created)
        try check(workbook_set_properties(workbook, &properties))
    }

    /// Adds a sheet. Characters that a name may not have become `_`, a long name is cut, a name used before gets a
    /// number; see the result's `name`.
    public func addSheet(_ name: String, isHidden: Bool = false) throws(WriteError) -> SheetWriter {
        precondition(workbook != nil, "the workbook is closed")
        let name = names.claim(name)
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw .workbook(code: 0, message: "无法建立工作表“\(name)”")
        }
        if isHidden { worksheet_hide(sheet) }
        return SheetWriter(self, sheet, name: name)
    }

    /// Writes everything out and renames it into place.
    public func close() throws(WriteError) {
        precondition(workbook != nil, "the workbook is closed")
        let result = workbook_close(workbook)
        let code = errno
        workbook = nil
        do throws(WriteError) {
            guard result == LXW_NO_ERROR else { throw writeError(result, code) }
            try syncFile()
            try staged.commit()
        } catch {
            staged.discard()
            throw error
        }
    }

    private func syncFile() throws(WriteError) {
        let descriptor = open(staged.temporaryPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw WriteError(errno, path: staged.path) }
        defer { _ = Tabular.closeDescriptor(descriptor) }
        try StagedFile.sync(descriptor, path: staged.path)
    }

    private func writeError(_ result: lxw_error, _ code: Int32) -> WriteError {
        // The library says only "file error"; the operating system said why.
        if code == ENOSPC || code == EDQUOT { return .diskFull(path: staged.path) }
        return .workbook(code: Int32(result.rawValue), message: String(cString: lxw_strerror(result)))
    }

    /// Throws what the library returned, unless it is success.
    func check(_ result: lxw_error) throws(WriteError) {
        guard result == LXW_NO_ERROR else { throw writeError(result, 0) }
    }

    /// A new chart, for a sheet to place.
    func newChart(_ type: lxw_chart_type) throws(WriteError) -> UnsafeMutablePointer<lxw_chart> {
        precondition(workbook != nil, "the workbook is closed")
        guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else {
            throw .workbook(code: 0, message: "无法建立图表")
        }
        return chart
    }

    /// The library's format for a style; nil for plain.
    func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if style == .plain { return nil }
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(workbook) else { return nil }
        style.apply(to: format)
        formats[style] = format
        return format
    }

    /// Where a list of choices is kept, as a formula.
    func formula(forChoices choices: [String]) throws(WriteError) -> String {
        if choiceLists == nil { choiceLists = ChoiceLists(sheet: try addSheet("选项", isHidden: true)) }
        return try choiceLists?.formula(for: choices) ?? ""
    }
}
