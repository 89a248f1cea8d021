// swift-tools-version: 6.3
import PackageDescription

/// Every target of ours is held to the same rules; see `Architecture.md` for the reason behind each target's place.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "millegiorni",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "millegiorni", targets: ["millegiorni"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),
        .systemLibrary(
            name: "CQREncode",
            pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]
        ),
        .systemLibrary(name: "CRename"),
        .target(name: "Diagnostics", swiftSettings: house),
        .target(name: "CommonMark", dependencies: ["CCMark", "Diagnostics"], swiftSettings: house),
        .target(
            name: "Content",
            dependencies: ["CommonMark", "Diagnostics", .product(name: "Yams", package: "Yams")],
            swiftSettings: house
        ),
        .target(
            name: "Gettext",
            dependencies: ["Diagnostics", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: house
        ),
        .target(name: "Referral", dependencies: ["Content", "Diagnostics"], swiftSettings: house),
        .target(
            name: "Site",
            dependencies: [
                "CommonMark", "Content", "Diagnostics", "Gettext", "Referral",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house
        ),
        .target(
            name: "HTMLWriter",
            dependencies: [
                "CommonMark", "Content", "Referral", "Site",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            path: "Sources/Writers/HTML",
            resources: [.embedInCode("Resources")],
            swiftSettings: house
        ),
        .target(
            name: "LeafletWriter",
            dependencies: ["CQREncode", "CommonMark", "Content", "Diagnostics", "Referral", "Site"],
            path: "Sources/Writers/Leaflet",
            exclude: ["README.md", "fonts.txt"],
            resources: [.embedInCode("Resources")],
            swiftSettings: house
        ),
        .target(
            name: "DataWriter",
            dependencies: [
                "Content", "Diagnostics", "Referral", "Site", .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: "Sources/Writers/Data",
            resources: [.embedInCode("Resources")],
            swiftSettings: house
        ),
        .executableTarget(
            name: "millegiorni",
            dependencies: [
                "CRename", "Content", "DataWriter", "Diagnostics", "Gettext", "HTMLWriter", "LeafletWriter", "Referral",
                "Site",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: house
        ),
        .executableTarget(
            name: "CatalogueBenchmark",
            dependencies: ["Diagnostics", "Gettext"],
            path: "Benchmarks/Catalogue",
            swiftSettings: house
        ),
        .target(name: "MarkedText", dependencies: ["Diagnostics"], path: "Tests/MarkedText", swiftSettings: house),
        .target(name: "MarkdownSamples", path: "Tests/MarkdownSamples", swiftSettings: house),
        .testTarget(
            name: "CommonMarkTests",
            dependencies: ["CommonMark", "Diagnostics", "MarkdownSamples"],
            swiftSettings: house
        ),
        .testTarget(
            name: "ContentTests",
            dependencies: ["CommonMark", "Content", "Diagnostics", "MarkedText"],
            swiftSettings: house
        ),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: house),
        .testTarget(
            name: "GettextTests",
            dependencies: ["Diagnostics", "Gettext", "MarkedText"],
            swiftSettings: house
        ),
        .testTarget(
            name: "HTMLWriterTests",
            dependencies: [
                "CCMark", "CommonMark", "Content", "Diagnostics", "Gettext", "HTMLWriter", "MarkdownSamples",
                "Referral", "Site",
            ],
            swiftSettings: house
        ),
        .testTarget(
            name: "LeafletWriterTests",
            dependencies: ["Content", "Diagnostics", "Gettext", "LeafletWriter", "Referral", "Site"],
            swiftSettings: house
        ),
        .testTarget(
            name: "ReferralTests",
            dependencies: ["Content", "DataWriter", "Diagnostics", "MarkedText", "Referral"],
            exclude: ["Golden"],
            swiftSettings: house
        ),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "CommonMark", "Content", "Diagnostics", "Gettext", "HTMLWriter", "MarkedText", "Referral", "Site",
            ],
            swiftSettings: house
        ),
    ],
    swiftLanguageModes: [.v6]
)
