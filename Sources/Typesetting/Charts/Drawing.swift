/// A picture made of a few kinds of marks, before it is drawn on paper or written as SVG. Points, y downwards.
struct Drawing: Equatable {
    var width: Double
    var height: Double
    var marks: [Mark] = []

    enum Mark: Equatable {
        case box(x: Double, y: Double, width: Double, height: Double, Colour)
        case line([Spot], Colour, width: Double, isDashed: Bool = false)
        case dot(Spot, radius: Double, Colour)
        /// `y` is the middle of the line of text.
        case text(String, x: Double, y: Double, size: Double, Anchor, Colour)
    }

    struct Spot: Equatable {
        var x: Double
        var y: Double
    }

    /// Which part of the text lies at `x`.
    enum Anchor { case start, middle, end }
}

/// A colour that also tells from its neighbours in grey print.
public struct Colour: Equatable, Sendable {
    /// 0xRRGGBB.
    public var code: UInt32

    public init(_ code: UInt32) { self.code = code }

    var red: Double { Double(code >> 16 & 0xFF) / 255 }
    var green: Double { Double(code >> 8 & 0xFF) / 255 }
    var blue: Double { Double(code & 0xFF) / 255 }

    static let black = Colour(0x000000)
    static let grey = Colour(0x595959)
    static let rule = Colour(0x8C8C8C)
    static let faint = Colour(0xD9D9D9)
    static let shade = Colour(0xF0F0F0)
    /// The red of a heading (红头).
    static let red = Colour(0xD7000F)
    static let series = [0x2B5C8A, 0xC3CBD6, 0xC8553D, 0xE0A030, 0x588B5B, 0x7A5C99, 0x4FA3A5, 0x8C6D4F].map(
        Colour.init)
}
