internal import CZip

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes the parts of a package (an office document) as one zip. Equal parts give equal bytes.
public enum ZipPackage {
    /// 1 January 2024 in the calendar of zip files: no clock in what is written.
    private static let date: UInt16 = (2024 - 1980) << 9 | 1 << 5 | 1

    /// - Returns: The bytes of the package, its parts in the order given.
    public static func bytes(_ parts: [(name: String, bytes: [UInt8])]) throws(WriteError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw failure(&error) }
        // Kept past the closing of the archive, which gives up a hold of its own.
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else { throw failure(&error) }
        for part in parts {
            do throws(WriteError) {
                try add(part, to: archive)
            } catch {
                zip_discard(archive)
                throw error
            }
        }
        guard zip_close(archive) == 0 else {
            let code = zip_error_code_zip(zip_get_error(archive))
            zip_discard(archive)
            throw .workbook(code: code, message: "无法写出压缩包")
        }
        return try content(of: source)
    }

    private static func add(_ part: (name: String, bytes: [UInt8]), to archive: OpaquePointer) throws(WriteError) {
        // The archive takes the memory over and frees it.
        guard let memory = malloc(max(part.bytes.count, 1)) else { throw refused(archive) }
        part.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memory.copyMemory(from: start, byteCount: bytes.count) }
        }
        guard let source = zip_source_buffer(archive, memory, UInt64(part.bytes.count), 1) else {
            free(memory)
            throw refused(archive)
        }
        let place = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard place >= 0 else {
            zip_source_free(source)
            throw refused(archive)
        }
        guard zip_file_set_dostime(archive, UInt64(place), 0, date, 0) == 0 else { throw refused(archive) }
    }

    private static func content(of source: OpaquePointer) throws(WriteError) -> [UInt8] {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
            throw .workbook(code: 0, message: "无法写出压缩包")
        }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(status.size))
        let read = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, UInt64($0.count)) }
        guard read == bytes.count else { throw .workbook(code: 0, message: "无法写出压缩包") }
        return bytes
    }

    private static func refused(_ archive: OpaquePointer) -> WriteError {
        .workbook(code: zip_error_code_zip(zip_get_error(archive)), message: "无法写出压缩包")
    }

    private static func failure(_ error: inout zip_error_t) -> WriteError {
        .workbook(code: zip_error_code_zip(&error), message: "无法写出压缩包")
    }
}
