import Foundation
import Testing

/// What depends on who runs the tests: the file system lets root do everything, so root plays somebody else.
@Suite("permissions") struct PermissionTests {
    /// How a command is run by someone whom permissions bind; nil where this machine offers no way.
    private func bound(_ runner: StoryRunner) throws -> String? {
        guard geteuid() == 0 else { return "" }
        let prefix = "setpriv --reuid 65534 --regid 65534 --clear-groups "
        return try runner.run(prefix + "lvzhi --version").status == 0 ? prefix : nil
    }

    @Test("a store that may only be read is not written, and the file stays as it is")
    func readOnly() throws {
        let runner = try StoryRunner()
        defer { runner.finish() }
        guard let somebody = try bound(runner) else { return }
        _ = try runner.run("lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20 --sector 教育界")
        _ = try runner.run("chmod 755 . && chmod 444 履职.lvzhi && sha256sum 履职.lvzhi > 前")
        let answer = try runner.run(somebody + "lvzhi member add 0001 王建国 --sector 教育界")
        #expect(answer.status == 6)
        #expect(answer.errors == ["错误：登记库“履职.lvzhi”只能读，不能写。", "办法：请检查文件和目录的权限，或换一个可写的位置。"])
        let list = try runner.run(somebody + "lvzhi sector list")
        #expect(list.status == 0, "\(list.errors)")
        #expect(try runner.run("sha256sum -c --quiet 前").status == 0)
    }

    @Test("a store that may not be read is told so")
    func notReadable() throws {
        let runner = try StoryRunner()
        defer { runner.finish() }
        guard let somebody = try bound(runner) else { return }
        _ = try runner.run("lvzhi init --committee 政协样例县委员会 --term 11 --from 2021-12-20")
        _ = try runner.run("chmod 755 . && chmod 000 履职.lvzhi")
        let answer = try runner.run(somebody + "lvzhi member list")
        #expect(answer.status == 6)
        #expect(answer.errors == ["错误：没有权限打开“履职.lvzhi”。", "办法：请检查文件和目录的权限。"])
    }
}
