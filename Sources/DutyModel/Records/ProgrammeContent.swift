/// 专题系列: what holds ordinary records together over a year. A special committee's 一委一品, a 75 周年 series, a hall or
/// studio with its opening times. The records belong to it by a link; whoever leads it is among its people.
public struct ProgrammeContent: Hashable, Sendable {
    /// Where it is a place for consultations, of which sort.
    public var venue: ConsultationVenue?
    /// 开放时间, as written.
    public var schedule: String
    /// 年度成效.
    public var outcome: String

    public init(venue: ConsultationVenue? = nil, schedule: String = "", outcome: String = "") {
        self.venue = venue
        self.schedule = schedule
        self.outcome = outcome
    }
}
