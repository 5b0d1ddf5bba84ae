import DutyModel
import DutyRegister
import MarkedYAML
import Scoring

/// A rulebook as someone named it: a file, one shipped with the program, or one adopted.
struct NamedRulebook {
    var rulebook: Rulebook
    var text: String
    /// Empty where it has none.
    var cases: String
    /// What findings call the two texts.
    var file: String
    var casesFile: String

    /// - Parameter word: the path of a file; `sample-county/2024` for a shipped one; the year, or the 编号, of an
    ///   adopted one.
    static func find(_ word: String, options: StoreOptions, in context: CommandContext) throws -> NamedRulebook {
        let kinds = try options.kinds(in: context)
        if let texts = try RulebookTexts.find(word, casesFile: nil) {
            return NamedRulebook(
                rulebook: try Rulebook.load(text: texts.text, file: texts.file, catalogue: kinds), text: texts.text,
                cases: texts.cases, file: texts.file, casesFile: texts.casesFile)
        }
        if let adopted = try adopted(word, options: options, in: context) { return adopted }
        throw Failure(
            .failed, "没有考核办法“\(word)”：没有这个文件，随程序附带的和登记库采用的里也没有。",
            advice: "请写文件名、编号/年度（如 sample-county/2024）或已采用的年度，可用 lvzhi rulebook list 查看。")
    }

    /// Of several with the same name the one adopted last.
    private static func adopted(
        _ word: String, options: StoreOptions, in context: CommandContext
    ) throws -> NamedRulebook? {
        guard options.store != nil || TextFile.exists(options.path(in: context)) else { return nil }
        let register = try options.reading(in: context)
        let fitting = try register.rulebooks().filter {
            word == $0.name || word == "\($0.year)" || word == "\($0.name)/\($0.year)" || word == $0.title
        }
        guard let entry = fitting.last, let choice = try register.rulebook(adopted: entry) else { return nil }
        let file = choice.rulebook.file
        return NamedRulebook(
            rulebook: choice.rulebook, text: choice.text, cases: choice.cases, file: file,
            casesFile: RulebookFiles.usualCases(of: file))
    }
}

/// The texts of a rulebook and its cases, of a file or shipped with the program.
struct RulebookTexts {
    var text: String
    var file: String
    var cases: String
    var casesFile: String

    /// - Parameter casesFile: nil for the usual one, if it is there.
    /// - Returns: Nil where the word is neither a file nor the name of a shipped rulebook.
    static func find(_ word: String, casesFile: String?) throws -> RulebookTexts? {
        guard !TextFile.exists(word), let shipped = ShippedRulebook(word), let library = SchemaLibrary.find(),
            let text = library.text("rulebooks/\(shipped).yaml")
        else {
            guard TextFile.exists(word) else { return nil }
            let usual = RulebookFiles.usualCases(of: word)
            let file = casesFile ?? (TextFile.exists(usual) ? usual : "")
            return RulebookTexts(
                text: try TextFile.read(word), file: word, cases: file.isEmpty ? "" : try TextFile.read(file),
                casesFile: file)
        }
        let cases = try casesFile.map { try TextFile.read($0) } ?? library.text("rulebooks/\(shipped).cases.yaml")
        return RulebookTexts(
            text: text, file: "\(shipped).yaml", cases: cases ?? "",
            casesFile: cases == nil ? "" : casesFile ?? "\(shipped).cases.yaml")
    }

    /// The same, where there has to be one.
    static func require(_ word: String, casesFile: String? = nil) throws -> RulebookTexts {
        if let found = try find(word, casesFile: casesFile) { return found }
        // Tells which file is missing.
        return RulebookTexts(text: try TextFile.read(word), file: word, cases: "", casesFile: "")
    }
}
