import Organization

/// Reads traffic from tables with a column of times and columns of numbers, and from page views.
package enum TableImport {
  /// What the command line says of tables.
  package struct Wishes: Sendable {
    package var measure: TrafficMeasure?
    /// Headers of the columns wanted; all with numbers where empty.
    package var columns: [String] = []

    package init() {}
  }

  /// Millions of rows; a table is read whole.
  static let megabytes = 256

  /// Reads tables.
  ///
  /// - Parameters:
  ///   - sources: the files; columns of one name in several are one driver.
  ///   - source: reads them.
  ///   - wishes: what the command line says.
  ///   - map: the column of times and the order of dates.
  ///   - model: the names of the model that is merged into.
  /// - Returns: drivers, and what feels them.
  package static func read(
    _ sources: [String], from source: any FolderSource, _ wishes: Wishes = Wishes(),
    map: ImportMap = ImportMap(), model: ModelNames = ModelNames()
  ) -> ImportResult {
    var columns = TableColumns(.csv, measure: wishes.measure ?? .count, model: model)
    if wishes.measure == nil {
      columns.book.result.assumptions.append(.measure("each column", .count))
    }
    for path in sources {
      do throws(DiagnosticError) {
        let bytes = try source.bytes(of: path, limitMegabytes: megabytes)
        try columns.add(TrafficRows(bytes, file: path, map: map), wanted: wishes.columns)
      } catch {
        columns.book.result.broken += error.diagnostics
      }
    }
    return columns.finish()
  }

  /// Reads page views of Wikimedia: answers of its REST API, and tables of counts.
  package static func readPageViews(
    _ sources: [String], from source: any FolderSource, _ wishes: Wishes = Wishes(),
    map: ImportMap = ImportMap(), model: ModelNames = ModelNames()
  ) -> ImportResult {
    var columns = TableColumns(.wikimedia, measure: .count, model: model)
    for path in sources {
      do throws(DiagnosticError) {
        let bytes = try source.bytes(of: path, limitMegabytes: megabytes)
        let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
        if first == UInt8(ascii: "{") {
          columns.add(try PageViews(bytes, file: path))
        } else {
          try columns.add(TrafficRows(bytes, file: path, map: map), wanted: wishes.columns)
        }
      } catch {
        columns.book.result.broken += error.diagnostics
      }
    }
    return columns.finish()
  }
}

/// Columns of tables on their way to drivers.
struct TableColumns {
  var book: TrafficBook
  private let measure: TrafficMeasure
  private var columns:
    [(name: String, points: [MetricSeries.Point], position: SourcePosition, kind: String)] = []
  private var places: [String: Int] = [:]

  init(_ kind: ImportKind, measure: TrafficMeasure, model: ModelNames) {
    book = TrafficBook(kind, model: model)
    self.measure = measure
  }

  mutating func add(_ rows: TrafficRows, wanted: [String]) throws(DiagnosticError) {
    book.result.findings += rows.findings
    book.result.assumptions += rows.assumptions
    guard !rows.findings.contains(where: { $0.problem.severity == .error }) else { return }
    var chosen: [Int] = []
    for name in wanted { chosen.append(try rows.column(named: name)) }
    if chosen.isEmpty { chosen = rows.header.indices.filter { $0 != rows.timeColumn } }
    for column in chosen {
      let (name, position) = (rows.header[column], rows.position(ofColumn: column))
      guard let found = rows.points(ofColumn: column) else {
        book.result.items.append(
          ImportItem(kind: "column", name: name, .skipped(.noNumbers), at: position))
        continue
      }
      if found.wrong > 0 {
        book.result.report(
          .badNumber(column: name, rows: found.wrong), on: name, at: position)
      }
      add(found.points, name, "column", position)
    }
  }

  mutating func add(_ views: PageViews) {
    for (name, points) in views.series {
      add(points, name, "page views", SourcePosition(file: views.path, line: 1, column: 1))
    }
  }

  private mutating func add(
    _ points: [MetricSeries.Point], _ name: String, _ kind: String, _ position: SourcePosition
  ) {
    if let place = places[name.lowercased()] {
      columns[place].points += points
    } else {
      places[name.lowercased()] = columns.count
      columns.append((name, points, position, kind))
    }
  }

  mutating func finish() -> ImportResult {
    for column in columns {
      let (points, contradictions) = MetricSeries.ordered(column.points)
      if contradictions > 0 {
        book.result.report(
          .contradictions(contradictions), on: column.name, at: column.position)
      }
      do throws(TrafficFault) {
        guard let step = Self.step(of: points) else { throw .noPoints }
        try book.add(
          points,
          as: TrafficBook.Entry(
            name: column.name, kind: column.kind, origin: column.name, measure: measure,
            step: Double(step.seconds), looksBack: false, isMonthly: step.isMonth,
            position: column.position))
      } catch {
        book.leave(TrafficError(error, in: column.name, at: column.position))
      }
    }
    book.finish()
    return book.result
  }

  /// How far apart rows are.
  private struct Step {
    /// Of most rows; of no use for rows of months.
    var seconds: Int
    var isMonth = false
  }

  /// The step that most rows have: up to an hour, a day, a week, or a month.
  private static func step(of points: [MetricSeries.Point]) -> Step? {
    guard let first = points.first else { return nil }
    if points.count == 1 {
      // One row at the beginning of a month may be a day's or a month's; it says too little.
      return first.time == monthStart(first.time)
        ? Step(seconds: MonthSpan.secondsPerDay, isMonth: true) : nil
    }
    var counts: [Int: Int] = [:]
    for (earlier, later) in zip(points, points.dropFirst()) {
      let gap = (later.time - earlier.time).rounded()
      if gap >= 1, gap < 1e9 { counts[Int(gap), default: 0] += 1 }
    }
    guard let step = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else {
      return nil
    }
    let day = MonthSpan.secondsPerDay
    if (28 * day...31 * day).contains(step), step != 28 * day || points.allSatisfy(isFirstDay) {
      return Step(seconds: day, isMonth: true)
    }
    return step <= 7 * day ? Step(seconds: step) : nil
  }

  private static func monthStart(_ time: Double) -> Double {
    Double(MonthSpan.start(of: MonthSpan.month(at: time)))
  }

  private static func isFirstDay(_ point: MetricSeries.Point) -> Bool {
    point.time == monthStart(point.time)
  }
}
