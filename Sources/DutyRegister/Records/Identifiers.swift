public import DutyModel
public import KeyValueStore

// Identifiers of the model as elements of keys: unsigned numbers.

extension MemberID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> MemberID {
        MemberID(rawValue: try UInt32.read(from: &tuple))
    }
}

extension OrganizationID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> OrganizationID {
        OrganizationID(rawValue: try UInt32.read(from: &tuple))
    }
}

extension MembershipID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> MembershipID {
        MembershipID(rawValue: try UInt32.read(from: &tuple))
    }
}

extension PlanItemID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> PlanItemID {
        PlanItemID(rawValue: try UInt32.read(from: &tuple))
    }
}

extension RecordID: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> RecordID {
        RecordID(rawValue: try UInt64.read(from: &tuple))
    }
}

extension KindCode: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(rawValue) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> KindCode {
        KindCode(rawValue: try UInt16.read(from: &tuple))
    }
}

extension CivilDay: KeyElement {
    public func append(to tuple: inout TupleKey) { tuple.append(daysSinceEpoch) }
    public static func read(from tuple: inout TupleKeyReader) throws(KeyError) -> CivilDay {
        CivilDay(daysSinceEpoch: try Int32.read(from: &tuple))
    }
}
