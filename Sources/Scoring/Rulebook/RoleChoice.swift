internal import DutyModel
internal import MarkedYAML

/// Numbers that differ by 职务: 上限: [{职务: 常委, 分: 30}, {分: 20}]. A rulebook is read once for everyone and once for
/// each way in which such lists fall; this says for whom it is being read, and keeps what lists there are.
final class RoleChoice {
    /// Nil: for those whom no row names.
    let held: RoleSet?
    /// The roles of each list's rows.
    private(set) var lists: [[RoleSet?]] = []

    init(_ held: RoleSet? = nil) { self.held = held }

    private static let values: Set<String> = ["分", "次"]

    /// Whether a node is such a list and nothing else.
    static func isList(_ node: MarkedNode) -> Bool {
        guard let rows = node.sequence, !rows.isEmpty else { return false }
        return rows.allSatisfy { row in
            let keys = (row.mapping ?? []).map(\.key)
            return keys.contains(where: values.contains) && keys.allSatisfy { $0 == "职务" || values.contains($0) }
        }
    }

    /// The node that holds now: a row's value, or the node itself where it is no list.
    ///
    /// - Parameter check: told every other row's value, so that its mistakes are found too.
    func pick(_ node: MarkedNode, items findings: FindingList, check: (MarkedNode) -> Void) -> MarkedNode {
        guard RoleChoice.isList(node) else { return node }
        let rows = (node.sequence ?? []).compactMap { row(Array($0.mapping ?? []), at: $0, findings) }
        guard let last = rows.last else { return node }
        if last.roles != nil {
            findings.add("最后一行要写其余的人：只写数，不写“职务”", at: node)
        }
        lists.append(rows.map(\.roles))
        let place = RoleChoice.place(of: held ?? [], in: rows.map(\.roles))
        let chosen = place.map { rows[$0] } ?? last
        for (position, row) in rows.enumerated() where position != place { check(row.value) }
        return chosen.value
    }

    /// The first row that fits; the last where none does.
    static func place(of held: RoleSet, in rows: [RoleSet?]) -> Int? {
        rows.firstIndex { $0.map { !$0.isDisjoint(with: held) } ?? true }
    }

    private func row(
        _ fields: [MarkedNode.Field], at node: MarkedNode, _ findings: FindingList
    ) -> (roles: RoleSet?, value: MarkedNode)? {
        guard var reader = FieldReader(node, as: "按职务的一行", findings: findings) else { return nil }
        defer { reader.finish() }
        let roles = ItemReader.roleSet(reader.words("职务"), findings: findings)
        guard let value = reader.take("分") ?? reader.take("次") else { return nil }
        _ = reader.take("次")
        return (roles, value)
    }
}

extension Rulebook {
    /// The ways in which the lists by 职务 fall, each with roles that make them fall so; the rulebook as read for
    /// everyone else is not among them.
    var roleVariants: [RoleSet] {
        guard !roleLists.isEmpty else { return [] }
        let named = roleLists.joined().compactMap { $0 }.reduce(RoleSet()) { $0.union($1) }
        let bits = (0..<16).map { UInt16(1) << $0 }.filter { named.rawValue & $0 != 0 }
        var known: Set<[Int?]> = [signature(of: [])]
        var variants: [RoleSet] = []
        for number in 1..<(1 << min(bits.count, 12)) {
            let roles = RoleSet(
                rawValue: bits.enumerated().reduce(0) { $0 | (number >> $1.offset & 1 == 1 ? $1.element : 0) })
            if known.insert(signature(of: roles)).inserted { variants.append(roles) }
        }
        return variants
    }

    /// Which row of each list holds for someone.
    func signature(of roles: RoleSet) -> [Int?] { roleLists.map { RoleChoice.place(of: roles, in: $0) } }
}
