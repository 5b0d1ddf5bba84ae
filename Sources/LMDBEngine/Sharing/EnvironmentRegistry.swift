import Glibc
import KeyValueStore
import Synchronization

/// The environments of this process by the file they map. LMDB's locks break when a process maps a file twice, so a
/// second open shares the first one's map.
enum EnvironmentRegistry {
    private struct Entry {
        let shared: SharedEnvironment
        var handles = 1
        var isClosing = false
    }

    private static let entries = Mutex<[FileIdentity: Entry]>([:])

    private enum Answer {
        case shared(SharedEnvironment)
        case closing
    }

    /// The environment of a file, made by `make` where this process has none yet.
    static func acquire(
        _ identity: FileIdentity, make: () throws(OpenError) -> SharedEnvironment
    ) throws(OpenError) -> SharedEnvironment {
        while true {
            let answer = try entries.withLock { entries throws(OpenError) -> Answer in
                if let entry = entries[identity] {
                    if entry.isClosing { return .closing }
                    entries[identity]?.handles += 1
                    return .shared(entry.shared)
                }
                let shared = try make()
                entries[identity] = Entry(shared: shared)
                return .shared(shared)
            }
            if case .shared(let shared) = answer { return shared }
            usleep(500)
        }
    }

    /// Gives one handle back; the last one closes the environment.
    static func release(_ shared: SharedEnvironment) {
        let isLast = entries.withLock { entries in
            entries[shared.identity]?.handles -= 1
            guard entries[shared.identity]?.handles == 0 else { return false }
            entries[shared.identity]?.isClosing = true
            return true
        }
        guard isLast else { return }
        // Outside the lock: closing waits for transactions, and they may be opening other stores.
        shared.close()
        entries.withLock { $0[shared.identity] = nil }
    }
}
