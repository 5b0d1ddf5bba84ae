import CPango

/// Text broken into lines of one width: done once, drawn where and as often as it is needed.
final class SetText {
    let style: TypeStyle
    /// How wide each line is, in points.
    let widths: [Double]
    /// How far the first line is drawn in.
    let indent: Double
    private let library: UnsafePointer<PageLibrary>
    private let layout: OpaquePointer

    init(layout: OpaquePointer, style: TypeStyle, indent: Double, library: UnsafePointer<PageLibrary>) {
        (self.layout, self.style, self.indent, self.library) = (layout, style, indent, library)
        widths = (0..<max(library.pointee.pango_layout_get_line_count(layout), 0)).map { place in
            guard let line = library.pointee.pango_layout_get_line_readonly(layout, place) else { return 0 }
            var logical = PageRectangle()
            library.pointee.pango_layout_line_get_extents(line, nil, &logical)
            return Double(logical.width) / Typesetter.units
        }
    }

    deinit { library.pointee.g_object_unref(UnsafeMutableRawPointer(layout)) }

    var count: Int { widths.count }
    var height: Double { Double(count) * style.lineHeight }

    /// Draws one line with its base line at a place.
    func draw(line place: Int, on canvas: OpaquePointer, x: Double, baseline: Double) {
        guard let line = library.pointee.pango_layout_get_line_readonly(layout, Int32(place)) else { return }
        library.pointee.cairo_move_to(canvas, x, baseline)
        library.pointee.pango_cairo_show_layout_line(canvas, line)
    }
}
