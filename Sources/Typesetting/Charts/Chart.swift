public import Tabular

/// A chart as a value: bars or lines over categories. Sizes are for drawing; what is read is the label, which is the
/// exact text of the table.
public struct Chart: Equatable, Sendable {
    public var kind: TableChart.Kind
    public var title: String
    public var categories: [String]
    public var series: [Series]

    /// One colour's worth of values, one for each category.
    public struct Series: Equatable, Sendable {
        public var name: String
        public var values: [Value?]

        public init(name: String, values: [Value?]) { (self.name, self.values) = (name, values) }
    }

    /// How long, and what it says. Nothing that is not finite is ever drawn.
    public struct Value: Equatable, Sendable {
        public var size: Double
        public var label: String

        public init(size: Double, label: String) { (self.size, self.label) = (size.isFinite ? size : 0, label) }
    }

    public init(kind: TableChart.Kind, title: String, categories: [String], series: [Series]) {
        (self.kind, self.title, self.categories, self.series) = (kind, title, categories, series)
    }

    /// The chart of a table; nil where it asks for none or there is nothing to draw.
    public init?(of table: TableDocument) {
        guard let wish = table.chart, let naming = table.place(ofColumn: wish.category), !table.rows.isEmpty else {
            return nil
        }
        let names = table.rows.map { naming < $0.count ? table.columns[naming].displayText($0[naming]) : "" }
        let series = wish.series.compactMap { key -> Series? in
            guard let place = table.place(ofColumn: key) else { return nil }
            let column = table.columns[place]
            return Series(
                name: column.name, values: table.rows.map { place < $0.count ? Chart.value($0[place], column) : nil })
        }
        guard series.contains(where: { $0.values.contains { $0 != nil } }) else { return nil }
        self.init(kind: wish.kind, title: wish.title, categories: names, series: series)
    }

    private static func value(_ cell: Cell, _ column: TableColumn) -> Value? {
        guard case .number(let number) = cell else { return nil }
        return Value(size: number.double, label: column.displayText(cell))
    }

    /// Pieces of so many categories at the most, for paper; lines stay whole.
    func pieces(of limit: Int) -> [Chart] {
        guard kind != .lines, categories.count > limit else { return [self] }
        return stride(from: 0, to: categories.count, by: limit).map { start in
            let range = start..<min(start + limit, categories.count)
            return Chart(
                kind: kind, title: start == 0 ? title : title + "（续）", categories: Array(categories[range]),
                series: series.map { Series(name: $0.name, values: Array($0.values[range])) })
        }
    }
}
