import DutyModel
import Tabular

/// Sheets of what members wrote, taught and organised.
struct WorkSheets {
    let county: County
    private var names: NameForm { NameForm(county: county) }

    init(county: County) { self.county = county }

    private func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

    func research(_ reports: [ResearchReport]) -> SheetDraft {
        let headings = ["序号", "课题名称", "类别", "调研时间", "调研地点", "牵头单位", "执笔人", "课题组成员", "报告题目", "采纳情况", "批示情况", "备注"]
        var draft = SheetDraft("调研成果", width: headings.count)
        draft.title("2024年调研成果汇总表")
        draft.heading(headings)
        for (offset, report) in reports.enumerated() {
            let date = report.days.first
            draft.append([
                .integer(offset + 1), .text(report.title), .text(report.kind), DateForm.range(report.days, halfDays: 2),
                .text(report.sites),
                .text(report.organizer), .text(names.listed(report.drafter, on: date)),
                text(names.list(report.team, on: date)),
                .text(report.report), text(report.adopted), text(report.instructed),
            ])
        }
        return draft
    }

    func opinions(_ opinions: [Opinion]) -> SheetDraft {
        let headings = ["编号", "信息标题", "反映人", "界别", "报送日期", "采用情况", "批示情况"]
        var draft = SheetDraft("社情民意", width: headings.count)
        draft.append(headings.map { .text($0) })
        for (offset, opinion) in opinions.enumerated() {
            let date = [DateForm.iso, .slashes, .chinese, .dots][offset % 4].cell(opinion.day)
            draft.append([
                .text(opinion.number), .text(opinion.title), .text(names.list(opinion.authors, on: opinion.day)),
                .text(county.sectorName(of: county.people[opinion.authors[0]], on: opinion.day)), date,
                .text(opinion.adopted),
                text(opinion.instructed),
            ])
        }
        return draft
    }

    func lectures(_ lectures: [Lecture]) -> SheetDraft {
        let headings = ["期数", "讲座主题", "讲座时间", "地点", "主办单位", "主讲人", "主讲人界别", "听讲委员", "受众", "受众人数", "形式"]
        var draft = SheetDraft("委员讲堂", width: headings.count)
        draft.title("2024年“委员讲堂”登记表")
        draft.heading(headings)
        for (offset, lecture) in lectures.enumerated() {
            draft.append([
                .integer(offset + 1), .text(lecture.title), DateForm.varied(offset, lecture.day), .text(lecture.place),
                .text(lecture.organizer), .text(names.padded(county.people[lecture.speaker])),
                .text(county.sectorName(of: county.people[lecture.speaker], on: lecture.day)),
                text(names.list(lecture.listeners, on: lecture.day)), .text(lecture.audience),
                .integer(lecture.headcount),
                .text(lecture.online ? "线上" : "线下"),
            ])
        }
        draft.line("合计：\(lectures.count)期")
        return draft
    }

    func plan(_ plan: [PlanTopic]) -> SheetDraft {
        var draft = SheetDraft("年度协商计划", width: 5)
        draft.title("2024年界别年度协商计划")
        draft.heading(["界别", "序号", "协商议题", "计划月份", "牵头人"])
        let first = draft.nextRow
        for (offset, item) in plan.enumerated() {
            let lead = county.convener(ofSector: item.sector)?.name ?? ""
            draft.append([
                .text(Words.sectors[item.sector]), .integer(offset + 1), .text(item.topic), .text("\(item.month)月"),
                text(lead),
            ])
        }
        draft.mergeRuns(column: 0, from: first)
        return draft
    }

    func activities(_ activities: [SectorActivity], title: String) -> SheetDraft {
        let headings = ["序号", "界别", "活动名称", "活动时间", "活动地点", "召集人", "参加委员", "请假委员", "界别群众人数", "对应计划项目", "活动成效"]
        var draft = SheetDraft("界别活动", width: headings.count)
        draft.title(title)
        draft.heading(headings)
        for (offset, activity) in activities.enumerated() {
            let convener = county.convener(ofSector: activity.sector)
            let attendees = activity.attendees.map {
                names.listed($0, on: activity.day) + ($0 == convener?.index ? "（召集人）" : "")
            }
            draft.append([
                .integer(offset + 1), .text(Words.sectors[activity.sector]), .text(activity.title),
                DateForm.varied(offset, activity.day),
                .text(activity.place), text(convener?.name ?? ""),
                .text(attendees.joined(separator: ["、", "，", "\n"][offset % 3])),
                text(names.list(activity.excused, on: activity.day)), .integer(activity.publicHeads),
                text(activity.planTopic),
                text(activity.outcome),
            ])
        }
        return draft
    }

    /// One sheet for each kind of other duty, with the heading that kind needs.
    func others(_ duties: [OtherDuty]) -> [SheetDraft] {
        [
            others(duties, ["大会发言"], sheet: "大会发言", party: "会议", detail: "发言形式"),
            others(duties, ["文史资料", "宣传稿件"], sheet: "文史和宣传稿件", party: "刊发媒体", detail: "备注"),
            others(duties, ["心得文章"], sheet: "学习心得", party: "刊发媒体", detail: "备注"),
            others(duties, ["公益活动", "帮扶", "服务企业", "招商引资"], sheet: "公益和服务企业", party: "服务对象", detail: "成效"),
            others(duties, ["表彰"], sheet: "表彰", party: "表彰单位", detail: "备注"),
        ]
    }

    private func others(
        _ duties: [OtherDuty], _ kinds: Set<String>, sheet: String, party: String, detail: String
    ) -> SheetDraft {
        let headings = ["序号", "类别", "名称", "姓名", "界别", "时间", "级别", party, detail]
        var draft = SheetDraft(sheet, width: headings.count)
        draft.title("2024年委员履职登记表（\(sheet)）")
        draft.heading(headings)
        for (offset, duty) in duties.filter({ kinds.contains($0.kind) }).enumerated() {
            draft.append([
                .integer(offset + 1), .text(duty.kind), .text(duty.title), .text(names.list(duty.people, on: duty.day)),
                .text(county.sectorName(of: county.people[duty.people[0]], on: duty.day)),
                DateForm.varied(offset, duty.day),
                text(duty.level), text(duty.party), text(duty.detail),
            ])
        }
        return draft
    }
}
