import Organization

/// Drivers and what feels them, put together from series.
struct TrafficBook {
  /// A series that is to become a driver.
  struct Entry {
    /// What the driver is to be called.
    var name: String
    /// What it is in the source, such as `query`, and how it is called there.
    var kind: String
    var origin: String
    var measure: TrafficMeasure
    /// Seconds that a point stands for.
    var step: Double
    /// Whether a point tells of the time before it.
    var looksBack: Bool
    /// Whether a point stands for all of its month, whatever the step.
    var isMonthly = false
    var position: SourcePosition?
  }

  var result: ImportResult
  /// Where a query stands that is in no file.
  static let commandLine = SourcePosition(file: "--query", line: 1, column: 1)
  private let model: ModelNames
  private var ids = IDGiver()

  init(_ kind: ImportKind, model: ModelNames) {
    result = ImportResult(kind)
    self.model = model
    // The first column of the table of months, which no driver can have.
    ids.take(TrafficTable.month)
  }

  /// Makes a driver of points in ascending order.
  ///
  /// - Throws: ``TrafficFault/noPoints`` or ``TrafficFault/noMonth``.
  mutating func add(_ points: [MetricSeries.Point], as entry: Entry) throws(TrafficFault) {
    var samples = SampleSums(entry)
    for point in points { samples.add(point) }
    try add(samples)
  }

  /// Makes a driver of points that were added up.
  ///
  /// - Throws: ``TrafficFault/noPoints`` or ``TrafficFault/noMonth``.
  mutating func add(_ samples: SampleSums) throws(TrafficFault) {
    let entry = samples.entry
    guard let found = samples.result() else { throw .noPoints }
    guard !found.values.isEmpty else { throw .noMonth }
    let id = id(for: entry.name, at: entry.position)
    if !found.thin.isEmpty {
      result.report(.thinMonths(found.thin), on: id, at: entry.position)
    }
    if found.counts != SampleCounts() {
      result.report(.unusableSamples(found.counts), on: id, at: entry.position)
    }
    result.drivers.append(
      ImportedDriver(
        id: id, measure: entry.measure, first: found.first, values: found.values,
        origin: entry.origin, position: entry.position))
    result.items.append(
      ImportItem(
        kind: entry.kind, name: entry.origin, .taken(as: "driver \(id)"),
        at: entry.position ?? Self.commandLine))
  }

  /// An id in the model, which is the same for names that the model has.
  private mutating func id(for name: String, at position: SourcePosition?) -> String {
    let known = model.driver(name) ?? model.service(name)
    var cleaned = IDGiver.cleaned(known ?? name)
    // Spreadsheets take a column that begins so for a formula.
    while cleaned.first == "-", cleaned.count > 1 { cleaned.removeFirst() }
    if cleaned == "-" { cleaned = "driver" }
    let id = ids.id(for: cleaned)
    if id != name, known == nil {
      result.report(.renamed(from: name, to: id), on: id, at: position)
    }
    return id
  }

  // MARK: The model

  /// People of the team that a new model takes to run everything.
  private static let crew = ["junior": 1, "mid": 3, "senior": 2]

  /// Says which services feel the drivers: those of their names, or in a new model one for each.
  mutating func finish() {
    let team = "team"
    for driver in result.drivers {
      if let known = model.service(driver.id) {
        var service = ImportedService(id: known, position: driver.position)
        service.traffic = [driver.id]
        result.services.append(service)
      } else if model.isNew {
        var service = ImportedService(id: driver.id, position: driver.position)
        service.owners = [team]
        service.traffic = [driver.id]
        result.services.append(service)
      } else if model.driver(driver.id) == nil {
        result.report(.feltByNone, on: driver.id, at: driver.position)
      }
    }
    if model.isNew, !result.drivers.isEmpty {
      result.teams.append(ImportedTeam(id: team, people: Self.crew))
      result.assumptions.append(
        .crew(
          team: team, people: Self.crew.values.reduce(0, +), services: result.services.count))
    }
    result.sort()
  }
}

/// How many points of a series are no traffic.
package struct SampleCounts: Hashable, Sendable {
  /// Steps between the first and the last point that have none.
  package var gaps = 0
  package var notANumber = 0
  package var infinite = 0
  package var negative = 0

  package init(gaps: Int = 0, notANumber: Int = 0, infinite: Int = 0, negative: Int = 0) {
    self.gaps = gaps
    self.notANumber = notANumber
    self.infinite = infinite
    self.negative = negative
  }
}
