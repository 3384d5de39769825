import CMemory

extension UnsafePointer {
  /// Asks for the memory at this address, which need not be valid, and does not wait for it.
  @inline(__always)
  func prefetch() { eg_prefetch(self) }
}
