/// What the numbers of a series say of traffic, and so how a month is made of them.
package enum TrafficMeasure: String, CaseIterable, Sendable {
  /// So many a second: a month has the mean times its seconds.
  case rate
  /// So many since the point before, or in a row's own time: a month has their sum.
  case count
  /// So many there at a time, such as users online: a month has the mean times its days.
  ///
  /// A model reads monthly values as sums and divides them by the days of the month, which then gives
  /// the mean back.
  case gauge

  /// What a point that stands for `seconds` adds to `overlap` of these seconds.
  func amount(of value: Double, over overlap: Double, of seconds: Double) -> Double {
    switch self {
    case .rate: value * overlap
    case .count: value * (overlap / seconds)
    case .gauge: value * (overlap / Double(MonthSpan.secondsPerDay))
    }
  }

  /// What a month is, in a few words.
  package var words: String {
    switch self {
    case .rate: "a rate a second, times the seconds of the month"
    case .count: "counts, summed"
    case .gauge: "a level, times the days of the month"
    }
  }
}
