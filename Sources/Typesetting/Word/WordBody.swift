import Tabular

/// The text of a document's body as WordprocessingML, and the pictures it shows.
struct WordBody {
    private(set) var text = ""
    private(set) var pictures: [[UInt8]] = []
    private var room = 0.0

    /// Twentieths of a point.
    private static func twips(_ points: Double) -> Int { Int((points * 20).rounded()) }

    mutating func add(_ manuscript: Manuscript, isLast: Bool) throws(TypesettingError) {
        let geometry = PageGeometry(manuscript.paper)
        room = geometry.textWidth
        if let red = manuscript.redHeading { paragraph(red, style: "RedHeading") }
        for block in manuscript.blocks { try add(block) }
        if !manuscript.foot.isEmpty { paragraph(manuscript.foot, style: "Note") }
        let section = WordParts.section(geometry, twips: WordBody.twips)
        // The last section stands by itself, earlier ones in the paragraph that ends them.
        text += isLast ? section : "<w:p><w:pPr>\(section)</w:pPr></w:p>"
    }

    private mutating func add(_ block: Block) throws(TypesettingError) {
        switch block {
        case .title(let text): paragraph(text, style: "Title")
        case .subtitle(let text): paragraph(text, style: "Subtitle")
        case .heading(let text): paragraph(text, style: "Heading1")
        case .paragraph(let text, let look): paragraphs(text, look)
        case .fields(let fields, let pairs): add(fields, max(pairs, 1))
        case .table(let table):
            if !table.title.isEmpty { paragraph(table.title, style: "Heading1") }
            add(table)
            for note in table.notes { paragraph(note, style: "Note") }
            if let chart = Chart(of: table) { try add(chart) }
        case .chart(let chart): try add(chart)
        case .signatures(let people): sign(people)
        case .pageBreak: text += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
        }
    }

    private mutating func paragraphs(_ text: String, _ look: ParagraphLook) {
        switch look {
        case .body: for part in text.split(separator: "\n") { paragraph(String(part), style: "Body") }
        case .addressee: paragraph(text, style: "Addressee")
        case .closing: paragraph(text, style: "Closing")
        case .note: paragraph(text, style: "Note")
        case .emphasis: paragraph(text, style: "Emphasis1")
        }
    }

    private mutating func paragraph(_ text: String, style: String) {
        self.text += "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(WordBody.runs(text))</w:p>"
    }

    /// Lines of a text, with breaks between.
    private static func runs(_ text: String, halfPoints: Int? = nil) -> String {
        let size = halfPoints.map { "<w:rPr><w:sz w:val=\"\($0)\"/><w:szCs w:val=\"\($0)\"/></w:rPr>" } ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { place, line in
            let mark = place == 0 ? "" : "<w:br/>"
            return "<w:r>\(size)\(mark)<w:t xml:space=\"preserve\">\(Markup.escaped(String(line)))</w:t></w:r>"
        }.joined()
    }

    // MARK: Tables

    private mutating func add(_ table: TableDocument) {
        if table.rows.isEmpty { return paragraph("（没有内容）", style: "Note") }
        let measure = ColumnWidths(of: table)
        let size = [9.5, 9, 8.5, 8, 7.5].first { measure.natural * $0 <= room } ?? 7.5
        let widths = measure.shared(room / size).map { WordBody.twips($0 * size) }
        beginTable(widths)
        text += row(
            table.columns.map { cell($0.name, style: "TableHead", alignment: .center, size) }, widths, isHead: true)
        for cells in table.rows {
            let texts = table.columns.enumerated().map { place, column in
                cell(
                    place < cells.count ? column.displayText(cells[place]) : "", style: "TableText",
                    alignment: column.alignment, size)
            }
            text += row(texts, widths, isHead: false)
        }
        endTable()
    }

    private mutating func add(_ fields: [Field], _ pairs: Int) {
        let shown = fields.filter { !$0.value.isEmpty }
        guard !shown.isEmpty else { return }
        let name = ((shown.map { EmWidth.of($0.name) }.max() ?? 0) + 1.4) * 9.5
        let value = room / Double(pairs) - name
        let widths = (0..<pairs).flatMap { _ in [WordBody.twips(name), WordBody.twips(value)] }
        beginTable(widths)
        for start in stride(from: 0, to: shown.count, by: pairs) {
            let line = shown[start..<min(start + pairs, shown.count)]
            var cells = line.flatMap {
                [
                    cell($0.name, style: "TableHead", alignment: .center, 9.5),
                    cell($0.value, style: "TableText", alignment: .left, 9.5),
                ]
            }
            while cells.count < widths.count { cells.append(cell("", style: "TableText", alignment: .left, 9.5)) }
            text += row(cells, widths, isHead: false)
        }
        endTable()
    }

    private mutating func beginTable(_ widths: [Int]) {
        text += "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
        text += "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        for width in widths { text += "<w:gridCol w:w=\"\(width)\"/>" }
        text += "</w:tblGrid>"
    }

    /// A table must be followed by a paragraph.
    private mutating func endTable() {
        text += "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>"
    }

    private func row(_ cells: [String], _ widths: [Int], isHead: Bool) -> String {
        let head = isHead ? "<w:tblHeader/>" : ""
        let shade = isHead ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F0F0F0\"/>" : ""
        let inner = zip(cells, widths).map {
            "<w:tc><w:tcPr><w:tcW w:w=\"\($1)\" w:type=\"dxa\"/>\(shade)<w:vAlign w:val=\"center\"/></w:tcPr>\($0)</w:tc>"
        }.joined()
        return "<w:tr><w:trPr><w:cantSplit/>\(head)</w:trPr>\(inner)</w:tr>"
    }

    private func cell(_ text: String, style: String, alignment: ColumnAlignment, _ size: Double) -> String {
        let place = alignment == .left ? "left" : alignment == .center ? "center" : "right"
        let runs = WordBody.runs(text, halfPoints: Int((size * 2).rounded()))
        return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/><w:jc w:val=\"\(place)\"/></w:pPr>\(runs)</w:p>"
    }

    // MARK: Pictures and signatures

    private mutating func add(_ chart: Chart) throws(TypesettingError) {
        for piece in chart.pieces(of: 40) {
            let drawing = ChartDrawing(chart: piece, width: room).drawing()
            pictures.append(try ChartPicture.png(drawing))
            text += WordParts.picture(
                number: pictures.count, title: piece.title, width: drawing.width, height: drawing.height)
        }
    }

    private mutating func sign(_ people: [String]) {
        for person in people { paragraph("\(person)：＿＿＿＿＿＿＿＿＿＿　　　年　　月　　日", style: "Signature1") }
    }
}
