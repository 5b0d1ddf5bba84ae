import Testing

@Suite("functions of pango and cairo") struct SignatureTests {
    static let hasHeaders = (try? run("pkg-config --exists pangocairo && echo yes || true").hasPrefix("yes")) ?? false

    /// Skipped where the headers are not installed; building needs none.
    @Test("are declared as their own headers do", .enabled(if: hasHeaders)) func signatures() throws {
        _ = try run(
            "cc -fsyntax-only -Werror -ISources/CPango/include $(pkg-config --cflags pangocairo) "
                + "Tests/Helpers/page-signatures.c 2>&1")
    }
}
