/// The texts that cells refer to by number.
final class SharedStrings: PartHandler {
    private(set) var texts: [String] = []
    private var current: [UInt8] = []
    private var isInText = false
    private var phoneticDepth = 0
    let isDone = false

    init(_ part: ZipPart?) throws(ReadError) {
        if let part { try XMLPull.parse(part, self) }
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "si": current.removeAll(keepingCapacity: true)
        case "t": isInText = phoneticDepth == 0
        // The reading of the characters above, for Japanese: not part of the text.
        case "rPh": phoneticDepth += 1
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "si": texts.append(EscapedText.unescaped(String(decoding: current, as: UTF8.self)))
        case "t": isInText = false
        case "rPh": phoneticDepth -= 1
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText { current.append(contentsOf: bytes) }
    }
}
