public import KeyValueStore

/// Sees every logged write of an action before it is committed, whichever use case makes it: what must hold of all of
/// them is looked at here and cannot be forgotten.
public protocol WriteWatcher: AnyObject {
    /// - Parameters:
    ///   - before: payload before (without envelope); nil where the record did not exist.
    ///   - after: payload after; nil where it goes.
    func saw(_ table: DatabaseName, _ key: Key, before: [UInt8]?, after: [UInt8]?) throws
}
