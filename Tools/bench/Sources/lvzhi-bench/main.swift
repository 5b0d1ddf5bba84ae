// Measures the product beside its peers in the same run:
//     swift run -c release --package-path Tools/bench lvzhi-bench [scan|profiles|score|activity|import] [--members N]
import LMDBEngine

let options = Options(CommandLine.arguments.dropFirst())
#if DEBUG
    print("这是调试版，数字没有意义；请加 -c release。\n")
#endif
let benches: [(name: String, run: (Options) throws -> [Figure])] = [
    ("scan", ScanBench.run), ("profiles", ProfileBench.run), ("score", ScoreBench.run),
    ("activity", ActivityBench.run), ("import", ImportBench.run),
]
let chosen = benches.filter { options.names.isEmpty || options.names.contains($0.name) }
guard !chosen.isEmpty else {
    print("可选：\(benches.map(\.name).joined(separator: "、"))")
    throw Failure("没有这一项：\(options.names.joined(separator: "、"))")
}
print(
    "\(Environment.libraryVersion)，SQLite \(ProfileBench.peerVersion)；\(options.members) 名委员，每人每年 100 条，取 \(options.rounds) 轮中位数\n"
)
for bench in chosen { Table.show(try bench.run(options), title: bench.name) }
