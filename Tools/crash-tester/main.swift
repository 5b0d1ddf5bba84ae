// Logs sector activities one after another until it is killed, and says each one's id only when it is acknowledged.
//
//     crash-writer STORE TAG
//
// `TAG` begins every title, so that rounds do not look alike. Used by Tests/Reliability.

import DutyModel
import DutyRegister
import Glibc

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    say("crash-writer STORE TAG", to: 2)
    exit(2)
}

/// Says a line at once: what was not written when the process dies was never said.
func say(_ line: String, to output: Int32 = 1) {
    let bytes = Array((line + "\n").utf8)
    _ = write(output, bytes, bytes.count)
}

do {
    let principal = Principal(name: "召集人", origin: "crash-writer")
    let register = try Register.open(at: arguments[1], .writing, by: principal)
    let sectors = try register.organizations(.sector).map(\.organization.name)
    say("ready")
    for number in 1... {
        let sector = sectors[number % sectors.count]
        let first = CivilDay.firstDay(ofYear: 2022) + number * 37 % 1800
        let saved = try register.logActivity(
            ActivityDraft(
                sector: sector, title: "\(arguments[2])-\(number)", days: DayRange(first), attendees: .allBut([])))
        say(String(saved.value.id.rawValue))
    }
} catch {
    say("\(error)", to: 2)
    exit(1)
}
