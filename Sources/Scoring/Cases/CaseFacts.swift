internal import DutyModel

/// Makes the records of a case into a member's year, the way a register would.
struct CaseFacts {
    let example: RulebookCase
    let catalogue: KindCatalogue

    func year(_ compiled: CompiledRulebook) -> MemberYear {
        var rows: [Int: [FactRow]] = [:]
        var next = RecordID(rawValue: 1)
        let seated = seated(compiled)
        let march = CivilDay(year: compiled.year, month: 3, day: 1) ?? compiled.window.first
        var free = max(compiled.window.first, march, seated.first?.days.first ?? march)
        var works: [String: RecordID] = [:]
        for entry in example.records {
            var day = entry.day ?? free
            for _ in 0..<entry.times {
                var record = entry.record
                record.id = next
                record.days = DayRange(day)
                if let first = works[entry.work] { record.links.append(RecordLink(.sameWork, first)) }
                if !entry.work.isEmpty, works[entry.work] == nil { works[entry.work] = next }
                let projected = FactProjection.project(record, catalogue: catalogue)
                for entry in projected.rows where entry.member == CaseRecordReader.member {
                    rows[entry.year, default: []].append(entry.row)
                }
                next.rawValue += 1
                day = day + 1
            }
            if entry.day == nil { free = day }
        }
        return MemberYear(
            member: CaseRecordReader.member, roles: seated, facts: rows.map { ($0.key, PackedFacts($0.value)) },
            manual: example.manual,
            traits: example.traits)
    }

    private func seated(_ compiled: CompiledRulebook) -> [RoleInterval] {
        if !example.seated.isEmpty { return example.seated }
        let days = DayRange(
            min(compiled.days.first, compiled.window.first), max(compiled.days.last, compiled.window.last))
        return [RoleInterval(days: days ?? compiled.window, roles: example.roles)]
    }
}
