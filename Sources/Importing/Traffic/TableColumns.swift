import Organization

/// Columns of tables on their way to drivers.
///
/// Points are held as long as there are not too many. Beyond that the files are read once more, and what
/// each point stands for is added up as it comes, for which rows have to be in the order of time.
struct TableColumns {
  private struct Column {
    var name: String
    var kind: String
    var position: SourcePosition
    var points: [MetricSeries.Point] = []
    /// Of the points as they came.
    var spacing = PointSpacing()
    var hasPoints = false
  }

  /// Where points are from that are not held.
  private enum Origin {
    case rows(TrafficRows, columns: [Int], places: [Int])
    case views([MetricSeries.Point], place: Int)
  }

  /// 32 MB of them.
  static let mostHeld = 2_000_000

  var book: TrafficBook
  private let measure: TrafficMeasure
  private let mostHeld: Int
  private var columns: [Column] = []
  private var places: [String: Int] = [:]
  private var origins: [Origin] = []
  private var pointCount = 0
  private var isHeld: Bool { pointCount <= mostHeld }

  init(
    _ kind: ImportKind, measure: TrafficMeasure, model: ModelNames, mostHeld: Int = Self.mostHeld
  ) {
    book = TrafficBook(kind, model: model)
    self.measure = measure
    self.mostHeld = mostHeld
  }

  mutating func add(_ table: TrafficRows, wanted: [String]) throws(DiagnosticError) {
    var rows = table
    guard !rows.findings.contains(where: { $0.problem.severity == .error }) else {
      book.result.findings += rows.findings
      book.result.assumptions += rows.assumptions
      return
    }
    var chosen: [Int] = []
    for name in wanted { chosen.append(try rows.column(named: name)) }
    if chosen.isEmpty { chosen = rows.header.indices.filter { $0 != rows.timeColumn } }
    let heads = chosen.map { (name: rows.header[$0], position: rows.position(ofColumn: $0)) }
    let own = heads.map { place(of: $0.name, "column", $0.position) }
    var known = chosen.map { _ in 0 }
    let pass = try rows.forEachPoint(of: chosen) { point, place in
      if known[place] == 0 { begin(own[place], heads[place].name, heads[place].position) }
      known[place] += 1
      add(point, to: own[place])
    }
    guard pass.timed > 0 else {
      throw DiagnosticError([
        Diagnostic(
          .missingColumn("date", found: rows.header),
          at: SourcePosition(file: rows.path, line: 1, column: 1))
      ])
    }
    origins.append(.rows(rows, columns: chosen, places: own))
    book.result.findings += rows.findings
    book.result.assumptions += rows.assumptions
    report(pass, rows, chosen, known)
  }

  private mutating func report(
    _ pass: TrafficRows.Pass, _ rows: TrafficRows, _ chosen: [Int], _ known: [Int]
  ) {
    let name = FilePath.name(of: rows.path)
    let badDate = ImportProblem.badDate(column: rows.header[rows.timeColumn])
    // A total at the end, or a blank line, is told once for each.
    for position in pass.timeless { book.result.report(badDate, on: name, at: position) }
    let more = pass.timelessCount - pass.timeless.count
    if more > 0, let last = pass.timeless.last {
      book.result.report(.alike(badDate, count: more), on: name, at: last)
    }
    for (place, column) in chosen.enumerated() {
      let (name, position) = (rows.header[column], rows.position(ofColumn: column))
      if known[place] == 0 {
        book.result.items.append(
          ImportItem(kind: "column", name: name, .skipped(.noNumbers), at: position))
      } else if pass.wrong[place] > 0 {
        book.result.report(
          .badNumber(column: name, rows: pass.wrong[place]), on: name, at: position)
      }
    }
  }

  mutating func add(_ views: PageViews) {
    for (name, points) in views.series {
      let position = SourcePosition(file: views.path, line: 1, column: 1)
      let place = place(of: name, "page views", position)
      begin(place, name, position)
      for point in points { add(point, to: place) }
      origins.append(.views(points, place: place))
    }
  }

  /// The place of a column of that name, in whatever file.
  private mutating func place(
    of name: String, _ kind: String, _ position: SourcePosition
  ) -> Int {
    if let place = places[name.lowercased()] { return place }
    places[name.lowercased()] = columns.count
    columns.append(Column(name: name, kind: kind, position: position))
    return columns.count - 1
  }

  /// A column is where its first point is.
  private mutating func begin(_ place: Int, _ name: String, _ position: SourcePosition) {
    guard !columns[place].hasPoints else { return }
    columns[place].hasPoints = true
    (columns[place].name, columns[place].position) = (name, position)
  }

  private mutating func add(_ point: MetricSeries.Point, to place: Int) {
    columns[place].spacing.add(point)
    pointCount += 1
    if isHeld {
      columns[place].points.append(point)
    } else if pointCount == mostHeld + 1 {
      for index in columns.indices { columns[index].points = [] }
    }
  }

  // MARK: Drivers

  mutating func finish() -> ImportResult {
    if isHeld { orderPoints() }
    var sums = columns.map(emptySums)
    do throws(DiagnosticError) {
      try addPoints(to: &sums)
    } catch {
      book.result.broken += error.diagnostics
      sums = []
    }
    for (column, found) in zip(columns, sums) where column.hasPoints {
      if column.spacing.contradictions > 0 {
        book.result.report(
          .contradictions(column.spacing.contradictions), on: column.name, at: column.position)
      }
      do throws(TrafficFault) {
        guard column.spacing.isOrdered else { throw .unordered(rows: pointCount) }
        guard let found else { throw .noPoints }
        try book.add(found)
      } catch {
        book.leave(TrafficError(error, in: column.name, at: column.position))
      }
    }
    book.finish()
    return book.result
  }

  /// Sorts the points that are held.
  private mutating func orderPoints() {
    for place in columns.indices where !columns[place].spacing.isOrdered {
      let sorted = columns[place].points.enumerated().sorted {
        ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
      }
      columns[place].points = sorted.map(\.element)
      columns[place].spacing = PointSpacing()
      for point in columns[place].points { columns[place].spacing.add(point) }
    }
  }

  /// The empty sums of a column; `nil` where nothing tells how far apart its points are.
  private func emptySums(of column: Column) -> SampleSums? {
    guard column.spacing.isOrdered, let step = column.spacing.step else { return nil }
    return SampleSums(
      TrafficBook.Entry(
        name: column.name, kind: column.kind, origin: column.name, measure: measure,
        step: Double(step.seconds), looksBack: false, isMonthly: step.isMonth,
        position: column.position))
  }

  private mutating func addPoints(to sums: inout [SampleSums?]) throws(DiagnosticError) {
    guard !isHeld else {
      for (place, column) in columns.enumerated() {
        for point in column.points { sums[place]?.add(point) }
      }
      return
    }
    for origin in origins {
      switch origin {
      case .views(let points, let place):
        for point in points { sums[place]?.add(point) }
      case .rows(var rows, let chosen, let places):
        _ = try rows.forEachPoint(of: chosen) { point, place in sums[places[place]]?.add(point) }
      }
    }
  }
}
