import ArgumentParser

/// `lvzhi rulebook …`
struct RulebookCommand: ParsableCommand {
    static let configuration: CommandConfiguration = .command(
        "rulebook", also: ["考核办法"], "考核办法：检查、试算、采用、查看。",
        example: """
              lvzhi rulebook check 本县2024.yaml
              lvzhi rulebook test 本县2024.yaml
              lvzhi rulebook adopt 本县2024.yaml
            """,
        subcommands: [
            CheckRulebook.self, TestRulebook.self, AdoptRulebook.self, ListRulebooks.self, ShowRulebook.self,
            DiffRulebooks.self,
        ])
}
