import Glibc

/// What the command line asks for.
struct Options {
    static let usage = "用法：sample-county --output 文件夹 [--seed 2024] [--bad] [--scale 行数]"

    var seed: UInt64 = 2024
    var output = ""
    /// Also the folder `bad`: one mistake a file.
    var bad = false
    /// Also a long sign-in list of so many rows, as a workbook and as CSV.
    var scale = 0

    init(_ arguments: some Sequence<String>) throws {
        var rest = Array(arguments)[...]
        while let word = rest.popFirst() {
            switch word {
            case "--seed": seed = try Options.number(rest.popFirst(), of: word)
            case "--output", "-o": output = rest.popFirst() ?? ""
            case "--bad": bad = true
            case "--scale": scale = Int(try Options.number(rest.popFirst(), of: word))
            default: throw SampleError.usage("不认识的选项：\(word)")
            }
        }
        guard !output.isEmpty else { throw SampleError.usage("要用 --output 说明写到哪个文件夹") }
    }

    private static func number(_ text: String?, of option: String) throws -> UInt64 {
        guard let text, let number = UInt64(text), number <= 1_000_000_000 else {
            throw SampleError.usage("\(option) 后面要写一个数")
        }
        return number
    }

    func run() throws {
        let office = Office(seed: seed)
        try office.write(to: try folder(output))
        if bad { try BadFiles(office: office).write(to: try folder(output + "/bad")) }
        if scale > 0 { try LongSignIn(office: office, rows: scale).write(to: try folder(output + "/scale")) }
    }

    private func folder(_ path: String) throws -> Files {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw SampleError.cannotWrite(path) }
        return Files(folder: path)
    }
}
