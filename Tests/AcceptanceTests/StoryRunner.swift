import Foundation

/// Plays a story with the real program in an empty directory, and says where it went otherwise.
struct StoryRunner {
    /// The directory the story is played in; removed by `finish`.
    let directory: URL
    /// The folder with `lvzhi` in it.
    let programs: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "lvzhi-story-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        programs = StoryRunner.builtPrograms
    }

    func finish() {
        // A story may have made its files unwritable.
        _ = try? run("chmod -R u+rwX .")
        try? FileManager.default.removeItem(at: directory)
    }

    /// The programs of this build stand beside the test bundle.
    static var builtPrograms: URL {
        if let named = ProcessInfo.processInfo.environment["LVZHI_PROGRAMS"] { return URL(filePath: named) }
        return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    }

    /// What a command line left behind.
    struct Answer {
        var output: [String]
        var errors: [String]
        var status: Int32
    }

    func run(_ command: String) throws -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = directory
        process.environment = environment
        // Files, not pipes: nothing can fill up and wait.
        let output = directory.deletingLastPathComponent().appending(path: directory.lastPathComponent + ".out")
        let errors = directory.deletingLastPathComponent().appending(path: directory.lastPathComponent + ".err")
        for file in [output, errors] { try Data().write(to: file) }
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Answer(
            output: try lines(of: output), errors: try lines(of: errors), status: process.terminationStatus)
    }

    /// Nothing of the user's own surroundings: the same story everywhere.
    private var environment: [String: String] {
        [
            "PATH": programs.path + ":/usr/bin:/bin", "HOME": directory.path, "LANG": "C.UTF-8",
            "LVZHI_ACTOR": "张主任", "SCHEMAS": Stories.schemas.path,
            "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    private func lines(of file: URL) throws -> [String] {
        var lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Plays all items; each difference is one text. With `record`, the story returned has what was seen.
    func play(_ story: Story, named name: String) throws -> (differences: [String], seen: Story) {
        var differences: [String] = []
        var seen = story
        for (position, item) in story.items.enumerated() {
            switch item {
            case .comment: break
            case .file(let file): try lay(file)
            case .step(let step):
                let answer = try run(step.command)
                differences += difference(step, answer, in: name)
                seen.items[position] = .step(recorded(step, answer))
            }
        }
        return (differences, seen)
    }

    private func lay(_ file: Story.File) throws {
        let text = file.lines.map { $0 + "\n" }.joined()
        try Data(text.utf8).write(to: directory.appending(path: file.name))
    }

    private func difference(_ step: Story.Step, _ answer: Answer, in name: String) -> [String] {
        guard
            answer.status != step.status || !Expectations.fit(answer.output, step.output)
                || !Expectations.fit(answer.errors, step.errors)
        else { return [] }
        return [
            """
            \(name):\(step.line): $ \(step.command)
            应为：
            \(shown(step.output, step.errors, step.status))
            实际：
            \(shown(answer.output, answer.errors, answer.status))
            """
        ]
    }

    private func shown(_ output: [String], _ errors: [String], _ status: Int32) -> String {
        (output.map { "| " + $0 } + errors.map { "! " + $0 } + ["? \(status)"]).joined(separator: "\n")
    }

    /// Numbers of records and times of day differ from run to run.
    private func settled(_ line: String) -> String {
        line.replacing(/\d{16,17}/, with: "…").replacing(/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/, with: "…")
            .replacing(/[0-9a-f]{64}/, with: "…").replacing(/\.\d{8}-\d{6}/, with: ".…")
    }

    /// The step with what was seen, where it does not fit already.
    private func recorded(_ step: Story.Step, _ answer: Answer) -> Story.Step {
        var step = step
        if !Expectations.fit(answer.output, step.output) { step.output = answer.output.map(settled) }
        if !Expectations.fit(answer.errors, step.errors) { step.errors = answer.errors.map(settled) }
        step.status = answer.status
        return step
    }
}
