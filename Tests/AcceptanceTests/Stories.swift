import Foundation
import Testing

/// Where the stories and their files are.
enum Stories {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stories")
    /// The files shipped with the program: `$SCHEMAS` in a story.
    static let schemas = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Schemas")

    /// Names of all stories, in order.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".story") }.sorted()
    }()

    /// With this set, stories are written down as they were seen, for a person to read and commit.
    static let isRecording = ProcessInfo.processInfo.environment["LVZHI_RECORD_STORIES"] != nil
}

@Suite("stories") struct StoryTests {
    @Test("the program answers as the story tells", arguments: Stories.names)
    func plays(name: String) throws {
        let file = Stories.folder.appending(path: name)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let story = try Story(text)
        let runner = try StoryRunner()
        defer { runner.finish() }
        let (differences, seen) = try runner.play(story, named: name)
        if Stories.isRecording {
            try Data(seen.text.utf8).write(to: file)
        } else {
            #expect(differences.isEmpty, "\(differences.joined(separator: "\n\n"))")
        }
    }

    @Test("there are stories") func exist() { #expect(!Stories.names.isEmpty) }
}
