/// 分值 or 扣分: what one record is worth.
enum PlainAmount {
    case fixed(PlainFraction)
    case perHalfDay(PlainFraction)
    case perMissedHalfDay(PlainFraction)
    case table(String, [(row: PlainCondition, points: PlainFraction)])
    case split(PlainFraction, first: PlainFraction?, credited: Int)

    init?(_ written: PlainText?) {
        guard let written else { return nil }
        if let number = written.fraction {
            self = .fixed(number)
        } else if let rate = written.fraction("每半天") {
            self = .perHalfDay(rate)
        } else if let rate = written.fraction("每缺半天") {
            self = .perMissedHalfDay(rate)
        } else if let total = written.fraction("分摊") {
            self = .split(total, first: written.fraction("第一人"), credited: written.number("最多计") ?? 255)
        } else if let way = ["首个", "最高", "相加"].first(where: { written[$0] != nil }) {
            self = .table(way, PlainAmount.rows(written.each(way)))
        } else {
            self = .table("首个", PlainAmount.rows(written.each))
        }
    }

    private static func rows(_ written: [PlainText]) -> [(row: PlainCondition, points: PlainFraction)] {
        written.map { (PlainCondition($0, status: nil), $0.fraction("分") ?? .zero) }
    }

    /// Nil where no row of a table fits: the record is then none of this indicator's.
    func worth(_ record: PlainRecord) -> PlainFraction? {
        switch self {
        case .fixed(let number): return number
        case .perHalfDay(let rate): return rate * PlainFraction(Int128(record.attended))
        case .perMissedHalfDay(let rate):
            return rate * PlainFraction(Int128(max(0, record.held - record.attended)))
        case .table(let way, let rows):
            let fitting = rows.filter { $0.row.fits(record) }.map(\.points)
            if fitting.isEmpty { return nil }
            return way == "首个" ? fitting[0] : way == "最高" ? fitting.max() : fitting.sum()
        case .split(let total, let first, let credited):
            let people = min(max(1, record.people), credited)
            let place = max(1, record.place)
            if place > people { return .zero }
            if people == 1 { return total }
            guard let first else { return total / PlainFraction(Int128(people)) }
            return place == 1 ? total * first : total * (.one - first) / PlainFraction(Int128(people - 1))
        }
    }
}
