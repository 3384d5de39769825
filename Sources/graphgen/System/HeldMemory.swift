import Glibc

/// How the allocator treats what is given back to it.
enum HeldMemory {
  /// Has it keep some memory that the next articles and their results will need again: to hand it to
  /// the system after every batch and to ask for it anew takes a twentieth of the time.
  ///
  /// glibc takes the size of the largest block that was freed as the measure of what to keep (see
  /// `M_MMAP_THRESHOLD` in mallopt(3)). This one is never touched, so it costs nothing.
  static func prepare() {
    var block: UnsafeMutableRawPointer?
    if posix_memalign(&block, 4096, 16 << 20) == 0 { free(block) }
  }
}
