import Organization

/// Series put together from several answers to one query.
struct GatheredSeries {
  struct Notice: Hashable {
    var text: String
    var isWarning: Bool
  }

  private(set) var series: [MetricSeries] = []
  /// What servers said beside their data, each once.
  private(set) var notices: [Notice] = []
  private var places: [[String: String]: Int] = [:]

  /// Asks for the points of one window.
  ///
  /// Where a server says that these are too many for it, halves are asked for, which are the same.
  ///
  /// - Throws: ``TrafficFault/answer(_:)``, or what `ask` throws.
  mutating func add(_ window: RangeQuery, ask: (RangeQuery) throws -> [UInt8]) throws {
    do {
      add(try PrometheusAnswer(try ask(window)))
    } catch let fault as PrometheusFault {
      guard case .refused("execution", let message) = fault,
        message.contains("too many samples"), let (first, second) = window.halves
      else { throw TrafficFault.answer(fault) }
      try add(first, ask: ask)
      try add(second, ask: ask)
    }
  }

  /// Adds an answer that was saved as a file.
  ///
  /// - Throws: ``DiagnosticError`` with its place.
  mutating func add(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
    do throws(PrometheusFault) {
      add(try PrometheusAnswer(bytes))
    } catch {
      var place = SourcePosition(file: file, line: 1, column: 1)
      var problem = Problem.wrongShape(
        expected: "an answer to query_range of Prometheus", found: error.words)
      if case .unreadable(let reason, let offset) = error {
        problem = .syntax("this is not JSON: \(reason)")
        place = Self.position(of: offset, in: bytes, file: file)
      }
      throw DiagnosticError([Diagnostic(problem, at: place)])
    }
  }

  /// Line and column, in Unicode scalars, of a byte.
  static func position(of offset: Int, in bytes: [UInt8], file: String) -> SourcePosition {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return SourcePosition(
      file: file, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  private mutating func add(_ answer: PrometheusAnswer) {
    for one in answer.series {
      if let place = places[one.labels] {
        series[place].points += one.points
      } else {
        places[one.labels] = series.count
        series.append(one)
      }
    }
    for notice in answer.warnings.map({ Notice(text: $0, isWarning: true) })
      + answer.infos.map({ Notice(text: $0, isWarning: false) })
    where !notices.contains(notice) && notices.count < Self.mostNotices {
      notices.append(notice)
    }
  }

  /// More of them say nothing new.
  private static let mostNotices = 20

  /// The labels of the only series.
  var name: String? { series.count == 1 ? series.first?.name : nil }

  /// Seconds between two points as most of them are; `nil` where there are no two.
  var step: Double? {
    var counts: [Double: Int] = [:]
    for one in series {
      let (points, _) = MetricSeries.ordered(one.points)
      for (earlier, later) in zip(points, points.dropFirst()) {
        counts[later.time - earlier.time, default: 0] += 1
      }
    }
    // Of steps that are as frequent the shorter, so that no time counts twice.
    let step = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    return step.flatMap { (1...Double(MonthSpan.secondsPerDay)).contains($0) ? $0 : nil }
  }
}
