/// One line on standard error that tells how far long work has come; nothing where nobody looks.
final class ProgressLine {
    private let stream: any TextStream
    private let label: String
    private var shown = false
    /// Drawn at most every so many units, so that drawing costs nothing.
    private let step: Int
    private var next = 0

    init(_ label: String, in context: CommandContext, every step: Int = 1000) {
        stream = context.errors
        self.label = label
        self.step = step
    }

    /// So many units are done.
    func update(_ done: Int, of whole: Int? = nil) {
        guard stream.isTerminal, done >= next else { return }
        next = done + step
        shown = true
        stream.write("\r\u{1B}[K\(label) \(done)" + (whole.map { " / \($0)" } ?? "") + bar(done, whole))
    }

    /// Wipes the line away before anything else is said.
    func finish() {
        guard shown else { return }
        shown = false
        stream.write("\r\u{1B}[K")
    }

    private func bar(_ done: Int, _ whole: Int?) -> String {
        guard let whole, whole > 0 else { return "" }
        let filled = min(24, done * 24 / whole)
        return " [" + String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled) + "]"
    }
}
