import DutyModel

extension Workshop {
    /// 大会发言, 文史和宣传稿件, 学习心得, 公益和服务企业, 表彰.
    mutating func otherDuties() -> [OtherDuty] {
        speeches() + publications() + essays() + services() + commendations()
    }

    private mutating func doer(on date: CivilDay) -> Int {
        let seated = county.seated(on: date).filter { $0.diligence != .none && $0.diligence != .little }
        var person = turnout.chance.pick(seated)
        while !turnout.chance.chance(person.diligence.initiative) { person = turnout.chance.pick(seated) }
        return person.index
    }

    private mutating func speeches() -> [OtherDuty] {
        Themes.all.prefix(16).enumerated().map { number, theme in
            let date = day(2024, 1, 18)
            return OtherDuty(
                kind: "大会发言", title: "\(theme.matter)的思考与建议", people: [doer(on: date)], day: date, party: "十一届三次全会",
                detail: number < 8 ? "口头" : "书面")
        }
    }

    private mutating func publications() -> [OtherDuty] {
        (0..<36).map { number in
            let date = day(2024, 2 + number * 10 / 36, 1 + number % 28)
            let title = Themes.articles[number % Themes.articles.count] + "（\(chinese(number / 10 + 1))）"
            let media = [("县政协公众号", "县"), ("示范日报", "县"), ("市政协网站", "市"), ("市政协《协商》杂志", "市"), ("省政协网站", "省")]
            let medium = media[turnout.chance.number(in: 0...(media.count - 1))]
            return OtherDuty(
                kind: number % 3 == 0 ? "文史资料" : "宣传稿件", title: title, people: [doer(on: date)], day: date,
                level: medium.1, party: medium.0)
        }
    }

    private mutating func essays() -> [OtherDuty] {
        (0..<40).map { number in
            let date = day(2024, number % 2 == 0 ? 7 : 11, 5 + number % 20)
            let title = number % 2 == 0 ? "读书班学习心得" : "培训班学习心得"
            return OtherDuty(
                kind: "心得文章", title: "\(title)（\(chinese(number / 2 + 1))）", people: [doer(on: date)], day: date)
        }
    }

    private mutating func services() -> [OtherDuty] {
        let matters = [
            ("公益活动", "爱心助学", "困难学生"), ("公益活动", "义诊服务", "社区居民"), ("帮扶", "结对帮扶困难户", "困难群众"), ("服务企业", "协调企业用工", "恒远机电"),
            ("公益活动", "捐赠图书", "乡村小学"), ("服务企业", "项目包联", "绿源食品"), ("招商引资", "引荐产业链项目", "新材料产业园"), ("公益活动", "敬老慰问", "敬老院"),
        ]
        return (0..<96).map { number in
            let date = day(2024, 1 + number * 12 / 96, 1 + number % 28)
            let matter = matters[number % matters.count]
            let first = doer(on: date)
            let second = number % 5 == 0 ? [doer(on: date)].filter { $0 != first } : []
            return OtherDuty(
                kind: matter.0, title: "\(matter.1)（\(Words.townships[number % 12])）", people: [first] + second,
                day: date,
                party: matter.2, detail: number % 4 == 0 ? "已落实" : "")
        }
    }

    private mutating func commendations() -> [OtherDuty] {
        let honours = [
            ("县优秀政协委员", "县", "县政协"), ("县劳动模范", "县", "县委、县政府"), ("市科技进步奖", "市", "市政府"), ("市先进工作者", "市", "市总工会"),
            ("省劳动模范", "省", "省政府"), ("全国乡村振兴先进个人", "国家", "农业农村部"),
        ]
        return (0..<14).map { number in
            let honour = honours[number < 6 ? number : number % 3]
            let date = day(2024, 1 + number % 12, 15)
            return OtherDuty(
                kind: "表彰", title: honour.0, people: [doer(on: date)], day: date, level: honour.1, party: honour.2)
        }
    }
}
