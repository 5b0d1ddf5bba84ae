internal import DutyModel
public import MarkedYAML

extension Rulebook {
    /// Makes it ready to run.
    ///
    /// - Parameters:
    ///   - year: the assessment year; the rulebook's own unless told.
    ///   - part: for interim reports: only so much of every window.
    ///   - readings: choices that differ from the rulebook's, by name of the reading.
    /// - Throws: `DocumentError` where a reading or choice is unknown, or amounts have too many different fractions.
    public func compiled(
        year: Int? = nil, readings chosen: [String: String] = [:], part: YearPart = .whole
    ) throws(DocumentError) -> CompiledRulebook {
        let findings = FindingList(file: file)
        let choices = resolve(chosen, findings: findings)
        var compiler = RulebookCompiler(
            rulebook: self, year: year ?? self.year, choices: choices, part: part, findings: findings)
        var compiled = compiler.compile()
        try findings.throwIfAny()
        for roles in roleVariants {
            var own = try read(for: roles)
            // The variant is chosen already; it has none of its own.
            own.roleLists = []
            compiled.variants.append(
                (signature(of: roles), try own.compiled(year: year, readings: chosen, part: part)))
        }
        return compiled
    }

    private func resolve(_ chosen: [String: String], findings: FindingList) -> [String: String] {
        var choices: [String: String] = [:]
        for reading in readings { choices[reading.name] = reading.chosen }
        for (name, choice) in chosen.sorted(by: { $0.key < $1.key }) {
            guard let reading = readings.first(where: { $0.name == name }) else {
                findings.addUnknown(name, as: "读法", known: readings.map(\.name), at: total.mark)
                continue
            }
            if !reading.choices.contains(choice) {
                findings.addUnknown(choice, as: "“\(name)”的取法", known: reading.choices, at: reading.mark)
            }
            choices[name] = choice
        }
        return choices
    }
}

/// Turns the items of a rulebook into nodes and slots.
private struct RulebookCompiler {
    let rulebook: Rulebook
    let year: Int
    let choices: [String: String]
    /// The window, and as much of it as is looked at.
    let wholeWindow: DayRange
    let window: DayRange
    let part: YearPart
    private var builder: ProgramBuilder
    private var nodes: [Node] = []
    private var rank = 0

    init(rulebook: Rulebook, year: Int, choices: [String: String], part: YearPart, findings: FindingList) {
        self.rulebook = rulebook
        self.year = year
        self.choices = choices
        self.part = part
        wholeWindow = rulebook.window.days(of: year)
        window = part.cut(wholeWindow, year: year) ?? part.days(of: year)
        let scale = RulebookCompiler.scale(of: rulebook)
        if scale == nil { findings.add("分值的分母太多太杂，无法精确合计：请改用相近的分数", at: rulebook.total.mark) }
        builder = ProgramBuilder(scale: scale ?? 1, days: window, year: year)
    }

    mutating func compile() -> CompiledRulebook {
        _ = add(rulebook.total, groups: [], scopes: Scopes())
        let gates = rulebook.gates.filter { holds($0.choices) }.map { gate in
            CompiledGate(
                rule: gate, conditions: gate.conditions.map { compile($0) },
                limit: gate.gradeIfUnmet.flatMap { name in rulebook.grades.firstIndex { $0.name == name } })
        }
        let terms = compileTerms()
        let measures = rulebook.measures.filter { holds($0.choices) }.map { compile($0) }
        let identity = RulebookIdentity(
            id: rulebook.id, name: rulebook.name, year: rulebook.year, hash: rulebook.hash,
            readings: choices.map { "\($0.key)=\($0.value)" }.sorted())
        return CompiledRulebook(
            rulebook: rulebook, identity: identity, year: year, part: part, window: window, days: builder.days,
            program: builder.build(), nodes: nodes, gates: gates, ranks: rulebook.ranks.filter { holds($0.choices) },
            measures: measures, terms: terms)
    }

    private mutating func compile(_ measure: MeasureRule) -> CompiledMeasure {
        CompiledMeasure(
            rule: measure, slot: slot(for: measure.look), alsoSlots: measure.also.map { slot(for: $0.look) })
    }

    private mutating func slot(for look: MeasureRule.Look) -> Int? {
        switch look {
        case .records(let counted, let excluded): builder.addCounter(counted, excluded: excluded, days: window)
        case .run(let counted, let excluded, let among): addRun(counted, excluded: excluded, among: among)
        default: nil
        }
    }

    private mutating func addRun(_ counted: [Selection], excluded: [Selection], among: [Selection]) -> Int {
        let other = builder.addCounter(among, days: window)
        return builder.addCounter(counted, excluded: excluded, days: window, runAmong: other)
    }

    /// 前提 and what else items look at in other items.
    private mutating func compileTerms() -> [Int: CompiledTerms] {
        var compiled: [Int: CompiledTerms] = [:]
        for position in nodes.indices {
            guard let terms = nodes[position].item.terms else { continue }
            func bound(_ bound: RelativeBound?) -> CompiledTerms.Bound? {
                bound.map { own in
                    CompiledTerms.Bound(node: nodes.firstIndex { $0.item.id == own.item }, factor: own.factor)
                }
            }
            compiled[position] = CompiledTerms(
                cap: bound(terms.cap), floor: bound(terms.floor), premises: terms.premises.map { compile($0) },
                otherwise: terms.otherwise, relative: terms.relative, rounding: terms.rounding)
        }
        return compiled
    }

    /// Within which item the same work, or the same record, counts once; -1 where it may count again.
    private struct Scopes {
        var works: Int32 = -1
        var records: Int32 = -1
    }

    private func holds(_ conditions: [ReadingChoice]) -> Bool {
        conditions.allSatisfy { choices[$0.reading] == $0.choice }
    }

    /// Adds an item and everything below it; children first. Answers its place, or nil where a reading leaves it out.
    private mutating func add(_ item: RuleItem, groups: [String], scopes: Scopes) -> Int? {
        guard holds(item.choices) else { return nil }
        let ownRank = rank
        rank += 1
        var scopes = scopes
        if let rule = item.works { scopes.works = rule == .best ? Int32(ownRank) : -1 }
        if let rule = item.records { scopes.records = rule == .best ? Int32(ownRank) : -1 }
        let content: Node.Content
        switch item.content {
        case .group(let group):
            let inner = item.id.isEmpty ? groups : groups + [item.id]
            let children = group.items.compactMap { add($0, groups: inner, scopes: scopes) }
            content = .group(
                children: children, combination: group.combination, start: group.start, factor: group.factor)
        case .indicator(let rule): content = compile(rule, scopes)
        }
        var node = Node(item: item, content: content, rank: ownRank, groups: groups)
        if let rule = item.indicator { node.days = days(of: rule, in: rule.window?.days(of: year) ?? wholeWindow) }
        nodes.append(node)
        return nodes.count - 1
    }

    private mutating func compile(_ rule: IndicatorRule, _ scopes: Scopes) -> Node.Content {
        if rule.isManual { return .manual }
        let whole = rule.window?.days(of: year) ?? wholeWindow
        guard let days = days(of: rule, in: whole) else {
            // An instalment outside of what is looked at: nothing counts, and nothing is missing.
            var nothing = rule
            nothing.counted = []
            return .indicator(slot: builder.addSlot(for: nothing, days: window, window: whole), settle: .sum)
        }
        let slot = builder.addSlot(
            for: rule, days: days, window: whole, works: scopes.works, records: scopes.records)
        switch rule.take.mode {
        case .sum: return .indicator(slot: slot, settle: .sum)
        case .best: return .indicator(slot: slot, settle: .best)
        case .tiers(let tiers): return .indicator(slot: slot, settle: .tiers(tiers))
        case .everyFull(let count):
            guard case .fixed(let amount) = rule.amount else { return .indicator(slot: slot, settle: .sum) }
            return .indicator(slot: slot, settle: .everyFull(count, amount: amount))
        case .shortfall(let count):
            guard case .fixed(let amount) = rule.amount else { return .indicator(slot: slot, settle: .sum) }
            return .indicator(slot: slot, settle: .shortfall(count, amount: amount))
        case .slope(let slope):
            let other = builder.addCounter(slope.expected, days: days)
            guard case .fixed(let amount) = rule.amount else { return .indicator(slot: slot, settle: .sum) }
            return .indicator(slot: slot, settle: .slope(slope, amount: amount, expectedSlot: other))
        case .quantityTiers(let tiers): return .indicator(slot: slot, settle: .quantityTiers(tiers))
        case .everyQuantity(let quantity):
            guard case .fixed(let amount) = rule.amount else { return .indicator(slot: slot, settle: .sum) }
            return .indicator(slot: slot, settle: .everyQuantity(quantity, amount: amount))
        case .rate(let rate):
            let other = builder.addCounter(rate.expected, days: days)
            return .indicator(slot: slot, settle: .rate(rate, expectedSlot: other))
        }
    }

    /// The days an indicator looks at; nil where its own days or its instalment lie outside of the part of the year.
    private func days(of rule: IndicatorRule, in whole: DayRange) -> DayRange? {
        guard let shown = rule.window == nil ? window : part.cut(whole, year: year) else { return nil }
        return rule.part == .whole ? shown : rule.part.cut(whole, year: year).flatMap { $0.overlap(shown) }
    }

    private mutating func compile(_ condition: GateCondition, depth: Int = 0) -> CompiledCondition {
        let test: CompiledCondition.Test
        switch condition.test {
        case .count(let counted, let excluded, let bound):
            test = .count(slot: builder.addCounter(counted, excluded: excluded, days: window), bound)
        case .points(let id, let bound):
            test = .points(node: id == "总分" ? nodes.count - 1 : nodes.firstIndex { $0.item.id == id }, bound)
        case .any(let alternatives): test = .any(alternatives.map { compile($0, depth: depth) })
        case .all(let parts): test = .all(parts.map { compile($0, depth: depth) })
        case .some(let count, let parts): test = .some(count, parts.map { compile($0, depth: depth) })
        case .gate(let id):
            let gate = depth < 4 ? rulebook.gates.first { $0.id == id && holds($0.choices) } : nil
            test = .all((gate?.conditions ?? []).map { compile($0, depth: depth + 1) })
        case .run(let counted, let excluded, let among, let bound):
            test = .count(slot: addRun(counted, excluded: excluded, among: among), bound)
        case .quantity(let counted, let excluded, let unit, let bound):
            test = .quantity(
                wide: builder.addSum(of: unit, counted, excluded: excluded, days: window), bound)
        case .rate(let counted, let excluded, let expected, let bound):
            test = .rate(
                slot: builder.addCounter(counted, excluded: excluded, days: window),
                expectedSlot: builder.addCounter(expected, excluded: excluded, days: window), bound)
        case .each(let period, let counted, let excluded, let count):
            test = .all(
                period.parts(of: wholeWindow, year: year).compactMap { $0.overlap(window) }.map { part in
                    let slot = builder.addCounter(counted, excluded: excluded, days: part)
                    return CompiledCondition(
                        name: "\(part.first) 至 \(part.last)", roles: 0,
                        test: .count(slot: slot, .atLeast(Rational(Int64(count)))), days: part)
                })
        }
        return CompiledCondition(name: condition.name, roles: condition.appliesTo?.rawValue ?? 0, test: test)
    }

    /// A common denominator of all amounts; nil where it would be too large to keep sums inside 64 bits.
    private static func scale(of rulebook: Rulebook) -> Int64? {
        var scale: Int64 = 1
        for item in rulebook.indicators {
            guard let rule = item.indicator else { continue }
            for amount in amounts(of: rule) {
                guard let step = Rational(scale, over: amount.denominator) else { return nil }
                // scale * denominator / gcd; the reduced denominator is denominator / gcd.
                scale *= step.denominator
                if scale > 100_000 { return nil }
            }
        }
        return scale
    }

    private static func amounts(of rule: IndicatorRule) -> [Rational] {
        let after = rule.take.afterLimit.map { [$0] } ?? []
        switch rule.amount {
        case .fixed(let amount), .perHalfDay(let amount), .perMissedHalfDay(let amount): return after + [amount]
        case .table(let rows, _): return after + rows.map(\.amount)
        case .split, .perQuantity: return after
        }
    }
}
