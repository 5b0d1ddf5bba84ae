internal import DutyModel
internal import RecordStore
internal import Scoring

// Values of scoring as a frozen result keeps them.

struct FrozenScore: FieldCodable {
    var score: ScoreTotal

    init(_ score: ScoreTotal) { self.score = score }

    func encode(into fields: inout FieldWriter) {
        fields.rational(1, score.total)
        fields.strings(2, score.groups.map(\.exactText))
        fields.bool(3, score.gatesMet)
        fields.optionalString(4, score.grade)
        fields.rational(5, score.start)
        fields.signed(6, score.gradeLimit)
        fields.strings(7, score.unmetGates)
        fields.counts(8, 9, score.counts)
        fields.bool(10, score.isAssessed)
        fields.unsigned(11, score.roles.rawValue)
        fields.signed(12, score.gradeLowered)
        fields.strings(13, score.traits.sorted())
        fields.strings(14, score.relative.map { $0?.exactText ?? "" })
        fields.strings(15, score.ranked.map(\.exactText))
        fields.share(16, score.gradeShare)
        fields.bool(17, !score.isScored)
    }

    init(from fields: inout FieldReader) throws {
        score = ScoreTotal(
            storedTotal: try fields.rational(1), groups: try fields.rationals(2), gatesMet: try fields.bool(3),
            grade: try fields.optionalString(4))
        score.start = try fields.rational(5)
        score.gradeLimit = try fields.signed(6)
        score.unmetGates = try fields.strings(7)
        score.counts = try fields.counts(8, 9)
        score.isAssessed = try fields.bool(10)
        score.roles = RoleSet(rawValue: try fields.unsigned(11))
        score.gradeLowered = try fields.signed(12)
        score.traits = Set(try fields.strings(13))
        score.relative = try fields.strings(14).map { text throws(FieldError) in
            if text.isEmpty { return nil }
            guard let number = Rational(text) else { throw FieldError(field: 14, .outOfRange) }
            return number
        }
        score.ranked = try fields.rationals(15)
        score.gradeShare = try fields.share(16)
        score.isScored = try !fields.bool(17)
    }
}

struct FrozenPlacement: FieldCodable {
    var placement: Placement

    init(_ placement: Placement) { self.placement = placement }

    func encode(into fields: inout FieldWriter) {
        fields.optionalString(1, placement.grade)
        fields.string(2, placement.note)
        fields.list(3, placement.ranks.map(Rank.init))
    }

    init(from fields: inout FieldReader) throws {
        placement = Placement(grade: try fields.optionalString(1))
        placement.note = try fields.string(2)
        placement.ranks = try fields.list(3, of: Rank.self).map(\.rank)
    }

    struct Rank: FieldCodable {
        var rank: Placement.Rank

        init(_ rank: Placement.Rank) { self.rank = rank }

        func encode(into fields: inout FieldWriter) {
            fields.string(1, rank.rule)
            fields.string(2, rank.name)
            fields.signed(3, rank.place)
            fields.signed(4, rank.population)
            fields.signed(5, rank.quota)
            fields.bool(6, rank.isListed)
        }

        init(from fields: inout FieldReader) throws {
            rank = Placement.Rank(
                storedRule: try fields.string(1), name: try fields.string(2), place: try fields.signed(3),
                population: try fields.signed(4), quota: try fields.signed(5), isListed: try fields.bool(6))
        }
    }
}

struct FrozenProposal: FieldCodable {
    var proposal: MeasureProposal

    init(_ proposal: MeasureProposal) { self.proposal = proposal }

    func encode(into fields: inout FieldWriter) {
        fields.string(1, proposal.id)
        fields.string(2, proposal.name)
        fields.string(3, proposal.article)
        fields.string(4, proposal.proposal)
        fields.optionalString(5, proposal.grade)
        fields.string(6, proposal.reason)
    }

    init(from fields: inout FieldReader) throws {
        proposal = MeasureProposal(
            storedID: try fields.string(1), name: try fields.string(2), article: try fields.string(3),
            proposal: try fields.string(4), grade: try fields.optionalString(5), reason: try fields.string(6))
    }
}

extension YearInputs: FieldCodable {
    func encode(into fields: inout FieldWriter) {
        fields.list(1, roles.map(FrozenInterval.init))
        fields.list(2, rows)
        fields.list(3, manual.map(FrozenManual.init))
        fields.list(4, earlier.map(FrozenOutcome.init))
        fields.optionalSigned(5, term?.first)
        fields.optionalSigned(6, term?.last)
        fields.strings(7, traits.sorted())
        fields.strings(8, windowTraits.sorted())
    }

    init(from fields: inout FieldReader) throws {
        roles = try fields.list(1, of: FrozenInterval.self).map(\.interval)
        rows = try fields.list(2)
        manual = try fields.list(3, of: FrozenManual.self).map(\.points)
        earlier = try fields.list(4, of: FrozenOutcome.self).map(\.outcome)
        if let first = try fields.optionalSigned(5, as: Int.self), let last = try fields.optionalSigned(6, as: Int.self)
        {
            term = DayYears(first: first, last: last)
        }
        traits = Set(try fields.strings(7))
        windowTraits = Set(try fields.strings(8))
    }
}

extension YearInputs.Rows: FieldCodable {
    func encode(into fields: inout FieldWriter) {
        fields.signed(1, year)
        fields.raw(2, facts.bytes)
    }

    init(from fields: inout FieldReader) throws {
        year = try fields.signed(1)
        guard let facts = PackedFacts(stored: try fields.raw(2)) else { throw fields.invalid(2) }
        self.facts = facts
    }
}

private struct FrozenInterval: FieldCodable {
    var interval: RoleInterval

    init(_ interval: RoleInterval) { self.interval = interval }

    func encode(into fields: inout FieldWriter) {
        fields.day(1, interval.days.first)
        fields.day(2, interval.days.last)
        fields.unsigned(3, interval.roles.rawValue)
    }

    init(from fields: inout FieldReader) throws {
        interval = RoleInterval(days: try fields.days(1, 2), roles: RoleSet(rawValue: try fields.unsigned(3)))
    }
}

private struct FrozenManual: FieldCodable {
    var points: ManualPoints

    init(_ points: ManualPoints) { self.points = points }

    func encode(into fields: inout FieldWriter) {
        fields.string(1, points.indicator)
        fields.rational(2, points.amount)
        fields.string(3, points.reason)
        fields.string(4, points.approver)
    }

    init(from fields: inout FieldReader) throws {
        points = ManualPoints(
            indicator: try fields.string(1), amount: try fields.rational(2), reason: try fields.string(3),
            approver: try fields.string(4))
    }
}

private struct FrozenOutcome: FieldCodable {
    var outcome: YearOutcome

    init(_ outcome: YearOutcome) { self.outcome = outcome }

    func encode(into fields: inout FieldWriter) {
        fields.signed(1, outcome.year)
        fields.rational(2, outcome.total)
        fields.optionalString(3, outcome.grade)
        fields.strings(4, outcome.lists.sorted())
        fields.strings(5, outcome.unmetGates.sorted())
        fields.counts(6, 7, outcome.counts)
        fields.bool(8, outcome.isAssessed)
        fields.share(9, outcome.gradeShare)
    }

    init(from fields: inout FieldReader) throws {
        outcome = YearOutcome(
            year: try fields.signed(1), total: try fields.rational(2), grade: try fields.optionalString(3))
        outcome.lists = Set(try fields.strings(4))
        outcome.unmetGates = Set(try fields.strings(5))
        outcome.counts = try fields.counts(6, 7)
        outcome.isAssessed = try fields.bool(8)
        outcome.gradeShare = try fields.share(9)
    }
}
