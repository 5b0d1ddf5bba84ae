public import DutyModel

/// One duty of one member in one calendar year, in 20 bytes: everything a rulebook may test.
///
/// A projection of a `DutyRecord`, never edited by itself. The rows of one member's calendar year are stored one
/// after another, in order of `sortKey`, as one value; scoring walks them where they lie.
///
/// Little-endian words, low bits first:
/// - `first`, 64 bits: record 56, part 5, invitedAs 2, mandatory 1;
/// - `second`, 64 bits: kind 10, status 4, levels 6, instructions 6, half-days attended 8 and held 8,
///   position 8, count 8, mode 2, basis 4;
/// - `third`, 32 bits: day of the year 9 (0 is 1 January), marks 23.
///
/// Most rows have basis 0 and bear the record's own day. Beside them stand rows that only a rulebook which asks for
/// them sees (`FactBasis`): the same fact under the day of a node, and rows of no kind that hold a link or a quantity.
@frozen
public struct FactRow: Hashable, Sendable {
    public var first: UInt64
    public var second: UInt64
    public var third: UInt32

    /// Bytes of one row as stored.
    public static let width = 20

    @inlinable
    public init(first: UInt64, second: UInt64, third: UInt32) {
        self.first = first
        self.second = second
        self.third = third
    }

    /// Reads the row at a byte offset. The caller has checked that `width` bytes are there.
    @inlinable @inline(__always)
    public init(at offset: Int, of bytes: UnsafeRawBufferPointer) {
        first = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        second = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
        third = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt32.self))
    }

    /// Appends the row as stored.
    public func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: first.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: second.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: third.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

extension FactRow {
    /// A row from its fields. Numbers beyond their field are a programmer's error: records are checked when written.
    public init(
        record: RecordID, kind: KindCode, dayOfYear: Int, part: Part, status: AttendanceStatus = .present,
        invitedAs: InvitedAs = .member, mandatory: Bool = false, levels: LevelSet = [], instructions: LevelSet = [],
        halfDaysAttended: UInt8 = 0, halfDaysHeld: UInt8 = 0, position: UInt8 = 0, count: UInt8 = 0,
        mode: ProposalMode? = nil, marks: FactMarks = [], basis: FactBasis = .record
    ) {
        precondition(record.rawValue <= RecordID.maximum.rawValue && kind.rawValue < 1024)
        precondition((0...365).contains(dayOfYear) && marks.rawValue < 1 << 23)
        first =
            record.rawValue | UInt64(part.rawValue) << 56 | UInt64(invitedAs.rawValue) << 61
            | (mandatory ? 1 << 63 : 0)
        second =
            UInt64(kind.rawValue) | UInt64(status.rawValue) << 10 | UInt64(levels.rawValue) << 14
            | UInt64(instructions.rawValue) << 20 | UInt64(halfDaysAttended) << 26 | UInt64(halfDaysHeld) << 34
            | UInt64(position) << 42 | UInt64(count) << 50 | UInt64(mode?.rawValue ?? 0) << 58
            | UInt64(basis.rawValue) << 60
        third = UInt32(dayOfYear) | marks.rawValue << 9
    }

    @inlinable public var record: RecordID { RecordID(rawValue: first & (1 << 56 - 1)) }
    @inlinable public var partCode: UInt8 { UInt8(truncatingIfNeeded: first >> 56) & 31 }
    @inlinable public var invitedAsCode: UInt8 { UInt8(truncatingIfNeeded: first >> 61) & 3 }
    @inlinable public var isMandatory: Bool { first >> 63 != 0 }
    @inlinable public var kindCode: UInt16 { UInt16(truncatingIfNeeded: second) & 1023 }
    @inlinable public var statusCode: UInt8 { UInt8(truncatingIfNeeded: second >> 10) & 15 }
    @inlinable public var levels: UInt8 { UInt8(truncatingIfNeeded: second >> 14) & 63 }
    @inlinable public var instructions: UInt8 { UInt8(truncatingIfNeeded: second >> 20) & 63 }
    @inlinable public var halfDaysAttended: UInt8 { UInt8(truncatingIfNeeded: second >> 26) }
    @inlinable public var halfDaysHeld: UInt8 { UInt8(truncatingIfNeeded: second >> 34) }
    /// 1 for the first signer or author; 0 where order means nothing.
    @inlinable public var position: UInt8 { UInt8(truncatingIfNeeded: second >> 42) }
    /// How many signed or wrote.
    @inlinable public var count: UInt8 { UInt8(truncatingIfNeeded: second >> 50) }
    @inlinable public var modeCode: UInt8 { UInt8(truncatingIfNeeded: second >> 58) & 3 }
    /// `FactBasis` as a number; 0 for the record's own day.
    @inlinable public var basisCode: UInt8 { UInt8(truncatingIfNeeded: second >> 60) }
    /// 0 for 1 January.
    @inlinable public var dayOfYear: Int { Int(third & 511) }
    @inlinable public var marks: FactMarks { FactMarks(rawValue: third >> 9) }

    /// Rows of one year are kept in this order: by day, then record, then part.
    public var sortKey: (Int, UInt64, UInt8) { (dayOfYear, record.rawValue, partCode) }
}

/// What happened to a record, one bit each: nodes of a proposal, honours, and what evidence there is.
@frozen
public struct FactMarks: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

    // Bits 1 to 11 are the nodes of a proposal, by the number of `ProposalStage`.
    public static func stage(_ stage: ProposalStage) -> FactMarks { FactMarks(rawValue: 1 << UInt32(stage.rawValue)) }
    public static let adopted = FactMarks(rawValue: 1 << 0)  // 采用, 采纳, by whatever level
    public static let key = FactMarks(rawValue: 1 << 12)  // 重点
    public static let excellent = FactMarks(rawValue: 1 << 13)  // 优秀
    public static let numberOne = FactMarks(rawValue: 1 << 14)  // 一号
    public static let satisfied = FactMarks(rawValue: 1 << 15)  // 满意
    public static let oral = FactMarks(rawValue: 1 << 16)  // 口头
    public static let online = FactMarks(rawValue: 1 << 17)  // 线上
    public static let evidence = FactMarks(rawValue: 1 << 18)  // 有佐证
    public static let researched = FactMarks(rawValue: 1 << 19)  // 有调研 behind it
    public static let sameWork = FactMarks(rawValue: 1 << 20)  // the same work as another record
    public static let planned = FactMarks(rawValue: 1 << 21)  // carries out an item of the plan
    public static let instructed = FactMarks(rawValue: 1 << 22)  // 领导批示
}
