// A second process on a store, for tests: `store-peer VERB PATH [NUMBER]`. Prints one line for each thing done.
import Glibc
import KeyValueStore
import LMDBEngine

let arguments = CommandLine.arguments
guard arguments.count >= 3 else { exit(2) }
let verb = arguments[1]
let path = arguments[2]
let number = arguments.count > 3 ? Int(arguments[3]) ?? 0 : 0

do {
    switch verb {
    case "read-all": say(try Peer.readAll(path))
    case "read-as-nobody":
        guard setgid(65_534) == 0, setuid(65_534) == 0 else { exit(2) }
        say(try Peer.readAll(path))
    case "hold-reader": try Peer.holdReader(path)
    case "hold-writer": try Peer.holdWriter(path)
    case "write": try Peer.write(path, count: number)
    case "work-in-little-memory": try Peer.workInLittleMemory(path, megabytes: number)
    default: exit(2)
    }
} catch {
    say("error \(error)")
    exit(6)
}
