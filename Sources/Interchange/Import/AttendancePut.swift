import DutyModel
import Tabular

/// Puts one person's attendance into the draft of an event.
struct AttendancePut {
    let session: SheetSession

    /// The outcome for the row; findings where half-days or a second entry contradict.
    func put(
        _ reading: AttendanceReading, of member: MemberID, into draft: Int, column: Int? = nil
    ) -> RowOutcome {
        guard agreeOnHeld(reading, draft: draft, column: column) else { return .rejected }
        let records = session.desk.records
        let person = participation(reading, member: member, draft: draft)
        if let row = records.seen(member, in: draft, row: session.row.number) {
            let before = records.person(member, in: draft)
            if before == person { return .same }
            report(
                .doubtful, column: column, value: reading.status.label,
                "同一人在这次活动里已有另一条（第 \(row) 行），为“\(before?.status.label ?? "")”", "请核对，只保留一条")
            return .doubtful
        }
        let outcome = records.put(person, into: draft)
        if outcome == .changed { warnOfEdit(person, draft: draft) }
        return outcome.with(announce(draft))
    }

    /// Tells once, on the first row of an event in good order, what the sheet says otherwise of the event itself.
    private func announce(_ draft: Int) -> RowOutcome {
        let records = session.desk.records
        guard !records[draft].isAnnounced, !records[draft].differences.isEmpty else { return .same }
        records.drafts[draft].isAnnounced = true
        records.journal.announced.append(draft)
        let title = records[draft].record.title
        let list = records[draft].differences.joined(separator: "，")
        if records[draft].isEditedByHand == true {
            session.report(
                .notice, field: nil, value: title, "登记库里这次活动后来有人改过，保留改过的，没有照表\(list)", "若表里的对，请用 event edit 改登记库")
            return .same
        }
        session.report(.notice, field: nil, value: title, "登记库里的这次活动\(list)", "请核对")
        return .changed
    }

    private func warnOfEdit(_ person: Participation, draft: Int) {
        guard (try? session.desk.records.isEditedByHand(draft)) == true else { return }
        session.report(
            .notice, field: "name", value: session.desk.people.described(person.member),
            "登记库里的这次活动后来有人改过，此人将照表改为“\(person.status.label)”", "请核对以哪个为准")
    }

    private func participation(_ reading: AttendanceReading, member: MemberID, draft: Int) -> Participation {
        let isLecture = session.desk.records[draft].record.content.family == .lecture
        let before = session.desk.records.person(member, in: draft)
        var person = Participation(member: member, part: isLecture ? .listener : .attendee)
        if let before {
            person.part = before.part
            person.confirmed = before.confirmed
            person.invitedAs = before.invitedAs
            person.note = before.note
            (person.online, person.source, person.details) = (before.online, before.source, before.details)
        }
        person.status = reading.status
        person.part = reading.part ?? person.part
        person.invitedAs = reading.invitedAs ?? person.invitedAs
        if !reading.note.isEmpty { person.note = reading.note }
        person.online = person.online || reading.online
        if let source = reading.source, person.source == .unstated { person.source = source }
        if let details = reading.details { person.details = details.over(person.details) }
        if reading.status.wasThere {
            person.halfDays = reading.halfDays.map { UInt8(clamping: $0) } ?? RecordDesk.wholeCourse
            // A record that has the whole course says so in half-days held.
            if let held = session.desk.records[draft].record.content.halfDaysHeld, person.halfDays == held {
                person.halfDays = RecordDesk.wholeCourse
            }
        }
        return person
    }

    /// The 6 of “2/6” must be the event's; nobody attends more half-days than were held.
    private func agreeOnHeld(_ reading: AttendanceReading, draft: Int, column: Int?) -> Bool {
        let records = session.desk.records
        if let held = reading.held {
            guard (1...200).contains(held) else {
                report(.error, column: column, value: "\(held)", "举办的半天数不合理", "请核对")
                return false
            }
            let known = heldSoFar(by: draft).map { Int($0) } ?? held
            if !records[draft].heldIsStated {
                records.journal.held.append((draft, records[draft].record.content, records[draft].heldIsStated))
                records[draft].heldIsStated = true
                records[draft].record.content.halfDaysHeld = UInt8(held)
                if held > 1 { records[draft].record.half = nil }
            } else if known != held {
                let told = session.text("halfDaysHeld").isEmpty ? column : session.column("halfDaysHeld")
                report(
                    .error, column: told, value: "\(reading.halfDays.map { "\($0)/" } ?? "")\(held)",
                    "这次会议共 \(known) 个半天，这里写的是 \(held) 个", "请核对")
                return false
            }
        }
        guard let attended = reading.halfDays, let held = heldSoFar(by: draft) else { return true }
        if attended <= Int(held) { return true }
        report(
            .error, column: column, value: "\(attended)", "出席半天数 \(attended) 多于举办的 \(held) 个半天",
            "请核对出席半天数，或写明会议共几个半天")
        return false
    }

    /// Apart from its callers: inlined by hand, it makes the optimizer of Swift 6.3 crash.
    @inline(never)
    private func heldSoFar(by draft: Int) -> UInt8? { session.desk.records[draft].record.content.halfDaysHeld }

    private func report(
        _ severity: Finding.Severity, column: Int?, value: String, _ problem: String, _ remedy: String
    ) {
        let field = ["halfDays", "status", "signature", "note", "name"].first { !session.text($0).isEmpty }
        let column = column ?? field.flatMap { session.column($0) }
        let heading = column.map { session.layout.headings[$0] } ?? ""
        session.report(severity, column: column, heading: heading, value: value, problem, remedy)
    }
}

extension RecordDesk {
    /// The row in which this import met the member in this draft before; notes this row where it did not.
    func seen(_ member: MemberID, in draft: Int, row: Int) -> Int? {
        let key = UInt64(draft) << 32 | UInt64(member.rawValue)
        if let before = rowOfPerson[key] { return Int(before) }
        rowOfPerson[key] = UInt32(clamping: row)
        journal.seen.append(key)
        return nil
    }
}
