/// Gives every sheet a name that spreadsheet programs accept and that is its own.
struct SheetNames {
    private var used: Set<String> = []
    /// UTF-16 units, as Excel counts.
    private static let limit = 31

    mutating func claim(_ wanted: String) -> String {
        let base = SheetNames.cleaned(wanted)
        var name = base
        var number = 2
        while !used.insert(name.lowercased()).inserted {
            let suffix = "(\(number))"
            name = SheetNames.cut(base, to: SheetNames.limit - suffix.utf16.count) + suffix
            number += 1
        }
        return name
    }

    private static func cleaned(_ text: String) -> String {
        let forbidden: Set<Character> = ["/", "\\", "[", "]", ":", "*", "?"]
        var name = String(
            text.map { character in
                let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
                return isControl || forbidden.contains(character) ? "_" : character
            })
        // An apostrophe at either end would end the name in a formula.
        if name.first == "'" { name = "_" + name.dropFirst() }
        if name.last == "'" { name = name.dropLast() + "_" }
        name = cut(name, to: limit)
        if name.allSatisfy({ $0 == " " }) { return "Sheet" }
        // Excel keeps this name for itself.
        return name.lowercased() == "history" ? name + "_" : name
    }

    private static func cut(_ name: String, to limit: Int) -> String {
        var name = name
        while name.utf16.count > limit { name.removeLast() }
        return name
    }
}
