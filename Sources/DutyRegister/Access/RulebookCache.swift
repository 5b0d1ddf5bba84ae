internal import DutyModel
internal import MarkedYAML
internal import Scoring
internal import Synchronization

/// Rulebooks that this process has read and compiled before. Reading one takes milliseconds, a member's profile under
/// it a fraction of one.
enum RulebookCache {
    fileprivate struct Known: Sendable {
        var rulebook: Rulebook
        var kinds: [Kind]
        /// By assessment year.
        var compiled: [Int: CompiledRulebook] = [:]
    }

    private static let known = Mutex<[Known]>([])
    /// A register has a few; whoever compares many begins anew.
    private static let most = 16

    /// The rulebook of a text, with its hash.
    static func rulebook(_ adopted: AdoptedRulebook, kinds: KindCatalogue) throws(DocumentError) -> Rulebook {
        if let found = known.withLock({ $0.first { $0.isOf(adopted, kinds) } }) { return found.rulebook }
        var rulebook = try Rulebook.load(text: adopted.text, file: adopted.file, catalogue: kinds)
        rulebook.hash = adopted.hash
        let read = Known(rulebook: rulebook, kinds: kinds.kinds)
        known.withLock { known in
            if known.count >= most { known.removeAll() }
            known.append(read)
        }
        return rulebook
    }

    /// The same made ready for a year, with the readings that it chooses itself.
    static func compiled(
        _ adopted: AdoptedRulebook, kinds: KindCatalogue, year: Int
    ) throws(DocumentError) -> CompiledRulebook {
        if let found = known.withLock({ $0.first { $0.isOf(adopted, kinds) }?.compiled[year] }) { return found }
        let compiled = try rulebook(adopted, kinds: kinds).compiled(year: year)
        known.withLock { known in
            guard let place = known.firstIndex(where: { $0.isOf(adopted, kinds) }) else { return }
            known[place].compiled[year] = compiled
        }
        return compiled
    }
}

extension RulebookCache.Known {
    /// Everything that the result of reading depends on.
    fileprivate func isOf(_ adopted: AdoptedRulebook, _ kinds: KindCatalogue) -> Bool {
        rulebook.hash == adopted.hash && rulebook.text == adopted.text && rulebook.file == adopted.file
            && self.kinds == kinds.kinds
    }
}
