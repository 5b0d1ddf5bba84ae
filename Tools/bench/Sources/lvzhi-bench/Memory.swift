import Glibc

/// The most memory this process had in use, mapped pages of the store included, as the kernel keeps it.
enum Memory {
    /// In MiB.
    static var peak: Int { field("VmHWM:") }

    /// What it holds now without the pages of files, in MiB.
    static var own: Int { field("RssAnon:") }

    private static func field(_ name: String) -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while getline(&line, &capacity, file) > 0, let line {
            let words = String(cString: line).split(whereSeparator: { $0 == " " || $0 == "\t" })
            if words.first == name[...], words.count > 1, let kibibytes = Int(words[1]) { return kibibytes / 1_024 }
        }
        return 0
    }

    /// Begins to look for a new peak.
    static func forgetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }
}
