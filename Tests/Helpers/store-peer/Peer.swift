import Glibc
import KeyValueStore
import LMDBEngine

enum Peer {
    static let rows: DatabaseName = "rows"

    /// Opens for reading and counts rows and bytes.
    static func readAll(_ path: String) throws -> String {
        let store = try Environment.open(at: path, mode: .readOnly)
        defer { store.close() }
        return try store.read { transaction in
            var (count, sum) = (0, 0)
            try transaction.scan(.all, in: rows) { key, value in
                count += 1
                sum = value.reduce(into: sum) { $0 = $0 &* 31 &+ Int($1) }
                return .next
            }
            return "rows \(count) sum \(sum)"
        }
    }

    /// Keeps a snapshot until it is told to go on.
    static func holdReader(_ path: String) throws {
        let store = try Environment.open(at: path)
        try store.read { transaction in
            _ = try transaction.get(Key(UInt64(0)), in: rows) { $0.count }
            say("holding")
            _ = readLine()
        }
        say("done")
    }

    /// Keeps the write lock until it is told to go on.
    static func holdWriter(_ path: String) throws {
        let store = try Environment.open(at: path)
        try store.write { transaction in
            try transaction.put([1], for: Key(UInt64(1) << 40), in: rows)
            say("holding")
            _ = readLine()
        }
        say("done")
    }

    /// Writes rows of a kilobyte, a commit each, and tells after each.
    static func write(_ path: String, count: Int) throws {
        let store = try Environment.open(at: path)
        for number in 0..<count {
            try store.write { transaction in
                let key = Key(UInt64(getpid()) << 32 | UInt64(number))
                try transaction.put([UInt8](repeating: UInt8(number % 251), count: 1_024), for: key, in: rows)
            }
            say(number)
        }
    }

    /// Opens and writes with few addresses left.
    static func workInLittleMemory(_ path: String, megabytes: Int) throws {
        var limit = rlimit(rlim_cur: rlim_t(megabytes) << 20, rlim_max: rlim_t(megabytes) << 20)
        guard setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { exit(2) }
        try write(path, count: 3)
        say(try readAll(path))
    }
}

/// Prints a line at once.
func say(_ line: some Any) {
    print(line)
    fflush(nil)
}
