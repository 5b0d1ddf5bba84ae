import DutyRegister

/// What `lvzhi --version` says.
enum Version {
    static let number = "0.1.0"
    static var text: String { "lvzhi \(number)（存储引擎 \(EngineVersion.text)）" }
}
