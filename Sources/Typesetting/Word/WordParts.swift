/// The parts of a DOCX that are always the same, or nearly.
enum WordParts {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    static let contentTypes =
        head + """
            <Types xmlns="\(package)/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Default Extension="png" ContentType="image/png"/>\
            <Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
            <Override PartName="/word/footer1.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            </Types>
            """

    static let packageRelations =
        head + """
            <Relationships xmlns="\(package)/relationships">\
            <Relationship Id="rId1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
            <Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" \
            Target="docProps/core.xml"/>\
            </Relationships>
            """

    static func core(title: String) -> String {
        head + """
            <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(Markup.escaped(title))</dc:title>\
            <dc:creator>履职</dc:creator></cp:coreProperties>
            """
    }

    static func relations(pictures: Int) -> String {
        var text =
            head + """
                <Relationships xmlns="\(package)/relationships">\
                <Relationship Id="rId1" Type="\(office)/styles" Target="styles.xml"/>\
                <Relationship Id="rId2" Type="\(office)/footer" Target="footer1.xml"/>
                """
        for number in 0..<pictures {
            text +=
                "<Relationship Id=\"chart\(number + 1)\" Type=\"\(office)/image\" "
                + "Target=\"media/chart\(number + 1).png\"/>"
        }
        return text + "</Relationships>"
    }

    static func document(_ body: String) -> String {
        head + """
            <w:document xmlns:w="\(word)" xmlns:r="\(office)" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>\(body)</w:body></w:document>
            """
    }

    static func section(_ geometry: PageGeometry, twips: (Double) -> Int) -> String {
        let across = geometry.width > geometry.height ? " w:orient=\"landscape\"" : ""
        return """
            <w:sectPr><w:footerReference w:type="default" r:id="rId2"/>\
            <w:pgSz w:w="\(twips(geometry.width))" w:h="\(twips(geometry.height))"\(across)/>\
            <w:pgMar w:top="\(twips(geometry.top))" w:right="\(twips(geometry.left))" \
            w:bottom="\(twips(geometry.height - geometry.bottom))" w:left="\(twips(geometry.left))" \
            w:header="720" w:footer="600" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>
            """
    }

    private static func number(_ field: String) -> String {
        "<w:fldSimple w:instr=\"\(field)\"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    }

    static let footer =
        head + "<w:ftr xmlns:w=\"\(word)\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
        + "<w:r><w:t xml:space=\"preserve\">第 </w:t></w:r>" + number("PAGE")
        + "<w:r><w:t xml:space=\"preserve\"> 页 共 </w:t></w:r>" + number("SECTIONPAGES")
        + "<w:r><w:t xml:space=\"preserve\"> 页</w:t></w:r></w:p></w:ftr>"

    /// A picture in a line of its own; sizes in points.
    static func picture(number: Int, title: String, width: Double, height: Double) -> String {
        let (wide, high) = (Int(width * 12_700), Int(height * 12_700))
        let name = Markup.escaped(title.isEmpty ? "图 \(number)" : title)
        return """
            <w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr><w:r><w:drawing>\
            <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="\(wide)" cy="\(high)"/>\
            <wp:docPr id="\(number)" name="\(name)" descr="\(name)"/><a:graphic>\
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>\
            <pic:nvPicPr><pic:cNvPr id="\(number)" name="\(name)"/><pic:cNvPicPr/></pic:nvPicPr>\
            <pic:blipFill><a:blip r:embed="chart\(number)"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="\(wide)" cy="\(high)"/></a:xfrm>\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
            </wp:inline></w:drawing></w:r></w:p>
            """
    }
}
