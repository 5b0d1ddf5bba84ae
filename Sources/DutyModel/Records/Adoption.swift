/// One adoption or instruction of a report: by which level, by whom and when.
public struct Adoption: Hashable, Sendable {
    /// One level.
    public var level: LevelSet
    /// 批示; otherwise 采用, 采纳.
    public var isInstruction: Bool
    public var day: CivilDay?
    /// 采用单位, 批示领导, as written.
    public var by: String

    public init(_ level: LevelSet, isInstruction: Bool = false, day: CivilDay? = nil, by: String = "") {
        self.level = level
        self.isInstruction = isInstruction
        self.day = day
        self.by = by
    }
}

extension [Adoption] {
    /// The levels that adopted, or instructed.
    public func levels(ofInstructions isInstruction: Bool) -> LevelSet {
        reduce(into: []) { if $1.isInstruction == isInstruction { $0.formUnion($1.level) } }
    }

    /// The first day of all that adopted, or instructed, or a day told otherwise where that is earlier.
    public func firstDay(ofInstructions isInstruction: Bool, orEarlier told: CivilDay?) -> CivilDay? {
        (filter { $0.isInstruction == isInstruction }.compactMap(\.day) + (told.map { [$0] } ?? [])).min()
    }

    /// Adds one, or puts what is said of the same level over what was there.
    public mutating func take(_ new: Adoption) {
        guard let place = firstIndex(where: { $0.level == new.level && $0.isInstruction == new.isInstruction }) else {
            append(new)
            return
        }
        if let day = new.day { self[place].day = day }
        if !new.by.isEmpty { self[place].by = new.by }
    }
}
