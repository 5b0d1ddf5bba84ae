import Tabular

/// Sets the blocks of a manuscript on pages, one below the other.
struct BlockSetter {
    let manuscript: Manuscript
    let typesetter: Typesetter
    /// More bars than this go on in a second chart.
    private static let barsOnPage = 40

    func pages() -> SetPages {
        var pages = SetPages(PageGeometry(manuscript.paper))
        if let red = manuscript.redHeading { setRed(red, on: &pages) }
        for (place, block) in manuscript.blocks.enumerated() {
            let next = place + 1 < manuscript.blocks.count ? manuscript.blocks[place + 1] : nil
            set(block, before: next, on: &pages)
        }
        return pages
    }

    private func set(_ block: Block, before next: Block?, on pages: inout SetPages) {
        switch block {
        case .title(let text):
            put(
                text, manuscript.redHeading == nil ? PageStyles.title : PageStyles.officialTitle, .middle, on: &pages)
            pages.y += 6
        case .subtitle(let text):
            put(text, PageStyles.subtitle, .middle, on: &pages)
            pages.y += 4
        case .heading(let text): heading(text, before: next, on: &pages)
        case .paragraph(let text, let look): paragraph(text, look, on: &pages)
        case .fields(let fields, let pairs):
            FieldSetter(fields: fields, pairs: max(pairs, 1), typesetter: typesetter).set(on: &pages)
            pages.y += 6
        case .table(let table): set(table, on: &pages)
        case .chart(let chart): set(chart, on: &pages)
        case .signatures(let people): sign(people, on: &pages)
        case .pageBreak: if !pages.isAtTop { pages.turn() }
        }
    }

    /// A heading stays with what it heads.
    private func heading(_ text: String, before next: Block?, on pages: inout SetPages) {
        pages.gap(8)
        var behind = 30.0
        if case .table(let table)? = next { behind = begin(of: table, on: pages) }
        if case .chart(let chart)? = next { behind = drawings(chart, pages).first?.height ?? 0 }
        pages.need(PageStyles.heading.lineHeight + behind)
        pages.bookmarks.append((text, pages.pages.count - 1, pages.y))
        put(text, PageStyles.heading, .left, on: &pages)
        pages.y += 2
    }

    private func begin(of table: TableDocument, on pages: SetPages) -> Double {
        table.rows.isEmpty
            ? 20
            : TableSetter(table, typesetter: typesetter, geometry: pages.geometry).beginningHeight(pages.geometry)
    }

    private func set(_ table: TableDocument, on pages: inout SetPages) {
        if !table.title.isEmpty {
            var bare = table
            bare.title = ""
            heading(table.title, before: .table(bare), on: &pages)
        }
        if table.rows.isEmpty {
            put("（没有内容）", PageStyles.note, .left, Colour.grey, on: &pages)
        } else {
            TableSetter(table, typesetter: typesetter, geometry: pages.geometry).set(on: &pages)
        }
        pages.y += 3
        for note in table.notes { put(note, PageStyles.note, .left, Colour.grey, on: &pages) }
        if let chart = Chart(of: table) { set(chart, on: &pages) }
        pages.y += 4
    }

    private func drawings(_ chart: Chart, _ pages: SetPages) -> [Drawing] {
        chart.pieces(of: BlockSetter.barsOnPage).map {
            ChartDrawing(chart: $0, width: pages.geometry.textWidth).drawing()
        }
    }

    private func set(_ chart: Chart, on pages: inout SetPages) {
        for drawing in drawings(chart, pages) {
            pages.need(drawing.height)
            pages.add(.drawing(drawing, x: pages.geometry.left, y: pages.y))
            pages.y += drawing.height + 4
        }
    }

    private func paragraph(_ text: String, _ look: ParagraphLook, on pages: inout SetPages) {
        let two = PageStyles.body.size * 2
        switch look {
        case .body:
            for part in text.split(separator: "\n") {
                put(String(part), PageStyles.body, .left, indent: two, isJustified: true, on: &pages)
            }
        case .addressee: put(text, PageStyles.body, .left, on: &pages)
        case .closing: put(text, PageStyles.body, .right, on: &pages)
        case .note: put(text, PageStyles.note, .left, Colour.grey, on: &pages)
        case .emphasis: put(text, PageStyles.emphasis, .left, on: &pages)
        }
    }

    private func setRed(_ text: String, on pages: inout SetPages) {
        pages.y += 12
        put(text, PageStyles.red, .middle, Colour.red, on: &pages)
        pages.y += 10
        let geometry = pages.geometry
        pages.add(
            .rule(fromX: geometry.left, fromY: pages.y, toX: geometry.right, toY: pages.y, width: 1.6, .red))
        pages.y += 22
    }

    /// Lines to sign on, two in a row.
    private func sign(_ people: [String], on pages: inout SetPages) {
        let height = 34.0
        pages.gap(14)
        pages.need(height * Double((people.count + 1) / 2))
        let half = pages.geometry.textWidth / 2
        for (place, person) in people.enumerated() {
            let x = pages.geometry.left + (place % 2 == 0 ? 0 : half + 8)
            let name = typesetter.set(person + "：", PageStyles.field, width: nil)
            let width = name.widths.first ?? 0
            pages.add(.text(name, lines: 0..<name.count, x: x, y: pages.y, width: width, .left, .black))
            let date = typesetter.set("年　　月　　日", PageStyles.field, width: nil)
            let dateWidth = date.widths.first ?? 0
            let end = x + half - 14
            pages.add(.text(date, lines: 0..<1, x: end - dateWidth, y: pages.y, width: dateWidth, .left, .black))
            let base = pages.y + PageStyles.field.lineHeight - 1
            pages.add(
                .rule(fromX: x + width, fromY: base, toX: end - dateWidth - 26, toY: base, width: 0.5, .black))
            if place % 2 == 1 || place == people.count - 1 { pages.y += height }
        }
    }

    /// Text over as many pages as it needs.
    private func put(
        _ text: String, _ style: TypeStyle, _ alignment: Ink.Alignment, _ colour: Colour = .black, indent: Double = 0,
        isJustified: Bool = false, on pages: inout SetPages
    ) {
        let width = pages.geometry.textWidth
        let set = typesetter.set(text, style, width: width, indent: indent, isJustified: isJustified)
        var next = 0
        while next < set.count {
            var room = Int((pages.geometry.bottom - pages.y) / style.lineHeight)
            // No single line is left behind at the foot of a page.
            if room < min(2, set.count - next) {
                pages.turn()
                room = max(1, Int((pages.geometry.bottom - pages.y) / style.lineHeight))
            }
            let end = min(next + room, set.count)
            pages.add(
                .text(
                    set, lines: next..<end, x: pages.geometry.left, y: pages.y, width: width, alignment, colour))
            pages.y += Double(end - next) * style.lineHeight
            next = end
        }
    }
}
