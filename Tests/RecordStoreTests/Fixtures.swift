import KeyValueStore
import RecordStore
import TestSupport
import Testing

/// A person with a unique number and a searchable name.
struct Person: Record, Equatable {
    var id: UInt32
    var name: String
    var number: String = ""
    var age: Int32 = 0
    var tags: [String] = []

    static let byName = Index<Person>("people.name", key: { Key($0.name) })
    static let byNumber = Index<Person>("people.number", unique: true) { (person: Person) -> Key? in
        person.number.isEmpty ? nil : Key(person.number)
    }
    static let table = Table<Person>("people", indexes: [byName, byNumber])

    init(id: UInt32, name: String, number: String = "", age: Int32 = 0, tags: [String] = []) {
        (self.id, self.name, self.number, self.age, self.tags) = (id, name, number, age, tags)
    }

    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id)
        fields.string(2, name)
        fields.string(3, number)
        fields.signed(4, age)
        fields.strings(5, tags)
    }

    init(from fields: inout FieldReader) throws {
        self.init(
            id: try fields.unsigned(1), name: try fields.string(2), number: try fields.string(3),
            age: try fields.signed(4), tags: try fields.strings(5))
    }
}

/// One who took part in a meeting.
struct Guest: FieldCodable, Equatable {
    var person: UInt32
    var halfDays: UInt8 = 1

    init(person: UInt32, halfDays: UInt8 = 1) { (self.person, self.halfDays) = (person, halfDays) }
    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, person)
        fields.unsigned(2, halfDays)
    }
    init(from fields: inout FieldReader) throws {
        self.init(person: try fields.unsigned(1), halfDays: try fields.unsigned(2))
    }
}

/// A record that points at many others, indexed by each of them and the day.
struct Meeting: Record, Equatable {
    var id: UInt64
    var title: String = ""
    var day: Int32 = 0
    var guests: [Guest] = []

    static let byGuest = Index<Meeting>("meetings.guest", elements: 2) { meeting in
        meeting.guests.map { Key($0.person, meeting.day) }
    }
    static let table = Table<Meeting>(
        "meetings", indexes: [byGuest],
        references: [Reference("guests", to: "people") { $0.guests.map { Key($0.person) } }])

    init(id: UInt64, title: String = "", day: Int32 = 0, guests: [Guest] = []) {
        (self.id, self.title, self.day, self.guests) = (id, title, day, guests)
    }

    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id)
        fields.string(2, title)
        fields.signed(3, day)
        fields.list(4, guests)
    }

    init(from fields: inout FieldReader) throws {
        self.init(
            id: try fields.unsigned(1), title: try fields.string(2), day: try fields.signed(3),
            guests: try fields.list(4))
    }
}

let notes = PackedTable("notes", isDerived: false)
let sums = PackedTable("sums", isDerived: true)

func schema(format: Int = 1, migrations: [Migration] = []) -> StoreSchema {
    StoreSchema(
        application: "test", format: format, tables: [Person.table, Meeting.table, notes, sums],
        migrations: migrations, concerns: concerns)
}

/// Meetings are about their guests.
@Sendable func concerns(_ change: Change) throws -> [Key] {
    guard change.table == Meeting.table.name else { return [] }
    return try [change.before, change.after].compactMap { $0 }.flatMap { payload in
        try Meeting.table.record(of: payload, key: change.key).guests.map { Key("guest", $0.person) }
    }
}

func by(_ who: String, _ action: String = "test", at instant: Int64 = 1_700_000_000_000) -> ChangeContext {
    ChangeContext(instant: instant, who: who, origin: "cli", action: action, summary: "\(who) \(action)")
}

func newStore(_ engine: any KeyValueEngine = MemoryEngine()) throws -> Store {
    try Store.create(on: engine, schema: schema(), path: "memory", as: by("creator"))
}

/// A new store that is checked when the body is done.
func withStore(_ body: (Store) throws -> Void) throws {
    let store = try newStore()
    try body(store)
    let report = try store.check()
    #expect(report.isClean, "\(report.findings.map(\.message))")
}

/// Random numbers from a seed, the same on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

/// All rows of the databases of a store.
func rows(of store: Store) throws -> [DatabaseName: [(key: Key, value: [UInt8])]] {
    var found: [DatabaseName: [(key: Key, value: [UInt8])]] = [:]
    var names: [DatabaseName] = ["changes", "changes.index", "format"]
    for table in schema().tables { names += [table.name] + table.indexNames }
    try store.engine.read { transaction in
        for name in names {
            try transaction.scan(.all, in: name) { key, value in
                found[name, default: []].append((Key(bytes: Array(key)), Array(value)))
                return .next
            }
        }
    }
    return found
}
