internal import DutyModel

/// Tells what a file is from its bytes; its name may say anything.
enum EvidenceSniff {
    /// Nil for what is not kept: programs, archives of unknown content, anything else.
    static func format(of bytes: [UInt8]) -> EvidenceFile.Format? {
        func begins(_ signature: [UInt8], at place: Int = 0) -> Bool {
            bytes.count >= place + signature.count && bytes[place..<place + signature.count].elementsEqual(signature)
        }
        if begins(Array("%PDF-".utf8)) { return .pdf }
        if begins([0xFF, 0xD8, 0xFF]) { return .jpeg }
        if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if begins(Array("GIF8".utf8)) { return .gif }
        if begins([0x50, 0x4B, 0x03, 0x04]) { return packed(bytes) }
        if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .oldOffice }
        if begins(Array("ftyp".utf8), at: 4) {
            let brand = String(decoding: bytes[8..<min(12, bytes.count)], as: UTF8.self)
            return ["heic", "heix", "mif1", "heif"].contains(brand) ? .heic : .mp4
        }
        if begins(Array("ID3".utf8)) || begins([0xFF, 0xFB]) || begins([0xFF, 0xF3]) { return .mp3 }
        return isText(bytes) ? .text : nil
    }

    /// What a ZIP file is by the names of the parts it lists.
    private static func packed(_ bytes: [UInt8]) -> EvidenceFile.Format? {
        let parts: [(String, EvidenceFile.Format)] = [
            ("word/document.xml", .docx), ("xl/workbook.xml", .xlsx), ("ppt/presentation.xml", .pptx),
            ("OFD.xml", .ofd),
        ]
        return parts.first { contains(Array($0.0.utf8), in: bytes) }?.1
    }

    private static func contains(_ word: [UInt8], in bytes: [UInt8]) -> Bool {
        guard let first = word.first, bytes.count >= word.count else { return false }
        for place in 0...bytes.count - word.count where bytes[place] == first {
            if bytes[place..<place + word.count].elementsEqual(word) { return true }
        }
        return false
    }

    /// Words in UTF-8 or GB18030: no byte that text does not have, and nothing a system would run.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty, !bytes.starts(with: Array("MZ".utf8)), !bytes.starts(with: Array("#!".utf8)) else {
            return false
        }
        return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0D].contains($0) }
    }
}

extension EvidenceFile.Format {
    /// Whether a file of this name may be one of these.
    func fits(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }
}
