public import Tabular

/// What is to be set, before it is a PDF, a web page or a document to be edited. Knows nothing of what it says.
public struct Manuscript: Equatable, Sendable {
    /// Names the document, and stands in its bookmarks.
    public var title: String
    public var blocks: [Block]
    public var paper: Paper
    /// 红头: the name in red above a red line; nil for none.
    public var redHeading: String?
    /// Small print at the foot of every page, left of the page number.
    public var foot: String
    /// Bookmarks above this document's own, from the outside in: where a file holds many documents.
    public var shelf: [String]

    public init(
        title: String, blocks: [Block] = [], paper: Paper = .upright, redHeading: String? = nil, foot: String = "",
        shelf: [String] = []
    ) {
        (self.title, self.blocks, self.paper) = (title, blocks, paper)
        (self.redHeading, self.foot, self.shelf) = (redHeading, foot, shelf)
    }
}

/// How a page lies. Always A4.
public enum Paper: Equatable, Sendable {
    case upright
    case across
}

/// One thing below another.
public enum Block: Equatable, Sendable {
    /// The document's name, large and in the middle.
    case title(String)
    /// A line in the middle below the title: a number, a year.
    case subtitle(String)
    /// Begins a part; gets a bookmark.
    case heading(String)
    case paragraph(String, ParagraphLook = .body)
    /// Names and values side by side in a frame, so many pairs in a line; empty values are left out.
    case fields([Field], pairs: Int = 2)
    /// A table under its title, repeated heads on every page, its chart behind it.
    case table(TableDocument)
    case chart(Chart)
    /// Lines to sign on: who signs.
    case signatures([String])
    case pageBreak
}

/// A name with its value.
public struct Field: Equatable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
}

/// What a paragraph is.
public enum ParagraphLook: Equatable, Sendable {
    /// Set as a letter is: first line drawn in by two characters, both edges straight.
    case body
    /// To whom it goes: no indent.
    case addressee
    /// Who sends it and when: at the right.
    case closing
    /// Small, below something.
    case note
    /// The one line that matters most.
    case emphasis
}

extension Manuscript {
    /// Tables one below the other: what reports are that say nothing of their own about pages. Many columns lie across.
    public init(title: String = "", tables: [TableDocument], shelf: [String] = []) {
        let name = title.isEmpty ? tables.first { !$0.title.isEmpty }?.title ?? "" : title
        var blocks: [Block] = name.isEmpty ? [] : [.title(name)]
        for (place, table) in tables.enumerated() {
            var table = table
            if place == 0, table.title == name { table.title = "" }
            blocks += table.isFields ? Manuscript.fields(of: table) : [.table(table)]
        }
        let needed = tables.map { ColumnWidths(of: $0).natural }.max() ?? 0
        self.init(title: name, blocks: blocks, paper: needed > 62 ? .across : .upright, shelf: shelf)
    }

    /// A table of what and its value is a frame of names and values.
    private static func fields(of table: TableDocument) -> [Block] {
        let fields = table.rows.map { Field($0.first?.text ?? "", $0.dropFirst().first?.text ?? "") }
        return (table.title.isEmpty ? [] : [.heading(table.title)]) + [.fields(fields, pairs: 1)]
            + table.notes.map { .paragraph($0, .note) }
    }
}

extension TableDocument {
    /// Whether it has two columns only: what, and its value.
    fileprivate var isFields: Bool { columns.map(\.key) == ["field", "value"] }
}
