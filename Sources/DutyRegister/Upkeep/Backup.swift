internal import KeyValueStore
internal import LMDBEngine

/// What a backup is, once it was verified.
public struct BackupReport: Hashable, Sendable {
    public var path: String
    public var bytes: Int
    public var check: CheckReport
}

/// Why there is no backup, or none was brought back.
public enum BackupError: Error, Hashable, Sendable {
    /// The copy was made but is not sound; it was removed. The store itself should be checked.
    case copyUnsound(CheckReport)
    /// The backup is not sound; nothing was touched.
    case backupUnsound(CheckReport)
    /// The old store could not be set aside.
    case cannotSetAside(path: String, code: Int32)
}

/// 备份: snapshots of a store while others go on working, verified before they are called backups.
public enum StoreBackup {
    /// Copies a snapshot of a store to a new file. It has another name until it was opened and checked whole.
    /// - Throws: `OpenError.exists` where something is at `target`; `BackupError.copyUnsound`.
    public static func create(of path: String, at target: String) throws -> BackupReport {
        guard !FileSystem.exists(target) else { throw OpenError.exists(path: target) }
        let environment = try Environment.open(at: path, mode: .readOnly)
        defer { environment.close() }
        let aside = target + ".part-\(ProcessNumber.current)"
        defer { FileSystem.remove(aside) }
        try environment.copy(to: aside)
        let check = try StoreCheck.run(aside)
        guard check.isClean else { throw BackupError.copyUnsound(check.named(path)) }
        // Linking fails where another made the target meanwhile; renaming would replace it.
        try FileSystem.place(aside, at: target)
        return BackupReport(path: target, bytes: FileSystem.size(of: target), check: check.named(target))
    }

    /// Checks a backup whole.
    public static func verify(_ path: String) throws -> BackupReport {
        BackupReport(path: path, bytes: FileSystem.size(of: path), check: try StoreCheck.run(path))
    }

    /// Brings a backup back as the store at `path`. A store that is there is kept beside it.
    /// - Parameter stamp: ends the name of the old store: `register.lvzhi.20241231-235959`.
    /// - Returns: where the old store is now; nil where there was none.
    /// - Throws: `BackupError`; nothing was touched then.
    public static func restore(_ backup: String, to path: String, stamp: String) throws -> String? {
        let check = try StoreCheck.run(backup)
        guard check.isClean else { throw BackupError.backupUnsound(check) }
        let aside = path + ".new-\(ProcessNumber.current)"
        defer { FileSystem.remove(aside) }
        let environment = try Environment.open(at: backup, mode: .readOnly)
        do {
            try environment.copy(to: aside)
            environment.close()
        } catch {
            environment.close()
            throw error
        }
        var kept: String?
        if FileSystem.exists(path) {
            let old = path + "." + stamp
            guard !FileSystem.exists(old) else { throw OpenError.exists(path: old) }
            let code = FileSystem.rename(path, to: old)
            guard code == 0 else { throw BackupError.cannotSetAside(path: path, code: code) }
            _ = FileSystem.rename(path + "-lock", to: old + "-lock")
            kept = old
        }
        try FileSystem.place(aside, at: path)
        return kept
    }
}

extension CheckReport {
    /// The same for a file that has another name by now.
    fileprivate func named(_ path: String) -> CheckReport {
        var report = self
        report.path = path
        return report
    }
}
