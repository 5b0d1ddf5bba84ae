import MarkedYAML
import Scoring
import Testing

@Suite("a rulebook that says what is hardly meant")
struct NoticeTests {
    /// An indicator, and what must be told of it; nothing where it may well be meant.
    static let indicators: [(text: String, notices: [String])] = [
        ("计入: {类别: 会议}, 扣分: 2", ["是扣分，没有写状态就是到会一次扣一次"]),
        ("计入: {类别: 会议, 状态: 无故缺席}, 扣分: 2", []),
        ("计入: {类别: 会议, 全程: 否}, 扣分: 2", []),
        ("计入: {类别: 活动}, 扣分: 3, 取法: {应满几次: 4}", []),
        ("计入: {类别: 提案, 环节: 不立案}, 扣分: 1", []),
        ("计入: {类别: 会议}, 扣分: [{状态: 无故缺席, 分: 2}, {状态: 迟到, 分: 1}]", ["表里写状态的行用不到"]),
        ("计入: {类别: 提案}, 分值: [{分: 2}, {身份: 第一提案人, 分: 5}]", ["这一行永远轮不到：第 1 行已经包括了它"]),
        ("计入: {类别: 提案}, 分值: [{身份: 第一提案人, 分: 5}, {分: 2}]", []),
        ("计入: {类别: 提案}, 分值: {相加: [{分: 2}, {身份: 第一提案人, 分: 5}]}", []),
        ("计入: {类别: 社情民意信息}, 分值: [{采用级别: 县以上, 分: 2}, {采用级别: 省, 分: 5}]", ["这一行永远轮不到"]),
        ("计入: {类别: 社情民意信息}, 分值: [{采用级别: 省, 分: 5}, {采用级别: 县以上, 分: 2}]", []),
        ("计入: {类别: 提案}, 分值: {每半天: 5}", ["按“每半天”给分，可是这些类别没有半天"]),
        ("计入: {类别: 全体会议}, 分值: {每半天: 5}", []),
    ]

    @Test("is taken, and told at its place", arguments: indicators.indices)
    func notices(_ index: Int) throws {
        let (indicator, expected) = Self.indicators[index]
        let text = """
            考核办法: 示例
            编号: demo
            年度: 2024
            依据: 示例
            指标:
              - {编号: A, 名称: 甲, 依据: 一, \(indicator)}
            等次: 原文未见等次
            """
        let rulebook = try Rulebook.load(text: text, file: "办法.yaml", catalogue: try schemas().kinds())
        #expect(rulebook.notices.count == expected.count, "\(rulebook.notices)")
        for (notice, words) in zip(rulebook.notices, expected) {
            #expect(notice.line == 6 && notice.message.contains(words), "\(notice)")
        }
    }

    @Test("is none that ships with the program", arguments: try shipped())
    func shippedBooks(_ book: ShippedRulebook) throws {
        let library = try schemas()
        #expect(try library.rulebook(book, catalogue: library.kinds()).notices.isEmpty)
    }
}
