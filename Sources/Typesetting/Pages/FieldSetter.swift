/// Sets names and values in a frame, so many pairs in a line; a long value has a line of its own.
struct FieldSetter {
    let fields: [Field]
    let pairs: Int
    let typesetter: Typesetter
    private static let pad = 4.0

    /// A line of the frame: the pairs in it share its width.
    private typealias Line = [Field]

    func set(on pages: inout SetPages) {
        let shown = fields.filter { !$0.value.isEmpty }
        guard !shown.isEmpty else { return }
        let left = pages.geometry.left
        let full = pages.geometry.textWidth
        let names = (shown.map { EmWidth.of($0.name) }.max() ?? 0) * PageStyles.fieldName.size + 2 * FieldSetter.pad + 2
        let values = (full - names * Double(pairs)) / Double(pairs)
        for line in lines(shown, valueRoom: values - 2 * FieldSetter.pad) {
            let last = (full - names * Double(line.count) - values * Double(line.count - 1))
            let cells = line.enumerated().map { place, field in
                let width = place == line.count - 1 ? last : values
                return (
                    name: typesetter.set(field.name, PageStyles.fieldName, width: names - 2 * FieldSetter.pad),
                    value: typesetter.set(field.value, PageStyles.field, width: width - 2 * FieldSetter.pad),
                    width: width
                )
            }
            let height = (cells.map { max($0.name.height, $0.value.height) }.max() ?? 0) + 2 * FieldSetter.pad
            pages.need(height)
            var x = left
            let y = pages.y
            for cell in cells {
                pages.add(.box(x: x, y: y, width: names, height: height, .shade))
                put(cell.name, x: x, y: y, width: names, height: height, .middle, on: &pages)
                put(cell.value, x: x + names, y: y, width: cell.width, height: height, .left, on: &pages)
                for edge in [x, x + names] { vertical(edge, y, y + height, on: &pages) }
                x += names + cell.width
            }
            vertical(left + full, y, y + height, on: &pages)
            for edge in [y, y + height] {
                pages.add(.rule(fromX: left, fromY: edge, toX: left + full, toY: edge, width: 0.4, .rule))
            }
            pages.y += height
        }
    }

    private func put(
        _ text: SetText, x: Double, y: Double, width: Double, height: Double, _ alignment: Ink.Alignment,
        on pages: inout SetPages
    ) {
        let top = y + (height - text.height) / 2
        pages.add(
            .text(
                text, lines: 0..<text.count, x: x + FieldSetter.pad, y: top, width: width - 2 * FieldSetter.pad,
                alignment, .black))
    }

    private func vertical(_ x: Double, _ from: Double, _ to: Double, on pages: inout SetPages) {
        pages.add(.rule(fromX: x, fromY: from, toX: x, toY: to, width: 0.4, .rule))
    }

    private func lines(_ fields: [Field], valueRoom: Double) -> [Line] {
        var lines: [Line] = []
        var open: Line = []
        for field in fields {
            if EmWidth.of(field.value) * PageStyles.field.size > valueRoom * 1.6 {
                if !open.isEmpty { lines.append(open) }
                open = []
                lines.append([field])
            } else {
                open.append(field)
                if open.count == pairs {
                    lines.append(open)
                    open = []
                }
            }
        }
        return open.isEmpty ? lines : lines + [open]
    }
}
