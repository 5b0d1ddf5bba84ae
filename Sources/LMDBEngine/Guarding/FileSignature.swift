/// What a file that is no store seems to be, told to whoever gave the wrong path.
enum FileSignature {
    static func name(of beginning: UnsafeRawBufferPointer) -> String {
        for (signature, name) in known where beginning.starts(with: signature) { return name }
        return beginning.allSatisfy(isTextByte) ? "文本文件" : "其他文件"
    }

    private static let known: [([UInt8], String)] = [
        (Array("SQLite format 3\0".utf8), "SQLite 数据库"),
        ([0x50, 0x4B, 0x03, 0x04], "ZIP 压缩包或 XLSX、DOCX 文件"),
        ([0xD0, 0xCF, 0x11, 0xE0], "旧版 Office 文件（XLS、DOC）"),
        (Array("%PDF".utf8), "PDF 文件"),
        ([0x1F, 0x8B], "gzip 压缩文件"),
    ]

    private static func isTextByte(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
