internal import CExpat

/// What a reader of one kind of part does with its elements. Names come without their prefix.
protocol PartHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes)
    func end(_ name: XMLName)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
    /// Whether the reader has seen enough; asked after every element.
    var isDone: Bool { get }
}

/// An element's or attribute's name as bytes, without prefix: no String is made for the thousands that are not ours.
struct XMLName {
    let base: UnsafePointer<CChar>

    /// Steps behind a namespace prefix.
    init(_ text: UnsafePointer<CChar>) {
        var base = text
        var cursor = text
        while cursor.pointee != 0 {
            if cursor.pointee == 0x3A { base = cursor + 1 }
            cursor += 1
        }
        self.base = base
    }

    static func == (name: XMLName, text: StaticString) -> Bool {
        let expected = UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
        var index = 0
        while index < text.utf8CodeUnitCount {
            guard name.base[index] == expected[index] else { return false }
            index += 1
        }
        return name.base[index] == 0
    }

    static func ~= (text: StaticString, name: XMLName) -> Bool { name == text }
}

/// The attributes of an element; valid only inside the handler's call.
struct XMLAttributes {
    let base: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

    /// The value of an attribute as C text; nil where it is not there.
    func pointer(_ name: StaticString) -> UnsafePointer<CChar>? {
        guard var cursor = base else { return nil }
        while let key = cursor[0] {
            if XMLName(key) == name { return cursor[1] }
            cursor += 2
        }
        return nil
    }

    subscript(name: StaticString) -> String? { pointer(name).map { String(cString: $0) } }

    /// A whole number; nil where there is none or it is no number.
    func integer(_ name: StaticString) -> Int? {
        guard var cursor = pointer(name), cursor.pointee != 0 else { return nil }
        var value = 0
        while cursor.pointee != 0 {
            guard (0x30...0x39).contains(cursor.pointee), value < 1 << 40 else { return nil }
            value = value * 10 + Int(cursor.pointee - 0x30)
            cursor += 1
        }
        return value
    }

    /// `1` or `true`.
    func flag(_ name: StaticString) -> Bool {
        guard let value = pointer(name) else { return false }
        return XMLName(value) == "1" || XMLName(value) == "true"
    }
}

/// Pushes a part through expat into a handler, block by block.
final class XMLPull {
    private static let blockSize: Int32 = 1 << 16
    private let part: ZipPart
    private let parser: XML_Parser
    private let state: State

    /// What the callbacks reach through expat's user data.
    fileprivate final class State {
        let handler: any PartHandler
        let parser: XML_Parser
        var sawDoctype = false
        init(_ handler: any PartHandler, _ parser: XML_Parser) { (self.handler, self.parser) = (handler, parser) }
    }

    private init(_ part: ZipPart, _ handler: any PartHandler) throws(ReadError) {
        guard let parser = XML_ParserCreate(nil) else { throw .system(code: 0, message: "内存不足") }
        (self.part, self.parser, state) = (part, parser, State(handler, parser))
        XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
        XML_SetElementHandler(parser, startElement, endElement)
        XML_SetCharacterDataHandler(parser, characterData)
        XML_SetStartDoctypeDeclHandler(parser, startDoctype)
    }

    deinit { XML_ParserFree(parser) }

    /// Reads a whole part, or until the handler is done.
    static func parse(_ part: ZipPart, _ handler: any PartHandler) throws(ReadError) {
        let pull = try XMLPull(part, handler)
        while try pull.step() {}
    }

    /// Parses one block; false at the end.
    private func step() throws(ReadError) -> Bool {
        guard let buffer = XML_GetBuffer(parser, XMLPull.blockSize) else {
            throw .system(code: 0, message: "内存不足")
        }
        let count = try part.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(XMLPull.blockSize)))
        let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
        if state.sawDoctype { throw .entity(part: part.name) }
        if state.handler.isDone { return false }
        if status != XML_STATUS_OK { throw parseError() }
        return count > 0
    }

    private func parseError() -> ReadError {
        let code = XML_GetErrorCode(parser)
        let text = XML_ErrorString(code).map { String(cString: $0) } ?? "\(code.rawValue)"
        let line = XML_GetCurrentLineNumber(parser)
        let column = XML_GetCurrentColumnNumber(parser)
        return .damaged(part: part.name, detail: "第 \(line) 行第 \(column + 1) 列：\(text)")
    }
}

private func state(_ data: UnsafeMutableRawPointer?) -> XMLPull.State? {
    data.map { Unmanaged<XMLPull.State>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
    guard let state = state(data), let name else { return }
    state.handler.start(XMLName(name), XMLAttributes(base: attributes))
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
    guard let state = state(data), let name else { return }
    state.handler.end(XMLName(name))
    if state.handler.isDone { XML_StopParser(state.parser, 0) }
}

private func characterData(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard let state = state(data), let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        state.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
}

/// Stops at once: a flag alone would let expat go through the rest of the block, entities and all.
private func startDoctype(
    _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _ system: UnsafePointer<XML_Char>?,
    _ publicId: UnsafePointer<XML_Char>?, _ hasInternal: Int32
) {
    guard let state = state(data) else { return }
    state.sawDoctype = true
    XML_StopParser(state.parser, 0)
}
