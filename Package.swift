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

/// The engine is numeric code that tests run thousands of times, so it is optimised in debug too.
let optimised: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "cadre",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2")
  ],
  targets: [
    // One-way flow: a target imports only targets that stand above it in this list.
    .target(
      name: "Organization",
      dependencies: [.product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Resources/assumptions.yaml")],
      swiftSettings: strict),
    .target(name: "Simulation", dependencies: ["Organization"], swiftSettings: optimised),
    .target(
      name: "CadreTestSupport", dependencies: ["Organization"], path: "Tests/CadreTestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "OrganizationTests", dependencies: ["Organization", "CadreTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests", dependencies: ["Simulation", "CadreTestSupport"],
      resources: [
        .embedInCode("Data/erlang.csv"),
        .embedInCode("Data/negative-binomial.csv"),
      ],
      swiftSettings: strict),
  ]
)
