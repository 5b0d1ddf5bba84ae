// swift-tools-version: 6.2
import PackageDescription

// Measures the product beside its peers. A package of its own, so that no peer becomes a dependency of the product.
let package = Package(
    name: "lvzhi-bench",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "lvzhi", path: "../..")],
    targets: [
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
        .target(name: "CPeers", dependencies: ["CSQLite"], linkerSettings: [.linkedLibrary("lmdb")]),
        .executableTarget(
            name: "lvzhi-bench",
            dependencies: [
                "CPeers",
                .product(name: "LvzhiStorage", package: "lvzhi"),
                .product(name: "LvzhiRegister", package: "lvzhi"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
