import CPango

/// Breaks text into lines with Pango, whose rules for Chinese put no 。，） at the beginning of a line and no （“ at its
/// end. Keeps what it has set, since tables say the same words over and over.
final class Typesetter {
    /// Pango counts in 1/1024 of a point.
    static let units = 1024.0
    private static let mostKept = 6_000

    private struct Key: Hashable {
        var text: String
        var style: TypeStyle
        var width: Int32
        var indent: Int32
        var isJustified: Bool
    }

    let library: UnsafePointer<PageLibrary>
    private let context: OpaquePointer
    private var fonts: [TypeStyle: OpaquePointer] = [:]
    private var kept: [Key: SetText] = [:]
    /// Texts with characters that no font here has; the first few.
    private(set) var withoutGlyphs: [String] = []

    init(canvas: OpaquePointer, library: UnsafePointer<PageLibrary>) throws(TypesettingError) {
        self.library = library
        context = library.pointee.pango_cairo_create_context(canvas)
        library.pointee.pango_cairo_context_set_resolution(context, 72)
        library.pointee.pango_context_set_language(context, library.pointee.pango_language_from_string("zh-cn"))
        // Without a Chinese font every page would be full of empty boxes.
        _ = set("履职档案委员年度", TypeStyle(.song, 10), width: nil)
        guard withoutGlyphs.isEmpty else { throw .noChineseFont(asked: Face.song.families) }
    }

    deinit {
        kept = [:]
        for font in fonts.values { library.pointee.pango_font_description_free(font) }
        library.pointee.g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// - Parameter width: Nil sets each line of the text as one line.
    func set(
        _ text: String, _ style: TypeStyle, width: Double?, indent: Double = 0, isJustified: Bool = false
    ) -> SetText {
        let key = Key(
            text: text, style: style, width: width.map { Int32($0 * Typesetter.units) } ?? -1,
            indent: Int32(indent * Typesetter.units), isJustified: isJustified)
        if let known = kept[key] { return known }
        if kept.count >= Typesetter.mostKept { kept.removeAll(keepingCapacity: true) }
        let set = setAnew(key, indent: indent)
        kept[key] = set
        return set
    }

    private func setAnew(_ key: Key, indent: Double) -> SetText {
        let functions = library.pointee
        let layout = functions.pango_layout_new(context)
        functions.pango_layout_set_font_description(layout, font(key.style))
        functions.pango_layout_set_width(layout, key.width)
        // By words where they fit, within them where they do not: nothing ever stands out of its cell.
        functions.pango_layout_set_wrap(layout, 2)
        if key.indent != 0 { functions.pango_layout_set_indent(layout, key.indent) }
        if key.isJustified { functions.pango_layout_set_justify(layout, 1) }
        var text = Printable.text(key.text)
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return }
                functions.pango_layout_set_text(layout, start, Int32(characters.count))
            }
        }
        if functions.pango_layout_get_unknown_glyphs_count(layout) > 0, withoutGlyphs.count < 5 {
            withoutGlyphs.append(key.text)
        }
        return SetText(layout: layout, style: key.style, indent: indent, library: library)
    }

    private func font(_ style: TypeStyle) -> OpaquePointer {
        if let known = fonts[style] { return known }
        let font = library.pointee.pango_font_description_new()
        library.pointee.pango_font_description_set_family(font, style.face.families)
        library.pointee.pango_font_description_set_weight(font, style.face.weight)
        library.pointee.pango_font_description_set_absolute_size(font, style.size * Typesetter.units)
        fonts[style] = font
        return font
    }
}

/// Text that a page can show: what steers a screen or turns the writing direction is left out.
enum Printable {
    static func text(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { !isPrintable($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\t" { result += " " } else if isPrintable(scalar) { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: true
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x2028, 0x2029, 0xFEFF: false
        default: true
        }
    }
}
