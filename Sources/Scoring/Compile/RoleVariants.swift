internal import DutyModel

extension CompiledRulebook {
    /// The rulebook as it holds for members of some roles, where numbers differ by 职务; nil where it is this one.
    func variant(for roles: RoleSet) -> CompiledRulebook? {
        guard !variants.isEmpty else { return nil }
        let wanted = rulebook.signature(of: roles)
        return variants.first { $0.signature == wanted }?.rulebook
    }

    /// Bits of the names that 适用 asks for, of those someone has.
    func traitMask(_ traits: Set<String>) -> UInt64 {
        traitWords.isEmpty
            ? 0 : traitWords.enumerated().reduce(0) { traits.contains($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
    }

    /// Whether someone is assessed by this rulebook at all.
    func assesses(_ roles: RoleSet, traits: Set<String>) -> Bool {
        if let own = rulebook.appliesTo, own.isDisjoint(with: roles) { return false }
        return rulebook.audience?.fits(roles, traits: traits) ?? true
    }
}
