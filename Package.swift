// swift-tools-version: 6.1
import PackageDescription

/// Language settings shared by every target: the compiler is the first reviewer.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-warnings-as-errors"]),
]

let package = Package(
  name: "cadre",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cadre", targets: ["cadre"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // One-way flow: a target imports only targets that stand above it in this list.
    .target(
      name: "Organization",
      dependencies: [.product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Resources/assumptions.yaml")],
      swiftSettings: strict),
    .target(name: "Reporting", swiftSettings: strict),
    .executableTarget(
      name: "cadre",
      dependencies: [
        "Organization", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting"], swiftSettings: strict),
    .testTarget(name: "OrganizationTests", dependencies: ["Organization"], swiftSettings: strict),
    .testTarget(name: "CommandLineTests", dependencies: ["cadre"], swiftSettings: strict),
  ]
)
