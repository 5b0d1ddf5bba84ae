import ArgumentParser

/// `lvzhi`.
struct Root: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lvzhi",
        abstract: "县政协委员履职记录与年度履职档案。",
        discussion: """
            一处登记、逐条有据：记下委员做了什么，按考核办法算出得分，每一分都说得出理由。

            示例：
              lvzhi init --committee 政协某县委员会 --term 11 --from 2021-12-20 --to 2026-12-31
              lvzhi import 委员名册.xlsx 签到表.xlsx
              lvzhi activity add --sector 教育界 --title 走访乡村学校 --date 2024-05-12 --all
              lvzhi report profile 张三 --year 2024

            委员和召集人用自己的账号：lvzhi claim add …… --as 张三（或环境变量 LVZHI_AS=张三）；能办什么见 lvzhi account permissions。
            登记库由 --store 或环境变量 LVZHI_STORE 指定，都没有时是当前目录的 履职.lvzhi。
            退出码：0 成功，1 没有办成，2 命令写得不对，3 数据有问题，4 没有权限，5 已经有了或后来又改过，6 登记库不能用。
            命令补全：lvzhi completion bash（或 zsh、fish）。
            """,
        version: Version.text,
        groupedSubcommands: [
            CommandGroup(
                name: "人员",
                subcommands: [InitCommand.self, MemberCommand.self, SectorCommand.self, AccountCommand.self]),
            CommandGroup(
                name: "登记",
                subcommands: [
                    ActivityCommand.self, EventCommand.self, AttendCommand.self, ProposalCommand.self,
                    ResearchCommand.self, LectureCommand.self, OpinionCommand.self, PlanCommand.self,
                    SeriesCommand.self, LinkCommand.self,
                    OtherCommand.self, KindCommand.self, EvidenceCommand.self,
                ]),
            CommandGroup(
                name: "审核", subcommands: [ClaimCommand.self, ReviewCommand.self, ObjectionCommand.self]),
            CommandGroup(
                name: "考核",
                subcommands: [YearCommand.self, ScoreCommand.self, ReportCommand.self, RulebookCommand.self]),
            CommandGroup(
                name: "数据",
                subcommands: [
                    ImportCommand.self, ExportCommand.self, LogCommand.self, UndoCommand.self, CheckCommand.self,
                    BackupCommand.self, CompletionCommand.self,
                ]),
        ],
        helpNames: [.customLong("help"), .customShort("h")])
}
