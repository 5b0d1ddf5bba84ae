public import DutyModel
internal import KeyValueStore
internal import RecordStore

/// What is wrong with an evidence file, or with what was asked of it.
public enum EvidenceFinding: Hashable, Sendable {
    case unreadable(path: String)
    case empty(name: String)
    case tooLarge(name: String, bytes: Int, maximum: Int)
    /// None of the formats kept: a program, an unknown archive.
    case unknownFormat(name: String)
    /// The bytes are something else than the name says.
    case otherFormat(name: String, found: EvidenceFile.Format)
    case alreadyKept(EvidenceFile)
    case unknown(EvidenceID)
    case unknownObjection(ObjectionID)
    /// The bytes are not what the hash says.
    case damaged(EvidenceFile)
}

/// One line of the list of evidence.
public struct EvidenceLine: Hashable, Sendable {
    public var file: EvidenceFile
    /// What it is evidence of.
    public var subject: String
}

extension Register {
    /// The largest file that is kept, in bytes.
    public static let maximumEvidence = 20 << 20

    /// 存入佐证: keeps a file with a record, by a word for it.
    public func addEvidence(_ path: String, toRecord word: String, note: String = "") throws -> Saved<EvidenceFile> {
        let (name, bytes, format) = try EvidenceReader.read(path)
        var kept: EvidenceFile?
        let saved = try rewrite(.evidenceAdd, word, family: nil) { record, desk, transaction in
            let file = try transaction.keep(
                bytes, named: name, format, of: .record(record.id), note: note)
            if !record.evidence.contains(name) { record.evidence.append(name) }
            transaction.context.summary = "\(desk.name(of: record))：\(name)"
            kept = file
        }
        guard let kept else { preconditionFailure("a use case that threw nothing has kept its file") }
        return Saved(value: kept, change: saved.change)
    }

    /// Keeps a file with an entry by hand.
    public func addEvidence(_ path: String, to entry: ManualEntryID, note: String = "") throws -> Saved<EvidenceFile> {
        let (name, bytes, format) = try EvidenceReader.read(path)
        return try write(.evidenceAdd) { transaction in
            var known = try transaction.standingEntry(entry)
            let file = try transaction.keep(bytes, named: name, format, of: .manual(entry), note: note)
            if !known.evidence.contains(name) { known.evidence.append(name) }
            try ManualEntry.table.put(known, in: &transaction)
            transaction.context.summary = "人工分第 \(entry.rawValue) 笔：\(name)"
            return file
        }
    }

    /// Keeps a file with an objection, one's own or, for the office, anybody's.
    public func addEvidence(
        _ path: String, toObjection id: ObjectionID, note: String = ""
    ) throws -> Saved<EvidenceFile> {
        let (name, bytes, format) = try EvidenceReader.read(path)
        return try writeScoped(.evidenceAdd) { transaction, grant in
            guard let objection = try transaction.value(Objection.self, id),
                grant.isAll || grant.own == objection.member
            else { throw Refusal(.evidence(.unknownObjection(id))) }
            let file = try transaction.keep(
                bytes, named: name, format, of: .objection(UInt64(id.rawValue)), note: note)
            transaction.context.summary = "异议第 \(id.rawValue) 件：\(name)"
            return file
        }
    }

    /// 移除佐证. The bytes stay until nothing needs them, so that this can be undone.
    public func removeEvidence(_ id: EvidenceID) throws -> Saved<EvidenceFile> {
        let file = try evidence(id)
        if case .record(let record) = file.subject {
            let saved = try rewrite(.evidenceRemove, String(record.rawValue), family: nil) {
                record, desk, transaction in
                if try transaction.drop(file) { record.evidence.removeAll { $0 == file.name } }
                transaction.context.summary = "\(desk.name(of: record))：\(file.name)"
            }
            return Saved(value: file, change: saved.change)
        }
        return try write(.evidenceRemove) { transaction in
            let isLast = try transaction.drop(file)
            if isLast, case .manual(let entry) = file.subject {
                var known = try transaction.standingEntry(entry)
                known.evidence.removeAll { $0 == file.name }
                try ManualEntry.table.put(known, in: &transaction)
            }
            transaction.context.summary = file.name
            return file
        }
    }

    /// One file's description.
    public func evidence(_ id: EvidenceID) throws -> EvidenceFile {
        try readScoped(.evidenceRead) { transaction, grant in
            guard let file = try transaction.value(EvidenceFile.self, id),
                try transaction.evidenceLine(file, within: grant) != nil
            else { throw Refusal(.evidence(.unknown(id))) }
            return file
        }
    }

    /// All files, in order of number; of one record where a word is given.
    public func evidence(ofRecord word: String? = nil, of entry: ManualEntryID? = nil) throws -> [EvidenceLine] {
        try readScoped(.evidenceRead) { transaction, grant in
            var files: [EvidenceFile]
            if let word {
                let record = try transaction.record(
                    word, family: nil, kinds: try transaction.kinds(), within: grant)
                files = try transaction.evidence(of: .record(record.id))
            } else if let entry {
                files = try transaction.evidence(of: .manual(entry))
            } else {
                files = try transaction.all(EvidenceFile.self)
            }
            files.sort { $0.id < $1.id }
            return try files.compactMap { try transaction.evidenceLine($0, within: grant) }
        }
    }

    /// The files of some records, in order of number.
    public func evidence(ofRecords records: Set<RecordID>) throws -> [EvidenceLine] {
        try readScoped(.evidenceRead) { transaction, grant in
            var lines: [EvidenceLine] = []
            for record in records.sorted() {
                for file in try transaction.evidence(of: .record(record)) {
                    if let line = try transaction.evidenceLine(file, within: grant) { lines.append(line) }
                }
            }
            return lines.sorted { $0.file.id < $1.file.id }
        }
    }

    /// A file's bytes, found to be what they were when it was kept.
    public func evidenceBytes(_ id: EvidenceID) throws -> (file: EvidenceFile, bytes: [UInt8]) {
        let file = try evidence(id)
        return try readScoped(.evidenceRead) { transaction, _ in
            var bytes: [UInt8] = []
            let isSound = try EvidenceParts.scan(file.hash, in: &transaction) { bytes.append(contentsOf: $1) }
            guard isSound else { throw Refusal(.evidence(.damaged(file))) }
            return (file, bytes)
        }
    }
}

/// Reads a file that somebody wants kept, and looks at what it is.
private enum EvidenceReader {
    static func read(_ path: String) throws -> (name: String, bytes: [UInt8], format: EvidenceFile.Format) {
        let name = FileSystem.name(of: path)
        guard FileSystem.exists(path) else { throw Refusal(.evidence(.unreadable(path: path))) }
        let size = FileSystem.size(of: path)
        guard size <= Register.maximumEvidence else {
            throw Refusal(.evidence(.tooLarge(name: name, bytes: size, maximum: Register.maximumEvidence)))
        }
        guard let bytes = FileSystem.read(path) else { throw Refusal(.evidence(.unreadable(path: path))) }
        guard !bytes.isEmpty else { throw Refusal(.evidence(.empty(name: name))) }
        guard let format = EvidenceSniff.format(of: bytes) else {
            throw Refusal(.evidence(.unknownFormat(name: name)))
        }
        guard format.fits(name) else { throw Refusal(.evidence(.otherFormat(name: name, found: format))) }
        return (name, bytes, format)
    }
}

extension RecordTransaction {
    fileprivate mutating func keep(
        _ bytes: [UInt8], named name: String, _ format: EvidenceFile.Format, of subject: EvidenceFile.Subject,
        note: String
    ) throws -> EvidenceFile {
        let hash = "\(Digest(of: bytes))"
        if let same = try evidence(of: subject).first(where: { $0.hash == hash }) {
            throw Refusal(.evidence(.alreadyKept(same)))
        }
        let file = EvidenceFile(
            id: EvidenceID(rawValue: UInt32(try nextNumber(of: EvidenceFile.self))), subject: subject, name: name,
            format: format, size: bytes.count, hash: hash, note: note,
            instant: Instant(milliseconds: context.instant), who: context.who)
        try EvidenceParts.store(bytes, hash: hash, in: &self)
        try EvidenceFile.table.insert(file, in: &self)
        return file
    }

    /// Forgets a file. Returns whether no other of the same name is left with the same thing.
    fileprivate mutating func drop(_ file: EvidenceFile) throws -> Bool {
        guard try EvidenceFile.table.delete(file.id, in: &self) != nil else {
            throw Refusal(.evidence(.unknown(file.id)))
        }
        return try evidence(of: file.subject).allSatisfy { $0.name != file.name }
    }
}

extension Reading where Self: ~Copyable {
    mutating func evidence(of subject: EvidenceFile.Subject) throws -> [EvidenceFile] {
        try EvidenceFile.table.find(by: EvidenceFile.bySubject, subject.key, in: &self)
    }

    /// A file with what it is of; nil where that is out of reach.
    fileprivate mutating func evidenceLine(_ file: EvidenceFile, within grant: Grant) throws -> EvidenceLine? {
        switch file.subject {
        case .record(let id):
            guard let record = try value(DutyRecord.self, id), grant.sees(record) else { return nil }
            return EvidenceLine(file: file, subject: LogSubject.record(record).text)
        case .manual(let id):
            guard let entry = try value(ManualEntry.self, id), grant.covers(entry.member) else { return nil }
            return EvidenceLine(file: file, subject: "人工分第 \(id.rawValue) 笔")
        case .objection(let number):
            let id = ObjectionID(rawValue: UInt32(clamping: number))
            guard let objection = try value(Objection.self, id), grant.isAll || grant.own == objection.member else {
                return nil
            }
            return EvidenceLine(file: file, subject: "异议第 \(number) 件：\(objection.text)")
        }
    }
}
