import DutyModel
import DutyRegister

/// The sentence of each finding about evidence files.
extension EvidenceFinding {
    var status: ProgramStatus {
        switch self {
        case .unreadable, .unknown, .unknownObjection: .failed
        case .alreadyKept: .conflict
        case .damaged: .store
        default: .findings
        }
    }

    var words: RegisterFinding.Words {
        switch self {
        case .unreadable(let path): .init(message: "读不了文件“\(path)”。", advice: "请核对路径和权限。")
        case .empty(let name): .init(message: "“\(name)”是空文件，没有存入。", advice: "请核对文件。")
        case .tooLarge(let name, let bytes, let maximum):
            .init(
                message: "“\(name)”有 \(Self.size(bytes))，超过上限 \(Self.size(maximum))，没有存入。",
                advice: "请压缩照片、降低扫描分辨率，或分成几份。")
        case .unknownFormat(let name):
            .init(
                message: "“\(name)”的内容不是认得的文件格式，没有存入。",
                advice: "可以存 PDF、照片（JPEG、PNG、GIF、HEIC）、Office 和 OFD 文档、文本、录音录像（MP3、MP4）；程序和压缩包不存。")
        case .otherFormat(let name, let found):
            .init(
                message: "“\(name)”的内容是 \(found.label)，与文件名的扩展名不符，没有存入。",
                advice: "请核对文件；确实是 \(found.label) 的，把扩展名改为 .\(found.endings[0])。")
        case .alreadyKept(let file):
            .init(message: "这份文件已经存入：第 \(file.id.rawValue) 份“\(file.name)”。", advice: "不必再存。")
        case .unknown(let id):
            .init(message: "没有第 \(id.rawValue) 份佐证。", advice: "用 lvzhi evidence list 查看。")
        case .unknownObjection(let id):
            .init(message: "没有第 \(id.rawValue) 件异议。", advice: "用 lvzhi objection list 查看。")
        case .damaged(let file):
            .init(
                message: "第 \(file.id.rawValue) 份佐证“\(file.name)”的内容与存入时的指纹不符。",
                advice: "用 lvzhi check 检查登记库，从备份恢复。")
        }
    }

    static func size(_ bytes: Int) -> String {
        if bytes < 1 << 10 { return "\(bytes) 字节" }
        if bytes < 1 << 20 { return "\(bytes >> 10) KiB" }
        return "\(bytes >> 20) MiB"
    }
}

extension EvidenceFile.Format {
    var label: String {
        switch self {
        case .text: "文本"
        case .oldOffice: "旧版 Office 文档"
        default: "\(self)".uppercased()
        }
    }
}
