/// One duty of the member as a worked example writes it, and everything that a condition may call it.
struct PlainRecord {
    var day: PlainDay
    /// The first recorded has the lowest number.
    var number: Int
    /// By condition: 环节: [提出, 立案].
    var words: [String: Set<String>]
    /// What happened to it later, by the word under 日期, and when; the day of the record where nobody wrote one.
    var nodes: [String: PlainDay] = [:]
    /// 共几个半天 and 到会半天.
    var held = 0
    var attended = 0
    /// 第几位 and 人数; 0 where order means nothing.
    var place = 0
    var people = 0

    /// Nobody knows whether the member came.
    var isUnknown: Bool { words["状态"] == ["未确认"] }
    var isThere: Bool { words["状态"]?.contains("到会") ?? false }
}

/// Reads records in the language of worked examples.
struct PlainRecordReader {
    let kinds: PlainKinds

    /// The records of a year, those without a day one a day from the first of March or the window's first.
    func records(_ written: [PlainText], free start: PlainDay) -> [PlainRecord] {
        var records: [PlainRecord] = []
        var free = start
        var number = 0
        for entry in written {
            let own = entry.text("日期").flatMap { PlainDay($0) }
            var day = own ?? free
            for _ in 0..<(entry.number("次数") ?? 1) {
                number += 1
                if let record = record(entry, day: day, number: number) { records.append(record) }
                day = day.next
            }
            if own == nil { free = day }
        }
        return records
    }

    /// Nil where the member has not confirmed: then it is no record of theirs.
    private func record(_ entry: PlainText, day: PlainDay, number: Int) -> PlainRecord? {
        guard entry.flag("确认") ?? true, let kind = kinds.kind(entry.text ?? entry.text("类别") ?? "") else { return nil }
        var record = PlainRecord(day: day, number: number, words: ["类别": kind.words])
        record.nodes = ["提交": day, "举行": day]
        let part = entry.text("身份") ?? usualPart(kind.family)
        record.words["身份"] = Set(PlainWords.part(part))
        record.words["邀请"] = [entry.text("邀请") ?? "委员"]
        attend(entry, kind, &record)
        order(entry, kind, part: PlainWords.part(part)[0], &record)
        describe(entry, kind, &record)
        return record
    }

    private func attend(_ entry: PlainText, _ kind: PlainKinds.Kind, _ record: inout PlainRecord) {
        let isHeld = ["会议活动", "委员讲堂", "界别活动"].contains(kind.family)
        let status = isHeld ? entry.words("状态").first ?? "出席" : "出席"
        record.words["状态"] = Set(PlainWords.status(status))
        record.words["必须参加"] = [
            (kind.family == "会议活动" ? entry.flag("必须参加") : nil) ?? kind.isMandatory ? "是" : "否"
        ]
        let held = !isHeld ? 0 : kind.family == "委员讲堂" ? 1 : entry.number("共几个半天") ?? 1
        record.held = held
        let told = entry.number("到会半天") ?? 0
        record.attended = !record.isThere ? 0 : isHeld && told == 0 ? held : told
        let isWhole = held > 0 && record.attended >= held && record.isThere && status != "早退"
        record.words["全程"] = [isWhole ? "是" : "否"]
    }

    private func order(_ entry: PlainText, _ kind: PlainKinds.Kind, part: String, _ record: inout PlainRecord) {
        guard ["提案", "调研成果", "社情民意", "大会发言", "稿件"].contains(kind.family) else { return }
        record.place = entry.number("第几位") ?? (["联名", "合作者"].contains(part) ? 2 : 1)
        record.people = max(record.place, entry.number("人数") ?? record.place)
    }

    private func describe(_ entry: PlainText, _ kind: PlainKinds.Kind, _ record: inout PlainRecord) {
        if kind.family == "提案" {
            record.words["形式"] = [entry.text("形式") ?? "个人"]
            let stages = entry["环节"].map { $0.fields.isEmpty ? $0.words : $0.fields.map(\.key) } ?? []
            record.words["环节"] = Set(stages + ["提出"])
            record.words["荣誉"] = Set(entry.words("荣誉"))
            for stage in stages + ["提出"] { record.nodes[stage] = entry["环节"]?.day(stage) ?? record.day }
            if !entry.words("荣誉").isEmpty { record.nodes["评选"] = entry.day("评选日期") ?? record.day }
        }
        let adopts = ["调研成果", "社情民意"].contains(kind.family)
        let written = entry.words(adopts ? "采用级别" : kind.family == "提案" ? "荣誉级别" : "级别")
        let levels = Set(written.flatMap(PlainWords.level))
        let mayBe = adopts || kind.family == "提案"
        let instructed = Set((mayBe ? entry.words("批示级别") : []).flatMap(PlainWords.level))
        for key in ["级别", "采用级别", "荣誉级别"] { record.words[key] = levels }
        record.words["批示级别"] = instructed
        if adopts, !levels.isEmpty {
            for word in ["采用", "采纳"] { record.nodes[word] = entry.day("采用日期") ?? record.day }
        }
        if !instructed.isEmpty { record.nodes["批示"] = entry.day("批示日期") ?? record.day }
        if kind.family == "稿件" { record.nodes["刊发"] = entry.day("刊发日期") ?? record.day }
        var flags = ["采用": adopts && !levels.isEmpty, "批示": !instructed.isEmpty]
        let possible = [
            "口头": ["大会发言"], "线上": ["会议活动", "委员讲堂"], "计划内": ["界别活动"], "满意": ["提案"],
        ]
        for flag in ["口头", "线上", "佐证", "满意", "计划内", "调研基础", "同一成果"] {
            flags[flag] = (entry.flag(flag) ?? false) && possible[flag]?.contains(kind.family) ?? true
        }
        for (flag, value) in flags { record.words[flag] = [value ? "是" : "否"] }
    }

    private func usualPart(_ family: String) -> String {
        switch family {
        case "会议活动", "界别活动": "参加"
        case "委员讲堂": "听众"
        case "提案": "第一提案人"
        case "调研成果": "课题组成员"
        case "表彰": "受表彰"
        case "公益服务": "承办"
        default: "作者"
        }
    }
}
