/// Which part another part means by an id.
final class Relationships: PartHandler {
    struct Relationship {
        let id: String
        /// The last word of the type's address: `worksheet`, `sharedStrings`, `officeDocument`.
        let type: String
        /// The part's name from the root of the package.
        let part: String
    }
    private(set) var all: [Relationship] = []
    private let folder: String
    let isDone = false

    /// Reads the relationships of a part; none where the file has none.
    init(of part: String, in archive: ZipArchive) throws(ReadError) {
        let split = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        folder = String(part[..<split])
        let name = folder + "_rels/" + part[split...] + ".rels"
        if let file = try archive.open(name) { try XMLPull.parse(file, self) }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", !attributes.isExternal else { return }
        guard let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"] else {
            return
        }
        let word = type.split(separator: "/").last.map(String.init) ?? type
        all.append(Relationship(id: id, type: word, part: Relationships.resolve(target, in: folder)))
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    func part(ofType type: String) -> String? { all.first { $0.type == type }?.part }
    func relationship(withId id: String) -> Relationship? { all.first { $0.id == id } }

    private static func resolve(_ target: String, in folder: String) -> String {
        let slashed = String(target.map { $0 == "\\" ? "/" : $0 })
        let path = slashed.hasPrefix("/") ? slashed : folder + slashed
        var steps: [Substring] = []
        for step in path.split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}

extension XMLAttributes {
    fileprivate var isExternal: Bool { self["TargetMode"] == "External" }
}
