import DutyModel

/// Research trips, inspections, consultations, supervision and celebrations of 2024, as the work plan names them.
struct Fieldwork {
    let county: County
    var turnout: Turnout

    private struct Outing {
        var kind: String
        var title: String
        var day: CivilDay
        var until: CivilDay?
        var place: String
        var organizer: String
        var size: Int
    }

    private mutating func gather(_ outings: [Outing]) -> [Gathering] {
        outings.map { outing in
            let last = outing.until ?? outing.day
            let halfDays = outing.until == nil ? 1 : 2 * (range(outing.day, last).count)
            return Gathering(
                kind: outing.kind, title: outing.title, days: range(outing.day, last), halfDays: halfDays,
                place: outing.place, organizer: outing.organizer,
                seats: turnout.team(outing.size, of: county.seated(on: outing.day), halfDays: halfDays))
        }
    }

    /// 主席集体调研, 专题协商会, 主席集体视察, 一委一品, 宗教场所.
    mutating func research() -> [Gathering] {
        gather([
            Outing(
                kind: "主席集体调研", title: "“打造现代服务业发展”主席集体调研", day: day(2024, 4, 23), until: day(2024, 4, 24),
                place: "商务中心、物流园区", organizer: "县政协办公室", size: 24),
            Outing(
                kind: "专题协商会", title: "“打造现代服务业发展”专题协商会", day: day(2024, 6, 27), place: "县政府会议室", organizer: "县政协办公室",
                size: 36),
            Outing(
                kind: "主席集体视察", title: "和美乡村建设和农业龙头企业培育主席集体视察", day: day(2024, 7, 18), place: "石桥镇、青山乡",
                organizer: "县政协办公室", size: 30),
            Outing(
                kind: "主席集体视察", title: "民办中学办学兴校情况主席集体视察", day: day(2024, 10, 17), place: "育才中学等3所学校",
                organizer: "县政协办公室", size: 26),
            Outing(
                kind: "专题调研", title: "中医药传承发展专题调研", day: day(2024, 5, 22), place: "县中医院、柳河镇", organizer: "教科卫体委员会",
                size: 22),
            Outing(
                kind: "专题调研", title: "数字经济发展专题调研", day: day(2024, 5, 29), place: "新材料产业园", organizer: "经济委员会", size: 24),
            Outing(
                kind: "专题调研", title: "苗木花卉产业升级专题调研", day: day(2024, 6, 5), place: "花园镇苗木基地", organizer: "农业和农村委员会",
                size: 24),
            Outing(
                kind: "专题调研", title: "公共文化空间建设专题调研", day: day(2024, 6, 19), place: "县图书馆、城市书房", organizer: "文化文史和学习委员会",
                size: 20),
            Outing(
                kind: "专题调研", title: "养老服务保障体系建设专题调研", day: day(2024, 4, 17), place: "县社会福利中心", organizer: "社会和法制委员会",
                size: 20),
            Outing(
                kind: "专题调研", title: "宗教场所智能化建设情况调研", day: day(2024, 9, 5), place: "双塘镇", organizer: "民族宗教和港澳台侨委员会",
                size: 12),
            Outing(
                kind: "视察", title: "重点提案办理情况督办视察", day: day(2024, 9, 24), place: "老城片区", organizer: "提案委员会", size: 28),
        ])
    }

    /// One of the three groups of delegated supervision: members chosen once, three or four outings.
    struct Supervision {
        var unit: String
        var head: Int
        var members: [Int]
        var outings: [Gathering]
    }

    mutating func supervision() -> [Supervision] {
        let plan: [(String, [String])] = [
            ("县市场监管局", ["进驻座谈会", "药品零售监管暗访", "集贸市场食品安全走访", "监督建议反馈会"]),
            ("县投资促进中心", ["进驻座谈会", "签约项目落地走访", "监督建议反馈会"]),
            ("县产城控股集团", ["进驻座谈会", "安置房建设现场监督", "资产盘活专题座谈", "监督建议反馈会"]),
        ]
        var free = turnout.chance.shuffled(
            county.seated(on: day(2024, 4, 20)).filter {
                $0.diligence.rawValue >= Diligence.good.rawValue && !$0.isLeader
            })
        return plan.enumerated().map { number, entry in
            let group = Array(free.prefix(7))
            free.removeFirst(7)
            let outings = entry.1.enumerated().map { place, title in
                Gathering(
                    kind: "民主监督", title: "委派\(entry.0)民主监督小组\(title)",
                    days: DayRange(day(2024, 4 + place * 2, 25 - number * 3)), halfDays: 1, place: entry.0,
                    organizer: "委派民主监督第\(chinese(number + 1))小组", seats: turnout.expected(group))
            }
            return Supervision(unit: entry.0, head: group[0].index, members: group.map(\.index), outings: outings)
        }
    }

    /// 75 周年系列活动.
    mutating func anniversary() -> [Gathering] {
        gather([
            Outing(
                kind: "座谈会", title: "庆祝人民政协成立75周年座谈会", day: day(2024, 9, 20), place: "县会议中心", organizer: "县政协办公室",
                size: 60),
            Outing(
                kind: "学习培训", title: "人民政协理论宣讲", day: day(2024, 8, 29), place: "县会议中心",
                organizer: "县政协办公室", size: 90),
            Outing(
                kind: "参观考察", title: "县情发展成就参观考察", day: day(2024, 9, 26), place: "城市规划馆、产业园", organizer: "县政协办公室",
                size: 50),
            Outing(
                kind: "书画展", title: "“同心绘盛世”政协书画展", day: day(2024, 9, 28), place: "县文化馆", organizer: "县政协书画院", size: 34),
        ])
    }

    /// 常委读书班, 委员培训班, 机关专题学习.
    mutating func training() -> [Gathering] {
        let all = county.seated(on: day(2024, 7, 3))
        let reading = Gathering(
            kind: "学习培训", title: "政协常委读书班", days: range(day(2024, 7, 3), day(2024, 7, 4)), halfDays: 4,
            place: "县委党校", organizer: "县政协办公室", seats: turnout.expected(all.filter(\.isStanding), halfDays: 4))
        let course = Gathering(
            kind: "学习培训", title: "十一届县政协委员履职能力提升培训班", days: range(day(2024, 10, 29), day(2024, 10, 30)), halfDays: 4,
            place: "县委党校", organizer: "县政协委员工作室",
            seats: turnout.expected(
                turnout.volunteers(130, of: county.seated(on: day(2024, 10, 29))), halfDays: 4))
        return [reading, course]
    }

    /// 访企, 政企面对面.
    mutating func enterprises() -> [Gathering] {
        gather([
            Outing(
                kind: "走访", title: "“访委员、聚共识、促发展”走访恒远机电", day: day(2024, 3, 12), place: "示范县恒远机电有限公司",
                organizer: "经济委员会", size: 12),
            Outing(kind: "座谈会", title: "政企面对面座谈会", day: day(2024, 5, 9), place: "县工商联", organizer: "县政协办公室", size: 28),
            Outing(
                kind: "走访", title: "“访委员、聚共识、促发展”走访绿源食品", day: day(2024, 6, 6), place: "示范县绿源食品有限公司",
                organizer: "农业和农村委员会", size: 12),
            Outing(
                kind: "走访", title: "新能源汽车零部件企业走访", day: day(2024, 8, 8), place: "新材料产业园", organizer: "经济委员会", size: 14),
        ])
    }

    /// 民主评议 of local stations, one a township group.
    mutating func appraisals() -> [Gathering] {
        let stations = ["供电所", "市场监管所", "派出所", "税务分局", "自然资源所", "中心卫生院"]
        return Words.townships.enumerated().map { number, township in
            let date = day(2024, 10, 8 + number)
            let group = county.seated(on: date).filter { $0.township == number }
            return Gathering(
                kind: "民主评议", title: "\(township)\(stations[number % stations.count])民主评议", days: DayRange(date),
                halfDays: 1, place: township, organizer: "\(township)政协联络组", seats: turnout.team(8, of: group))
        }
    }

    /// 有事好商量: in halls of villages and streets.
    mutating func consultations() -> [Gathering] {
        let topics = [
            "老旧小区加装电梯", "村级道路拓宽", "农贸市场搬迁", "物业费收缴难", "校门口交通拥堵", "生活垃圾分类投放", "河道保洁长效管护", "村民饮水安全",
            "社区养老服务站选址", "电动自行车充电棚建设", "农田灌溉渠道清淤", "夜间广场噪声治理", "公交站点延伸", "闲置校舍利用", "苗木市场停车难", "居民小区飞线充电整治",
        ]
        return topics.enumerated().map { number, topic in
            let township = number % Words.townships.count
            let date = day(2024, 2 + number * 10 / topics.count, 5 + number)
            let group = county.seated(on: date).filter { $0.township == township }
            return Gathering(
                kind: "有事好商量", title: "“有事好商量”\(topic)协商会", days: DayRange(date), halfDays: 1,
                place: "\(Words.townships[township])协商议事厅", organizer: "\(Words.townships[township])政协联络组",
                topic: ["党政点题", "委员荐题", "群众出题"][number % 3],
                seats: turnout.volunteers(7, of: group).map { Seat(person: $0.index, marks: [.present]) })
        }
    }
}
