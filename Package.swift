// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "EntityGraph",
  products: [
    .library(name: "EntityGraph", targets: ["EntityGraph"]),
    .executable(name: "graphgen", targets: ["graphgen"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // libgvc and libcgraph, loaded when something is drawn, behind one header of our own.
    .target(name: "CGraphviz", linkerSettings: [.linkedLibrary("dl")]),
    // The compiled English knowledge, embedded with #embed so that it is mapped, not parsed.
    .target(name: "CKnowledge", exclude: ["english.bin"]),
    // What Swift has no word for: to ask for memory ahead of its use, and sixteen bytes at once.
    .target(name: "CMemory"),
    // The page of `draw -o actors.html`, embedded the same way.
    .target(name: "CExplorer", exclude: ["page"]),
    .target(
      name: "EntityGraph", dependencies: ["CGraphviz", "CKnowledge", "CExplorer", "CMemory"],
      swiftSettings: strict),
    .executableTarget(
      name: "graphgen",
      dependencies: [
        "EntityGraph", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // Runs the program too, so it has to be built.
    .testTarget(
      name: "EntityGraphTests",
      dependencies: [
        "EntityGraph", "graphgen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["EndToEnd/Snapshots"], swiftSettings: strict),
  ]
)
