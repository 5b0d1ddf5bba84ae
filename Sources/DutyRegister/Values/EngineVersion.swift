internal import LMDBEngine

/// Which storage engine this program was built with.
public enum EngineVersion {
    /// Name and version: `LMDB 0.9.24`.
    public static var text: String { Environment.libraryVersion }
}
