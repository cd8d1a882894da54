/// How long, and how often, a server is tried again that does not answer.
struct Patience {
  /// For one answer, all tries and pauses together.
  let total: Duration
  private static let mostTries = 7
  private static let firstPause = Duration.milliseconds(500)
  private static let longestPause = Duration.seconds(16)

  init(total: Duration) { self.total = total }

  /// The pause before another try.
  ///
  /// - Parameters:
  ///   - tries: how many have failed, from 1.
  ///   - elapsed: time since the first began.
  ///   - asked: what the server asks to wait.
  /// - Returns: twice the one before, or what the server asks for if that is longer; `nil` where no
  ///   time for another try would be left.
  func pause(after tries: Int, elapsed: Duration, asked: Duration?) -> Duration? {
    guard tries < Self.mostTries else { return nil }
    var pause = Self.firstPause
    for _ in 1..<max(1, tries) { pause *= 2 }
    pause = max(min(pause, Self.longestPause), asked ?? .zero)
    return elapsed + pause < total ? pause : nil
  }
}
