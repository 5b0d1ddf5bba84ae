/// What can be done to a register. Its word is the action that the change log names. What it is called and who may do
/// it stands in one line of `PermissionTable`.
public enum UseCase: String, Sendable, CaseIterable {
    // The register and who is in it.
    case create = "register.create"
    case overview = "register.show"
    case readAll = "register.read"
    case termAdd = "term.add"
    case memberAdd = "member.add"
    case memberEdit = "member.edit"
    case memberList = "member.list"
    case memberShow = "member.show"
    case personNaming = "person.name"
    case membershipAdd = "membership.add"
    case membershipEnd = "membership.end"
    case transfer = "membership.transfer"
    case organizationAdd = "organization.add"
    case organizationList = "organization.list"
    case convenerSet = "organization.convener"

    // Records.
    case kindList = "kind.list"
    case kindAdopt = "kind.adopt"
    case recordRead = "record.read"
    case recordAdd = "record.add"
    case recordEdit = "record.edit"
    case recordDelete = "record.delete"
    case activityLog = "activity.log"
    case recordLink = "record.link"
    case attendanceMark = "attendance.mark"
    case attendanceExcuse = "attendance.excuse"
    case attendanceExpect = "attendance.expect"
    case attendanceRemove = "attendance.remove"
    case attendanceCheck = "attendance.check"
    case proposalAdvance = "proposal.advance"
    case proposalHonour = "proposal.honour"
    case proposalFeedback = "proposal.feedback"
    case planRead = "plan.read"
    case planItemAdd = "plan.add"
    case planItemRemove = "plan.remove"

    // Review and objections.
    case reviewSkip = "review.skip"
    case reviewRead = "review.read"
    case reviewSubmit = "review.submit"
    case reviewWithdraw = "review.withdraw"
    case reviewEndorse = "review.endorse"
    case reviewApprove = "review.approve"
    case reviewReturn = "review.return"
    case objectionRead = "objection.read"
    case objectionAdd = "objection.add"
    case objectionAnswer = "objection.answer"
    case objectionWithdraw = "objection.withdraw"

    // Judging.
    case profile = "score.profile"
    case ranking = "score.ranking"
    case sectorReport = "score.sector"
    case sectorTotals = "score.sectorTotals"
    case rulebookRead = "rulebook.read"
    case rulebookCompare = "rulebook.compare"
    case rulebookAdopt = "rulebook.adopt"

    // Years, what people decide by hand, evidence.
    case manualRead = "manual.read"
    case manualAdd = "manual.add"
    case manualEdit = "manual.edit"
    case manualWithdraw = "manual.withdraw"
    case yearRead = "year.read"
    case yearOpen = "year.open"
    case yearClose = "year.close"
    case yearDecide = "year.decide"
    case yearPublish = "year.publish"
    case yearReopen = "year.reopen"
    case evidenceRead = "evidence.read"
    case evidenceAdd = "evidence.add"
    case evidenceRemove = "evidence.remove"
    case termArchive = "report.archive"

    // Sheets and archives.
    case importPlan = "import.plan"
    case importApply = "import.apply"
    case importUndo = "import.undo"
    case batchRead = "import.read"
    case archiveExport = "archive.export"
    case archiveRestore = "archive.restore"

    // Upkeep.
    case logRead = "log.read"
    case undo = "undo"
    case check = "store.check"
    case backup = "store.backup"
    case rebuildFacts = "facts.rebuild"
    case accountRead = "account.read"
    case accountAdd = "account.add"
    case accountEdit = "account.edit"
    case accountClose = "account.close"
    case permissionRead = "permission.read"

    /// As the change log and messages name it.
    public var label: String { permission.label }

    /// The label of an action's word in the change log; the word itself where it is unknown.
    public static func label(of action: String) -> String { UseCase(rawValue: action)?.label ?? action }
}
