import KeyValueStore

extension StoreFormat {
    static func stored<T: Reading & ~Copyable>(in transaction: inout T) throws -> StoreFormat? {
        try value(key, in: &transaction)
    }
}

extension Store {
    /// The format record of a store of ours.
    func readFormat(path: String) throws -> StoreFormat {
        let found: StoreFormat?
        do {
            found = try read { try StoreFormat.stored(in: &$0) }
        } catch let error as DecodingError {
            throw OpenError.damaged(path: path, detail: "\(error)")
        }
        guard let found else { throw OpenError.notAStore(path: path, found: "没有格式记录") }
        guard found.application == schema.application else {
            throw OpenError.notAStore(path: path, found: found.application)
        }
        return found
    }

    /// Runs the step from `format` to the next in one transaction. Where another process was faster it does nothing.
    func migrate(from format: Int, path: String, as context: ChangeContext) throws {
        guard let step = schema.migrations.first(where: { $0.from == format }) else {
            throw OpenError.notAStore(path: path, found: "\(schema.application) \(format)")
        }
        var context = context
        context.action = "store.migrate"
        context.summary = "\(step.summary)（格式 \(format) → \(format + 1)）"
        try write(as: context) { transaction in
            guard var stored = try StoreFormat.stored(in: &transaction), stored.format == format else { return }
            transaction.isReversible = false
            try step.run(&transaction)
            stored.format = format + 1
            try stored.write(in: &transaction)
        }
    }
}
