import KeyValueStore
import TestSupport
import Testing

@testable import RecordStore

/// The same table as a newer program sees it.
private struct NewerPerson: Record {
    var id: UInt32
    var name: String
    var nickname: String
    var phone: String

    static let table = Table<NewerPerson>("people", indexes: [Index("people.name", key: { Key($0.name) })])

    init(id: UInt32, name: String, nickname: String, phone: String) {
        (self.id, self.name, self.nickname, self.phone) = (id, name, nickname, phone)
    }
    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id)
        fields.string(2, name)
        fields.string(6, nickname)
        fields.string(20, phone)
    }
    init(from fields: inout FieldReader) throws {
        self.init(
            id: try fields.unsigned(1), name: try fields.string(2), nickname: try fields.string(6),
            phone: try fields.string(20))
    }
}

/// A guest with a field that older programs drop.
private struct NewerGuest: FieldCodable {
    var person: UInt32
    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, person)
        fields.string(9, "新")
    }
    init(person: UInt32) { self.person = person }
    init(from fields: inout FieldReader) throws { person = try fields.unsigned(1) }
}

private struct NewerMeeting: Record {
    var id: UInt64
    static let table = Table<NewerMeeting>("meetings", indexes: [])
    func encode(into fields: inout FieldWriter) {
        fields.unsigned(1, id)
        fields.list(4, [NewerGuest(person: 1)])
    }
    init(id: UInt64) { self.id = id }
    init(from fields: inout FieldReader) throws { id = try fields.unsigned(1) }
}

@Suite struct NewerFieldsTests {
    @Test("an older program that changes a record keeps the fields of a newer one")
    func kept() throws {
        try withStore { store in
            try store.write(as: by("newer")) { transaction in
                try NewerPerson.table.put(
                    NewerPerson(id: 1, name: "张三", nickname: "三儿", phone: "139"), in: &transaction)
            }
            try store.write(as: by("older")) { transaction in
                var person = try #require(try Person.table.get(1, in: &transaction))
                person.name = "张三丰"
                person.tags = ["改"]
                try Person.table.put(person, in: &transaction)
            }
            try store.read { transaction in
                let person = try #require(try NewerPerson.table.get(1, in: &transaction))
                #expect(person.name == "张三丰" && person.nickname == "三儿" && person.phone == "139")
            }
        }
    }

    @Test("a rewrite that would lose newer fields inside a nested value is refused")
    func refused() throws {
        let store = try newStore()
        try store.write(as: by("newer")) { transaction in
            try NewerMeeting.table.put(NewerMeeting(id: 1), in: &transaction)
        }
        #expect(throws: RecordError.wouldLoseNewerFields(table: "meetings", key: Key(1))) {
            try store.write(as: by("older")) { transaction in
                var meeting = try #require(try Meeting.table.get(1, in: &transaction))
                meeting.title = "改"
                try Meeting.table.put(meeting, in: &transaction)
            }
        }
    }
}
