// swift-tools-version: 6.1
import PackageDescription

// A package of its own: the library is built with coverage and sanitizers here, nowhere else.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "EntityGraph", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "EntityGraph", package: "EntityGraph")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      // Debian's gold fails on the sanitizers' runtime.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])])
  ]
)
