import DelimitedText
package import Organization
package import Simulation

/// The answer of `cadre forecast MODEL`, for people and for programs.
package struct TrafficForecastReport: Sendable {
  let organization: Organization
  let outlook: TrafficOutlook
  /// By driver; `nil` without a history.
  let stories: [DriverStory?]
  /// The drivers that are reported.
  let shown: [Int]
  let header: RunHeader

  /// - Parameters:
  ///   - outlook: what traffic may do.
  ///   - stories: why.
  ///   - organization: whose traffic it is.
  ///   - driver: the only driver to report; `nil` for all.
  ///   - header: of the run.
  /// - Precondition: `outlook` and `stories` are of `organization`.
  package init(
    _ outlook: TrafficOutlook, _ stories: [DriverStory?], of organization: Organization,
    driver: Int? = nil, header: RunHeader
  ) {
    let count = organization.drivers.count
    precondition(outlook.drivers.count == count && stories.count == count, "one for each driver")
    self.outlook = outlook
    self.stories = stories
    shown = driver.map { [$0] } ?? Array(organization.drivers.indices)
    self.organization = organization
    self.header = header
  }

  /// What is known of one driver in one month, relative to today.
  struct Month {
    var name: String
    var mean: Double
    var low: Double
    var median: Double
    var high: Double
    var peak: Double
    var lowPeak: Double
    var medianPeak: Double
    var highPeak: Double
  }

  /// The months of the plan; the outlook itself goes on a little.
  func months(of driver: Int) -> [Month] {
    let course = outlook.drivers[driver]
    let (low, median) = (course.mean(quantile: 0.1), course.mean(quantile: 0.5))
    let high = course.mean(quantile: 0.9)
    let (lowPeak, medianPeak) = (course.peak(quantile: 0.1), course.peak(quantile: 0.5))
    let highPeak = course.peak(quantile: 0.9)
    return (0..<organization.months).map { month in
      Month(
        name: (organization.start + month).description, mean: course.mean[month], low: low[month],
        median: median[month], high: high[month], peak: course.peakMean[month],
        lowPeak: lowPeak[month], medianPeak: medianPeak[month], highPeak: highPeak[month])
    }
  }

  func events(of driver: Int) -> [TrafficEvent] {
    organization.trafficEvents.filter { $0.drivers.isEmpty || $0.drivers.contains(driver) }
  }

  /// One row per driver and month [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write([
      "driver", "month", "mean", "p10", "p50", "p90", "peak_mean", "peak_p10", "peak_p50",
      "peak_p90",
    ])
    for index in shown {
      for month in months(of: index) {
        writer.write([
          .text(organization.drivers[index].id), .text(month.name), .number(month.mean),
          .number(month.low),
          .number(month.median), .number(month.high), .number(month.peak),
          .number(month.lowPeak), .number(month.medianPeak), .number(month.highPeak),
        ])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  package var json: JSONValue {
    header.document(
      "cadre.traffic/1.0",
      [
        "name": .string(organization.name), "scenario": .string(organization.scenario),
        "start": .string(organization.start.description), "months": .integer(organization.months),
        "drivers": .array(shown.map(json(of:))),
      ])
  }

  private func json(of index: Int) -> JSONValue {
    let driver = organization.drivers[index]
    return [
      "id": .string(driver.id), "basis": outlook.drivers[index].basis.json,
      "history": driver.history.map(\.json) ?? .null,
      "explanation": stories[index].map(\.json) ?? .null,
      "events": .array(events(of: index).map { .string($0.id) }),
      "months": .array(months(of: index).map(\.json)),
    ]
  }
}

extension TrafficForecastReport.Month {
  fileprivate var json: JSONValue {
    [
      "month": .string(name), "mean": .number(mean), "p10": .number(low), "p50": .number(median),
      "p90": .number(high), "peak_mean": .number(peak), "peak_p10": .number(lowPeak),
      "peak_p50": .number(medianPeak), "peak_p90": .number(highPeak),
    ]
  }
}

extension TrafficHistory {
  fileprivate var json: JSONValue {
    [
      "cadence": .string(cadence.rawValue), "values": .integer(values.count),
      "missing": .integer(values.count(where: \.isNaN)),
    ]
  }
}

extension DriverOutlook.Basis {
  fileprivate var json: JSONValue {
    switch self {
    case .history(let history):
      [
        "kind": "history", "months": .integer(history.months),
        "growth_per_year": .number(history.growthPerYear),
        "scenario_growth": history.scenarioGrowth.map(\.json) ?? .null,
        "history_weights": .numbers(history.weights),
      ]
    case .growth(let growth, let isAssumed):
      ["kind": isAssumed ? "assumed" : "given", "scenario_growth": growth.json]
    }
  }
}

extension ThreePoint {
  fileprivate var json: JSONValue {
    ["low": .number(low), "likely": .number(likely), "high": .number(high)]
  }
}
