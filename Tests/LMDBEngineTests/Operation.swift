import KeyValueStore
import TestSupport

/// One step of a random transaction. Keys are few, so that steps meet.
enum Operation {
    case put(Key, [UInt8], DatabaseName)
    case insert(Key, [UInt8], DatabaseName)
    case append(Key, [UInt8], DatabaseName)
    case delete(Key, DatabaseName)
    case deleteAll(KeyRange, DatabaseName)
    case get(Key, DatabaseName)
    case getMany([Key], DatabaseName)
    case scan(KeyRange, ScanDirection, limit: Int, DatabaseName)

    static let databases: [DatabaseName] = ["members", "facts", "changes"]

    init(random: inout SeededGenerator) {
        let name = Self.databases.randomElement(using: &random) ?? "facts"
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<6: self = .put(.sample(&random), .sample(&random), name)
        case 6..<8: self = .insert(.sample(&random), .sample(&random), name)
        case 8: self = .append(.sample(&random), .sample(&random), name)
        case 9..<12: self = .delete(.sample(&random), name)
        case 12: self = .deleteAll(.sample(&random), name)
        case 13..<15: self = .get(.sample(&random), name)
        case 15: self = .getMany((0..<4).map { _ in .sample(&random) }, name)
        case let choice:
            let limit = Int.random(in: 1...40, using: &random)
            self = .scan(.sample(&random), choice < 18 ? .forward : .backward, limit: limit, name)
        }
    }

    /// Does the step and tells what came of it.
    func run(in transaction: inout WriteTransaction) -> String {
        do {
            switch self {
            case .put(let key, let value, let name): try transaction.put(value, for: key, in: name)
            case .insert(let key, let value, let name): try transaction.insert(value, for: key, in: name)
            case .append(let key, let value, let name): try transaction.append(value, for: key, in: name)
            case .delete(let key, let name): return "\(try transaction.delete(key, in: name))"
            case .deleteAll(let range, let name): return "\(try transaction.deleteAll(range, in: name))"
            case .get(let key, let name): return try transaction.get(key, in: name, digest) ?? "none"
            case .getMany(let keys, let name):
                var lines: [String] = []
                try transaction.getMany(keys, in: name) { lines.append("\($0) \($1.map(digest) ?? "none")") }
                return "\(lines)"
            case .scan(let range, let direction, let limit, let name):
                var lines: [String] = []
                try transaction.scan(range, in: name, direction: direction) { key, value in
                    lines.append("\([UInt8](key)) \(digest(value))")
                    return lines.count == limit ? .stop : .next
                }
                return "\(lines)"
            }
            return "done"
        } catch {
            return "\(error)"
        }
    }
}

/// Tells values apart without printing nine thousand bytes.
func digest(_ bytes: UnsafeRawBufferPointer) -> String { "\(bytes.count) bytes, first \(bytes.first ?? 0)" }

extension Key {
    fileprivate static func sample(_ random: inout SeededGenerator) -> Key {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: Key(bytes: [UInt8](repeating: 0xFF, count: 511))
        case 1: Key(bytes: [UInt8](repeating: 0xFF, count: 512))
        case 2..<20: Key(UInt16.random(in: 0..<60, using: &random))
        default: Key(UInt16.random(in: 0..<8, using: &random), "第\(Int.random(in: 0..<30, using: &random))号")
        }
    }
}

extension KeyRange {
    fileprivate static func sample(_ random: inout SeededGenerator) -> KeyRange {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .all
        case 1: KeyRange(from: .sample(&random))
        case 2: KeyRange(to: .sample(&random))
        case 3..<5: .prefix(Key(UInt16.random(in: 0..<8, using: &random)))
        default: KeyRange(from: .sample(&random), to: .sample(&random))
        }
    }
}

extension [UInt8] {
    /// Mostly small, sometimes as large as a page, rarely of many pages.
    fileprivate static func sample(_ random: inout SeededGenerator) -> [UInt8] {
        let size = [0, 1, 24, 300, 2_100, 9_000].randomElement(using: &random) ?? 1
        return size == 0 ? [] : random.bytes(count: 1) + [UInt8](repeating: 7, count: size - 1)
    }
}
