import DutyModel
import Scoring
import Tabular

/// A profile for programs: English keys that stay, points as shown and as exact fractions.
struct ProfileJSON {
    let report: ProfileReport

    private var display: NumberDisplay { report.profile.display }

    var profile: JSONValue {
        let profile = report.profile
        return [
            "member": report.person.json, "year": .integer(profile.year), "part": .string(profile.part.label),
            "rulebook": rulebook, "reported": .bool(profile.hasRecords),
            "total": profile.isScored ? profile.total.json(display) : .null, "whole": group(profile.whole),
            "grade": profile.part == .whole ? grade : .null, "standing": report.standing.json,
            "groups": .array(profile.groups.map(group)), "lines": .array(profile.lines.map(line)),
            "gates": .array(profile.gates.map(gate)), "ranks": .array(profile.ranks.map(rank)),
            "proposals": .array(profile.proposals.map(proposal)),
        ]
    }

    private var rulebook: JSONValue {
        let identity = report.profile.rulebook
        return [
            "id": .string(identity.id), "name": .string(identity.name), "year": .integer(identity.year),
            "hash": .string(identity.hash), "readings": .array(identity.readings.map(JSONValue.string)),
        ]
    }

    private var grade: JSONValue {
        let grade = report.profile.grade
        let next: JSONValue =
            grade.next.map { next in
                [
                    "name": .string(next.name), "missing": next.missing.json(display),
                    "gates": .array(next.gates.map(JSONValue.string)),
                ]
            } ?? .null
        return [
            "name": text(grade.name), "byPoints": text(grade.nameByPoints), "colour": .string(grade.colour),
            "note": .string(grade.note), "next": next,
        ]
    }

    private func rank(_ rank: Placement.Rank) -> JSONValue {
        [
            "id": .string(rank.rule), "name": .string(rank.name), "place": .integer(rank.place),
            "population": .integer(rank.population), "quota": .integer(rank.quota), "listed": .bool(rank.isListed),
        ]
    }

    private func proposal(_ proposal: MeasureProposal) -> JSONValue {
        [
            "id": .string(proposal.id), "name": .string(proposal.name), "article": .string(proposal.article),
            "reason": .string(proposal.reason), "proposal": .string(proposal.proposal), "grade": text(proposal.grade),
        ]
    }

    func group(_ group: GroupLine) -> JSONValue {
        [
            "id": .string(group.id), "name": .string(group.name), "article": .string(group.article),
            "within": .array(group.groups.map(JSONValue.string)), "start": group.start.json(display),
            "raw": group.raw.json(display), "cap": group.cap.json(display), "amount": group.amount.json(display),
            "losses": .array(group.losses.map { $0.json(display) }),
        ]
    }

    func line(_ line: ScoreLine) -> JSONValue {
        [
            "indicator": .string(line.indicator), "name": .string(line.name), "article": .string(line.article),
            "groups": .array(line.groups.map(JSONValue.string)), "raw": line.raw.json(display),
            "cap": line.cap.json(display), "amount": line.amount.json(display),
            "losses": .array(line.losses.map { $0.json(display) }),
            "notes": .array(line.notes.map(JSONValue.string)), "assumption": .string(line.assumption),
            "records": .array(line.counted.map(counted)), "passed": .array(line.passed.map(passed)),
        ]
    }

    private func passed(_ passed: PassedRecord) -> JSONValue {
        let heading = report.records[passed.record]
        return [
            "record": .string(String(passed.record.rawValue)), "date": .string("\(passed.day)"),
            "kind": .string(heading?.kind ?? ""), "number": .string(heading?.number ?? ""),
            "title": .string(heading?.title ?? ""), "part": .string(passed.part.label),
            "status": .string(passed.status.label), "reason": .string(passed.reason),
        ]
    }

    private func counted(_ counted: CountedRecord) -> JSONValue {
        let heading = report.records[counted.record]
        return [
            "record": .string(String(counted.record.rawValue)), "date": .string("\(counted.day)"),
            "kind": .string(heading?.kind ?? ""), "number": .string(heading?.number ?? ""),
            "title": .string(heading?.title ?? ""), "part": .string(counted.part.label),
            "status": .string(counted.status.label), "halfDays": .integer(Int(counted.halfDaysAttended)),
            "halfDaysHeld": .integer(Int(counted.halfDaysHeld)), "amount": counted.amount.json(display),
            "credited": counted.credited.json(display), "loss": text(counted.loss?.text(display)),
        ]
    }

    func gate(_ gate: GateResult) -> JSONValue {
        [
            "id": .string(gate.id), "name": .string(gate.name), "article": .string(gate.article),
            "met": .bool(gate.isMet), "gradeIfUnmet": .string(gate.gradeIfUnmet),
            "conditions": .array(gate.conditions.map(condition)),
        ]
    }

    private func condition(_ condition: GateConditionResult) -> JSONValue {
        [
            "name": .string(condition.name), "needed": .string(condition.needed.fraction),
            "had": .string(condition.had.fraction), "met": .bool(condition.isMet),
            "alternatives": .array(condition.alternatives.map(self.condition)),
        ]
    }

    private func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
