import Foundation
import Testing

@Suite("the schemas for editors")
struct RulebookSchemaTests {
    @Test("accept every shipped rulebook and case file")
    func accept() throws {
        let script = Stories.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Acceptance/check_rulebooks.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, Stories.schemas.appending(path: "rulebooks").path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        // 77 and 127: nothing here to check with.
        #expect([0, 77, 127].contains(process.terminationStatus), "\(text)")
    }
}
