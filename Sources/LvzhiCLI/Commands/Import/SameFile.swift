import Glibc

/// Whether two paths mean one file, however they are written.
enum SameFile {
    static func check(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        var (first, second) = (stat(), stat())
        guard stat(left, &first) == 0, stat(right, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}
