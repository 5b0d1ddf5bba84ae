import DutyModel
import Scoring
import Tabular

/// A rulebook for programs: its structure under English keys, its rules in the words of the printed page.
enum RulebookJSON {
    static func value(of rulebook: Rulebook) -> JSONValue {
        [
            "id": .string(rulebook.id), "year": .integer(rulebook.year), "name": .string(rulebook.name),
            "basis": .string(rulebook.basis), "source": .string(rulebook.source), "sample": .bool(rulebook.isSample),
            "subject": .string(rulebook.subject.rawValue), "window": .string(RuleText.window(rulebook.window)),
            "total": item(rulebook.total, within: [], rulebook.display), "items": .array(items(rulebook)),
            "tenure": .string(RuleText.tenure(rulebook.tenure)), "note": .string(rulebook.note),
            "readings": .array(
                rulebook.readings.map { reading in
                    [
                        "name": .string(reading.name), "chosen": .string(reading.chosen),
                        "choices": .array(reading.choices.map(JSONValue.string)), "note": .string(reading.note),
                    ]
                }),
            "gates": .array(rulebook.gates.map(gate)),
            "grades": .array(rulebook.grades.map { grade($0, rulebook.display) }),
            "gradesNote": .string(rulebook.gradesNote), "ranks": .array(rulebook.ranks.map(rank)),
            "measures": .array(rulebook.measures.map(measure)),
        ]
    }

    private static func items(_ rulebook: Rulebook) -> [JSONValue] {
        func all(_ items: [RuleItem], within: [String]) -> [JSONValue] {
            items.flatMap { own in
                [item(own, within: within, rulebook.display)] + all(own.group?.items ?? [], within: within + [own.id])
            }
        }
        return all(rulebook.total.group?.items ?? [], within: [])
    }

    private static func item(_ item: RuleItem, within: [String], _ display: NumberDisplay) -> JSONValue {
        let rule = item.indicator
        return [
            "id": .string(item.id), "name": .string(item.name), "article": .string(item.article),
            "group": .bool(item.group != nil), "within": .array(within.map(JSONValue.string)),
            "appliesTo": .string(SelectionText.audience(item.appliesTo, item.audience)),
            "counted": .string(SelectionText.words(rule?.counted ?? [])),
            "excluded": .string(SelectionText.words(rule?.excluded ?? [])),
            "points": .string(RuleText.amount(item)), "take": .string(RuleText.take(item)),
            "cap": item.cap.json(display), "floor": item.floor.json(display),
            "terms": .string(RuleText.terms(item)), "window": .string(rule?.window.map(RuleText.window) ?? ""),
            "reading": .string(SelectionText.choices(item.choices)), "note": .string(item.note),
            "assumption": .string(item.assumption),
        ]
    }

    private static func gate(_ gate: GateRule) -> JSONValue {
        [
            "id": .string(gate.id), "name": .string(gate.name), "article": .string(gate.article),
            "conditions": .array(gate.conditions.map { .string(GateText.words($0)) }),
            "gradeIfUnmet": gate.gradeIfUnmet.map(JSONValue.string) ?? .null, "note": .string(gate.note),
        ]
    }

    private static func grade(_ grade: GradeRule, _ display: NumberDisplay) -> JSONValue {
        [
            "name": .string(grade.name), "atLeast": grade.atLeast.json(display), "byRank": .bool(grade.isByRank),
            "colour": .string(grade.colour), "consequence": .string(grade.consequence),
        ]
    }

    private static func rank(_ rank: RankRule) -> JSONValue {
        [
            "id": .string(rank.id), "name": .string(rank.name), "article": .string(rank.article),
            "population": .string(JudgingText.population(rank)), "order": .string(JudgingText.order(rank)),
            "size": .string(JudgingText.size(rank)), "tiesAreIn": .bool(rank.tiesAreIn),
            "effect": .string(JudgingText.effect(rank)), "note": .string(rank.note),
        ]
    }

    private static func measure(_ measure: MeasureRule) -> JSONValue {
        [
            "id": .string(measure.id), "name": .string(measure.name), "article": .string(measure.article),
            "look": .string(JudgingText.look(measure)), "proposal": .string(measure.proposal),
            "grade": measure.grade.map(JSONValue.string) ?? .null, "note": .string(measure.note),
        ]
    }
}
