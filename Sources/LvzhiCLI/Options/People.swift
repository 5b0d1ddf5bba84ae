/// Lists of people as typed: `--except 张三,李四`.
enum People {
    /// The words of several arguments, separated by 、 or commas or blanks.
    static func words(_ arguments: [String]) -> [String] {
        arguments.flatMap { $0.split { "、,，;； \n".contains($0) }.map(String.init) }
    }
}
