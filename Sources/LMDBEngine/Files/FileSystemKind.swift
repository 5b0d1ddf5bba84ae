import CLMDB
import Glibc

/// Names of the file systems on which another machine could change the file behind our back: neither locks nor the map
/// can be trusted there.
enum FileSystemKind {
    /// The name of the network file system this descriptor lies on, or nil for a local one.
    static func network(of descriptor: Int32) -> String? {
        var status = statfs()
        guard fstatfs(descriptor, &status) == 0 else { return nil }
        return networkKinds[UInt32(truncatingIfNeeded: status.f_type)]
    }

    private static let networkKinds: [UInt32: String] = [
        0x0000_6969: "NFS",
        0x0000_517B: "SMB",
        0xFF53_4D42: "CIFS",
        0xFE53_4D42: "SMB2",
        0x0000_564C: "NCP",
        0x0102_1997: "9P",
        0x5346_414F: "AFS",
        0x6B41_4653: "AFS",
        0x7375_7245: "Coda",
        0x00C3_6400: "Ceph",
        0x0BD0_0BD0: "Lustre",
        0x0116_1970: "GFS2",
        0x7461_636F: "OCFS2",
    ]
}
