import CPango

/// Draws what pages hold.
struct Canvas {
    let library: UnsafePointer<PageLibrary>
    let cairo: OpaquePointer
    let typesetter: Typesetter

    func draw(_ ink: [Ink]) {
        // Shades lie below the rest; rules of one kind are one stroke.
        for case .box(let x, let y, let width, let height, let colour) in ink { fill(x, y, width, height, colour) }
        strokeRules(ink)
        var last: Colour?
        for item in ink {
            switch item {
            case .text(let text, let lines, let x, let y, let width, let alignment, let colour):
                if last != colour { setColour(colour) }
                last = colour
                draw(text, lines, x: x, y: y, width: width, alignment)
            case .drawing(let drawing, let x, let y):
                draw(drawing, x: x, y: y)
                last = nil
            case .rule, .box: break
            }
        }
    }

    private func draw(
        _ text: SetText, _ lines: Range<Int>, x: Double, y: Double, width: Double, _ alignment: Ink.Alignment
    ) {
        for (row, line) in lines.enumerated() {
            let indent = line == 0 ? text.indent : 0
            let rest = width - text.widths[line]
            let shift =
                switch alignment {
                case .left: indent
                case .middle: rest / 2
                case .right: rest
                }
            let baseline = y + Double(row) * text.style.lineHeight + text.style.ascent
            text.draw(line: line, on: cairo, x: x + shift, baseline: baseline)
        }
    }

    private struct Pen: Hashable {
        var width: Double
        var colour: UInt32
    }

    private func strokeRules(_ ink: [Ink]) {
        var rules: [(pen: Pen, ink: Ink)] = []
        for item in ink {
            if case .rule(_, _, _, _, let width, let colour) = item {
                rules.append((Pen(width: width, colour: colour.code), item))
            }
        }
        var done: Set<Pen> = []
        for (pen, _) in rules where done.insert(pen).inserted {
            for case (pen, .rule(let fromX, let fromY, let toX, let toY, _, _)) in rules {
                library.pointee.cairo_move_to(cairo, fromX, fromY)
                library.pointee.cairo_line_to(cairo, toX, toY)
            }
            setColour(Colour(pen.colour))
            library.pointee.cairo_set_line_width(cairo, pen.width)
            library.pointee.cairo_stroke(cairo)
        }
    }

    /// A chart: its marks in their own order.
    func draw(_ drawing: Drawing, x left: Double, y top: Double) {
        for mark in drawing.marks {
            switch mark {
            case .box(let x, let y, let width, let height, let colour):
                fill(left + x, top + y, width, height, colour)
            case .line(let spots, let colour, let width, let isDashed): line(spots, left, top, colour, width, isDashed)
            case .dot(let spot, let radius, let colour):
                setColour(colour)
                library.pointee.cairo_new_path(cairo)
                library.pointee.cairo_arc(cairo, left + spot.x, top + spot.y, radius, 0, 2 * Double.pi)
                library.pointee.cairo_fill(cairo)
            case .text(let text, let x, let y, let size, let anchor, let colour):
                let set = typesetter.set(text, TypeStyle(.song, size), width: nil)
                setColour(colour)
                let shift = anchor == .start ? 0 : anchor == .middle ? 0.5 : 1
                let width = set.widths.first ?? 0
                set.draw(line: 0, on: cairo, x: left + x - width * shift, baseline: top + y + size * 0.36)
            }
        }
    }

    private func line(
        _ spots: [Drawing.Spot], _ left: Double, _ top: Double, _ colour: Colour, _ width: Double, _ isDashed: Bool
    ) {
        guard let first = spots.first else { return }
        library.pointee.cairo_move_to(cairo, left + first.x, top + first.y)
        for spot in spots.dropFirst() { library.pointee.cairo_line_to(cairo, left + spot.x, top + spot.y) }
        setColour(colour)
        library.pointee.cairo_set_line_width(cairo, width)
        if isDashed { library.pointee.cairo_set_dash(cairo, [3, 2], 2, 0) }
        library.pointee.cairo_stroke(cairo)
        if isDashed { library.pointee.cairo_set_dash(cairo, nil, 0, 0) }
    }

    private func fill(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ colour: Colour) {
        setColour(colour)
        library.pointee.cairo_rectangle(cairo, x, y, width, height)
        library.pointee.cairo_fill(cairo)
    }

    private func setColour(_ colour: Colour) {
        library.pointee.cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue)
    }
}
