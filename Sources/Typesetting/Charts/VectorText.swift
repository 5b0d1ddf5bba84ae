import Tabular

/// A drawing as SVG that stands within a web page.
enum VectorText {
    static func svg(_ drawing: Drawing, label: String) -> String {
        var text =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"\(Markup.escaped(label))\" "
            + "viewBox=\"0 0 \(number(drawing.width)) \(number(drawing.height))\" "
            + "font-family=\"Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif\">\n"
        for mark in drawing.marks { text += element(mark) + "\n" }
        return text + "</svg>"
    }

    private static func element(_ mark: Drawing.Mark) -> String {
        switch mark {
        case .box(let x, let y, let width, let height, let colour):
            return "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
                + "height=\"\(number(height))\" fill=\"\(hex(colour))\"/>"
        case .line(let spots, let colour, let width, let isDashed):
            let points = spots.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
            return "<polyline points=\"\(points)\" fill=\"none\" stroke=\"\(hex(colour))\" "
                + "stroke-width=\"\(number(width))\"\(isDashed ? " stroke-dasharray=\"3 2\"" : "")/>"
        case .dot(let spot, let radius, let colour):
            return "<circle cx=\"\(number(spot.x))\" cy=\"\(number(spot.y))\" r=\"\(number(radius))\" "
                + "fill=\"\(hex(colour))\"/>"
        case .text(let text, let x, let y, let size, let anchor, let colour):
            let place = anchor == .start ? "start" : anchor == .middle ? "middle" : "end"
            return "<text x=\"\(number(x))\" y=\"\(number(y + size * 0.36))\" font-size=\"\(number(size))\" "
                + "text-anchor=\"\(place)\" fill=\"\(hex(colour))\">\(Markup.escaped(text))</text>"
        }
    }

    /// Two decimals are finer than any eye.
    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func hex(_ colour: Colour) -> String {
        let digits = String(colour.code, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
