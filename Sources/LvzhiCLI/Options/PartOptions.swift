import ArgumentParser
import Scoring

/// How much of a year an interim report is about.
struct PartOptions: ParsableArguments {
    @Option(help: ArgumentHelp("中期报告：只看这一季度，1 到 4。", valueName: "quarter")) var quarter: QuarterWord?
    @Option(help: ArgumentHelp("中期报告：只看上半年（1）或下半年（2）。", valueName: "half")) var half: HalfWord?

    /// The part meant; the whole year where nothing is said.
    func value() throws(Failure) -> YearPart {
        if quarter != nil, half != nil {
            throw Failure(.usage, "--quarter 和 --half 只能写一个。", advice: "看一个季度写 --quarter，看半年写 --half。")
        }
        return quarter?.value ?? half?.value ?? .whole
    }
}

/// A quarter as a word.
struct QuarterWord: WordArgument {
    var value: YearPart

    static let words: [(value: QuarterWord, words: [String])] = zip(1...4, ["一", "二", "三", "四"]).map { number, word in
        (
            QuarterWord(value: .quarter(number)),
            ["\(number)", word, "\(word)季度", "第\(word)季度", "\(number)季度", "第\(number)季度"]
        )
    }
}

/// A half-year as a word.
struct HalfWord: WordArgument {
    var value: YearPart

    static let words: [(value: HalfWord, words: [String])] = [
        (HalfWord(value: .half(1)), ["1", "上", "上半年"]), (HalfWord(value: .half(2)), ["2", "下", "下半年"]),
    ]
}
