/// One line of the result.
struct Figure {
    var what: String
    /// Seconds of the whole job.
    var seconds: Double
    /// How many facts the job covered; nil where it is one thing.
    var facts: Int?
    /// Compared with whom, and how; and what we aim at.
    var comparison = ""
}

enum Table {
    static func show(_ figures: [Figure], title: String) {
        print("[\(title)]")
        for figure in figures {
            let whole = decimal(figure.seconds * 1e3, 10) + " ms"
            let each = figure.facts.map { decimal(figure.seconds * 1e9 / Double($0), 9) + " ns/条" } ?? ""
            print("  \(padded(figure.what, 44))\(whole)\(padded(each, 18))\(figure.comparison)")
        }
        print("")
    }

    /// A Chinese character is as wide as two others.
    private static func padded(_ text: String, _ width: Int) -> String {
        let taken = text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
        return text + String(repeating: " ", count: max(1, width - taken))
    }

    static func decimal(_ value: Double, _ width: Int = 0) -> String {
        let hundredths = Int((value * 100).rounded())
        let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
