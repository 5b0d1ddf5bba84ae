import Tabular
import Testing
import Typesetting

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Runs a program and returns what it printed.
func run(_ command: String) throws -> String {
    let pipe = try #require(popen(command, "r"))
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&buffer, 1, buffer.count, pipe)
        if count == 0 { break }
        bytes += buffer[0..<count]
    }
    #expect(pclose(pipe) == 0, "\(command)")
    return String(decoding: bytes, as: UTF8.self)
}

/// A PDF made of manuscripts, read back with poppler.
struct ReadPDF {
    let bytes: [UInt8]
    /// Text of each page as it lies on it.
    let pages: [String]
    /// What pdfinfo says.
    let facts: String
    /// The bookmarks, as XML.
    let outline: String

    init(_ manuscripts: [Manuscript]) throws {
        let sink = ByteSink.memory()
        let writer = try PDFWriter(to: sink, title: manuscripts.first?.title ?? "", made: "2024-12-31")
        for manuscript in manuscripts { try writer.write(manuscript) }
        try writer.finish()
        #expect(writer.withoutGlyphs.isEmpty)
        bytes = sink.bytes
        let folder = try run("mktemp -d").split(separator: "\n").joined()
        let file = try ByteSink.file(folder + "/a.pdf")
        try file.write(bytes)
        try file.finish()
        facts = try run("pdfinfo \(folder)/a.pdf")
        pages = try run("pdftotext -layout \(folder)/a.pdf -").split(separator: "\u{0C}").map(String.init)
        outline = try run("cd \(folder) && pdftohtml -xml -i -stdout a.pdf | sed -n '/<outline>/,$p'")
        _ = try run("rm -r \(folder)")
    }

    var text: String { pages.joined() }
}

extension String {
    /// Without blanks and line ends, which a page places as it likes.
    var squeezed: String { filter { !$0.isWhitespace } }
}
