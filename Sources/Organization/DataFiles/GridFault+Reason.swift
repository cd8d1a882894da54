extension GridFault {
  /// Words for ``Problem/unevenSeries(series:reason:)``.
  var reason: String {
    switch self {
    case .step(let seconds):
      "steps of \(Self.duration(seconds)) are not hourly, daily, weekly or monthly"
    }
  }

  private static func duration(_ seconds: Int) -> String {
    for (unit, length) in [("days", 86_400), ("hours", 3_600), ("minutes", 60)]
    where seconds % length == 0 {
      return "\(seconds / length) \(unit)"
    }
    return "\(seconds) seconds"
  }
}
