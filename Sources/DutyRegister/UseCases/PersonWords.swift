internal import DutyModel
internal import KeyValueStore

extension Register {
    /// Every name and 委员编号 by which whoever acts may name a member: what tells names from other words in a list.
    public func personWords() throws -> Set<String> {
        try readScoped(.personNaming) { transaction, grant in
            let members = try transaction.all(Member.self).filter { grant.covers($0.id) }
            return Set(members.flatMap { [$0.name, $0.number] })
        }
    }
}
