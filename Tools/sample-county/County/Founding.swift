import DutyModel

/// Makes the people of the county.
struct Founding {
    var chance: SeededGenerator
    /// The two names given twice by hand are taken from the start.
    private var usedNames: Set<String> = ["张敏", "王磊"]

    init(chance: SeededGenerator) { self.chance = chance }

    mutating func county() -> County {
        var people: [Person] = []
        for (sector, size) in Words.sectorSizes.enumerated() {
            for _ in 0..<size { people.append(person(index: people.count, sector: sector)) }
        }
        appointConveners(&people)
        appointLeaders(&people)
        appointStanding(&people)
        appointCommitteesAndTownships(&people)
        shareNames(&people)
        comeAndGo(&people)
        return County(people: people)
    }

    private mutating func person(index: Int, sector: Int) -> Person {
        let name = Words.sectors[sector]
        let woman = chance.chance(name == "妇联界" ? 1000 : 300)
        let minority = name == "少数民族和宗教界" ? chance.chance(800) : chance.chance(30)
        let unit = chance.pick(Words.units(of: name))
        return Person(
            index: index, number: "SF11" + padded(index + 1, 3), name: freshName(woman: woman), woman: woman,
            ethnicity: minority ? chance.pick(Words.minorities) : "汉族",
            birthday: day(chance.number(in: 1961...1992), chance.number(in: 1...12), chance.number(in: 1...28)),
            party: Words.parties[name] ?? (chance.chance(350) ? "中共党员" : "群众"), unit: unit,
            post: chance.pick(Words.posts(of: unit)), phone: "1990000" + padded(1000 + index * 7, 4),
            education: chance.pick(["大学", "大学", "研究生", "大专"]), sector: sector,
            committee: chance.number(in: 0...(Words.committees.count - 1)),
            township: chance.chance(620) ? chance.number(in: 0...(Words.townships.count - 1)) : nil,
            joined: County.termDays.first, diligence: diligence())
    }

    private mutating func diligence() -> Diligence {
        switch chance.number(in: 0...999) {
        case ..<20: .none
        case ..<100: .little
        case ..<280: .fair
        case ..<800: .good
        default: .excellent
        }
    }

    /// A name nobody has yet.
    private mutating func freshName(woman: Bool) -> String {
        while true {
            let surname = chance.chance(12) ? chance.pick(Words.doubleSurnames) : chance.pick(Words.surnames)
            let characters = woman ? Words.womanly : Words.manly
            let first = chance.pick(characters)
            let second = chance.pick(characters)
            let name = surname + (chance.chance(250) || first == second ? first : first + second)
            if usedNames.insert(name).inserted { return name }
        }
    }

    private func appointConveners(_ people: inout [Person]) {
        for sector in Words.sectors.indices {
            let members = people.indices.filter { people[$0].sector == sector }
            people[members[0]].sectorRole = .convener
            people[members[1]].sectorRole = .deputyConvener
            people[members[0]].diligence = .excellent
            if people[members[1]].diligence.rawValue < Diligence.good.rawValue { people[members[1]].diligence = .good }
        }
    }

    /// One 主席, five 副主席, one 秘书长: from 中共界 and the parties, none of them a convener.
    private func appointLeaders(_ people: inout [Person]) {
        let byName = Dictionary(uniqueKeysWithValues: Words.sectors.enumerated().map { ($1, $0) })
        func member(_ sector: String, _ place: Int) -> Int {
            people.indices.filter { people[$0].sector == byName[sector] }[place]
        }
        let seats: [(Role, Int)] = [
            (.chair, member("中共界", 2)), (.viceChair, member("中共界", 3)), (.viceChair, member("中共界", 4)),
            (.viceChair, member("民盟界", 2)), (.viceChair, member("农工党界", 2)), (.viceChair, member("工商联界", 2)),
            (.secretaryGeneral, member("中共界", 5)),
        ]
        for (role, index) in seats {
            people[index].role = role
            people[index].unit = "县政协"
            people[index].post = role.label
            people[index].diligence = .excellent
        }
    }

    /// 38 常委 beside the leaders: every convener, then others.
    private mutating func appointStanding(_ people: inout [Person]) {
        let conveners = people.indices.filter { people[$0].sectorRole == .convener }
        let others = people.indices.filter {
            people[$0].role == .member && people[$0].sectorRole == .belongs
                && people[$0].diligence.rawValue >= Diligence.fair.rawValue
        }
        for index in conveners + chance.sample(38 - conveners.count, of: others) { people[index].role = .standing }
    }

    private mutating func appointCommitteesAndTownships(_ people: inout [Person]) {
        for committee in Words.committees.indices {
            let candidates = people.indices.filter {
                people[$0].role == .standing && people[$0].committeeRole == .belongs
            }
            for (index, role) in zip(chance.sample(2, of: candidates), [Role.director, .deputyDirector]) {
                people[index].committee = committee
                people[index].committeeRole = role
            }
        }
        for index in people.indices where chance.chance(90) {
            let second = chance.number(in: 0...(Words.committees.count - 1))
            if second != people[index].committee { people[index].secondCommittee = second }
        }
        for township in Words.townships.indices {
            if let index = people.indices.first(where: { people[$0].township == township && !people[$0].isLeader }) {
                people[index].townshipRole = .groupLeader
            }
        }
    }

    /// Two pairs of the same name, in different sectors and units.
    private func shareNames(_ people: inout [Person]) {
        func ordinary(_ sector: String) -> Int? {
            people.indices.last { Words.sectors[people[$0].sector] == sector && people[$0].role == .member }
        }
        for (name, sectors) in [("张敏", ["教育界", "医药卫生界"]), ("王磊", ["工商联界", "科学技术界"])] {
            for sector in sectors {
                guard let index = ordinary(sector) else { continue }
                people[index].name = name
                people[index].woman = name == "张敏" && sector == "教育界"
                people[index].diligence = .good
            }
        }
    }

    /// Those who came, left or changed sector during 2024.
    private mutating func comeAndGo(_ people: inout [Person]) {
        let ordinary = chance.shuffled(
            people.indices.filter {
                people[$0].role == .member && people[$0].sectorRole == .belongs && people[$0].name.count == 3
                    && people[$0].committeeRole == .belongs && people[$0].townshipRole == .belongs
                    && people[$0].diligence.rawValue >= Diligence.fair.rawValue
            })
        for index in ordinary[0..<4] { people[index].joined = day(2024, 5, 16) }
        for (index, last) in zip(ordinary[4..<7], [day(2024, 3, 28), day(2024, 8, 22), day(2024, 8, 22)]) {
            people[index].left = last
        }
        for index in ordinary[7..<9] {
            let others = Words.sectors.indices.filter { $0 != people[index].sector }
            people[index].move = (day(2024, 6, 1), chance.pick(others))
        }
    }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
