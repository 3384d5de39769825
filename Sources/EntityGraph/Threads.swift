import Glibc

/// POSIX threads, a lock and a condition: the few calls that running on all cores takes.
///
/// Plain threads rather than tasks, because a worker blocks (on files, and on its turn to hand over
/// results), which the cooperative pool of Swift's concurrency does not allow.
final class Monitor: @unchecked Sendable {
  // Heap addresses of their own: a lock must not move.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func lock() { pthread_mutex_lock(mutex) }
  func unlock() { pthread_mutex_unlock(mutex) }
  /// Gives up the lock until somebody calls ``wakeAll()``.
  func wait() { pthread_cond_wait(condition, mutex) }
  func wakeAll() { pthread_cond_broadcast(condition) }

  func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
    lock()
    defer { unlock() }
    return try body()
  }
}

/// Runs a body on several threads at once and waits for all of them.
enum Threads {
  private final class Start: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Number of processors that are online.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Runs `body` on `count` threads, the calling one among them. Threads that the system refuses
  /// are done without.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    var threads: [pthread_t] = []
    for _ in 1..<max(1, count) {
      var thread = pthread_t()
      let start = Unmanaged.passRetained(Start(body))
      let code = pthread_create(
        &thread, nil,
        { argument in
          if let argument { Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body() }
          return nil
        }, start.toOpaque())
      if code == 0 { threads.append(thread) } else { start.release() }
    }
    body()
    for thread in threads { pthread_join(thread, nil) }
  }
}
