import DutyModel
import Testing

@testable import Interchange

@Suite struct StatusTextTests {
    @Test(
        "words and marks",
        arguments: [
            ("√", AttendanceStatus.present), ("✓", .present), ("✔️", .present), ("V", .present), ("○", .excused),
            ("〇", .excused),
            ("△", .late), ("▲", .late), ("×", .absent), ("X", .absent), ("✘", .absent), ("已到", .present),
            ("出席", .present),
            ("到会", .present), ("签到", .present), ("迟到", .late), ("早退", .leftEarly), ("请假", .excused), ("事假", .excused),
            ("病假", .excused), ("公假", .excused), ("请　假", .excused), ("请假（批准）", .excused), ("请假(未批准)", .leaveRefused),
            ("请假（未批准）", .leaveRefused), ("缺席", .absent), ("未到", .absent), ("未请假", .absent), ("无故缺席", .absent),
            ("未确认", .unknown), ("请假（出差）", .excused),
        ])
    func known(_ raw: String, _ status: AttendanceStatus) { #expect(StatusReading.parse(raw)?.status == status) }

    @Test("unknown marks mean nothing", arguments: ["卍", "@", "?", "1", "0", "待通知", "张三", "√√", "2/", "/6", "★"])
    func unknown(_ raw: String) { #expect(StatusReading.parse(raw) == nil) }

    @Test(
        "half-days",
        arguments: [
            ("2/6", 2, 6), ("出席2/6", 2, 6), ("出席（2/6）", 2, 6), ("２／６", 2, 6), ("2个半天", 2, nil), ("半天", 1, nil),
            ("上午", 1, nil),
        ])
    func halfDays(_ raw: String, _ attended: Int, _ held: Int?) {
        let reading = StatusReading.parse(raw)
        #expect(reading?.status == .present)
        #expect(reading?.halfDays == attended)
        #expect(reading?.halfDaysHeld == held)
    }

    @Test(
        "the legend of a sheet goes before what is usual",
        arguments: [
            "√出席　○迟到　△请假　×缺席", "说明：√ 出席 ○ 迟到 △ 请假 × 缺席", "“√”表示出席，“○”表示迟到，“△”表示请假，“×”表示缺席",
            "出席：√；迟到：○；请假：△；缺席：×", "注：√为出席、○为迟到、△为请假、×为缺席",
        ])
    func legend(_ text: String) throws {
        let legend = try #require(MarkLegend(text))
        #expect(StatusReading.parse("○", legend: legend)?.status == .late)
        #expect(StatusReading.parse("△", legend: legend)?.status == .excused)
        #expect(StatusReading.parse("√", legend: legend)?.status == .present)
        #expect(StatusReading.parse("×", legend: legend)?.status == .absent)
    }

    @Test("ordinary text is no legend", arguments: ["出席人员签到表", "请√选", "地点：三楼", ""])
    func noLegend(_ text: String) { #expect(MarkLegend(text) == nil) }

    @Test(
        "sessions in every wording",
        arguments: [
            ("十一届三次", "11.3"), ("11届3次", "11.3"), ("中国人民政治协商会议第十一届肥西县委员会第五次会议", "11.5"),
            ("中国人民政治协商会议寿县第十七届委员会第四次会议", "17.4"), ("县政协十一届五次会议", "11.5"), ("区政协五届二十四次常委会议", "5.24"),
            ("第十一届", "11"), ("14届", "14"), ("十一届廿三次主席会议", "11.23"),
        ])
    func sessions(_ raw: String, _ canonical: String) { #expect(SessionText.parse(raw)?.canonical == canonical) }

    static let levelCases: [(String, LevelSet)] = [
        ("县政协", .county), ("省政协、市政协", [.province, .prefecture]), ("全国政协采用", .nation), ("已采用", .county),
        ("未采用", []), ("", []), ("县市场监管局采纳", .county), ("县采用、省未采用", .county), ("县委书记批示", .county), ("市级", .prefecture),
        ("国家级", .nation), ("乡镇", .township),
    ]

    @Test("levels named, and county where only 采用 is said", arguments: levelCases)
    func levels(_ raw: String, _ levels: LevelSet) { #expect(LevelText.parse(raw) == levels) }

    @Test("a level nobody knows is nil", arguments: ["待定", "某某", "5"])
    func unknownLevel(_ raw: String) { #expect(LevelText.parse(raw) == nil) }

    @Test(
        "sector spellings",
        arguments: [
            ("中共", "中国共产党"), ("文艺界", "文化艺术界"), ("科技", "科学技术界"), ("医卫界", "医药卫生界"), ("九三", "九三学社"), ("团委", "共青团"),
            ("特邀", "特别邀请人士"), ("无党派", "无党派人士"), ("社会与保障界", "社会福利和社会保障界"), ("农业", "农业界"), ("侨联", "归国华侨联合会"),
            ("工商联", "工商联界"),
        ])
    func sectors(_ left: String, _ right: String) throws {
        let spelling = SectorSpelling(groups: try Library.columns().sectorAliases)
        #expect(spelling.folded(left) == spelling.folded(right))
    }
}
