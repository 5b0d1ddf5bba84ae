/// 审核: how far a record has come. Only what is approved scores.
public enum ReviewState: UInt8, Sendable, CaseIterable {
    /// 通过: what the office enters, and what it let pass.
    case approved = 0
    /// 草稿: begun by a member or a convener, handed in to nobody.
    case draft = 1
    /// 待审: handed in.
    case waiting = 2
    /// 退回: to be mended by whoever handed it in, who was told why.
    case returned = 3

    /// As the office writes it.
    public var label: String {
        switch self {
        case .approved: "通过"
        case .draft: "草稿"
        case .waiting: "待审"
        case .returned: "退回"
        }
    }
}
