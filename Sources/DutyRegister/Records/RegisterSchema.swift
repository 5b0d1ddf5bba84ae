internal import DutyModel
internal import RecordStore
internal import Scoring

/// Everything a register's store holds.
enum RegisterSchema {
    /// Format of the records. Raise it with a `Migration` when a record's shape changes beyond new fields.
    static let format = 3

    static let schema = StoreSchema(
        application: "lvzhi", format: format,
        tables: [
            RegisterInfo.table, Term.table, Organization.table, Member.table, Membership.table, Kind.table,
            AdoptedRulebook.table, PlanItem.table, DutyRecord.table, FactTable.table, BatchRecord.table,
            Account.table, ReviewStep.table, Objection.table,
            ManualEntry.table, AssessmentYear.table, YearVersion.table, FrozenResult.table, Decision.table,
            LateFact.table, EvidenceFile.table, EvidenceParts.table,
        ],
        migrations: migrations, concerns: LogConcerns.keys)

    private static let migrations = [
        Migration(from: 1, "重建履职事实：按立案、采用等日期各有一行") { _ = try FactLedger(&$0).store(in: &$0) },
        Migration(from: 2, "重建履职事实：标签和数量在各年各有一行") { _ = try FactLedger(&$0).store(in: &$0) },
    ]
}
