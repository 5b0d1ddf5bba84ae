/// What was asked on the command line.
struct Options {
    var names: [String] = []
    var members = 20_000
    /// A whole country, unless told to be smaller.
    var nation = 600_000
    var rounds = 15

    /// The numbers, to be given to another process.
    var numbers: [String] { ["--members", "\(members)", "--nation", "\(nation)", "--rounds", "\(rounds)"] }

    init(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let word = rest.popFirst() {
            switch word {
            case "--members": members = rest.popFirst().flatMap { Int($0) } ?? members
            case "--nation": nation = rest.popFirst().flatMap { Int($0) } ?? nation
            case "--rounds": rounds = rest.popFirst().flatMap { Int($0) } ?? rounds
            default: names.append(word)
            }
        }
    }
}

/// Why a measurement could not be made.
struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
