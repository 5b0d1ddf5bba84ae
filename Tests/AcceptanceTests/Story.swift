/// One story: what a user does in a terminal, what the program answers, and how it ends.
///
/// A story is a text file:
/// - `# …` is told to the reader;
/// - `$ …` is a command line, run by `sh` in the story's own empty directory;
/// - `| …` is a line of standard output, `! …` a line of standard error;
/// - `? n` is the exit code where it is not 0;
/// - `+ NAME` begins a file whose lines follow, each behind `> `.
///
/// In an expected line `…` stands for whatever is there, and a line of `…` alone for any lines.
struct Story {
    /// A command and what is expected of it.
    struct Step {
        var line: Int
        var command: String
        var output: [String] = []
        var errors: [String] = []
        var status: Int32 = 0
    }

    /// A file laid out before the next command.
    struct File {
        var name: String
        var lines: [String] = []
    }

    enum Item {
        case comment(String)
        case step(Step)
        case file(File)
    }

    var items: [Item] = []

    /// Reads a story; a line that begins with none of the signs is an error of its writer.
    init(_ text: String) throws(StoryError) {
        for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            try take(String(line), number: offset + 1)
        }
    }

    private mutating func take(_ line: String, number: Int) throws(StoryError) {
        let body = String(line.dropFirst(line.dropFirst().first == " " ? 2 : 1))
        switch line.first {
        case nil, "#": items.append(.comment(line))
        case "$": items.append(.step(Step(line: number, command: body)))
        case "+": items.append(.file(File(name: body)))
        case ">": try changeFile(at: number) { $0.lines.append(body) }
        case "|": try changeStep(at: number) { $0.output.append(body) }
        case "!": try changeStep(at: number) { $0.errors.append(body) }
        case "?": try changeStep(at: number) { $0.status = Int32(body) ?? -1 }
        default: throw StoryError(line: number, reason: "这一行不以 # $ | ! ? + > 开头")
        }
    }

    private mutating func changeStep(at line: Int, _ change: (inout Step) -> Void) throws(StoryError) {
        guard case .step(var step)? = items.last else { throw StoryError(line: line, reason: "前面没有命令") }
        change(&step)
        items[items.count - 1] = .step(step)
    }

    private mutating func changeFile(at line: Int, _ change: (inout File) -> Void) throws(StoryError) {
        guard case .file(var file)? = items.last else { throw StoryError(line: line, reason: "前面没有文件名") }
        change(&file)
        items[items.count - 1] = .file(file)
    }

    /// The story as text again, for writing down what was seen.
    var text: String {
        items.map { item in
            switch item {
            case .comment(let line): line
            case .file(let file): (["+ \(file.name)"] + file.lines.map { "> " + $0 }).joined(separator: "\n")
            case .step(let step): Story.render(step)
            }
        }.joined(separator: "\n")
    }

    private static func render(_ step: Step) -> String {
        var lines = ["$ \(step.command)"]
        lines += step.output.map { "| " + $0 }
        lines += step.errors.map { "! " + $0 }
        if step.status != 0 { lines.append("? \(step.status)") }
        return lines.joined(separator: "\n")
    }
}

/// A story its reader cannot make out.
struct StoryError: Error {
    var line: Int
    var reason: String
}

/// Compares what was seen with what a story expects.
enum Expectations {
    /// Whether the lines fit, `…` being anything.
    static func fit(_ seen: [String], _ expected: [String]) -> Bool {
        fit(seen[...], expected[...])
    }

    private static func fit(_ seen: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
        guard let wanted = expected.first else { return seen.isEmpty }
        if wanted == "…" {
            return (seen.startIndex...seen.endIndex).contains { fit(seen[$0...], expected.dropFirst()) }
        }
        guard let line = seen.first, fits(line, wanted) else { return false }
        return fit(seen.dropFirst(), expected.dropFirst())
    }

    /// Whether one line fits: the pieces between the `…` come in order, the first at the start, the last at the end.
    static func fits(_ line: String, _ wanted: String) -> Bool {
        let pieces = wanted.split(separator: "…", omittingEmptySubsequences: false).map(String.init)
        guard pieces.count > 1 else { return line == wanted }
        guard line.hasPrefix(pieces[0]), line.count >= pieces[0].count + pieces[pieces.count - 1].count else {
            return false
        }
        var rest = line.dropFirst(pieces[0].count)
        for piece in pieces[1..<(pieces.count - 1)] where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(pieces[pieces.count - 1])
    }
}
