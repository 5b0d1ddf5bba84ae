import DutyModel
import Tabular

/// 提案一览表: one row a proposal.
final class ProposalRows: RowHandler {
    private let session: SheetSession
    private let sheetSession: SessionText?

    init(_ session: SheetSession) {
        self.session = session
        let texts = session.layout.titles + [session.summary.sheet, session.summary.file]
        sheetSession = texts.lazy.compactMap { SessionText.parse($0) }.first { $0.session != nil }
    }

    func take() throws {
        guard var record = try record() else {
            session.end(.rejected)
            return
        }
        guard try ProposalNumbers(session: session).settle(&record) else {
            session.end(.rejected)
            return
        }
        let source = RecordDesk.Source(
            file: session.summary.file, sheet: session.summary.sheet, row: session.row.number)
        let (draft, isMet) = try session.desk.records.open(record, source: source)
        guard isFirst(record, draft: draft, isMet: isMet) else {
            session.end(.rejected)
            return
        }
        session.desk.records.setPeople(record.people, in: draft)
        session.end(session.desk.records.outcome(of: draft))
    }

    func finish() throws {}

    /// A number stands for one proposal: neither another row nor the register may have it for another.
    private func isFirst(_ record: DutyRecord, draft: Int, isMet: Bool) -> Bool {
        let field = record.number.isEmpty ? "title" : "number"
        if isMet {
            let other = session.desk.records[draft].source
            let place =
                other.file == session.summary.file && other.sheet == session.summary.sheet ? "" : "\(other.file) "
            let what = record.number.isEmpty ? "案由" : "提案号"
            session.report(.error, field: field, "\(what)重复：\(place)第 \(other.row) 行是同一件", "请核对\(what)")
            return false
        }
        guard let old = session.desk.records[draft].existing, !record.number.isEmpty else { return true }
        if TitleText.resemble(TitleText.folded(old.title), TitleText.folded(record.title)) { return true }
        session.report(.error, field: field, "提案号重复：登记册里这个号是“\(old.title)”", "请核对提案号；若是改了案由，请先更正登记册")
        return false
    }

    private func record() throws -> DutyRecord? {
        let title = session.title("title")
        if title.isEmpty { session.report(.error, field: "title", "案由为空", "请填案由") }
        guard let kind = session.desk.kind(of: .proposal) else {
            session.report(.error, field: "title", "类别目录里没有提案", "请检查类别目录")
            return nil
        }
        let stages = ProposalNodes(session: session).stages()
        checkOrder(stages)
        let day = session.date("submittedOn").map(\.days.first) ?? stages.compactMap(\.day).min()
        if day == nil, session.isAcceptable { session.report(.error, field: "submittedOn", "提交时间为空", "请填提交时间") }
        guard let day, !title.isEmpty else { return nil }
        guard session.desk.check(DayRange(day), { session.report($0, field: "submittedOn", $1, $2) }) else {
            return nil
        }
        let (people, isBody) = people(on: day)
        var record = DutyRecord(
            id: RecordID(rawValue: 0), kind: kind.code, number: ProposalNumber.plain(session.text("number")),
            title: title,
            days: DayRange(day), people: people,
            content: .proposal(content(stages, day: day, people: people, isBody: isBody)),
            note: session.title("note"))
        if isBody {
            record.organizer = session.title(session.layout.has("firstSigner") ? "firstSigner" : "signers")
            record.organization = session.desk.sector(named: record.organizer, on: day)?.id
        }
        record.links = try research(before: day).map { RecordLink(.basedOn, $0) }
        record.evidence = Evidence.list(session.title("evidence"))
        return session.isAcceptable ? record : nil
    }

    /// Nothing is filed before it is submitted, nor answered before it is filed.
    private func checkOrder(_ stages: [ProposalStageEntry]) {
        let course: [(ProposalStage, String)] = [
            (.submitted, "submittedOn"), (.filed, "filedOn"), (.assigned, "assignedOn"), (.answered, "answeredOn"),
            (.closed, "closedOn"),
        ]
        var before: (label: String, day: CivilDay)?
        for (stage, field) in course {
            guard let day = stages.first(where: { $0.stage == stage })?.day else { continue }
            let heading = session.layout.map.heading(ofField: field)
            if let before, day < before.day {
                session.report(.error, field: field, "早于\(before.label)（\(before.day)）", "请核对这两个日期")
            }
            before = (heading, day)
        }
    }

    // MARK: Signers

    /// Signers in order; a body that signs is no person.
    private func people(on day: CivilDay) -> (people: [Participation], isBody: Bool) {
        let first = session.layout.has("firstSigner") ? "firstSigner" : "signers"
        let days = DayRange(day)
        let sector = session.sector()
        let isBody = isBody(session.title(first))
        var signers: [(member: MemberID, notes: PersonNotes, label: String)] = []
        if !isBody {
            signers = session.people(in: first, numberField: numberField, sector: sector, days: days)
            if signers.isEmpty, session.isAcceptable { session.report(.error, field: first, "没有提案人", "请填第一提案人") }
        }
        for field in ["signers", "coSigners"] where field != first {
            for person in session.people(in: field, sector: "", days: days) {
                if signers.contains(where: { $0.member == person.member }) {
                    let who = session.desk.people.described(person.member)
                    session.report(.notice, field: field, value: who, "已经是提案人，不再计为联名")
                } else {
                    signers.append(person)
                }
            }
        }
        let people = signers.enumerated().map { place, signer in
            let declined =
                signer.notes.status == .unknown || signer.notes.rest.contains { ["谢绝", "未签", "拒签"].contains($0) }
            return Participation(
                member: signer.member, part: place == 0 && !isBody ? .firstSigner : .coSigner, confirmed: !declined)
        }
        return (people, isBody)
    }

    private var numberField: String? { session.layout.has("firstSignerNumber") ? "firstSignerNumber" : nil }

    /// 经济界, 民盟支部, 提案委员会: a collective proposal's proposer.
    private func isBody(_ text: String) -> Bool {
        guard !text.isEmpty, !session.desk.people.isKnown(NameText(text).name) else { return false }
        if session.desk.sector(named: text, on: nil) != nil { return true }
        let isCollective = ["集体", "团体"].contains { session.text("mode").contains($0) }
        let tails = ["委员会", "专委会", "工商联", "支部", "总支", "联络组", "活动组", "界", "联合会", "小组", "基层委", "工委"]
        return tails.contains(where: text.hasSuffix) || (isCollective && text.count > 4 && !text.contains("、"))
    }

    // MARK: Particulars

    private func content(
        _ stages: [ProposalStageEntry], day: CivilDay, people: [Participation], isBody: Bool
    ) -> ProposalContent {
        var content = ProposalContent(
            mode: mode(signers: people.count, isBody: isBody), session: sessionText(),
            category: session.title("category"),
            stages: [], satisfaction: satisfaction(), leader: session.title("leader"))
        content.duringSession = timing(content.session, day: day)
        for stage in stages { content.pass(stage) }
        let joined = session.text("handlingUnits") + "、" + session.text("joinUnits")
        content.handlingUnits = joined.split { "、，,;；\n".contains($0) }.map { TitleText.cleaned($0) }.filter {
            !$0.isEmpty
        }
        content.honours = honours()
        return content
    }

    private func mode(signers: Int, isBody: Bool) -> ProposalMode {
        let text = session.text("mode")
        if text.contains("集体") || text.contains("团体") || isBody { return .collective }
        if text.contains("联名") { return .joint }
        if text.contains("个人") { return .individual }
        return signers > 1 ? .joint : .individual
    }

    private func sessionText() -> String {
        let own = session.title("session")
        guard let parsed = SessionText.parse(own) else { return own.isEmpty ? sheetSession?.written ?? "" : own }
        if parsed.session == nil, let sheetSession, sheetSession.term == parsed.term { return sheetSession.written }
        return parsed.written
    }

    private func timing(_ sessionText: String, day: CivilDay) -> Bool {
        let text = session.text("timing")
        if text.contains("平时") || text.contains("闭会") || text.contains("会后") { return false }
        if text.contains("会间") || text.contains("会议期间") || text.contains("大会") { return true }
        if !text.isEmpty { session.report(.error, field: "timing", "不是会间也不是平时", "请写会间或平时") }
        if session.layout.titles.contains(where: { $0.contains("平时提案") }) { return false }
        guard text.isEmpty, let plenary = session.desk.plenary(before: day), day > plenary.days.last + 30 else {
            return true
        }
        session.report(
            .notice, field: "submittedOn", "没有写会间还是平时，距“\(plenary.title)”已过一个月，按平时提案记", "若不对，请在“会间或平时”栏写明")
        return false
    }

    private func satisfaction() -> Satisfaction {
        let text = session.text("satisfaction")
        if text.isEmpty { return .unstated }
        if text.contains("不满意") { return .dissatisfied }
        if text.contains("基本满意") { return .mostlySatisfied }
        return text.contains("满意") ? .satisfied : .unstated
    }

    private func honours() -> ProposalHonours {
        var honours: ProposalHonours = []
        let text = session.text("honours")
        for (word, honour) in [("一号", ProposalHonours.numberOne), ("重点", .key), ("优秀", .excellent)]
        where text.contains(word) && !text.contains("非" + word) {
            honours.insert(honour)
        }
        for (field, honour) in [("numberOne", ProposalHonours.numberOne), ("key", .key), ("excellent", .excellent)] {
            let told = session.text(field)
            if !told.isEmpty, YesNo.parse(told) ?? !told.hasPrefix("非") { honours.insert(honour) }
        }
        return honours
    }

    // MARK: Research behind it

    /// The research named in 调研依据, of this import or the register, of the two years before.
    private func research(before day: CivilDay) throws -> [RecordID] {
        let text = session.text("research")
        guard !text.isEmpty, YesNo.parse(text) == nil else { return [] }
        var found: [RecordID] = []
        for piece in text.split(whereSeparator: { "；;\n".contains($0) }) {
            let wanted = TitleText.folded(piece)
            if let record = try session.desk.research(titled: wanted, until: day) {
                found.append(record)
            } else {
                session.report(
                    .notice, field: "research", value: TitleText.cleaned(piece), "没有找到这项调研，未建立关联", "请先导入调研成果表，或核对课题名称")
            }
        }
        return found
    }
}

/// 佐证材料 named in a cell.
enum Evidence {
    static func list(_ text: String) -> [String] {
        text.split { "、，,;；\n".contains($0) }.map { TitleText.cleaned($0) }.filter {
            !$0.isEmpty && YesNo.parse($0) == nil
        }
    }
}
