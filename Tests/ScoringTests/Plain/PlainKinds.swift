/// The catalogue of kinds, read plainly: what a word under 类别 covers.
struct PlainKinds {
    struct Kind {
        var name: String
        /// 类型.
        var family: String
        /// Its own names and those of its groups.
        var words: Set<String>
        var isMandatory: Bool
    }

    let kinds: [Kind]
    private let byWord: [String: Int]

    init(yaml: String) throws {
        var kinds: [Kind] = []
        var byWord: [String: Int] = [:]
        for entry in try PlainText(yaml: yaml).each("类别") {
            let own = entry.words("名称") + entry.words("别名") + entry.words("键")
            for word in own { byWord[word] = kinds.count }
            kinds.append(
                Kind(
                    name: entry.text("名称") ?? "", family: entry.text("类型") ?? "",
                    words: Set(own + entry.words("归类")), isMandatory: entry.flag("必须参加") ?? false))
        }
        (self.kinds, self.byWord) = (kinds, byWord)
    }

    func kind(_ word: String) -> Kind? { byWord[word].map { kinds[$0] } }
}
