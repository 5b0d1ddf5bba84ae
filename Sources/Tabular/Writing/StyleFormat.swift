internal import CXlsxWriter

extension CellStyle {
    /// Sets the library's format.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        if let text = self.format { format_set_num_format(format, text) }
        if isBold { format_set_bold(format) }
        if let background { format_set_bg_color(format, background) }
        if let color { format_set_font_color(format, color) }
        if hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if wraps { format_set_text_wrap(format) }
        if let fontSize { format_set_font_size(format, Double(fontSize)) }
        if let alignment {
            format_set_align(format, alignment.nativeCode)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        }
    }

    /// The same style with a number format, unless it has one.
    func defaulting(format: String) -> CellStyle {
        guard self.format == nil else { return self }
        var copy = self
        copy.format = format
        return copy
    }
}

extension ColumnAlignment {
    fileprivate var nativeCode: UInt8 {
        switch self {
        case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
        case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
        case .center: UInt8(LXW_ALIGN_CENTER.rawValue)
        }
    }
}
