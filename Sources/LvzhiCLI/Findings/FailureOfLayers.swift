import DutyRegister
import KeyValueStore
import MarkedYAML
import RecordStore
import Tabular
import Typesetting

/// What the layers below throw, as messages with an exit code. Every message says what to do.
enum FailureOfLayers {
    /// Nil where the error is not one of ours (ArgumentParser's own).
    static func translate(_ error: any Error) -> Failure? {
        switch error {
        case let refusal as Refusal: refusal.failure
        case let error as NotPermitted: failure(error)
        case let error as ScoresError: failure(error)
        case let error as ImportRefused: failure(error)
        case let error as ArchiveRefused: failure(error)
        case let error as UndoRefused: failure(error)
        case let error as YearBlocked: failure(error)
        case let error as YearClosed: failure(error)
        case let error as BackupError: failure(error)
        case is SchemasMissing: .schemasMissing
        case let error as OpenError: failure(error)
        case let error as TransactionError: failure(error)
        case let error as WriteError: failure(error)
        case let error as TypesettingError: failure(error)
        case let error as DecodingError: failure(error)
        case let error as RecordError: failure(error)
        case let error as DocumentError: failure(error)
        default: nil
        }
    }

    private static func failure(_ error: NotPermitted) -> Failure {
        switch error.reason {
        case .noAccount:
            Failure(
                .notPermitted, "没有账号“\(error.name)”，或已经停用。", advice: "请核对 --as 或 LVZHI_AS；账号由管理员用 lvzhi account add 开设。"
            )
        case .role(let roles):
            Failure(
                .notPermitted, "\(error.name) 没有权限：\(error.useCase.label)。",
                advice: "现在的身份是\(roles.map(\.label).joined(separator: "、"))；各种身份能办什么见 lvzhi account permissions。")
        case .notOwn:
            Failure(
                .notPermitted, "\(error.name) 没有权限：\(error.useCase.label)。",
                advice: "只能办自己的，或自己召集的界别的；有误请用 lvzhi objection add 提出，或找办公室。")
        case .approved:
            Failure(.notPermitted, "这条记录已经审核通过，\(error.name) 不能删除它。", advice: "有误请用 lvzhi objection add 提出，或找办公室。")
        case .ownReview:
            Failure(.notPermitted, "\(error.name) 不能审核自己填报的，或自己有份的记录。", advice: "请由别人审核。")
        case .convenerFirst:
            Failure(.notPermitted, "这条记录还没有经过界别召集人核实。", advice: "请先由召集人核实；要直接审核，请加 --direct。")
        }
    }

    private static func failure(_ error: OpenError) -> Failure {
        switch error {
        case .missing(let path):
            Failure(
                .store, "没有登记库“\(path)”。",
                advice: "新建用 lvzhi init；已有的请用 --store 路径 或环境变量 LVZHI_STORE 指明。")
        case .exists(let path):
            Failure(.conflict, "“\(path)”已经存在，没有改动它。", advice: "换一个路径，或直接使用这个登记库。")
        case .notAStore(let path, let found):
            Failure(.store, "“\(path)”不是履职登记库（\(found)），没有改动它。", advice: "请核对 --store 的路径。")
        case .newerFormat(let path, let found, let supported):
            Failure(
                .store, "“\(path)”是更新版本的程序建立的（格式 \(found)，本程序认识到 \(supported)），没有改动它。",
                advice: "请升级 lvzhi。")
        case .damaged(let path, let detail):
            Failure(
                .store, "登记库“\(path)”已损坏：\(detail)。没有改动它。",
                advice: "用 lvzhi check 查看损坏之处，用 lvzhi backup restore 从备份恢复。")
        case .locked(let path, let detail):
            Failure(.store, "登记库“\(path)”被占用：\(detail)。", advice: "请等另一个程序结束，再执行一次。")
        case .readOnly(let path):
            Failure(.store, "登记库“\(path)”只能读，不能写。", advice: "请检查文件和目录的权限，或换一个可写的位置。")
        case .unsafeFileSystem(let path, let kind):
            Failure(.store, "“\(path)”在网络文件系统（\(kind)）上，不能保证数据安全。", advice: "请把登记库放到本机磁盘。")
        case .notPermitted(let path):
            Failure(.store, "没有权限打开“\(path)”。", advice: "请检查文件和目录的权限。")
        case .system(let path, let code, let message):
            Failure(.store, "打不开登记库“\(path)”：\(message)（\(code)）。", advice: "请检查路径和磁盘。")
        }
    }

    private static func failure(_ error: TransactionError) -> Failure {
        switch error {
        case .diskFull(let path):
            Failure(.store, "磁盘已满，“\(path)”没有改动。", advice: "请腾出空间，再执行一次。")
        case .busy(let seconds):
            Failure(.store, "等了 \(Int(seconds)) 秒，登记库仍被另一个程序占用。", advice: "请等它结束，再执行一次。")
        case .tooManyReaders:
            Failure(.store, "同时打开登记库的程序太多。", advice: "请关掉一些，再执行一次。")
        case .readOnly:
            Failure(.store, "登记库只能读，没有改动。", advice: "请检查文件权限。")
        case .damaged(let detail):
            Failure(.store, "登记库已损坏：\(detail)。", advice: "用 lvzhi check 查看，用 lvzhi backup restore 从备份恢复。")
        case .outcomeUnknown(let detail):
            Failure(.store, "连接中断，不知道改动是否写入：\(detail)。", advice: "用 lvzhi log 查看最近的改动后再决定。")
        case .keyExists, .keyOutOfOrder, .keyTooLong, .valueTooLong, .engine:
            Failure(.store, "登记库不能完成这次改动：\(error)。什么也没有写入。", advice: "请用 lvzhi check 检查登记库。")
        }
    }

    private static func failure(_ error: DecodingError) -> Failure {
        Failure(
            .store, "登记库里有损坏的数据（\(error.database.rawValue)），没有用它计算。",
            advice: "用 lvzhi check 查看损坏之处，用 lvzhi backup restore 从备份恢复。")
    }

    private static func failure(_ error: RecordError) -> Failure {
        switch error {
        case .alreadyExists, .notUnique:
            Failure(.conflict, "同样的内容已经登记过，什么也没有写入。", advice: "请先查看已有的登记。")
        case .wouldLoseNewerFields:
            Failure(.store, "这条记录含有更新版本的程序写入的内容，改动会丢失它们。", advice: "请升级 lvzhi 后再改。")
        }
    }

    /// Findings of a rulebook or a case file, each with file, line and column.
    private static func failure(_ error: DocumentError) -> Failure {
        Failure(
            .findings, "文件有 \(error.findings.count) 处问题。", advice: "请按上面的“文件:行:列”逐处改正后再试。",
            details: error.findings.map(\.description))
    }

    static func failure(_ error: WriteError) -> Failure {
        switch error {
        case .missingFolder(let path):
            Failure(.failed, "没有“\(path)”所在的目录。", advice: "请先建立目录，或换一个 -o 路径。")
        case .notPermitted(let path): Failure(.failed, "没有权限写“\(path)”。", advice: "请换一个 -o 路径。")
        case .diskFull(let path): Failure(.failed, "磁盘已满，“\(path)”没有写成。", advice: "请腾出空间，再执行一次。")
        case .tooLarge(let sheet, let detail):
            Failure(.failed, "工作表“\(sheet)”装不下：\(detail)。", advice: "请缩小范围，或改用 csv、jsonl。")
        case .closedPipe: Failure(.failed, "读取输出的程序已经退出。", advice: "")
        case .workbook(let code, let message):
            Failure(.failed, "写工作簿出错：\(message)（\(code)）。", advice: "请改用 csv，或换一个路径再试。")
        case .system(let path, let code, let message):
            Failure(.failed, "写“\(path)”出错：\(message)（\(code)）。", advice: "请检查路径和磁盘。")
        }
    }
}

extension Failure {
    /// The files that come with the program are not there.
    static let schemasMissing = Failure(
        .failed, "找不到随程序附带的 Schemas 目录。", advice: "请把它放在程序旁边，或用环境变量 LVZHI_SCHEMAS 指明。")
}

extension Refusal {
    /// All findings in one message: the first status that matters most decides the exit code.
    var failure: Failure {
        let failures = findings.map(\.failure)
        guard failures.count > 1 else {
            return failures.first ?? Failure(.failed, "没有办成。", advice: "")
        }
        let statuses = Set(failures.map(\.status))
        let status = statuses.contains(.conflict) ? .conflict : statuses.count == 1 ? failures[0].status : .findings
        let details = failures.flatMap { failure in
            ["· " + failure.message + (failure.advice.isEmpty ? "" : failure.advice)]
                + failure.details.map { "    " + $0 }
        }
        return Failure(status, "有 \(failures.count) 处不对，什么也没有写入。", advice: "", details: details)
    }
}
