internal import DutyModel
internal import MarkedYAML

/// Reads conditions on facts: 计入, 除外, the rows of a table, the conditions of a gate.
struct SelectionReader {
    let catalogue: KindCatalogue
    let findings: FindingList
    /// For whom numbers that differ by 职务 are read.
    var choice = RoleChoice()
    /// Every condition there is, for the reference and for suggestions.
    static let keys: [String] =
        [
            "类别", "状态", "身份", "职务", "邀请", "形式", "环节", "荣誉", "荣誉级别", "级别", "采用级别", "批示级别", "必须参加", "全程",
            "第几位", "人数", "日期", "数量", "到会比例", "标签", "事由",
        ] + RuleWords.flags.map(\.0)

    /// One block of conditions, or a list of blocks of which one must fit.
    ///
    /// - Parameter statuses: which statuses count where the block says nothing about 状态.
    func readAny(_ node: MarkedNode, as what: String, statuses: UInt16 = Selection.there) -> [Selection] {
        node.each.compactMap { block in
            if let word = block.scalar, !catalogue.codes(for: word).isEmpty {
                findings.add("“\(what)”要写成一组条件：{类别: \(word)}", at: block)
                return nil
            }
            guard var fields = FieldReader(block, as: what, findings: findings) else { return nil }
            var reading = SelectionReading(findings: findings)
            reading.read(&fields, catalogue: catalogue)
            reading.readBasis(&fields)
            fields.finish()
            if !reading.statusWritten { reading.selection.statuses = statuses }
            reading.checkReachable(catalogue: catalogue, at: block)
            return reading.selection
        }
    }

    /// The conditions of one row of a table; nothing is assumed that is not written.
    func readRow(_ fields: inout FieldReader, within counted: [Selection]) -> Selection {
        var reading = SelectionReading(findings: findings)
        reading.read(&fields, catalogue: catalogue)
        let kinds = Set(counted.flatMap(\.kinds))
        reading.checkReachable(kinds.sorted(), catalogue: catalogue, at: fields.node)
        return reading.selection
    }
}

/// One block of conditions while it is read.
private struct SelectionReading {
    let findings: FindingList
    var selection = Selection()
    var statusWritten = false
    /// Families whose records can meet everything read so far.
    private var families = FamilySet.all
    private var words: [String] = []

    init(findings: FindingList) { self.findings = findings }

    mutating func read(_ fields: inout FieldReader, catalogue: KindCatalogue) {
        readKinds(&fields, catalogue: catalogue)
        readPeople(&fields)
        readAttendance(&fields)
        readProposal(&fields)
        readLevels(&fields)
        readExtras(&fields)
        for (key, mark, needed) in RuleWords.flags {
            guard let flag = fields.flag(key) else { continue }
            if flag { selection.allMarks.insert(mark) } else { selection.noMarks.insert(mark) }
            if flag { families.formIntersection(needed) }
            words.append("\(key)：\(flag ? "是" : "否")")
        }
        selection.words = words.joined(separator: "；")
    }

    private mutating func readKinds(_ fields: inout FieldReader, catalogue: KindCatalogue) {
        let written = fields.words("类别")
        for (word, mark) in written {
            let codes = catalogue.codes(for: word)
            if codes.isEmpty { findings.addUnknown(word, as: "类别", known: catalogue.words, at: mark) }
            selection.kinds += codes
        }
        selection.kinds = Array(Set(selection.kinds)).sorted()
        tell("类别", written)
    }

    private mutating func readPeople(_ fields: inout FieldReader) {
        let parts = values("身份", in: &fields, from: RuleWords.parts)
        if !parts.isEmpty {
            selection.parts = parts.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
            families.formIntersection(families(having: parts))
        }
        for role in values("职务", in: &fields, from: RuleWords.roles) {
            // 常委 stands for everyone who sits as one; only the plain bit of each word is tested.
            selection.roles.formUnion(RoleSet(rawValue: 1 << UInt16(role.rawValue)))
        }
        if let range = range("第几位", in: &fields) {
            selection.positions = range
            families.formIntersection(.ordered)
        }
        if let range = range("人数", in: &fields) {
            selection.counts = range
            families.formIntersection(.ordered)
        }
    }

    private func families(having parts: [Part]) -> FamilySet {
        RecordFamily.allCases.reduce(into: FamilySet()) { set, family in
            if RuleWords.parts(of: family).contains(where: parts.contains) { set.insert(FamilySet(family)) }
        }
    }

    private mutating func readAttendance(_ fields: inout FieldReader) {
        for (word, mark) in fields.words("状态") {
            if let message = RuleWords.vagueStatuses[word] { findings.add(message, at: mark) }
        }
        let known = RuleWords.ruleStatuses + RuleWords.vagueStatuses.keys.map { ($0, []) }
        let statuses = values("状态", in: &fields, from: known, shown: RuleWords.ruleStatuses.map(\.0)).flatMap { $0 }
        statusWritten = !fields.words("状态").isEmpty
        if !statuses.isEmpty {
            selection.statuses = statuses.reduce(0) { $0 | 1 << UInt16($1.rawValue) }
            if !statuses.contains(.present) { families.formIntersection(.attended) }
        }
        let invitations = values("邀请", in: &fields, from: RuleWords.invitations)
        if !invitations.isEmpty {
            selection.invitedAs = invitations.reduce(0) { $0 | 1 << $1.rawValue }
            families.formIntersection(.attended)
        }
        if let flag = fields.flag("必须参加") {
            selection.mandatory = flag
            words.append("必须参加：\(flag ? "是" : "否")")
            families.formIntersection(.attended)
        }
        if let flag = fields.flag("全程") {
            selection.wholeCourse = flag
            words.append("全程：\(flag ? "是" : "否")")
            families.formIntersection(.attended)
        }
    }

    private mutating func readProposal(_ fields: inout FieldReader) {
        let modes = values("形式", in: &fields, from: RuleWords.modes)
        if !modes.isEmpty { selection.modes = modes.reduce(0) { $0 | 1 << $1.rawValue } }
        let stages = values("环节", in: &fields, from: RuleWords.stages)
        // Whatever is a proposal has been submitted, so 提出 is no condition.
        if !stages.contains(.submitted) {
            selection.anyStage = stages.reduce(into: []) { $0.formUnion(.stage($1)) }
        }
        let honours = values("荣誉", in: &fields, from: RuleWords.honourMarks)
        selection.anyHonour = honours.reduce(into: []) { $0.formUnion($1) }
        if !modes.isEmpty || !stages.isEmpty || !honours.isEmpty { families.formIntersection(.proposal) }
    }

    private mutating func readLevels(_ fields: inout FieldReader) {
        let levels = values("级别", in: &fields, from: RuleWords.levels)
        let adopted = values("采用级别", in: &fields, from: RuleWords.levels)
        selection.levels = (levels + adopted).reduce(into: []) { $0.formUnion($1) }
        if !levels.isEmpty {
            families.formIntersection([.research, .opinionReport, .publication, .commendation])
        }
        let instructed = values("批示级别", in: &fields, from: RuleWords.levels)
        selection.instructions = instructed.reduce(into: []) { $0.formUnion($1) }
        if !adopted.isEmpty { families.formIntersection([.research, .opinionReport]) }
        if !instructed.isEmpty { families.formIntersection([.proposal, .research, .opinionReport]) }
        let honours = values("荣誉级别", in: &fields, from: RuleWords.levels)
        selection.levels.formUnion(honours.reduce(into: []) { $0.formUnion($1) })
        if !honours.isEmpty { families.formIntersection(.proposal) }
    }

    /// What stands beside the row of a fact.
    private mutating func readExtras(_ fields: inout FieldReader) {
        if let node = fields.take("数量") {
            selection.quantity = node.scalar.flatMap(QuantityRange.read)
            words.append("数量：\(node.scalar ?? "")")
            if selection.quantity == nil {
                let units = QuantityUnit.allCases.map(\.label).joined(separator: "、")
                findings.add("“数量”应写 3000字以上、1000-2999字 或 不足1000字（单位有：\(units)），这里是\(node.described)", at: node)
            }
        }
        if let node = fields.take("到会比例") {
            selection.attended = node.scalar.flatMap(ShareRange.read)
            words.append("到会比例：\(node.scalar ?? "")")
            families.formIntersection(.attended)
            if selection.attended == nil {
                findings.add("“到会比例”应写 2/3以上 或 不足2/3，这里是\(node.described)", at: node)
            }
        }
        selection.labels = labels("标签", &fields)
        selection.reasons = labels("事由", &fields)
        if !selection.reasons.isEmpty { families.formIntersection(.attended) }
    }

    private mutating func labels(_ key: String, _ fields: inout FieldReader) -> [String] {
        let written = fields.words(key)
        tell(key, written)
        if written.count > 8 { findings.add("“\(key)”一次最多写 8 个词：多的分成几个花括号", at: fields.mark(of: key)) }
        return written.map(\.text)
    }

    /// 日期: whose day counts. Only where records are counted, not in the rows of a table.
    mutating func readBasis(_ fields: inout FieldReader) {
        guard let node = fields.take("日期") else { return }
        guard let known = RuleWords.bases.first(where: { $0.word == node.scalar }) else {
            return findings.addUnknown(
                node.scalar ?? "", as: "日期", known: RuleWords.bases.map(\.word), at: node.mark)
        }
        selection.basis = known.basis
        families.formIntersection(known.families)
        words.append("日期：\(known.word)")
        selection.words = words.joined(separator: "；")
    }

    private mutating func values<Value>(
        _ key: String, in fields: inout FieldReader, from known: [(String, Value)], shown: [String]? = nil
    ) -> [Value] {
        let written = fields.words(key)
        tell(key, written)
        return written.compactMap { word, mark in
            // Full-width brackets are as good as half-width ones.
            let plain = String(word.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 })
            if let found = known.first(where: { $0.0 == plain }) { return found.1 }
            findings.addUnknown(word, as: key, known: shown ?? known.map(\.0), at: mark)
            return nil
        }
    }

    private mutating func tell(_ key: String, _ written: [(text: String, mark: DocumentMark)]) {
        if !written.isEmpty { words.append("\(key)：\(written.map(\.text).joined(separator: "、"))") }
    }

    /// A number, or 2-5, or 2以上.
    private mutating func range(_ key: String, in fields: inout FieldReader) -> ClosedRange<UInt8>? {
        guard let node = fields.take(key) else { return nil }
        if let range = node.scalar.flatMap(NumberRange.read) {
            words.append("\(key)：\(node.scalar ?? "")")
            return range
        }
        findings.add("“\(key)”应写 1、2-5 或 2以上，这里是\(node.described)", at: node)
        return nil
    }

    func checkReachable(catalogue: KindCatalogue, at node: MarkedNode) {
        checkReachable(selection.kinds, catalogue: catalogue, at: node)
    }

    /// A finding where no kind can meet the conditions.
    func checkReachable(_ kinds: [KindCode], catalogue: KindCatalogue, at node: MarkedNode) {
        let known = kinds.compactMap { catalogue[$0] }
        guard !known.isEmpty, !known.contains(where: { families.contains(FamilySet($0.family)) }) else { return }
        let names = known.prefix(3).map(\.name).joined(separator: "、")
        findings.add("没有记录能同时满足这些条件（\(selection.words)）：“\(names)”没有这样的栏目或取值", at: node)
    }
}

/// Reads 1, 2-5 and 2以上.
enum NumberRange {
    static func read(_ text: String) -> ClosedRange<UInt8>? {
        if let number = UInt8(text) { return number...number }
        if text.hasSuffix("以上"), let low = UInt8(text.dropLast(2)) { return low...255 }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { UInt8($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high else { return nil }
        return low...high
    }
}
