extension CommandContext {
    /// Says what was written and how to take it back.
    func saved(_ sentence: String, _ change: UInt64) {
        output.line("\(sentence)。（撤销：lvzhi undo \(change)）")
    }
}
