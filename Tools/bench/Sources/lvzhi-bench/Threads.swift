import Glibc

/// Runs several bodies at once, each on a thread of its own, and waits for all.
enum Threads {
    private final class Work {
        let body: () throws -> Void
        var failure: (any Error)?
        init(_ body: @escaping () throws -> Void) { self.body = body }
    }

    static func run(_ bodies: [() throws -> Void]) throws {
        let works = bodies.map(Work.init)
        var threads: [pthread_t] = []
        for work in works {
            var thread = pthread_t()
            let code = pthread_create(
                &thread, nil,
                { argument in
                    guard let argument else { return nil }
                    let work = Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue()
                    do { try work.body() } catch { work.failure = error }
                    return nil
                }, Unmanaged.passUnretained(work).toOpaque())
            guard code == 0 else { throw Failure("不能另起线程") }
            threads.append(thread)
        }
        for thread in threads { pthread_join(thread, nil) }
        try withExtendedLifetime(works) { if let failure = works.lazy.compactMap(\.failure).first { throw failure } }
    }
}
