import Tabular

/// What to tell the user of a file that cannot be read.
enum ReadFinding {
    static func finding(for error: ReadError, file: String, sheet: String = "") -> Finding {
        let (problem, remedy, row) = words(for: error)
        return Finding(.error, file: file, sheet: sheet, row: row, problem: problem, remedy: remedy)
    }

    private static func words(for error: ReadError) -> (problem: String, remedy: String, row: Int?) {
        switch error {
        case .missing: ("没有这个文件", "请核对路径", nil)
        case .notAFile: ("不是文件", "请给出工作簿或 CSV 文件的路径", nil)
        case .notPermitted: ("没有读取权限", "请检查文件权限", nil)
        case .emptyFile: ("文件是空的（0 字节）", "请重新导出或重新传送", nil)
        case .encrypted: ("文件已加密", "请在 Excel 或 WPS 里去掉打开密码，另存后再导入", nil)
        case .oldWorkbook: ("是 2007 以前的 .xls 格式", "请用 Excel 或 WPS 另存为 .xlsx", nil)
        case .webPage: ("其实是网页，不是工作簿", "请用 Excel 或 WPS 打开后另存为 .xlsx", nil)
        case .notASheetFile(let found): ("不是工作簿，也不是文本：像是\(found)", "请给出 .xlsx 或 CSV 文件", nil)
        case .cut: ("文件不完整，后面的部分丢失了", "请重新复制或重新传送", nil)
        case .damaged(let part, let detail): ("文件已损坏（\(part)：\(detail)）", "请重新复制，或用 Excel 修复后另存", nil)
        case .missingPart(let part): ("文件已损坏：缺少 \(part)", "请用 Excel 或 WPS 打开后另存", nil)
        case .entity(let part): ("\(part) 里有不该有的声明，没有读", "请用 Excel 或 WPS 打开后另存", nil)
        case .bomb(let part, let bytes): ("\(part) 解压后超过 \(bytes) 字节，不像正常的工作簿", "请删去空白的行列后另存", nil)
        case .badEncoding(let offset, let line):
            ("文字编码不对：第 \(offset + 1) 个字节既不是 UTF-8 也不是 GB18030", "请另存为“CSV UTF-8”再导入", line)
        case .mixedEncodings(let offset, let line):
            ("文字编码前后不一：从第 \(offset + 1) 个字节起换了编码", "请另存为“CSV UTF-8”再导入", line)
        case .unclosedQuote(let line): ("引号没有配对", "请补上引号", line)
        case .textAfterQuote(let line, let column): ("第 \(column) 栏的引号后面还有文字", "请核对引号", line)
        case .tooLarge(let line, let detail): ("太大：\(detail)", "请核对这一行的引号和分隔符", line)
        case .noSuchSheet(let index): ("没有第 \(index + 1) 个工作表", "", nil)
        case .system(_, let message): ("读不出：\(message)", "", nil)
        }
    }
}
