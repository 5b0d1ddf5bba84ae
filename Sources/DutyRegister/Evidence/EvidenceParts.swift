internal import DutyModel
internal import KeyValueStore
internal import RecordStore

/// The bytes of evidence files, under their hash and in parts, so that a file kept twice is stored once. Not in the
/// change log: the file's record vouches for them by the hash, and taking a file away can be undone.
enum EvidenceParts {
    static let table = PackedTable("evidenceParts", isDerived: true)
    static let partSize = 256 << 10

    static func store(_ bytes: [UInt8], hash: String, in transaction: inout RecordTransaction) throws {
        for (place, start) in stride(from: 0, to: bytes.count, by: partSize).enumerated() {
            let part = Array(bytes[start..<min(start + partSize, bytes.count)])
            try table.put(part, for: Key(hash, UInt32(place + 1)), in: &transaction)
        }
    }

    static func put(_ part: [UInt8], number: Int, hash: String, in transaction: inout RecordTransaction) throws {
        try table.put(part, for: Key(hash, UInt32(clamping: number)), in: &transaction)
    }

    /// Gives every part of a file in order, and says whether together they are what the hash says.
    static func scan(
        _ hash: String, in transaction: inout some Reading & ~Copyable,
        each: (_ number: Int, UnsafeRawBufferPointer) throws -> Void
    ) throws -> Bool {
        var digest = DigestBuilder()
        var number = 0
        try table.scan(.prefix(Key(hash)), in: &transaction) { _, payload in
            number += 1
            digest.add(payload)
            try each(number, payload)
            return .next
        }
        return "\(digest.finish())" == hash
    }

    /// Adds a finding for each file whose bytes are missing or others.
    static func check(in transaction: inout ReadTransaction, into report: inout IntegrityReport) throws {
        var sound: [String: Bool] = [:]
        for file in try transaction.all(EvidenceFile.self) {
            let isSound = try sound[file.hash] ?? scan(file.hash, in: &transaction) { _, _ in }
            sound[file.hash] = isSound
            if !isSound {
                report.add(
                    .other("第 \(file.id.rawValue) 份佐证“\(file.name)”的内容缺失或与指纹不符"), in: table.name,
                    key: Key(file.id))
            }
        }
    }
}
