#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The faces a page is set in, as offices use them.
enum Face: UInt8, Hashable, CaseIterable {
    /// 宋体 or 仿宋: running text and tables.
    case song
    /// 小标宋: titles.
    case title
    /// 黑体: headings and heads of tables.
    case hei

    /// Families in order of liking. The office's own come first where they are installed; Noto is what setup installs.
    /// An environment variable puts another in front.
    var families: String {
        let own = getenv(variable).map { String(cString: $0) + "," } ?? ""
        switch self {
        case .song: return own + "仿宋_GB2312,FangSong,Noto Serif CJK SC,Source Han Serif SC,SimSun,serif"
        case .title: return own + "方正小标宋简体,FZXiaoBiaoSong-B05S,Noto Serif CJK SC,Source Han Serif SC,SimSun,serif"
        case .hei: return own + "SimHei,Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Micro Hei,sans"
        }
    }

    private var variable: String {
        switch self {
        case .song: "LVZHI_FONT_BODY"
        case .title: "LVZHI_FONT_TITLE"
        case .hei: "LVZHI_FONT_HEADING"
        }
    }

    /// As fonts count it: 400 is plain, 700 bold.
    var weight: UInt32 {
        switch self {
        case .song: 400
        case .title, .hei: 700
        }
    }
}

/// Face, size and line height of some text, in points.
struct TypeStyle: Hashable {
    var face: Face
    var size: Double
    /// From one line to the next.
    var lineHeight: Double

    init(_ face: Face, _ size: Double, lines: Double = 1.35) {
        (self.face, self.size, lineHeight) = (face, size, size * lines)
    }

    /// From the top of a line to its base line: 汉字 stand in the middle of the line.
    var ascent: Double { (lineHeight - size) / 2 + size * 0.88 }
}
