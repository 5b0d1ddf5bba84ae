internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// Says of which action of the change log a finding is: its time and what was done; of one that is gone, between which
/// others it was.
enum LogPlaces {
    static func sentence(of finding: IntegrityFinding, in transaction: inout ReadTransaction) -> String {
        guard let sequence = finding.sequence else { return finding.sentence }
        switch finding.problem {
        case .missingChange, .wrongHead, .damaged:
            return finding.sentence + neighbours(of: sequence, in: &transaction)
        default:
            guard let entry = told(sequence, in: &transaction) else {
                return finding.sentence + neighbours(of: sequence, in: &transaction)
            }
            return finding.sentence + "（\(entry)）"
        }
    }

    private static func told(_ sequence: UInt64, in transaction: inout ReadTransaction) -> String? {
        guard let set = try? ChangeLog.entry(sequence, in: &transaction) else { return nil }
        let context = set.context
        return "第 \(sequence) 号 \(Instant(milliseconds: context.instant)) \(context.who) "
            + UseCase.label(of: context.action)
    }

    private static func neighbours(of sequence: UInt64, in transaction: inout ReadTransaction) -> String {
        let before = sequence > 1 ? told(sequence - 1, in: &transaction) : nil
        let after = sequence < .max ? told(sequence + 1, in: &transaction) : nil
        let parts = [before.map { "前一条是\($0)" }, after.map { "后一条是\($0)" }].compactMap { $0 }
        return parts.isEmpty ? "" : "（\(parts.joined(separator: "；"))）"
    }
}

extension IntegrityFinding {
    /// The entry of the change log it is about.
    fileprivate var sequence: UInt64? {
        switch problem {
        case .missingChange(let sequence), .editedChange(let sequence), .brokenChain(let sequence),
            .notAsAnchored(let sequence), .wrongPart(let sequence, _):
            sequence
        case .wrongHead(let stored, let found): max(stored, found)
        case .notAsLogged(let sequence): sequence
        case .damaged where database == "changes":
            key.flatMap { key in
                key.bytes.withUnsafeBytes { bytes in
                    var reader = TupleKeyReader(bytes)
                    return try? reader.unsigned()
                }
            }
        default: nil
        }
    }
}
