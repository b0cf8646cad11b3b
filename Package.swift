// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "permreg",
  products: [.executable(name: "permreg", targets: ["permreg"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // SHA-256 of documents and of the history: no cryptography of our own.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    // Scenario files in YAML: its grammar is no work of ours.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Text and policies: pure, no storage, no clock.
    .target(name: "JSONText", swiftSettings: strict),
    .target(name: "PolicyLanguage", dependencies: ["JSONText"], swiftSettings: strict),
    .target(name: "CActionCatalog", exclude: ["Facts"]),
    .target(
      name: "ActionCatalog", dependencies: ["CActionCatalog"], exclude: ["Generation"],
      swiftSettings: strict),
    .target(name: "Evaluation", dependencies: ["PolicyLanguage"], swiftSettings: strict),

    // The database.
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("m")]),
    .target(name: "CRegistrySchema"),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(
      name: "Registry",
      dependencies: [
        "SQLite", "CRegistrySchema", "Evaluation", "PolicyLanguage", "JSONText",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "AWSExchange", dependencies: ["Registry", "PolicyLanguage", "JSONText"],
      swiftSettings: strict),
    .target(
      name: "RecordEditing", dependencies: ["Registry", "PolicyLanguage", "JSONText"],
      swiftSettings: strict),
    .target(
      name: "AccessQueries",
      dependencies: ["ActionCatalog", "Registry", "Evaluation", "PolicyLanguage", "JSONText"],
      swiftSettings: strict),
    .target(
      name: "AccessTests",
      dependencies: [
        "AccessQueries", "Evaluation", "PolicyLanguage", "JSONText",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "CommandLineTool",
      dependencies: [
        "AWSExchange", "AccessQueries", "AccessTests", "ActionCatalog", "Evaluation",
        "PolicyLanguage", "RecordEditing", "Registry", "SQLite", "JSONText", argumentParser,
      ],
      exclude: ["Schema"], swiftSettings: strict),
    .executableTarget(name: "permreg", dependencies: ["CommandLineTool"], swiftSettings: strict),

    // Generated organizations, for the benchmark, the demo and the tests.
    .target(name: "BenchmarkOrganization", dependencies: ["JSONText"], swiftSettings: strict),
    .executableTarget(
      name: "permreg-bench", dependencies: ["BenchmarkOrganization", argumentParser],
      swiftSettings: strict),

    // Tests.
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: strict),
    .testTarget(
      name: "PolicyLanguageTests", dependencies: ["PolicyLanguage", "JSONText"],
      swiftSettings: strict),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Evaluation", "PolicyLanguage"],
      swiftSettings: strict),
    .testTarget(
      name: "ActionCatalogTests", dependencies: ["ActionCatalog"], swiftSettings: strict),
    .testTarget(
      name: "RegistrySchemaTests", dependencies: ["CRegistrySchema"], swiftSettings: strict),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(
      name: "RegistryTests", dependencies: ["Registry", "SQLite", "PolicyLanguage", "JSONText"],
      swiftSettings: strict),
    .testTarget(
      name: "AccessQueriesTests",
      dependencies: [
        "AccessQueries", "AWSExchange", "BenchmarkOrganization", "Evaluation", "JSONText",
        "PolicyLanguage", "Registry", "SQLite",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AccessTestsTests",
      dependencies: [
        "AccessTests", "AccessQueries", "AWSExchange", "Evaluation", "PolicyLanguage", "JSONText",
        "Registry",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "FaultTests",
      dependencies: ["permreg", "BenchmarkOrganization", "Registry", "SQLite"],
      swiftSettings: strict),
    .testTarget(
      name: "AWSExchangeTests",
      dependencies: ["AWSExchange", "BenchmarkOrganization", "Registry", "SQLite", "JSONText"],
      swiftSettings: strict),
    .testTarget(
      name: "RecordEditingTests",
      dependencies: [
        "RecordEditing", "AWSExchange", "PolicyLanguage", "Registry", "SQLite", "JSONText",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BenchmarkOrganizationTests", dependencies: ["BenchmarkOrganization"],
      swiftSettings: strict),
    .target(
      name: "ReferenceEvaluator", path: "Tests/Support/ReferenceEvaluator",
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["permreg"], exclude: ["Fixtures", "Transcripts"],
      swiftSettings: strict),
    .target(
      name: "DifferentialCheck", dependencies: ["AccessTests", "Evaluation", "ReferenceEvaluator"],
      path: "Tests/Support/DifferentialCheck", swiftSettings: strict),
    .executableTarget(
      name: "permreg-differential", dependencies: ["DifferentialCheck"],
      path: "Tests/Support/DifferentialRunner", swiftSettings: strict),
    .testTarget(
      name: "DifferentialTests", dependencies: ["DifferentialCheck"], swiftSettings: strict),
    .testTarget(
      name: "ReferenceEvaluatorTests", dependencies: ["ReferenceEvaluator"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x  // C23: `#embed` brings Migrations/*.sql into the binary.
)
