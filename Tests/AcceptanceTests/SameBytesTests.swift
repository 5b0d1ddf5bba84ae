import Foundation
import Testing

/// The same store answers with the same bytes, whatever the language and the clock of who asks, in every process.
@Suite("the same bytes") struct SameBytesTests {
    /// Surroundings in which dates, numbers, capitals and the order of words are otherwise.
    private static let surroundings = [
        "LC_ALL=C LANG=C TZ=UTC", "LC_ALL=zh_CN.UTF-8 TZ=Asia/Shanghai", "LC_ALL=tr_TR.UTF-8 TZ=Pacific/Kiritimati",
        "LANG=de_DE.UTF-8 TZ=America/New_York", "LC_ALL=ar_EG.UTF-8 LANGUAGE=ar TZ=Pacific/Pago_Pago",
    ]

    @Test("for scores, explanations and rankings, in every locale and time zone")
    func surroundings() throws {
        let runner = try StoryRunner()
        defer { runner.finish() }
        let script = """
            for who in SF11006 SF11023 SF11103 SF11155 SF11232 SF11250; do
              lvzhi score explain $who --year 2024 --format json
              lvzhi score show $who --year 2024 --format json
              lvzhi score show $who --year 2024 --half 1 --format csv
            done
            lvzhi report ranking --year 2024 --format jsonl
            lvzhi score compare --rulebook sample-county/2024 --rulebook hefei/2015 --year 2024 --format json
            """
        try Data(script.utf8).write(to: runner.directory.appending(path: "问.sh"))
        for command in [
            "sample-county --seed 2024 --output 表格",
            "lvzhi init --committee 政协示范县委员会 --term 11 --from 2022-01-10 --to 2026-12-31", "lvzhi import 表格/*",
            "lvzhi rulebook adopt sample-county/2024",
        ] {
            let answer = try runner.run(command)
            #expect(answer.status == 0, "\(command): \(answer.errors)")
        }
        for (number, surroundings) in Self.surroundings.enumerated() {
            let answer = try runner.run("\(surroundings) sh -e 问.sh > 答\(number)")
            #expect(answer.status == 0, "\(surroundings): \(answer.errors)")
            #expect(try runner.run("cmp 答0 答\(number)").status == 0, "\(surroundings)")
        }
        #expect(try runner.run("test $(wc -c < 答0) -gt 100000").status == 0)
    }
}
