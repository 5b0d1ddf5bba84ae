import Tabular

/// Lays a chart out as marks in a given width.
struct ChartDrawing {
    let chart: Chart
    let width: Double

    private static let text = 8.0
    private static let titleSize = 9.5

    func drawing() -> Drawing {
        var drawing = Drawing(width: width, height: 0)
        var top = 4.0
        if !chart.title.isEmpty {
            drawing.marks.append(
                .text(chart.title, x: width / 2, y: top + 6, size: ChartDrawing.titleSize, .middle, .black))
            top += 18
        }
        if chart.series.count > 1 { top = legend(in: &drawing, top: top) }
        switch chart.kind {
        case .bars, .stackedBars: bars(in: &drawing, top: top)
        case .lines: lines(in: &drawing, top: top)
        }
        return drawing
    }

    private func colour(_ place: Int) -> Colour { Colour.series[place % Colour.series.count] }

    private func legend(in drawing: inout Drawing, top: Double) -> Double {
        var x = 0.0
        var y = top + 5
        for (place, series) in chart.series.enumerated() {
            let length = 12 + EmWidth.of(series.name) * ChartDrawing.text + 14
            if x > 0, x + length > width { (x, y) = (0, y + 13) }
            drawing.marks.append(.box(x: x, y: y - 3.5, width: 8, height: 7, colour(place)))
            drawing.marks.append(.text(series.name, x: x + 12, y: y, size: ChartDrawing.text, .start, .black))
            x += length
        }
        return y + 12
    }

    // MARK: Bars

    private func bars(in drawing: inout Drawing, top: Double) {
        let names = min(chart.categories.map { EmWidth.of($0) }.max() ?? 0, 14) * ChartDrawing.text + 6
        let isStacked = chart.kind == .stackedBars
        let thick = isStacked || chart.series.count == 1 ? 9.0 : 6.5
        let step = isStacked ? thick + 6 : thick * Double(max(chart.series.count, 1)) + 6
        let labels = labelRoom()
        let room = max(width - names - labels, 40)
        let scale = BarScale(chart, room: room)
        let bottom = top + step * Double(chart.categories.count)
        drawing.marks.append(
            .line([.init(x: names + scale.zero, y: top), .init(x: names + scale.zero, y: bottom)], .rule, width: 0.6))
        for (row, category) in chart.categories.enumerated() {
            let y = top + step * Double(row) + 3
            let middle = y + (step - 6) / 2
            let short = shortened(category, ems: 14)
            drawing.marks.append(.text(short, x: names - 5, y: middle, size: ChartDrawing.text, .end, .black))
            if isStacked {
                stack(row, at: y, thick, left: names, scale, in: &drawing)
            } else {
                group(row, at: y, thick, left: names, scale, in: &drawing)
            }
        }
        drawing.height = bottom + 6
    }

    private func labelRoom() -> Double {
        let isStacked = chart.kind == .stackedBars
        let texts =
            isStacked
            ? totals().map { $0.map(String.init) ?? "" } : chart.series.flatMap { $0.values.map { $0?.label ?? "" } }
        return (texts.map { EmWidth.of($0) }.max() ?? 0) * ChartDrawing.text + 8
    }

    /// Sum of whole numbers of each row; nil where a value is no whole number, since only the table adds exactly.
    private func totals() -> [Int?] {
        chart.categories.indices.map { row in
            chart.series.reduce(Optional(0)) { sum, series in
                guard let value = series.values[row] else { return sum }
                return sum.flatMap { sum in Int(value.label).map { sum + $0 } }
            }
        }
    }

    private func group(
        _ row: Int, at y: Double, _ thick: Double, left: Double, _ scale: BarScale, in drawing: inout Drawing
    ) {
        for (place, series) in chart.series.enumerated() {
            guard let value = series.values[row] else { continue }
            let top = y + thick * Double(place)
            let end = scale.position(value.size)
            let (from, to) = (min(scale.zero, end), max(scale.zero, end))
            drawing.marks.append(
                .box(x: left + from, y: top, width: to - from, height: thick - 1, colour(place)))
            drawing.marks.append(
                .text(
                    value.label, x: left + to + 3, y: top + thick / 2 - 0.5, size: ChartDrawing.text - 1, .start, .grey)
            )
        }
    }

    private func stack(
        _ row: Int, at y: Double, _ thick: Double, left: Double, _ scale: BarScale, in drawing: inout Drawing
    ) {
        var x = left + scale.zero
        for (place, series) in chart.series.enumerated() {
            guard let value = series.values[row], value.size > 0 else { continue }
            let length = scale.position(value.size) - scale.zero
            drawing.marks.append(.box(x: x, y: y, width: length, height: thick, colour(place)))
            x += length
        }
        if let total = totals()[row] {
            drawing.marks.append(
                .text("\(total)", x: x + 3, y: y + thick / 2, size: ChartDrawing.text - 1, .start, .grey))
        }
    }

    private func shortened(_ text: String, ems: Double) -> String {
        DisplayWidth(ambiguousIsWide: true).truncated(text, to: Int(ems * 2))
    }

    // MARK: Lines

    private func lines(in drawing: inout Drawing, top: Double) {
        let height = 130.0
        let all = chart.series.flatMap { $0.values.compactMap { $0?.size } }
        let ceiling = Scale.roundedUp(all.max() ?? 0)
        let floor = min(0, all.min() ?? 0)
        let left = 8 + EmWidth.of(Scale.text(ceiling)) * ChartDrawing.text
        let room = width - left - 16
        func x(_ place: Int) -> Double {
            chart.categories.count < 2
                ? left + room / 2 : left + 10 + (room - 20) * Double(place) / Double(chart.categories.count - 1)
        }
        func y(_ size: Double) -> Double { top + 6 + height * (1 - (size - floor) / max(ceiling - floor, 1e-9)) }
        for quarter in 0...4 {
            let size = floor + (ceiling - floor) * Double(quarter) / 4
            drawing.marks.append(
                .line([.init(x: left, y: y(size)), .init(x: left + room, y: y(size))], .faint, width: 0.5))
            drawing.marks.append(
                .text(Scale.text(size), x: left - 4, y: y(size), size: ChartDrawing.text - 1, .end, .grey))
        }
        let every = max(1, Int((Double(chart.categories.count) * 34 / room).rounded(.up)))
        for (place, category) in chart.categories.enumerated() where place % every == 0 {
            drawing.marks.append(
                .text(category, x: x(place), y: top + height + 16, size: ChartDrawing.text, .middle, .black))
        }
        for (place, series) in chart.series.enumerated() {
            curve(series, colour(place), x, y, in: &drawing)
        }
        drawing.height = top + height + 26
    }

    /// Where a value is missing the line has a gap: nothing is drawn as zero that is not known.
    private func curve(
        _ series: Chart.Series, _ colour: Colour, _ x: (Int) -> Double, _ y: (Double) -> Double,
        in drawing: inout Drawing
    ) {
        var piece: [Drawing.Spot] = []
        func end() {
            if piece.count > 1 { drawing.marks.append(.line(piece, colour, width: 1.4)) }
            piece = []
        }
        for (place, value) in series.values.enumerated() {
            guard let value else {
                end()
                continue
            }
            let spot = Drawing.Spot(x: x(place), y: y(value.size))
            piece.append(spot)
            drawing.marks.append(.dot(spot, radius: 2.2, colour))
            drawing.marks.append(.text(value.label, x: spot.x, y: spot.y - 8, size: 7, .middle, .grey))
        }
        end()
    }
}

/// Where a bar ends: zero lies within, so that what is below it goes to the left.
struct BarScale {
    let zero: Double
    private let unit: Double

    init(_ chart: Chart, room: Double) {
        var most = 0.0
        var least = 0.0
        for row in chart.categories.indices {
            let sizes = chart.series.compactMap { $0.values[row]?.size }
            if chart.kind == .stackedBars {
                most = max(most, sizes.filter { $0 > 0 }.reduce(0, +))
            } else {
                most = max(most, sizes.max() ?? 0)
                least = min(least, sizes.min() ?? 0)
            }
        }
        let span = most - least
        unit = span > 0 ? room / span : 0
        zero = -least * unit
    }

    func position(_ size: Double) -> Double { zero + size * unit }
}

/// Round numbers along an axis.
enum Scale {
    /// 1, 2, 4 or 10 times a power of ten, not below the number: quarters of it are short numbers.
    static func roundedUp(_ number: Double) -> Double {
        guard number > 0, number.isFinite else { return 4 }
        var power = 1.0
        while power * 10 <= number { power *= 10 }
        while power > number { power /= 10 }
        return power * ([1, 2, 4, 6, 8, 10].first { $0 * power >= number } ?? 10)
    }

    static func text(_ number: Double) -> String {
        let tenths = (number * 100).rounded() / 100
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }
}
