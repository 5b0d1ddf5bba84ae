import CLMDB
import Glibc
public import KeyValueStore

extension Environment {
    /// Makes a new store: built in a directory beside its place, filled, synced and put in place whole. An existing
    /// file is never replaced.
    /// - Parameter fill: writes what a new store begins with; nothing appears at `path` when it throws.
    public static func create(
        at path: String, busyTimeout: Duration = .seconds(10), filling fill: (Environment) throws -> Void
    ) throws -> Environment {
        let workshop = try Workshop(beside: path)
        defer { workshop.remove() }
        try build(workshop.file, fill: fill)
        try FileMoves.moveWithoutReplacing(workshop.file, to: path)
        try FileMoves.syncDirectory(of: path)
        return try open(at: path, mode: .readWrite, busyTimeout: busyTimeout)
    }

    /// Makes a new, empty store.
    public static func create(at path: String, busyTimeout: Duration = .seconds(10)) throws(OpenError) -> Environment {
        do {
            return try create(at: path, busyTimeout: busyTimeout, filling: { _ in })
        } catch let error as OpenError {
            throw error
        } catch {
            throw .system(path: path, code: EIO, message: "\(error)")
        }
    }

    private static func build(_ file: String, fill: (Environment) throws -> Void) throws {
        // LMDB makes a file of its own accord; afterwards it is opened like any other.
        let opened = try EnvironmentHandle.open(
            file, mode: .readWrite, mapSizes: MapSize.candidates(fileSize: 0))
        let code = mdb_env_sync(opened.environment, 1)
        mdb_env_close(opened.environment)
        guard code == 0 else { throw OpenError.fromSystem(path: file, code: code) }
        let environment = try open(at: file)
        defer { environment.close() }
        try fill(environment)
    }
}

/// A directory beside the place where a file is to appear, for building it.
private struct Workshop {
    let directory: String
    let file: String

    init(beside path: String) throws(OpenError) {
        guard !FileMoves.exists(path) else { throw .exists(path: path) }
        let parent = FileMoves.directory(of: path)
        var template = Array("\(parent)/.\(FileMoves.name(of: path)).new-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .fromSystem(path: path, code: errno) }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        file = directory + "/store"
    }

    func remove() {
        unlink(file)
        unlink(file + "-lock")
        rmdir(directory)
    }
}
