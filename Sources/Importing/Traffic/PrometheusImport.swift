import Organization

/// Reads traffic from answers of Prometheus: saved ones, or those of a server.
package enum PrometheusImport {
  /// More drivers than these are none that somebody plans for.
  static let mostSeries = 5_000
  /// Seconds between two points where nothing says otherwise.
  package static let usualStep = 3_600
  /// Points of one series in all; hourly they are two centuries.
  package static let mostPoints = 2_000_000

  /// What holds for queries that do not say it themselves.
  package struct Wishes: Sendable {
    package var measure: TrafficMeasure?
    package var rule = SeriesRule.single
    /// Seconds between two points.
    package var step: Int?
    /// Whether a query that gives no driver is only told.
    package var skipsBroken = false

    package init() {}
  }

  // MARK: A server

  /// Asks a server for some months of each query.
  ///
  /// - Parameters:
  ///   - queries: each becomes a driver, or several by a label.
  ///   - span: the months.
  ///   - wishes: for queries that do not say it themselves.
  ///   - model: the names of the model that is merged into.
  ///   - ask: gives the body of an answer.
  /// - Returns: drivers, and what feels them.
  /// - Throws: ``TrafficError``, or what `ask` throws.
  package static func fetch(
    _ queries: [MetricQuery], over span: MonthSpan, _ wishes: Wishes = Wishes(),
    model: ModelNames = ModelNames(), ask: (RangeQuery) throws -> [UInt8]
  ) throws -> ImportResult {
    var book = TrafficBook(.prometheus, model: model)
    for query in queries {
      do {
        try fetch(query, over: span, wishes, into: &book, ask: ask)
      } catch let fault as TrafficFault {
        let error = TrafficError(fault, in: query.id, at: query.position)
        guard wishes.skipsBroken else { throw error }
        book.leave(error)
      }
    }
    book.finish()
    return book.result
  }

  private static func fetch(
    _ query: MetricQuery, over span: MonthSpan, _ wishes: Wishes, into book: inout TrafficBook,
    ask: (RangeQuery) throws -> [UInt8]
  ) throws {
    let text = QueryText(query.text)
    guard let measure = query.measure ?? wishes.measure ?? text.measure else {
      throw TrafficFault.unknownMeasure
    }
    let step = try step(of: text, measure, wished: wishes.step)
    let looksBack = measure != .gauge
    var gathered = GatheredSeries()
    for window in RangeQuery.windows(of: query.text, over: span, step: step, looksBack: looksBack) {
      try gathered.add(window, ask: ask)
    }
    if query.measure == nil, wishes.measure == nil {
      book.result.assumptions.append(.measure(query.id, measure))
    }
    if measure == .rate, let range = text.range, range < step {
      book.result.report(
        .narrowRange(seconds: range, step: step), on: query.id, at: query.position)
    }
    for notice in gathered.notices {
      book.result.report(
        .serverSays(notice.text, isWarning: notice.isWarning), on: query.id, at: query.position)
    }
    let entry = TrafficBook.Entry(
      name: query.id, kind: "query", origin: query.text, measure: measure, step: Double(step),
      looksBack: looksBack, position: query.position)
    let earlier = book.result.drivers.count
    try book.add(gathered, by: query.rule == .single ? wishes.rule : query.rule, as: entry)
    for driver in book.result.drivers[earlier...] where driver.first > span.first {
      book.result.report(
        .shortHistory(from: driver.first, wanted: span.first), on: driver.id, at: query.position)
    }
  }

  /// Seconds between two points: counts have to follow each other without a gap.
  private static func step(
    of text: QueryText, _ measure: TrafficMeasure, wished: Int?
  ) throws(TrafficFault) -> Int {
    guard measure == .count, let range = text.range else { return wished ?? usualStep }
    let step = wished ?? range
    guard step == range else { throw .otherRange(seconds: range, step: step) }
    return step
  }

  // MARK: Saved answers

  /// Reads answers that were saved as files.
  ///
  /// - Parameters:
  ///   - sources: the files; each becomes a driver of its name unless `driver` says that they are
  ///     pieces of one.
  ///   - source: reads them.
  ///   - driver: the id of the only driver.
  ///   - measure: what the numbers mean.
  ///   - wishes: what to do with several series, and the step where it cannot be seen.
  ///   - model: the names of the model that is merged into.
  /// - Returns: drivers, and what feels them.
  /// - Throws: ``TrafficError``.
  package static func read(
    _ sources: [String], from source: any FolderSource, driver: String?, measure: TrafficMeasure,
    _ wishes: Wishes = Wishes(), model: ModelNames = ModelNames()
  ) throws(TrafficError) -> ImportResult {
    var book = TrafficBook(.prometheus, model: model)
    var pieces: [(name: String, file: String, series: GatheredSeries)] = []
    var isShared = driver != nil
    if case .by = wishes.rule { isShared = true }
    for path in sources {
      var gathered = isShared ? pieces.first?.series ?? GatheredSeries() : GatheredSeries()
      do throws(DiagnosticError) {
        try gathered.add(source.bytes(of: path, limitMegabytes: megabytes), file: path)
      } catch {
        book.result.broken += error.diagnostics
        continue
      }
      let name = driver ?? FilePath.stem(of: path)
      if isShared, !pieces.isEmpty {
        pieces[0].series = gathered
      } else {
        pieces.append((name == "-" ? "requests" : name, path, gathered))
      }
    }
    for piece in pieces {
      let position = SourcePosition(file: piece.file, line: 1, column: 1)
      for notice in piece.series.notices {
        book.result.report(
          .serverSays(notice.text, isWarning: notice.isWarning), on: piece.name, at: position)
      }
      do throws(TrafficFault) {
        guard let step = wishes.step.map(Double.init) ?? piece.series.step else { throw .noPoints }
        let entry = TrafficBook.Entry(
          name: piece.name, kind: "series", origin: piece.series.name ?? piece.file,
          measure: measure, step: step, looksBack: measure != .gauge, position: position)
        try book.add(piece.series, by: wishes.rule, as: entry)
      } catch {
        let error = TrafficError(error, in: piece.name, at: position)
        guard wishes.skipsBroken else { throw error }
        book.leave(error)
      }
    }
    book.finish()
    return book.result
  }

  /// Millions of points; an answer is read whole.
  package static let megabytes = 256
}

extension TrafficBook {
  /// Makes drivers of the series of one query by a rule.
  ///
  /// - Throws: ``TrafficFault``.
  mutating func add(
    _ gathered: GatheredSeries, by rule: SeriesRule, as entry: Entry
  ) throws(TrafficFault) {
    let series = gathered.series
    guard series.contains(where: { !$0.points.isEmpty }) else { throw .noPoints }
    switch rule {
    case .single:
      guard series.count == 1 else {
        throw .severalSeries(series.count, labels: MetricSeries.differingLabels(series))
      }
      try add(points(of: series, entry), as: entry)
    case .sum: try add(points(of: series, entry), as: entry)
    case .by(let label):
      guard series.allSatisfy({ $0.labels[label] != nil }) else {
        let names = Set(series.flatMap(\.labels.keys)).sorted()
        throw .noSuchLabel(label, labels: names)
      }
      let groups = Dictionary(grouping: series) { $0.labels[label] ?? "" }
      guard groups.count <= PrometheusImport.mostSeries else {
        throw .tooManySeries(groups.count)
      }
      for (value, group) in groups.sorted(by: { $0.key < $1.key }) {
        var own = entry
        own.name = value
        own.origin = "\(entry.origin) \(label)=\"\(value)\""
        do throws(TrafficFault) {
          try add(points(of: group, own), as: own)
        } catch {
          // One service that has just begun is no reason to do without all the others.
          leave(TrafficError(error, in: value, at: entry.position))
        }
      }
      if result.drivers.isEmpty { throw .noMonth }
    }
  }

  /// Notes that something gives no driver.
  mutating func leave(_ error: TrafficError) {
    result.report(.noDriver(error.fault), on: error.subject, at: error.position)
    result.items.append(
      ImportItem(
        kind: "series", name: error.subject, .skipped(.unusable),
        at: error.position ?? Self.commandLine))
  }

  /// The points of all series together, each time once.
  private mutating func points(
    of series: [MetricSeries], _ entry: Entry
  ) -> [MetricSeries.Point] {
    var contradictions = 0
    let ordered = series.map { one in
      var one = one
      let (points, count) = MetricSeries.ordered(one.points)
      one.points = points
      contradictions += count
      return one
    }
    if contradictions > 0 {
      result.report(.contradictions(contradictions), on: entry.name, at: entry.position)
    }
    return MetricSeries.sum(ordered)
  }
}
