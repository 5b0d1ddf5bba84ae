/// Something wrong in a text file that a person wrote, and where: `规则.yaml:12:7: …`.
public struct DocumentFinding: Error, Hashable, Comparable, Sendable {
    /// The file as its reader named it.
    public var file: String
    public var mark: DocumentMark
    /// What was found, what was expected and what to do, in Chinese.
    public var message: String

    /// Counted from 1.
    public var line: Int { mark.line }
    /// Counted from 1, in characters.
    public var column: Int { mark.column }

    public init(file: String, mark: DocumentMark, message: String) {
        self.file = file
        self.mark = mark
        self.message = message
    }

    public static func < (left: DocumentFinding, right: DocumentFinding) -> Bool {
        (left.file, left.mark, left.message) < (right.file, right.mark, right.message)
    }
}

extension DocumentFinding: CustomStringConvertible {
    /// `file:line:column: message`.
    public var description: String { "\(file):\(mark.line):\(mark.column): \(message)" }
}

/// A place in a text file; line and column count from 1.
public struct DocumentMark: Hashable, Comparable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: DocumentMark, right: DocumentMark) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// All findings of one reading, thrown together.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In order of file, line and column; never empty.
    public let findings: [DocumentFinding]

    public init(_ findings: [DocumentFinding]) {
        precondition(!findings.isEmpty, "an error without a finding says nothing")
        self.findings = Array(Set(findings)).sorted()
    }

    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
