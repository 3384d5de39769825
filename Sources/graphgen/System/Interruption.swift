import Glibc

/// What happens when the system ends the program: unfinished files and the layout child go away,
/// and limits and faults are told in one line instead of a bare signal.
///
/// A handler may only call what POSIX allows there, so every message is made before.
enum Interruption {
  private static let capacity = 8
  private static let ends = [SIGINT, SIGTERM, SIGHUP]
  private static let faults = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE]

  /// Sets the handlers; called once, at the start.
  static func prepare() {
    // A closed pipe and a file at its limit are told by write(), so that each has its message.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    notes = Notes()
    // Whoever started the program from a thread of its own may have held them back.
    var told = sigset_t()
    sigemptyset(&told)
    for number in ends + faults + [SIGXCPU] { sigaddset(&told, number) }
    sigprocmask(SIG_UNBLOCK, &told, nil)
    for number in ends {
      signal(number) { number in
        Interruption.removeUnfinished()
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    signal(SIGXCPU) { _ in Interruption.end(notes.time) }
    for number in faults {
      signal(number) { _ in
        Interruption.end(Interruption.isOutOfMemory() ? notes.memory : notes.fault)
      }
    }
  }

  /// Has a file removed if the program is interrupted.
  static func remember(_ path: String) {
    for slot in 0..<capacity where unfinished[slot] == nil {
      unfinished[slot] = strdup(path)
      return
    }
  }

  /// Undoes ``remember(_:)``.
  static func forget(_ path: String) {
    for slot in 0..<capacity {
      guard let known = unfinished[slot], strcmp(known, path) == 0 else { continue }
      unfinished[slot] = nil
      free(known)
    }
  }

  // MARK: Inside handlers

  private static func removeUnfinished() {
    for slot in 0..<capacity { if let path = unfinished[slot] { unlink(path) } }
    if unfinishedChild > 0 { kill(unfinishedChild, SIGKILL) }
  }

  private static func end(_ note: UnsafeMutablePointer<CChar>?) {
    if let note { _ = write(STDERR_FILENO, note, strlen(note)) }
    removeUnfinished()
    _exit(1)
  }

  /// Whether there is no room for what a growing process asks for next.
  private static func isOutOfMemory() -> Bool {
    let size = notes.probe
    let place = mmap(nil, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard place != MAP_FAILED else { return true }
    munmap(place, size)
    return false
  }

  /// Messages as C strings.
  struct Notes {
    var time: UnsafeMutablePointer<CChar>?
    var memory: UnsafeMutablePointer<CChar>?
    var fault: UnsafeMutablePointer<CChar>?
    /// Bytes that a process which is not short of memory can still get.
    var probe = 32 << 20

    init() {
      var limit = rlimit()
      let endless = rlim_t.max
      getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
      let seconds = limit.rlim_cur
      if seconds != endless, seconds == limit.rlim_max, seconds > 1 {
        // With both limits equal the system kills without a warning.
        limit.rlim_cur -= 1
        setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
      }
      time = strdup(
        "graphgen: out of time: \(seconds) s of processor time are allowed (ulimit -t)\n")
      getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
      var text = "graphgen: out of memory"
      if limit.rlim_cur != endless {
        text += ": \(limit.rlim_cur >> 20) MB are allowed (ulimit -v)"
        // What was asked for is at most twice what is held when an array grows.
        probe = max(probe, Int(limit.rlim_cur / 3 * 2))
      }
      memory = strdup(text + "; fewer --jobs need less\n")
      fault = strdup("graphgen: internal error; please report it with the article that causes it\n")
    }

    init(empty: Void) {}
  }
}

// Read by handlers, so outside of any object or lock; written by the main thread alone.
nonisolated(unsafe) private let unfinished = {
  let slots = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: 8)
  slots.initialize(repeating: nil, count: 8)
  return slots
}()
nonisolated(unsafe) private var notes = Interruption.Notes(empty: ())
/// The layout child that runs, 0 for none.
nonisolated(unsafe) var unfinishedChild: pid_t = 0
