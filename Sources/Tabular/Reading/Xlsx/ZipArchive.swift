internal import CZip

/// The parts of a workbook file, found by name whatever slashes and capitals their writer used.
final class ZipArchive {
    private let archive: OpaquePointer
    private var places: [String: UInt64] = [:]
    let limits: ReadLimits
    private static let mostParts = 100_000

    init(path: String, limits: ReadLimits) throws(ReadError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw ZipArchive.openError(code) }
        self.archive = archive
        self.limits = limits
        let count = zip_get_num_entries(archive, 0)
        guard (0...ZipArchive.mostParts).contains(Int(count)) else {
            throw .damaged(part: "zip", detail: "\(count) 个部件")
        }
        for index in 0..<UInt64(count) {
            guard let name = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
            places[ZipArchive.key(String(cString: name))] = index
        }
    }

    deinit { zip_discard(archive) }

    private static func openError(_ code: Int32) -> ReadError {
        switch code {
        case ZIP_ER_NOENT: .missing
        // The directory of a zip is at its end.
        case ZIP_ER_NOZIP, ZIP_ER_EOF, ZIP_ER_INCONS, ZIP_ER_READ, ZIP_ER_SEEK: .cut
        case ZIP_ER_OPEN: .notPermitted
        default: .damaged(part: "zip", detail: "libzip \(code)")
        }
    }

    func contains(_ name: String) -> Bool { places[ZipArchive.key(name)] != nil }

    /// Whether a name begins so, for telling other kinds of packages.
    func hasPart(beginning prefix: String) -> Bool { places.keys.contains { $0.hasPrefix(prefix) } }

    /// Opens a part; nil where there is none of that name. `limit` is what it may unpack to, where less than usual.
    func open(_ name: String, limit: Int = .max) throws(ReadError) -> ZipPart? {
        guard let index = places[ZipArchive.key(name)] else { return nil }
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damaged(part: name, detail: "目录损坏") }
        guard let file = zip_fopen_index(archive, index, 0) else {
            let code = zip_error_code_zip(zip_get_error(archive))
            if code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP { throw .encrypted }
            throw .damaged(part: name, detail: "libzip \(code)")
        }
        var limits = limits
        limits.inflatedBytes = min(limits.inflatedBytes, limit)
        return ZipPart(file, name: name, packedBytes: Int(clamping: status.comp_size), limits: limits)
    }

    private static func key(_ name: String) -> String {
        let slashed = name.lowercased().map { $0 == "\\" ? "/" : $0 }
        return String(slashed.drop { $0 == "/" })
    }
}

/// One part being unpacked. Counts what really comes out, since the sizes a file states may be lies.
final class ZipPart {
    let name: String
    private let file: OpaquePointer
    private let packedBytes: Int
    private let limits: ReadLimits
    private(set) var inflatedBytes = 0

    fileprivate init(_ file: OpaquePointer, name: String, packedBytes: Int, limits: ReadLimits) {
        (self.file, self.name, self.packedBytes, self.limits) = (file, name, packedBytes, limits)
    }

    deinit { zip_fclose(file) }

    /// Fills the buffer as far as there is anything left; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
        guard count >= 0 else {
            let code = zip_error_code_zip(zip_file_get_error(file))
            throw .damaged(part: name, detail: code == ZIP_ER_CRC ? "校验和不符" : "数据不完整（libzip \(code)）")
        }
        inflatedBytes += Int(count)
        let isBeyondRatio = inflatedBytes > limits.ratioFreeBytes && inflatedBytes / limits.ratio > max(packedBytes, 1)
        if inflatedBytes > limits.inflatedBytes || isBeyondRatio {
            throw .bomb(part: name, inflatedBytes: inflatedBytes)
        }
        return Int(count)
    }
}
