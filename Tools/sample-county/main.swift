import Glibc

do {
    let options = try Options(CommandLine.arguments.dropFirst())
    try options.run()
} catch SampleError.usage(let message) {
    fputs(message + "\n" + Options.usage + "\n", stderr)
    exit(2)
} catch {
    fputs("sample-county: \(error)\n", stderr)
    exit(1)
}
