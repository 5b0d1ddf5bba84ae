/// What a file is, by its first bytes.
enum FileSniff {
    case zip
    case text(head: [UInt8])

    /// Throws where it is something we can name and do not read.
    init(path: String) throws(ReadError) {
        let head = try ByteReader.head(of: path, count: 1024)
        if head.isEmpty { throw .emptyFile }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .zip
            return
        }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw try FileSniff.compoundFile(path) }
        if let name = FileSniff.foreignKind(head) { throw .notASheetFile(found: name) }
        try FileSniff.refuseMarkup(head)
        self = .text(head: head)
    }

    private static func foreignKind(_ head: [UInt8]) -> String? {
        let kinds: [([UInt8], String)] = [
            (Array("%PDF".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47], "图片"), ([0xFF, 0xD8, 0xFF], "图片"),
            (Array("GIF8".utf8), "图片"), (Array("Rar!".utf8), "RAR 压缩包"), ([0x37, 0x7A, 0xBC, 0xAF], "7z 压缩包"),
            ([0x1F, 0x8B], "gzip 压缩包"), (Array("{\\rtf".utf8), "RTF 文档"),
        ]
        return kinds.first { head.starts(with: $0.0) }?.1
    }

    private static func refuseMarkup(_ head: [UInt8]) throws(ReadError) {
        let bare = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        let content = bare.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        guard content.first == UInt8(ascii: "<") else { return }
        let text = String(decoding: content, as: UTF8.self).lowercased()
        if text.contains("excel.sheet") { throw .notASheetFile(found: "Excel 2003 XML 表格") }
        let marks = ["<html", "<!doctype", "<table", "<?xml", "<head", "<meta", "<body", "<div", "<style", "<!--"]
        if marks.contains(where: text.hasPrefix) { throw .webPage }
    }

    /// The old container holds both workbooks before 2007 and workbooks with a password.
    private static func compoundFile(_ path: String) throws(ReadError) -> ReadError {
        func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }
        let encrypted = wide("EncryptedPackage")
        let old = [wide("Workbook"), wide("Book")]
        var found: ReadError?
        var tail: [UInt8] = []
        try ReadError.wrapping {
            try ByteReader(path: path).forEachBlock { block in
                let window = tail + block
                if contains(window, encrypted) { found = .encrypted }
                if found == nil, old.contains(where: { contains(window, $0) }) { found = .oldWorkbook }
                tail = window.suffix(encrypted.count)
                return found != .encrypted
            }
        }
        return found ?? (path.lowercased().hasSuffix(".xlsx") ? .encrypted : .notASheetFile(found: "旧版 Office 文件"))
    }

    private static func contains(_ window: [UInt8], _ pattern: [UInt8]) -> Bool {
        guard window.count >= pattern.count, let first = pattern.first else { return false }
        for start in 0...(window.count - pattern.count) where window[start] == first {
            if window[start..<start + pattern.count].elementsEqual(pattern) { return true }
        }
        return false
    }
}
