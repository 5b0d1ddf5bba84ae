#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `close(2)`, for types that have a `close` of their own.
func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
