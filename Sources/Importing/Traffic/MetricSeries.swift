/// One time series with its labels, oldest point first.
struct MetricSeries: Hashable, Sendable {
  struct Point: Hashable, Sendable {
    /// Seconds since 1970-01-01 UTC.
    var time: Double
    /// NaN and infinities are kept, so that they can be counted.
    var value: Double
  }

  var labels: [String: String]
  var points: [Point]
}

extension MetricSeries {
  /// The labels as Prometheus writes them, in the order of their names.
  var name: String {
    let pairs = labels.filter { $0.key != "__name__" }.sorted { $0.key < $1.key }
    let braces = pairs.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ", ")
    return (labels["__name__"] ?? "") + "{\(braces)}"
  }

  /// The names of labels that do not have the same value in all of `series`, sorted.
  static func differingLabels(_ series: [MetricSeries]) -> [String] {
    let names = Set(series.flatMap(\.labels.keys))
    return names.filter { name in Set(series.map { $0.labels[name] }).count > 1 }.sorted()
  }

  /// All of them as one: at each time the sum of those that have a number there.
  ///
  /// - Complexity: O(points · log points).
  static func sum(_ series: [MetricSeries]) -> [Point] {
    guard series.count > 1 else { return series.first?.points ?? [] }
    // By time, and then in the order of the series, so that sums do not depend on sorting.
    let all = series.enumerated().flatMap { number, one in
      one.points.map { (time: $0.time, number: number, value: $0.value) }
    }.sorted { ($0.time, $0.number) < ($1.time, $1.number) }
    var result: [Point] = []
    for point in all {
      guard let last = result.last, last.time == point.time else {
        result.append(Point(time: point.time, value: point.value))
        continue
      }
      // A number that one series lacks at a time is no reason to lose that of the others.
      if last.value.isNaN {
        result[result.count - 1].value = point.value
      } else if !point.value.isNaN {
        result[result.count - 1].value += point.value
      }
    }
    return result
  }

  /// Points by ascending time, each time once.
  ///
  /// - Returns: the points and how many had another value at a time that was there before, of which
  ///   the first counts.
  static func ordered(_ points: [Point]) -> (points: [Point], contradictions: Int) {
    let isOrdered = zip(points, points.dropFirst()).allSatisfy { $0.time < $1.time }
    if isOrdered { return (points, 0) }
    var result: [Point] = []
    var contradictions = 0
    let sorted = points.enumerated().sorted {
      ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
    }
    for (_, point) in sorted {
      guard let last = result.last, last.time == point.time else {
        result.append(point)
        continue
      }
      let isSame = last.value == point.value || last.value.isNaN && point.value.isNaN
      if !isSame { contradictions += 1 }
    }
    return (result, contradictions)
  }
}
