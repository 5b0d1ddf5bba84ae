import DutyModel
import Tabular

// The columns of a sheet that tell more of somebody's attendance than its status.

extension AttendanceCells {
    /// Times, substitute, leave, way of taking part. False after a finding.
    func takeDetails(into reading: inout AttendanceReading) -> Bool {
        var details = reading.details ?? AttendanceDetails()
        for (field, path) in [("arrived", \AttendanceDetails.arrived), ("left", \AttendanceDetails.left)] {
            let cell = session.cell(field)
            guard !cell.isEmpty else { continue }
            guard let time = AttendanceCells.time(cell) else {
                session.report(.error, field: field, "不是时间", "请写成 9:40")
                return false
            }
            details[keyPath: path] = time
        }
        let substitute = session.title("substitute")
        if !substitute.isEmpty {
            details.substitute = substitute
            if !reading.status.wasThere { reading.status = .substituted }
        }
        details.work = session.title("work")
        guard takeLeaveColumns(into: &details, status: reading.status) else { return false }
        // The time of the signature says nothing more of those who came in time.
        if reading.status != .late { details.arrived = nil }
        if reading.status != .leftEarly { details.left = nil }
        reading.details = details == AttendanceDetails() ? nil : details
        let mode = session.text("mode")
        reading.online = ["线上", "网络", "视频", "远程"].contains { mode.contains($0) }
        if let source = AttendanceCells.sources[session.text("source")] { reading.source = source }
        return true
    }

    private func takeLeaveColumns(into details: inout AttendanceDetails, status: AttendanceStatus) -> Bool {
        let (reason, approver) = (session.title("leaveNote"), session.title("leaveApprover"))
        let applicant = session.title("leaveApplicant")
        guard !reason.isEmpty || !approver.isEmpty || !applicant.isEmpty || !session.cell("leaveDay").isEmpty else {
            return true
        }
        var leave = Leave(applicant: applicant, reason: reason, approver: approver)
        if !session.cell("leaveDay").isEmpty {
            guard let day = session.exactDate("leaveDay")?.days.first else { return false }
            leave.day = day
        }
        leave.decision = status == .leaveRefused ? .refused : status == .unknown ? .pending : .approved
        details.leave = leave
        return true
    }

    private static let sources: [String: AttendanceSource] = [
        "签到": .signIn, "扫码签到": .signIn, "现场签到": .signIn, "纸质": .paper, "纸质签到": .paper, "补签": .paper,
        "导入": .imported, "申报": .claimed, "委员申报": .claimed, "本人申报": .claimed,
    ]

    /// 9:40, or the clock of a cell that holds a time.
    static func time(_ cell: Cell) -> ClockTime? {
        let text = TextFolding.withoutSpaces(TextFolding.halfWidth(cell.text))
        let clock = text.split { !("0123456789:".contains($0)) }.first { $0.contains(":") } ?? ""
        let parts = clock.split(separator: ":")
        guard (2...3).contains(parts.count) else { return nil }
        return ClockTime("\(parts[0]):\(parts[1])")
    }
}
