// Measures the product beside its peers in the same run:
//     swift run -c release --package-path Tools/bench lvzhi-bench [scan|profiles|score|nation|explain|activity|import]
//         [--members N] [--nation N] [--rounds N]
import LMDBEngine

let options = Options(CommandLine.arguments.dropFirst())
let benches: [(name: String, run: (Options) throws -> [Figure])] = [
    ("scan", ScanBench.run), ("profiles", ProfileBench.run), ("score", ScoreBench.run),
    ("nation", NationBench.run), ("explain", ExplainBench.run),
    ("activity", ActivityBench.run), ("import", ImportBench.run),
]
let names = options.names.isEmpty ? benches.map(\.name) : options.names

if names.count > 1 {
    // Each in a process of its own, so that none is measured with the memory of another.
    for name in names { try OwnProcess.run([name] + options.numbers) }
} else if let bench = benches.first(where: { names.contains($0.name) }) {
    #if DEBUG
        print("这是调试版，数字没有意义；请加 -c release。")
    #endif
    Table.show(
        try bench.run(options),
        title:
            "\(bench.name)：\(bench.name == "import" ? "" : "\(options.rounds) 轮中位数，")\(Environment.libraryVersion)，SQLite \(ProfileBench.peerVersion)"
    )
} else {
    print("没有“\(names.joined(separator: "、"))”这一项；可选：\(benches.map(\.name).joined(separator: "、"))")
}
