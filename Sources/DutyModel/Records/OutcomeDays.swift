extension RecordContent {
    /// The day of 采用, 刊发 or 评选, where the family has one; else nil, and setting it does nothing.
    public var adoptedOn: CivilDay? {
        get {
            switch self {
            case .research(let content): content.adoptedOn
            case .opinionReport(let content): content.adoptedOn
            case .publication(let content): content.publishedOn
            case .proposal(let content): content.honouredOn
            default: nil
            }
        }
        set {
            switch self {
            case .research(var content):
                content.adoptedOn = newValue
                self = .research(content)
            case .opinionReport(var content):
                content.adoptedOn = newValue
                self = .opinionReport(content)
            case .publication(var content):
                content.publishedOn = newValue
                self = .publication(content)
            case .proposal(var content):
                content.honouredOn = newValue
                self = .proposal(content)
            default: break
            }
        }
    }

    /// The day of 批示, likewise.
    public var instructedOn: CivilDay? {
        get {
            switch self {
            case .research(let content): content.instructedOn
            case .opinionReport(let content): content.instructedOn
            case .proposal(let content): content.instructedOn
            default: nil
            }
        }
        set {
            switch self {
            case .research(var content):
                content.instructedOn = newValue
                self = .research(content)
            case .opinionReport(var content):
                content.instructedOn = newValue
                self = .opinionReport(content)
            case .proposal(var content):
                content.instructedOn = newValue
                self = .proposal(content)
            default: break
            }
        }
    }
}
