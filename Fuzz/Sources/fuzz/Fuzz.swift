import Glibc

/// libFuzzer's driver, https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

nonisolated(unsafe) private var target: @Sendable ([UInt8]) -> Void = { _ in }

/// The program; SwiftPM links the entry point of an executable under this name.
@_cdecl("fuzz_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let chosen = targets[name] else {
    print("set FUZZ_TARGET to one of: \(targets.keys.sorted().joined(separator: ", "))")
    return 2
  }
  target = chosen
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments) { start, count in
    let began = processorSeconds()
    target(Array(UnsafeBufferPointer(start: start, count: count)))
    // libFuzzer's own limit is by the clock, which a busy machine lets run on while nothing happens.
    precondition(processorSeconds() - began < 1, "a hang: a second for one input")
    return 0
  }
}

private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
