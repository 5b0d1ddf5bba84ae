/// Documents as JSON: one object with title, columns, rows and notes; or one line for each row.
enum JSONRendering {
    /// A single document is an object, several are an array of objects.
    static func write(_ documents: [TableDocument], to sink: ByteSink) throws(WriteError) {
        let objects = documents.map(object)
        let whole = objects.count == 1 ? objects[0] : .array(objects)
        try sink.write(whole.prettyText + "\n")
    }

    /// Rows only. Where there are several documents, each row says first which table it is of.
    static func writeLines(_ documents: [TableDocument], to sink: ByteSink) throws(WriteError) {
        for document in documents {
            for row in document.rows {
                var object = JSONObject()
                if documents.count > 1 { object["table"] = .string(document.title) }
                fill(&object, row, document.columns)
                try JSONLines.write(.object(object), to: sink)
            }
        }
    }

    private static func object(_ document: TableDocument) -> JSONValue {
        let columns = document.columns.map { column -> JSONValue in
            ["key": .string(column.key), "name": .string(column.name)]
        }
        let rows = document.rows.map { row -> JSONValue in
            var object = JSONObject()
            fill(&object, row, document.columns)
            return .object(object)
        }
        return [
            "title": .string(document.title), "columns": .array(columns), "rows": .array(rows),
            "notes": .array(document.notes.map(JSONValue.string)),
        ]
    }

    private static func fill(_ object: inout JSONObject, _ row: [Cell], _ columns: [TableColumn]) {
        for (index, column) in columns.enumerated() {
            object[column.key] = index < row.count ? column.json(row[index]) : .null
        }
    }
}
