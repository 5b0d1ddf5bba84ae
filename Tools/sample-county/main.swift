import Glibc

/// Says something on standard error.
func complain(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(2, bytes, bytes.count)
}

do {
    let options = try Options(CommandLine.arguments.dropFirst())
    try options.run()
} catch SampleError.usage(let message) {
    complain(message + "\n" + Options.usage)
    exit(2)
} catch {
    complain("sample-county: \(error)")
    exit(1)
}
