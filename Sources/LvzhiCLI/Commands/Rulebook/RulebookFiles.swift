import DutyModel
import DutyRegister
import MarkedYAML
import Scoring

/// Rulebooks and cases as files.
enum RulebookFiles {
    /// Reads a rulebook; everything wrong in it is thrown at once, with file, line and column.
    static func rulebook(_ path: String, kinds: KindCatalogue) throws -> Rulebook {
        try Rulebook.load(text: try TextFile.read(path), file: path, catalogue: kinds)
    }

    /// Where the cases of a rulebook are unless told: beside it, `2024.yaml` has `2024.cases.yaml`.
    static func usualCases(of path: String) -> String {
        path.hasSuffix(".yaml") ? path.dropLast(".yaml".count) + ".cases.yaml" : path + ".cases.yaml"
    }
}
