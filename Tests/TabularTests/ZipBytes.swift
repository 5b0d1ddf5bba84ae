/// Builds zip files byte by byte, so that tests can hold what no proper writer writes. Nothing is compressed.
struct ZipBytes {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ content: [UInt8], checksum: UInt32? = nil) {
        let offset = UInt32(body.count)
        let sum = checksum ?? ZipBytes.crc32(content)
        var common = little16(20) + little16(0x800) + little16(0) + little32(0)
        common += little32(sum) + little32(UInt32(content.count)) + little32(UInt32(content.count))
        common += little16(UInt16(name.utf8.count)) + little16(0)
        body += [0x50, 0x4B, 3, 4] + common + name.utf8 + content
        directory += [0x50, 0x4B, 1, 2] + little16(20) + common + little16(0) + little16(0) + little16(0)
        directory += little32(0) + little32(offset) + name.utf8
        count += 1
    }

    var bytes: [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 5, 6] + little16(0) + little16(0)
        end += little16(UInt16(count)) + little16(UInt16(count))
        end += little32(UInt32(directory.count)) + little32(UInt32(body.count)) + little16(0)
        return body + directory + end
    }

    private func little16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
    private func little32(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) } }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

/// A workbook of hand-written XML; every part can be replaced.
struct HandMadeWorkbook {
    var parts: [(name: String, content: String)] = [
        (
            "[Content_Types].xml",
            #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#
        ),
        (
            "_rels/.rels",
            #"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """#
        ),
        (
            "xl/workbook.xml",
            #"""
            <workbook xmlns="m" xmlns:r="r"><sheets><sheet name="表" sheetId="1" state="visible" r:id="rId1"/></sheets>
            </workbook>
            """#
        ),
        (
            "xl/_rels/workbook.xml.rels",
            #"""
            <Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="http://x/sharedStrings" Target="/xl/sharedStrings.xml"/>
            <Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>
            """#
        ),
        ("xl/sharedStrings.xml", "<sst/>"),
        ("xl/styles.xml", "<styleSheet/>"),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
    ]

    subscript(name: String) -> String {
        get { parts.first { $0.name == name }?.content ?? "" }
        set {
            parts.removeAll { $0.name == name }
            parts.append((name, newValue))
        }
    }

    /// With these rows between `<sheetData>` and `</sheetData>`.
    init(rows: String = "") {
        self["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
    }

    var bytes: [UInt8] {
        var zip = ZipBytes()
        for part in parts { zip.add(part.name, Array(part.content.utf8)) }
        return zip.bytes
    }
}
