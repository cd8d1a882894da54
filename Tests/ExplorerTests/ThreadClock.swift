#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long the thread has worked, whatever others do beside it.
enum ThreadClock {
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
