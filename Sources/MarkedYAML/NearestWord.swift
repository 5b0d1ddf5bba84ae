/// Finds the known word that someone most likely meant.
public enum NearestWord {
    /// The known word with the fewest single-character edits, where they are few for its length; the first of equals.
    public static func of(_ word: String, in known: [String]) -> String? {
        let characters = Array(word)
        guard !characters.isEmpty else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in known {
            let distance = editDistance(characters, Array(candidate))
            if distance < (best?.distance ?? .max) { best = (candidate, distance) }
        }
        guard let best, best.distance <= max(1, min(characters.count, best.word.count) / 2) else { return nil }
        return best.word
    }

    /// How many insertions, deletions, changes and swaps of neighbours turn one into the other.
    static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let change = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                var cost = min(previous[column] + 1, current[column - 1] + 1, change)
                let swapped =
                    row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
                if swapped { cost = min(cost, beforePrevious[column - 2] + 1) }
                current.append(cost)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
