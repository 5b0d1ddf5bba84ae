/// What stands on a page, and where: `x` and `y` are the upper left corner.
enum Ink {
    /// Some lines of a text, each placed within `width`.
    case text(SetText, lines: Range<Int>, x: Double, y: Double, width: Double, Alignment, Colour)
    case rule(fromX: Double, fromY: Double, toX: Double, toY: Double, width: Double, Colour)
    case box(x: Double, y: Double, width: Double, height: Double, Colour)
    case drawing(Drawing, x: Double, y: Double)

    enum Alignment { case left, middle, right }
}

/// The pages of one document, before their number is known and they are drawn.
struct SetPages {
    var geometry: PageGeometry
    var pages: [[Ink]] = [[]]
    /// What is left above `y` of the last page is taken.
    var y: Double
    /// Headings with the page (from 0) and height they stand at.
    var bookmarks: [(title: String, page: Int, y: Double)] = []

    init(_ geometry: PageGeometry) {
        self.geometry = geometry
        y = geometry.top
    }

    var isAtTop: Bool { y <= geometry.top + 0.5 }

    mutating func turn() {
        pages.append([])
        y = geometry.top
    }

    /// Begins a new page where so much does not fit any more, unless it would not fit on an empty one either.
    mutating func need(_ height: Double) {
        if y + height > geometry.bottom, !isAtTop { turn() }
    }

    mutating func add(_ ink: Ink) { pages[pages.count - 1].append(ink) }

    mutating func gap(_ height: Double) {
        if !isAtTop { y += height }
    }
}
