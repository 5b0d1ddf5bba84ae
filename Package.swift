// swift-tools-version: 6.2
import PackageDescription

/// Set by Tools/check: there a warning in a module of ours is an error; at home a newer compiler's new warning is not.
let warningsAreErrors = Context.environment["LVZHI_WARNINGS"] == "error"

let house: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

/// A module of the house; the arrows of DESIGN.md section 2 are exactly these `uses`.
func module(_ name: String, uses: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: uses, resources: resources, swiftSettings: house)
}

func tests(_ name: String, uses: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: uses, swiftSettings: house)
}

/// Tests that run the built programs on files of their own.
func acceptance(_ name: String, uses: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: uses, exclude: ["Stories"], swiftSettings: house)
}

func library(_ name: String, pkgConfig: String, apt: String, brew: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

let package = Package(
    name: "lvzhi",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "lvzhi", targets: ["lvzhi"]),
        .library(name: "LvzhiStorage", targets: ["KeyValueStore", "LMDBEngine", "RecordStore"]),
        .library(name: "LvzhiRegister", targets: ["DutyModel", "Scoring", "Tabular", "Interchange", "DutyRegister"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Ground: system libraries, each seen by one Swift module only.
        library("CLMDB", pkgConfig: "lmdb", apt: "liblmdb-dev", brew: "lmdb"),
        library("CZip", pkgConfig: "libzip", apt: "libzip-dev", brew: "libzip"),
        library("CExpat", pkgConfig: "expat", apt: "libexpat1-dev", brew: "expat"),
        library("CXlsxWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev", brew: "libxlsxwriter"),
        library("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev", brew: "libsodium"),
        .target(name: "CChecksum"),
        .target(name: "CPango", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        // Ground: modules that know nothing of the field.
        module("KeyValueStore"),
        module("DutyModel"),
        module("MarkedYAML", uses: [.product(name: "Yams", package: "Yams")]),
        module("Tabular", uses: ["CZip", "CExpat", "CXlsxWriter"]),
        module("Typesetting", uses: ["Tabular", "CPango"]),
        // Storage column.
        module("LMDBEngine", uses: ["KeyValueStore", "CLMDB"]),
        module("RecordStore", uses: ["KeyValueStore", "CChecksum", "CSodium"]),
        // Domain and rules column.
        module("Scoring", uses: ["DutyModel", "MarkedYAML"]),
        // Sheets column.
        module("Interchange", uses: ["DutyModel", "Tabular", "MarkedYAML"]),
        module("Reports", uses: ["Scoring", "DutyModel", "Tabular", "Typesetting"]),
        // Application and faces.
        module(
            "DutyRegister",
            uses: [
                "RecordStore", "KeyValueStore", "LMDBEngine", "Interchange", "Scoring", "DutyModel", "MarkedYAML",
            ]),
        module(
            "LvzhiCLI",
            uses: [
                "DutyRegister", "Reports", "Scoring", "Interchange", "DutyModel", "Tabular", "Typesetting",
                "KeyValueStore", "RecordStore", "MarkedYAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "lvzhi", dependencies: ["LvzhiCLI"], swiftSettings: house),
        // Tests.
        tests("TypesettingTests", uses: ["Typesetting", "Tabular"]),
        tests("ReportsTests", uses: ["Reports", "Scoring", "DutyModel", "Tabular"]),
        tests(
            "LvzhiCLITests",
            uses: [
                "LvzhiCLI", "DutyModel", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        acceptance("AcceptanceTests", uses: ["lvzhi", "sample-county"]),
        .target(
            name: "TestSupport", dependencies: ["KeyValueStore"], path: "Tests/TestSupport", swiftSettings: house),
        .executableTarget(
            name: "store-peer", dependencies: ["KeyValueStore", "LMDBEngine"], path: "Tests/Helpers/store-peer",
            swiftSettings: house),
        tests("KeyValueStoreTests", uses: ["KeyValueStore", "TestSupport"]),
        tests("LMDBEngineTests", uses: ["LMDBEngine", "KeyValueStore", "TestSupport", "store-peer"]),
        tests("RecordStoreTests", uses: ["RecordStore", "LMDBEngine", "KeyValueStore", "TestSupport"]),
        tests("TabularTests", uses: ["Tabular"]),
        tests(
            "DutyRegisterTests",
            uses: [
                "DutyRegister", "RecordStore", "KeyValueStore", "LMDBEngine", "Interchange", "Scoring", "MarkedYAML",
                "DutyModel", "TestSupport",
            ]),
        tests("InterchangeTests", uses: ["Interchange", "DutyModel", "Tabular", "MarkedYAML", "Scoring"]),
        // Tools.
        .executableTarget(
            name: "sample-county", dependencies: ["DutyModel", "Tabular"], path: "Tools/sample-county",
            swiftSettings: house),
        .executableTarget(
            name: "crash-writer", dependencies: ["DutyRegister", "DutyModel"], path: "Tools/crash-tester",
            swiftSettings: house),
        .testTarget(
            name: "ReliabilityTests", dependencies: ["DutyRegister", "DutyModel", "TestSupport", "crash-writer"],
            path: "Tests/Reliability", swiftSettings: house),
        tests("MarkedYAMLTests", uses: ["MarkedYAML"]),
        tests(
            "ScoringTests", uses: ["Scoring", "DutyModel", "MarkedYAML", .product(name: "Yams", package: "Yams")]),
        tests("SampleCountyTests", uses: ["sample-county", "DutyModel"]),
    ],
    swiftLanguageModes: [.v6]
)
