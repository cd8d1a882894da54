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

/// The commit that is built, for `cadre version`; only in release, so that a commit does not make
/// every debug build start anew.
let commit: [CSetting] =
  Context.gitInformation.map {
    let name = $0.currentCommit + ($0.hasUncommittedChanges ? "+" : "")
    return [.define("CADRE_COMMIT", to: "\"\(name)\"", .when(configuration: .release))]
  } ?? []

/// Benchmarks bring packages that nothing else needs, so they are there only for who asks for them.
let hasBenchmarks = Context.environment["CADRE_BENCHMARKS"] != nil

/// Fuzz targets need a fuzzer to link with, so they are there only for scripts/fuzz.sh.
let hasFuzzing = Context.environment["CADRE_FUZZ"] != nil

/// Names of the schemas in the folder `schemas`, of which the target has links.
let schemas = [
  "assumptions", "backtest", "brief", "calibration", "check", "common", "compare", "config",
  "diagnostics", "explain", "forecast", "import", "oncall", "plan", "plan-diff", "pruned", "rota",
  "run", "run-diff", "run-export", "runs", "seats", "shape", "simulate", "story", "stress",
  "traffic", "version",
]

let package = Package(
  name: "cadre",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cadre", targets: ["cadre"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // One-way flow: a target imports only targets that stand above it in this list.
    .target(name: "DelimitedText", swiftSettings: strict),
    .target(
      name: "Documents",
      resources: schemas.map { .embedInCode("Resources/cadre.\($0)-1.schema.json") },
      swiftSettings: strict),
    .target(
      name: "Organization",
      dependencies: ["DelimitedText", .product(name: "Yams", package: "Yams")],
      resources: [
        .embedInCode("Resources/assumptions.yaml"), .embedInCode("Resources/holidays.yaml"),
      ],
      swiftSettings: strict),
    .target(
      name: "Importing", dependencies: ["Organization", "DelimitedText"], swiftSettings: strict),
    .target(name: "Forecasting", swiftSettings: optimised),
    .target(
      name: "Simulation", dependencies: ["Organization", "Forecasting"], swiftSettings: optimised),
    .target(name: "CHighs", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "LinearProgramming", dependencies: ["CHighs"], swiftSettings: optimised),
    .target(
      name: "Planning", dependencies: ["Simulation", "LinearProgramming"],
      swiftSettings: optimised),
    .target(
      name: "Reporting",
      dependencies: [
        "DelimitedText", "Importing", "Forecasting", "Planning",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Resources/page.mustache"), .embedInCode("Resources/table.mustache"),
        .embedInCode("Resources/page.css"),
      ],
      swiftSettings: strict),
    .target(
      name: "Ledger",
      dependencies: ["Reporting", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "CTerminal",
      cSettings: [
        .define("_XOPEN_SOURCE", to: "700"), .define("_DEFAULT_SOURCE"),
        .define("_DARWIN_C_SOURCE"), .define("NCURSES_WIDECHAR", to: "1"),
        .define("NCURSES_NOMACROS"), .define("NCURSES_OPAQUE", to: "1"),
        .unsafeFlags(["-Wall", "-Wextra", "-Werror"]),
      ],
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "TerminalKit", dependencies: ["CTerminal"], swiftSettings: optimised),
    .target(
      name: "Explorer",
      dependencies: [
        "TerminalKit", "DelimitedText", "Organization", "Forecasting", "Simulation", "Planning",
        "Reporting",
      ],
      swiftSettings: optimised),
    .target(name: "CBuild", cSettings: commit),
    .target(
      name: "CCurl", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .executableTarget(
      name: "cadre",
      dependencies: [
        "CBuild", "CCurl", "DelimitedText", "Documents", "Organization", "Importing", "Forecasting",
        "Simulation",
        "LinearProgramming", "Planning", "Reporting", "Ledger", "TerminalKit", "Explorer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "CadreTestSupport", dependencies: ["Organization", "Importing", "Simulation"],
      path: "Tests/CadreTestSupport",
      swiftSettings: strict),
    .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText"], swiftSettings: strict),
    .testTarget(
      name: "LinearProgrammingTests", dependencies: ["LinearProgramming", "CadreTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExplorerTests",
      dependencies: [
        "cadre", "Explorer", "TerminalKit", "Organization", "Simulation", "Planning", "Reporting",
        "CadreTestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "TerminalKitTests", dependencies: ["CTerminal", "TerminalKit"], swiftSettings: strict),
    .testTarget(name: "ForecastingTests", dependencies: ["Forecasting"], swiftSettings: strict),
    .testTarget(
      name: "OrganizationTests",
      dependencies: ["Organization", "DelimitedText", "CadreTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ImportingTests",
      dependencies: ["Importing", "Organization", "DelimitedText", "CadreTestSupport"],
      exclude: ["Data/make_recurrence.py"],
      resources: [.embedInCode("Data/recurrence.csv")], swiftSettings: strict),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Simulation", "Organization", "Forecasting", "CadreTestSupport"],
      exclude: ["Data/make_quantiles.py"],
      resources: [
        .embedInCode("Data/erlang.csv"),
        .embedInCode("Data/negative-binomial.csv"),
        .embedInCode("Data/normal.csv"),
        .embedInCode("Data/gamma-tails.csv"),
        .embedInCode("Data/beta-tails.csv"),
        .embedInCode("Data/gamma-quantiles.csv"),
        .embedInCode("Data/pert-quantiles.csv"),
        .embedInCode("Data/poisson-quantiles.csv"),
        .embedInCode("Data/binomial-quantiles.csv"),
        .embedInCode("Data/negative-binomial-quantiles.csv"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "cadre", "Planning", "Simulation", "Organization", "LinearProgramming", "CadreTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Organization", "Simulation", "Planning", "CadreTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Ledger", "Reporting", "Organization", "Planning", "Simulation", "CadreTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "cadre", "Documents", "Explorer", "TerminalKit", "Organization", "Forecasting", "Planning",
        "Simulation",
        "CadreTestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
  ]
)

if hasBenchmarks {
  package.dependencies.append(
    // Without its traits, which count allocations and references by libraries loaded beforehand.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
  package.targets += [
    .target(name: "CAllocations", path: "Benchmarks/allocations"),
    .executableTarget(
      name: "EngineBenchmarks",
      dependencies: [
        "CAllocations", "Organization", "Simulation", "Planning",
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/engine",
      exclude: ["README.md", "Thresholds"],
      swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
}

if hasFuzzing {
  package.products.append(.executable(name: "cadre-fuzz", targets: ["Fuzzing"]))
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["Organization", "Importing", "DelimitedText"],
      path: "Fuzzing", exclude: ["README.md", "seeds"], swiftSettings: strict))
}
