import DutyModel
import Tabular

extension SheetSession {
    /// What a row tells of an event beyond name, time and place.
    func eventDetails() -> EventDetails {
        var details = EventDetails(
            parties: title("parties"), needs: title("needs"), outcome: title("outcome"), followUp: title("followUp"))
        let department = title("department")
        if !department.isEmpty { details.agenda = [AgendaItem(title("topic"), department: department)] }
        details.venue = ConsultationVenue.allCases.first { venue in
            ["议事厅", "工作室", "线上"][Int(venue.rawValue) - 1] == venueWord || venue.label == venueWord
        }
        let source = text("topicSource")
        details.topicSource = TopicSource.allCases.first { $0.label == source }
        if !source.isEmpty, details.topicSource == nil {
            report(
                .error, field: "topicSource", "不是认识的选题来源",
                "请写" + TopicSource.allCases.map(\.label).joined(separator: "、"))
        }
        if !cell("headcount").isEmpty {
            details.publicHeadcount = WorkRow(session: self).headcount("headcount") ?? 0
        }
        return details
    }

    private var venueWord: String {
        let word = TextFolding.withoutSpaces(text("venue"))
        return word.contains("线上") ? "线上" : word.contains("工作室") ? "工作室" : word.contains("议事厅") ? "议事厅" : word
    }

    /// The date of a row or head, with the half that a cell of its own tells.
    func withHalf(_ reading: DateReading, label: String = "") -> DateReading {
        let word = label.isEmpty ? text("half") : label
        guard let half = DayHalf(word: word), reading.days.count == 1 else { return reading }
        var reading = reading
        reading.half = half
        reading.halfDays = half == .whole ? 2 : 1
        return reading
    }
}
