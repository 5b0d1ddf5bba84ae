public import DutyModel

/// A rulebook made ready for one assessment year and one choice of readings: compiled once, run over everyone.
public struct CompiledRulebook: Sendable {
    public let rulebook: Rulebook
    public let identity: RulebookIdentity
    /// The assessment year.
    public let year: Int
    /// How much of it is looked at.
    public let part: YearPart
    /// Its window, as far as it lies in that part.
    public let window: DayRange
    /// Every day that some indicator looks at: the facts of these calendar years are needed.
    public let days: DayRange
    let program: Program
    let memory: ProgramMemory
    /// Children before parents; the last is the total.
    let nodes: [Node]
    /// The same, as the settlement runs them.
    let steps: [Step]
    /// Whether some group is for some members only.
    let hasGroupRoles: Bool
    let tiers: [Tier]
    let startPoints: [StartPoints]
    let rateSteps: [RateStep]
    let quantityTiers: [QuantityTier]
    /// What needs more than the file's order; nil where nothing does.
    let care: ItemCare?
    /// Names of bodies and parties that 适用 asks for, each a bit by its place.
    let traitWords: [String]
    /// 编号 of indicators that 名次 put in order by; groups have their amounts anyway.
    public let rankedIndicators: [String]
    /// The rulebook as it holds for members whose role makes numbers differ.
    var variants: [(signature: [Int?], rulebook: CompiledRulebook)] = []
    /// Everyone's amounts, where items are seen beside them.
    var figures: PopulationFigures?
    let gates: [CompiledGate]
    /// 名次 and 处理 that the readings chosen leave in.
    public let ranks: [RankRule]
    let measures: [CompiledMeasure]

    init(
        rulebook: Rulebook, identity: RulebookIdentity, year: Int, part: YearPart, window: DayRange, days: DayRange,
        program: Program, nodes: [Node], gates: [CompiledGate], ranks: [RankRule], measures: [CompiledMeasure],
        terms: [Int: CompiledTerms]
    ) {
        self.rulebook = rulebook
        self.identity = identity
        self.year = year
        self.part = part
        self.window = window
        self.days = days
        self.program = program
        self.nodes = nodes
        self.gates = gates
        self.ranks = ranks
        self.measures = measures
        memory = ProgramMemory(program, days: days)
        traitWords = rulebook.traitWords
        let groups = Set(rulebook.total.descendants.filter { $0.group != nil }.map(\.id))
        let asked = ranks.flatMap { [$0.key] + $0.tieBreaks }.compactMap {
            if case .group(let id) = $0, !groups.contains(id) { id } else { nil }
        }
        rankedIndicators = Set(asked).sorted()
        care = terms.isEmpty ? nil : ItemCare(nodes, terms: terms)
        let builder = StepBuilder(nodes, slots: program.slots, traitWords: traitWords, terms: terms)
        steps = builder.steps
        hasGroupRoles = nodes.contains { $0.isGroup && ($0.item.appliesTo != nil || $0.item.audience != nil) }
        tiers = builder.tiers
        startPoints = builder.startPoints
        rateSteps = builder.rateSteps
        quantityTiers = builder.quantityTiers
    }

    /// The calendar years whose facts are needed.
    public var calendarYears: ClosedRange<Int> { days.first.year...days.last.year }

    /// Groups in the order of `ScoreTotal.groups`.
    public var groupIDs: [String] { nodes.indices.filter(isShownGroup).sorted(by: order).map { nodes[$0].item.id } }

    func isShownGroup(_ position: Int) -> Bool { nodes[position].isGroup && position != nodes.count - 1 }

    /// The rulebook's order, which is that of the file.
    func order(_ left: Int, _ right: Int) -> Bool { nodes[left].rank < nodes[right].rank }
}

/// An indicator or group, compiled.
struct Node: Sendable {
    enum Content: Sendable {
        case indicator(slot: Int, settle: Settle)
        case manual
        case group(
            children: [Int], combination: GroupRule.Combination, start: [StartPoints], factor: Rational)
    }

    /// How an indicator's amount follows from what its slot collected.
    enum Settle: Sendable {
        case sum
        case best
        case tiers([Tier])
        case everyFull(Int, amount: Rational)
        case shortfall(Int, amount: Rational)
        case rate(RateRule, expectedSlot: Int)
        case slope(RateSlope, amount: Rational, expectedSlot: Int)
        case quantityTiers([QuantityTier])
        case everyQuantity(Quantity, amount: Rational)
    }

    var item: RuleItem
    var content: Content
    /// Its place in the rulebook's order.
    var rank: Int
    /// Groups it lies in, outermost first.
    var groups: [String]
    /// The days an indicator looks at; nil for groups.
    var days: DayRange?

    var isGroup: Bool { if case .group = content { true } else { false } }
}

/// 门槛, compiled.
struct CompiledGate: Sendable {
    var rule: GateRule
    var conditions: [CompiledCondition]
    /// The place of the best grade still possible where it is not met; nil where it is only told.
    var limit: Int?
}

/// 处理, compiled.
struct CompiledMeasure: Sendable {
    var rule: MeasureRule
    /// What counts its records; nil where it looks at something else.
    var slot: Int?
    /// The same for each line of 同时.
    var alsoSlots: [Int?] = []
}

/// One condition of a gate, compiled.
struct CompiledCondition: Sendable {
    enum Test: Sendable {
        case count(slot: Int, GateCondition.Bound)
        /// Points of a node; nil where the reading chosen leaves it out.
        case points(node: Int?, GateCondition.Bound)
        /// Counted over expected.
        case rate(slot: Int, expectedSlot: Int, GateCondition.Bound)
        /// The sum of a quantity, in the fractions at this place.
        case quantity(wide: Int, GateCondition.Bound)
        /// So many of these.
        case some(Int, [CompiledCondition])
        case any([CompiledCondition])
        case all([CompiledCondition])
    }

    var name: String
    /// 适用; 0 for everyone.
    var roles: UInt16
    var test: Test
    /// The month, quarter or half-year it is about; nil for the whole window.
    var days: DayRange?
}

extension Rulebook {
    /// Every name of a body or a party that some 适用 of an item asks for.
    fileprivate var traitWords: [String] {
        let audiences = total.descendants.compactMap(\.audience)
        return Set(audiences.flatMap { $0.bodies + $0.parties }).sorted()
    }
}
