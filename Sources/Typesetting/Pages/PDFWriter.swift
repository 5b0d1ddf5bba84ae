import CPango
public import Tabular

/// Writes documents into one PDF, one after the other, each with page numbers of its own and bookmarks. Only the
/// document being written is in memory.
///
///     let writer = try PDFWriter(to: sink, title: "年度履职档案", made: "2024-12-31")
///     for profile in profiles { try writer.write(profile) }
///     try writer.finish()
public final class PDFWriter {
    /// Where the library's bytes go, and what stopped them.
    private final class Outlet {
        let sink: ByteSink
        var failure: WriteError?

        init(_ sink: ByteSink) { self.sink = sink }
    }

    private let library: UnsafePointer<PageLibrary>
    private let outlet: Outlet
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    private let canvas: Canvas
    private var isFinished = false
    private var pageCount = 0
    /// Bookmarks of shelves made so far, by their path.
    private var shelves: [[String]: Int32] = [:]

    /// - Parameter made: The day the file says it was made, `2024-12-31`: equal content is equal bytes.
    public init(to sink: ByteSink, title: String, made: String) throws(TypesettingError) {
        library = try PDFWriter.open()
        outlet = Outlet(sink)
        let write: PageWriteFunction = { closure, bytes, count in
            guard let closure else { return 11 }
            let outlet = Unmanaged<Outlet>.fromOpaque(closure).takeUnretainedValue()
            do throws(WriteError) {
                if outlet.failure == nil {
                    try outlet.sink.write(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
                }
            } catch {
                outlet.failure = error
            }
            return outlet.failure == nil ? 0 : 11
        }
        surface = library.pointee.cairo_pdf_surface_create_for_stream(
            write, Unmanaged.passUnretained(outlet).toOpaque(), 595.28, 841.89)
        cairo = library.pointee.cairo_create(surface)
        let typesetter: Typesetter
        do {
            typesetter = try Typesetter(canvas: cairo, library: library)
        } catch {
            library.pointee.cairo_destroy(cairo)
            library.pointee.cairo_surface_destroy(surface)
            throw error
        }
        canvas = Canvas(library: library, cairo: cairo, typesetter: typesetter)
        for (key, value) in [(0, title), (4, "履职"), (5, made), (6, made)] as [(UInt32, String)] where !value.isEmpty {
            library.pointee.cairo_pdf_surface_set_metadata(surface, key, value)
        }
    }

    deinit {
        if !isFinished { library.pointee.cairo_surface_finish(surface) }
        library.pointee.cairo_destroy(cairo)
        library.pointee.cairo_surface_destroy(surface)
    }

    static func open() throws(TypesettingError) -> UnsafePointer<PageLibrary> {
        var missing: UnsafePointer<CChar>?
        guard let library = pageLibraryOpen(&missing) else {
            throw .libraryMissing(missing.map { String(cString: $0) } ?? "")
        }
        return library
    }

    /// Texts with characters that no font of this machine has; the first few.
    public var withoutGlyphs: [String] { canvas.typesetter.withoutGlyphs }

    /// Writes the pages of one document.
    public func write(_ manuscript: Manuscript) throws(TypesettingError) {
        precondition(!isFinished, "the file is finished")
        let set = BlockSetter(manuscript: manuscript, typesetter: canvas.typesetter).pages()
        let first = pageCount + 1
        bookmark(manuscript, set, first: first)
        for (place, page) in set.pages.enumerated() {
            library.pointee.cairo_pdf_surface_set_size(surface, set.geometry.width, set.geometry.height)
            canvas.draw(page + foot(manuscript, set, page: place))
            library.pointee.cairo_show_page(cairo)
            pageCount += 1
        }
        try check()
    }

    /// Ends the file; the sink is for the caller to finish. A PDF has at least one page.
    public func finish() throws(TypesettingError) {
        guard !isFinished else { return }
        if pageCount == 0 { library.pointee.cairo_show_page(cairo) }
        isFinished = true
        library.pointee.cairo_surface_finish(surface)
        try check()
    }

    private func check() throws(TypesettingError) {
        if let failure = outlet.failure { throw .write(failure) }
        let status = library.pointee.cairo_surface_status(surface)
        guard status == 0 else { throw .drawing(String(cString: library.pointee.cairo_status_to_string(status))) }
    }

    private func foot(_ manuscript: Manuscript, _ set: SetPages, page: Int) -> [Ink] {
        let y = set.geometry.height - 38
        let width = set.geometry.textWidth
        let number = canvas.typesetter.set("第 \(page + 1) 页 共 \(set.pages.count) 页", PageStyles.foot, width: nil)
        var ink: [Ink] = [
            .text(number, lines: 0..<1, x: set.geometry.left, y: y, width: width, .right, .grey)
        ]
        if !manuscript.foot.isEmpty {
            let text = canvas.typesetter.set(manuscript.foot, PageStyles.foot, width: width - 90)
            ink.append(
                .text(text, lines: 0..<min(text.count, 1), x: set.geometry.left, y: y, width: width, .left, .grey))
        }
        return ink
    }

    private func bookmark(_ manuscript: Manuscript, _ set: SetPages, first: Int) {
        let parent = shelf(manuscript.shelf, page: first)
        guard !manuscript.title.isEmpty else { return }
        let own = outline(parent, manuscript.title, page: first, y: 0, set)
        for mark in set.bookmarks { _ = outline(own, mark.title, page: first + mark.page, y: mark.y, set) }
    }

    private func shelf(_ path: [String], page: Int) -> Int32 {
        guard let name = path.last else { return 0 }
        if let known = shelves[path] { return known }
        let parent = shelf(Array(path.dropLast()), page: page)
        let id = library.pointee.cairo_pdf_surface_add_outline(surface, parent, name, "page=\(page)", 1)
        shelves[path] = id
        return id
    }

    private func outline(_ parent: Int32, _ title: String, page: Int, y: Double, _ set: SetPages) -> Int32 {
        let place = "page=\(page) pos=[0 \(Int(y))]"
        return library.pointee.cairo_pdf_surface_add_outline(surface, parent, title, place, 0)
    }
}
