extension WordParts {
    /// One paragraph style.
    private struct Style {
        var id: String
        var name: String
        /// Font for 汉字, and half-points.
        var font: String
        var size: Int
        var paragraph: String
        var isBold = false
        var colour: String?

        var xml: String {
            let bold = isBold ? "<w:b/>" : ""
            let ink = colour.map { "<w:color w:val=\"\($0)\"/>" } ?? ""
            return "<w:style w:type=\"paragraph\" w:customStyle=\"\(isOwn ? 1 : 0)\" w:styleId=\"\(id)\">"
                + "<w:name w:val=\"\(name)\"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr>"
                + "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"\(font)\"/>"
                + "\(bold)\(ink)<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr></w:style>"
        }

        /// Whether the word processor does not know it by itself.
        var isOwn: Bool { !["Title", "Subtitle", "heading 1", "footer", "Closing"].contains(name) }
    }

    private static let all: [Style] = [
        Style(
            id: "RedHeading", name: "红头", font: "方正小标宋简体", size: 60,
            paragraph: "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"16\" w:space=\"8\" w:color=\"D7000F\"/></w:pBdr>"
                + "<w:spacing w:after=\"360\"/><w:jc w:val=\"center\"/>", isBold: true, colour: "D7000F"),
        Style(
            id: "Title", name: "Title", font: "方正小标宋简体", size: 36,
            paragraph: "<w:keepNext/><w:spacing w:before=\"60\" w:after=\"160\"/><w:jc w:val=\"center\"/>", isBold: true
        ),
        Style(
            id: "Subtitle", name: "Subtitle", font: "仿宋", size: 21,
            paragraph: "<w:keepNext/><w:spacing w:after=\"120\"/><w:jc w:val=\"center\"/>"),
        Style(
            id: "Heading1", name: "heading 1", font: "黑体", size: 24,
            paragraph: "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>"),
        Style(
            id: "Body", name: "文件正文", font: "仿宋", size: 24,
            paragraph: "<w:spacing w:line=\"420\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" "
                + "w:firstLine=\"480\"/><w:jc w:val=\"both\"/>"),
        Style(
            id: "Addressee", name: "主送", font: "仿宋", size: 24,
            paragraph: "<w:spacing w:line=\"420\" w:lineRule=\"exact\"/>"),
        Style(
            id: "Closing", name: "Closing", font: "仿宋", size: 24,
            paragraph: "<w:spacing w:line=\"420\" w:lineRule=\"exact\"/><w:jc w:val=\"right\"/>"),
        Style(
            id: "Note", name: "附注", font: "仿宋", size: 17, paragraph: "<w:spacing w:before=\"20\" w:after=\"20\"/>",
            colour: "595959"),
        Style(
            id: "Emphasis1", name: "要点", font: "黑体", size: 22,
            paragraph: "<w:spacing w:before=\"80\" w:after=\"80\"/>"),
        Style(id: "TableHead", name: "表头", font: "黑体", size: 19, paragraph: "<w:keepNext/><w:jc w:val=\"center\"/>"),
        Style(id: "TableText", name: "表格文字", font: "仿宋", size: 19, paragraph: ""),
        Style(id: "Gap", name: "间隔", font: "仿宋", size: 8, paragraph: "<w:spacing w:before=\"0\" w:after=\"40\"/>"),
        Style(
            id: "Signature1", name: "签字", font: "仿宋", size: 22,
            paragraph: "<w:keepLines/><w:spacing w:before=\"240\"/>"),
        Style(
            id: "Footer", name: "footer", font: "仿宋", size: 18, paragraph: "<w:jc w:val=\"center\"/>", colour: "595959"),
    ]

    static let styles: String = {
        let border = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8C8C8C\"/>"
        }.joined()
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
            + "w:eastAsia=\"仿宋\"/><w:sz w:val=\"24\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
            + "</w:docDefaults>" + all.map(\.xml).joined()
            + "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"Grid\"><w:name w:val=\"网格\"/><w:tblPr>"
            + "<w:tblBorders>\(border)</w:tblBorders><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/>"
            + "<w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>"
    }()
}
