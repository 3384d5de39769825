import Foundation
import Testing

/// One run of the real program, as a user sees it.
struct Run {
  var stdout: String
  var stderr: String
  /// The exit status; 128 + the signal's number where a signal ended it.
  var status: Int32

  /// Runs `graphgen` and waits for its end.
  ///
  /// Standard streams are files, so that no amount of output can block the program. A run that takes
  /// longer than `seconds` is killed and reported as a failure: no input may hang the program.
  static func graphgen(
    _ arguments: [String], in folder: TemporaryFolder? = nil, input: String = "",
    environment: [String: String] = [:], seconds: Double = 60,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Run {
    try run(
      Project.graphgen, arguments, in: folder, input: input, environment: environment,
      seconds: seconds, sourceLocation: sourceLocation)
  }

  /// Runs a shell command line in which `graphgen` is the program under test.
  static func shell(
    _ command: String, in folder: TemporaryFolder? = nil, input: String = "",
    seconds: Double = 60, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Run {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let bin = Project.graphgen.deletingLastPathComponent().path
    // On its own, a shell that is killed leaves running what it started.
    return try run(
      URL(filePath: "/usr/bin/timeout"),
      ["--signal=KILL", "\(10 * seconds + 5)", "/bin/sh", "-c", command], in: folder, input: input,
      environment: ["PATH": "\(bin):\(path)"], seconds: seconds + 10,
      sourceLocation: sourceLocation)
  }

  private static func run(
    _ program: URL, _ arguments: [String], in folder: TemporaryFolder?, input: String,
    environment: [String: String], seconds: Double, sourceLocation: SourceLocation
  ) throws -> Run {
    let seconds = Project.sanitizer == nil ? seconds : 10 * seconds
    let streams = try TemporaryFolder()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder?.url ?? Project.root
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(
      forReadingFrom: URL(filePath: streams.write("stdin", input)))
    process.standardOutput = try FileHandle(
      forWritingTo: URL(filePath: streams.write("stdout", "")))
    process.standardError = try FileHandle(
      forWritingTo: URL(filePath: streams.write("stderr", "")))
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      Issue.record(
        "\(program.lastPathComponent) \(arguments) did not end in \(seconds) s",
        sourceLocation: sourceLocation)
    }
    let signalled = process.terminationReason == .uncaughtSignal
    return Run(
      stdout: try streams.read("stdout"), stderr: try streams.read("stderr"),
      status: process.terminationStatus + (signalled ? 128 : 0))
  }
}
