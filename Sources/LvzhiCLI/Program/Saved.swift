extension CommandContext {
    /// Says what was written and how to take it back.
    func saved(_ sentence: String, _ change: UInt64) {
        guard change > 0 else { return output.line("没有变化：登记库里已经是这样。") }
        output.line("\(sentence)。（撤销：lvzhi undo \(change)）")
    }
}
