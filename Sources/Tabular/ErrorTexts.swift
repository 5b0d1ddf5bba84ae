extension ReadError {
    /// What was found, as a Chinese clause without the file's name: `文件已加密`.
    public var found: String {
        switch self {
        case .missing: "文件不存在"
        case .notAFile: "这不是文件"
        case .notPermitted: "没有读取权限"
        case .emptyFile: "文件是空的"
        case .encrypted: "文件已加密"
        case .oldWorkbook: "这是旧版 XLS 工作簿"
        case .webPage: "这是网页，不是工作簿"
        case .notASheetFile(let found): "这是\(found)，不是工作簿或文本表格"
        case .cut: "文件不完整，后半部分缺失"
        case .damaged(let part, let detail): "文件已损坏（\(part)：\(detail)）"
        case .missingPart(let part): "工作簿缺少 \(part)"
        case .entity(let part): "\(part) 含有实体声明，不是表格软件写的"
        case .bomb(let part, let bytes): "\(part) 解压后已达 \(bytes >> 20) MB，超过允许的大小"
        case .badEncoding(let offset, let line): "第 \(line) 行有无法识别的字节（偏移 \(offset)），既不是 UTF-8 也不是 GB18030"
        case .mixedEncodings(_, let line): "从第 \(line) 行起换了编码，UTF-8 与 GB18030 混在一个文件里"
        case .unclosedQuote(let line): "第 \(line) 行的双引号没有配对"
        case .textAfterQuote(let line, let column):
            "第 \(line) 行 \(CellName.letters(ofColumn: column)) 列的双引号之后还有文字"
        case .tooLarge(let line, let detail): "第 \(line) 行：\(detail)"
        case .noSuchSheet(let index): "没有第 \(index + 1) 个工作表"
        case .system(_, let message): "读取失败：\(message)"
        }
    }

    /// What to do, as a Chinese sentence.
    public var advice: String {
        switch self {
        case .missing: "请检查文件名和路径。"
        case .notAFile: "请指定一个文件。"
        case .notPermitted: "请检查文件权限，或先关闭正在使用它的程序。"
        case .emptyFile: "请检查是否导出完整。"
        case .encrypted: "请取消密码后另存。"
        case .oldWorkbook, .webPage: "请用表格软件打开，另存为 .xlsx。"
        case .notASheetFile: "请提供 .xlsx 或 .csv 文件。"
        case .cut, .damaged, .missingPart: "请重新复制或下载；仍不行就用表格软件打开后另存为 .xlsx。"
        case .entity, .bomb: "请核对文件来源。"
        case .badEncoding, .mixedEncodings: "请用表格软件打开核对，另存为“CSV UTF-8”或 .xlsx。"
        case .unclosedQuote, .textAfterQuote: "请核对这一行的双引号；字段里的双引号要写成两个。"
        case .tooLarge: "请核对这一行，是否缺少换行或分隔符。"
        case .noSuchSheet: "请核对工作表。"
        case .system: "请稍后再试。"
        }
    }
}

extension WriteError {
    /// What went wrong, as a Chinese sentence.
    public var found: String {
        switch self {
        case .missingFolder(let path): "“\(path)”所在的文件夹不存在"
        case .notPermitted(let path): "没有写入“\(path)”的权限"
        case .diskFull(let path): "磁盘已满，没有写成“\(path)”"
        case .tooLarge(let sheet, let detail): "工作表“\(sheet)”：\(detail)"
        case .closedPipe: "接收输出的程序已退出"
        case .workbook(let code, let message): "写工作簿失败（\(code)）：\(message)"
        case .system(let path, _, let message): "写“\(path)”失败：\(message)"
        }
    }
}

extension JSONError {
    /// What was found, as a Chinese clause without the place.
    public var found: String {
        switch reason {
        case .unexpectedEnd: "内容在此中断"
        case .unexpectedCharacter(let text): "不应出现“\(text)”"
        case .badNumber: "数字写法不对"
        case .badEscape: "转义写法不对"
        case .controlCharacter: "文字里有控制字符"
        case .invalidUTF8: "不是有效的 UTF-8"
        case .duplicateKey(let key): "键“\(key)”重复"
        case .tooDeep: "嵌套过深"
        case .trailingText: "末尾有多余内容"
        }
    }
}
