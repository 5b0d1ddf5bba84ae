/// What a plain rulebook needs to know of a member's year.
struct PlainYear {
    /// Days in the committee and what may be called the member's 职务 then; in order.
    var seats: [(days: PlainDays, roles: Set<String>)]
    /// In order of day, then of number, each with the 职务 of its day.
    private(set) var records: [PlainRecord]
    /// By 编号 of indicator or 处理.
    var manual: [(id: String, points: PlainFraction)]

    init(
        seats: [(days: PlainDays, roles: Set<String>)], records: [PlainRecord],
        manual: [(id: String, points: PlainFraction)]
    ) {
        (self.seats, self.manual) = (seats, manual)
        self.records = records.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
        self.records = self.records.map { on($0.day, $0) }
    }

    /// The same record judged by a day.
    private func on(_ day: PlainDay, _ record: PlainRecord) -> PlainRecord {
        var record = record
        record.day = day
        record.words["职务"] = seats.last { $0.days.contains(day) }?.roles ?? []
        return record
    }

    /// The records that one of the conditions fits and none of the others, each once, in order of the day by which
    /// it is judged. What nobody knows whether it happened is left out.
    func records(
        _ wanted: [PlainCondition], without unwanted: [PlainCondition], in days: PlainDays
    ) -> [PlainRecord] {
        let found = records.compactMap { record -> PlainRecord? in
            for condition in wanted where !record.isUnknown {
                guard let day = condition.basis.map({ record.nodes[$0] }) ?? record.day else { continue }
                let judged = condition.basis == nil ? record : on(day, record)
                // Before and after the seat nothing counts.
                guard seats.isEmpty || seats.contains(where: { $0.days.contains(day) }) else { continue }
                if days.contains(day), condition.fits(judged), !unwanted.fit(judged) { return judged }
            }
            return nil
        }
        return found.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    /// 职务 of the last day in the committee within the window.
    func roles(in window: PlainDays) -> Set<String> {
        seats.last { $0.days.first <= window.last && window.first <= $0.days.last }?.roles ?? []
    }
}

/// A worked example, or a year or person in one: who, in which roles, with which records.
struct PlainCaseReader {
    let kinds: PlainKinds

    func year(_ written: PlainText, window: PlainDays, year: Int) -> PlainYear {
        let words = written.words("职务")
        let roles = Set((words.isEmpty ? ["委员"] : words).flatMap(PlainWords.role))
        var seat = PlainDays(first: PlainDay(1900, 1, 1), last: PlainDay(2999, 12, 31))
        if let from = written["任职"]?.text("起").flatMap({ PlainDay($0) }) { seat.first = from }
        if let to = written["任职"]?.text("止").flatMap({ PlainDay($0) }) { seat.last = to }
        return PlainYear(
            seats: [(seat, roles)],
            records: PlainRecordReader(kinds: kinds).records(
                written.each("记录"), free: max(window.first, PlainDay(year, 3, 1))),
            manual: written.each("人工").map { ($0.text("指标") ?? "", $0.fraction("分") ?? .zero) })
    }
}
