#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Small text files named on the command line.
enum TextFile {
    /// The largest file read whole: rulebooks and cases are a few pages.
    static let limit = 16 << 20

    /// The text of a UTF-8 file.
    static func read(_ path: String) throws(Failure) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannotOpen(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = systemRead(descriptor, &buffer)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw cannotOpen(path, errno) }
            if count == 0 { break }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw Failure(.failed, "“\(path)”太大。", advice: "请核对文件名。")
            }
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.findings, "“\(path)”不是 UTF-8 文本。", advice: "请用编辑器另存为 UTF-8 编码。")
        }
        return text
    }

    /// Whether there is something at a path.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func cannotOpen(_ path: String, _ code: Int32) -> Failure {
        switch code {
        case ENOENT, ENOTDIR: Failure(.failed, "没有文件“\(path)”。", advice: "请核对路径。")
        case EACCES, EPERM: Failure(.failed, "没有权限读“\(path)”。", advice: "请检查文件权限。")
        case EISDIR: Failure(.failed, "“\(path)”是目录，不是文件。", advice: "请写明里面的文件。")
        default: Failure(.failed, "读不了“\(path)”：\(String(cString: strerror(code)))。", advice: "请检查磁盘。")
        }
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    read(descriptor, &buffer, buffer.count)
}
