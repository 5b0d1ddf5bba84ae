/// Where text may stand on an A4 page, in points.
struct PageGeometry {
    let width: Double
    let height: Double
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    init(_ paper: Paper) {
        (width, height) = paper == .upright ? (595.28, 841.89) : (841.89, 595.28)
        (left, right, top, bottom) = (51, width - 51, 57, height - 57)
    }

    var textWidth: Double { right - left }
    var textHeight: Double { bottom - top }
}

/// Sizes of type of a document.
enum PageStyles {
    static let title = TypeStyle(.hei, 17, lines: 1.4)
    /// Below a red heading, as official papers have it.
    static let officialTitle = TypeStyle(.title, 20, lines: 1.4)
    static let subtitle = TypeStyle(.song, 10.5, lines: 1.5)
    static let heading = TypeStyle(.hei, 11.5, lines: 1.5)
    static let body = TypeStyle(.song, 12, lines: 1.75)
    static let emphasis = TypeStyle(.hei, 11, lines: 1.6)
    static let note = TypeStyle(.song, 8.5, lines: 1.45)
    static let foot = TypeStyle(.song, 8, lines: 1.4)
    static let red = TypeStyle(.title, 30, lines: 1.5)
    static let field = TypeStyle(.song, 9.5, lines: 1.4)
    static let fieldName = TypeStyle(.hei, 9, lines: 1.4)
}
