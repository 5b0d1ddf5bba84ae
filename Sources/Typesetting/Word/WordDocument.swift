public import Tabular

/// Documents as one DOCX for people who go on writing in it: real headings, tables with repeated heads, page numbers.
/// Charts are pictures.
public enum WordDocument {
    public static func write(_ manuscripts: [Manuscript], to sink: ByteSink) throws(TypesettingError) {
        var body = WordBody()
        for (place, manuscript) in manuscripts.enumerated() {
            try body.add(manuscript, isLast: place == manuscripts.count - 1)
        }
        if manuscripts.isEmpty { try body.add(Manuscript(title: ""), isLast: true) }
        let title = manuscripts.first?.title ?? ""
        var parts: [(name: String, bytes: [UInt8])] = [
            ("[Content_Types].xml", Array(WordParts.contentTypes.utf8)),
            ("_rels/.rels", Array(WordParts.packageRelations.utf8)),
            ("docProps/core.xml", Array(WordParts.core(title: title).utf8)),
            ("word/document.xml", Array(WordParts.document(body.text).utf8)),
            ("word/styles.xml", Array(WordParts.styles.utf8)), ("word/footer1.xml", Array(WordParts.footer.utf8)),
            ("word/_rels/document.xml.rels", Array(WordParts.relations(pictures: body.pictures.count).utf8)),
        ]
        for (place, picture) in body.pictures.enumerated() {
            parts.append(("word/media/chart\(place + 1).png", picture))
        }
        do throws(WriteError) {
            try sink.write(try ZipPackage.bytes(parts))
        } catch {
            throw .write(error)
        }
    }
}
