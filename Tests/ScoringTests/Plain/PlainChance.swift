/// Makes up rulebooks of every primitive, as an office could write them, and years to score by them. The same seed
/// makes the same.
struct PlainChance {
    var generator: SeededGenerator
    let kinds: PlainKinds
    /// 编号 given so far, those of groups among them.
    var ids: [String] = []
    var groups: [String] = []
    /// Whether the rulebook being made has a 读法.
    var hasReading = false

    init(seed: UInt64, kinds: PlainKinds) {
        generator = SeededGenerator(state: seed)
        self.kinds = kinds
    }

    mutating func one(in percent: Int) -> Bool { below(100) < percent }
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices.randomElement(using: &generator)! }
    mutating func some(_ words: [String], atMost most: Int = 3) -> [String] {
        Array(words.shuffled(using: &generator).prefix(1 + below(min(most, words.count))))
    }
    mutating func points() -> PlainFraction {
        PlainFraction(pick(["1", "2", "3", "4", "5", "8", "10", "12", "7.5", "1/2", "1/3", "2.25", "5/2"]))!
    }
    mutating func yes() -> String { one(in: 50) ? "是" : "否" }

    static let roles = ["委员", "常委", "主席", "界别召集人"]
    mutating func applies() -> [String] { one(in: 15) ? ["适用: {职务: \(list(some(Self.roles)))}"] : [] }
    mutating func chosen() -> [String] { hasReading && one(in: 15) ? ["读法: {算法: \(pick(["甲", "乙"]))}"] : [] }
    func list(_ words: [String]) -> String { words.count == 1 ? words[0] : "[\(words.joined(separator: ", "))]" }

    // MARK: The whole

    mutating func rulebook() -> String {
        (ids, groups, hasReading) = ([], [], one(in: 30))
        var lines = ["考核办法: 随机", "编号: random", "年度: 2024", "依据: 测试"]
        lines += window(percent: 60).map { ["窗口: \($0)"] } ?? []
        if hasReading { lines.append("读法: [{名称: 算法, 可选: [甲, 乙], 取: 甲}]") }
        if one(in: 40) { lines.append(tenure()) }
        let start = one(in: 50) ? startPoints() : nil
        let bounds = bounds(atLeast: PlainFraction(60)) + (one(in: 15) ? ["乘以: \(pick(["60%", "0.4", "3/2"]))"] : [])
        let head = (start.map { ["起点分: \($0)"] } ?? []) + bounds
        if !head.isEmpty { lines.append("总分: {\(head.joined(separator: ", "))}") }
        lines.append("指标:")
        for _ in 0..<4 + below(5) { lines.append("  - {\(item(depth: 0))}") }
        return (lines + judging(hasStart: start != nil)).joined(separator: "\n") + "\n"
    }

    mutating func window(percent: Int) -> String? {
        guard one(in: percent) else { return nil }
        return pick([
            "历年", "{起: 上年12月1日, 止: 本年11月30日}", "{起: 本年3月1日, 止: 次年2月29日}", "{起: 本年1月1日, 止: 本年6月30日}",
        ])
    }

    private mutating func tenure() -> String {
        var words = ["按: \(pick(["月", "日"]))"]
        words.append("折算: [\(some(["起点分", "门槛", "等次"]).joined(separator: ", "))]")
        if one(in: 50) { words.append("不满几个月不考核: \(1 + below(6))") }
        return "任职不满一年: {\(words.joined(separator: ", "))}"
    }

    mutating func startPoints() -> String {
        one(in: 60) ? "\(points())" : "[{职务: \(pick(Self.roles)), 分: \(points())}, {分: \(points())}]"
    }

    mutating func bounds(atLeast least: PlainFraction) -> [String] {
        var words: [String] = []
        if one(in: 40) {
            let cap = max(.zero, least) + PlainFraction(Int128(below(15)))
            let more = cap + PlainFraction(2)
            words.append(one(in: 20) ? "上限: [{职务: 常委, 分: \(more)}, {分: \(cap)}]" : "上限: \(cap)")
        }
        if one(in: 20) { words.append("下限: \(-below(8))") }
        return words
    }
}
