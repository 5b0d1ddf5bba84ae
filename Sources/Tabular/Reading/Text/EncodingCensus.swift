/// Goes once through the bytes of a text file and learns what encoding they can be in.
///
/// GB18030 accepts most byte sequences, so text in UTF-8 that has a few lines of GB18030 behind it would decode
/// "successfully" into mojibake. Runs of bytes above ASCII that are wholly Chinese UTF-8 hardly ever occur in
/// GB18030 by chance (about 1 in 100,000), so a file with both kinds of runs is of two encodings.
struct EncodingCensus {
    /// Where the first byte is that UTF-8 does not allow.
    private(set) var firstBadUTF8: Position?
    private var firstChineseUTF8: Position?
    private(set) var hasNulls = false
    private var runs = 0
    private var chineseRuns = 0

    private var offset = 0
    private var line = 1
    private var run = Run()

    struct Position: Equatable {
        /// Bytes from the beginning, from 0.
        var offset: Int
        /// From 1.
        var line: Int
    }

    /// Bytes above ASCII without one of ASCII between.
    private struct Run {
        var start = 0
        /// Continuation bytes still to come.
        var pending = 0
        /// What the next continuation byte may be.
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        /// Whether every sequence so far was valid and a Chinese character (E3 to EF in three bytes).
        var isChinese = true
        var sequences = 0
        /// Bytes in it.
        var length = 0
    }

    mutating func take(_ block: UnsafeBufferPointer<UInt8>) {
        for byte in block {
            if byte < 0x80 {
                if run.length > 0 { endRun() }
                if byte == 0x0A { line += 1 } else if byte == 0 { hasNulls = true }
            } else {
                takeHigh(byte)
            }
            offset += 1
        }
    }

    mutating func finish() {
        if run.length > 0 { endRun() }
    }

    /// Where the text changes its encoding; nil where it is of one.
    var mixture: Position? {
        guard let firstBadUTF8, let firstChineseUTF8 else { return nil }
        guard chineseRuns >= 3, chineseRuns * 1000 >= runs else { return nil }
        return firstBadUTF8.offset > firstChineseUTF8.offset ? firstBadUTF8 : firstChineseUTF8
    }

    private mutating func takeHigh(_ byte: UInt8) {
        if run.length == 0 { run = Run(start: offset) }
        run.length += 1
        if run.pending > 0 {
            guard (run.low...run.high).contains(byte) else { return noteBad() }
            (run.low, run.high) = (0x80, 0xBF)
            run.pending -= 1
            if run.pending == 0 { run.sequences += 1 }
        } else {
            takeLead(byte)
        }
    }

    private mutating func takeLead(_ byte: UInt8) {
        (run.low, run.high) = (0x80, 0xBF)
        switch byte {
        case 0xC2...0xDF: run.pending = 1
        case 0xE0...0xEF: run.pending = 2
        case 0xF0...0xF4: run.pending = 3
        default: return noteBad()
        }
        if !(0xE2...0xEF).contains(byte) { run.isChinese = false }
        // No overlong forms, no surrogates, nothing beyond U+10FFFF.
        switch byte {
        case 0xE0: run.low = 0xA0
        case 0xED: run.high = 0x9F
        case 0xF0: run.low = 0x90
        case 0xF4: run.high = 0x8F
        default: break
        }
    }

    private mutating func noteBad() {
        run.isChinese = false
        run.pending = 0
        if firstBadUTF8 == nil { firstBadUTF8 = Position(offset: offset, line: line) }
    }

    private mutating func endRun() {
        if run.pending > 0 { noteBad() }
        runs += 1
        if run.isChinese, run.sequences >= 2 {
            chineseRuns += 1
            if firstChineseUTF8 == nil { firstChineseUTF8 = Position(offset: run.start, line: line) }
        }
        run = Run()
    }
}
