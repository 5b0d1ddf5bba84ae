import ArgumentParser
import Testing

@testable import LvzhiCLI

@Suite("commands") struct CommandReferenceTests {
    /// Every command with the words it is called by, the root first.
    static let commands: [(path: String, type: any ParsableCommand.Type)] = all(Root.self, path: "lvzhi")

    private static func all(
        _ type: any ParsableCommand.Type, path: String
    ) -> [(path: String, type: any ParsableCommand.Type)] {
        let configuration = type.configuration
        let children = configuration.ungroupedSubcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        return [(path, type)]
            + children.flatMap { all($0, path: path + " " + ($0.configuration.commandName ?? "?")) }
    }

    @Test("every command has a sentence in Chinese and an example of itself", arguments: commands.map(\.path))
    func hasHelp(path: String) throws {
        let command = try #require(Self.commands.first { $0.path == path })
        let configuration = command.type.configuration
        #expect(configuration.abstract.hasSuffix("。"), "\(path) 没有一句话的说明")
        let examples = configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  lvzhi ") }
        #expect(!examples.isEmpty, "\(path) 没有示例")
        let isLeaf = configuration.subcommands.isEmpty && configuration.groupedSubcommands.isEmpty
        if isLeaf {
            #expect(examples.allSatisfy { $0.hasPrefix("  \(path)") }, "\(path) 的示例不是它自己：\(examples)")
        }
    }

    @Test("every example can be parsed", arguments: commands.map(\.path))
    func examplesParse(path: String) throws {
        let command = try #require(Self.commands.first { $0.path == path })
        let examples = command.type.configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  lvzhi ") }
        for example in examples {
            let line = example.split(whereSeparator: { "|>".contains($0) }).first.map(String.init) ?? ""
            let words = line.split { " （".contains($0) }.dropFirst().map(String.init)
            #expect(throws: Never.self, "\(example)") { _ = try Root.parseAsRoot(words) }
        }
    }

    @Test("every command has a Chinese name besides the English one", arguments: commands.dropFirst().map(\.path))
    func hasChineseAlias(path: String) throws {
        let command = try #require(Self.commands.first { $0.path == path })
        #expect(command.type.configuration.aliases.contains { $0.contains { !$0.isASCII } }, "\(path) 没有中文别名")
    }

    @Test("value names in help are ASCII, so that columns line up", arguments: commands.map(\.path))
    func valueNames(path: String) throws {
        let command = try #require(Self.commands.first { $0.path == path })
        let usage = Root.usageString(for: command.type)
        #expect(!usage.contains { !$0.isASCII }, "\(usage)")
    }
}
