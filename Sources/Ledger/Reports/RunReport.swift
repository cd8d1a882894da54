package import Organization
package import Reporting

/// The answer of `cadre runs show`.
package struct RunReport: Sendable {
  private let run: RecordedRun
  private let header: RunHeader

  package init(_ run: RecordedRun, header: RunHeader) {
    self.run = run
    self.header = header
  }

  package var page: Page { Page("Run \(run.id)", [facts] + inputs + figures + intervals) }

  private var facts: Page.Block {
    let (facts, subject) = (run.facts, run.facts.subject)
    let end = subject.start + (subject.months - 1)
    return .fields([
      ("command", ([facts.command] + facts.arguments).joined(separator: " ")),
      ("recorded", facts.recorded.description),
      ("by", "\(facts.header.generator), seed \(facts.header.seed)"),
      ("about", "\(subject.name), scenario \(subject.scenario), \(subject.start) to \(end)"),
    ])
  }

  private var inputs: [Page.Block] {
    guard !run.facts.header.inputs.isEmpty else { return [] }
    var table = TextTable(columns: [.init("file", mayShrink: true), .init("SHA-256")])
    for input in run.facts.header.inputs {
      table.add([.init(input.path), .init(String(input.sha256.prefix(Self.digits)))])
    }
    return [.heading("Inputs"), .table(table)]
  }

  /// Enough to tell files apart by eye.
  static let digits = 16

  private var figures: [Page.Block] {
    guard !run.result.figures.isEmpty else { return [] }
    var table = TextTable(columns: [.init(""), .init("", .right)])
    for figure in run.result.figures { table.add([.init(figure.name), .init(figure.text)]) }
    return [.heading("Figures"), .table(table)]
  }

  private var intervals: [Page.Block] {
    guard !run.result.intervals.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("quantity"), .init("of", .right), .init("ranges", .right), .init("from"), .init("to"),
    ])
    for quantity in ObservedQuantity.allCases {
      let stated = run.result.intervals.filter { $0.quantity == quantity }
      guard let first = stated.map(\.start).min(), let end = stated.map(\.end).max() else {
        continue
      }
      table.add([
        .init(quantity.name), .init(String(Set(stated.map(\.subject)).count)),
        .init(String(stated.count)), .init(first.description), .init((end + -1).description),
      ])
    }
    return [
      .heading("Ranges stated with 80 %, to be checked with 'cadre runs calibrate'"), .table(table),
    ]
  }

  package var json: JSONValue { header.document("cadre.run/1.0", ["run": run.json]) }
}

extension ObservedQuantity {
  /// For people.
  var name: String {
    switch self {
    case .traffic: "traffic"
    case .leavers: "leavers"
    case .pages: "pages"
    case .timeToFill: "time to fill"
    }
  }
}
