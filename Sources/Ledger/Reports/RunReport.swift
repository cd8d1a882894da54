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

  package func text(_ style: TextStyle) -> String {
    [facts(style), inputs(style), figures(style), intervals(style)].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private func facts(_ style: TextStyle) -> String {
    let (facts, subject) = (run.facts, run.facts.subject)
    let end = subject.start + (subject.months - 1)
    var table = TextTable(columns: [.init(""), .init("", mayShrink: false)])
    table.add(["command", .init(([facts.command] + facts.arguments).joined(separator: " "))])
    table.add(["recorded", .init(facts.recorded.description)])
    table.add(["by", .init("\(facts.header.generator), seed \(facts.header.seed)")])
    table.add([
      "about",
      .init("\(subject.name), scenario \(subject.scenario), \(subject.start) to \(end)"),
    ])
    return style.ink(.heading, "Run \(run.id)") + "\n" + table.text(style, indent: 2)
  }

  private func inputs(_ style: TextStyle) -> String {
    guard !run.facts.header.inputs.isEmpty else { return "" }
    var table = TextTable(columns: [.init("file", mayShrink: true), .init("SHA-256")])
    for input in run.facts.header.inputs {
      table.add([.init(input.path), .init(String(input.sha256.prefix(Self.digits)))])
    }
    return style.ink(.heading, "Inputs") + "\n" + table.text(style, indent: 2)
  }

  /// Enough to tell files apart by eye.
  static let digits = 16

  private func figures(_ style: TextStyle) -> String {
    guard !run.result.figures.isEmpty else { return "" }
    var table = TextTable(columns: [.init(""), .init("", .right)])
    for figure in run.result.figures { table.add([.init(figure.name), .init(figure.text)]) }
    return style.ink(.heading, "Figures") + "\n" + table.text(style, indent: 2)
  }

  private func intervals(_ style: TextStyle) -> String {
    guard !run.result.intervals.isEmpty else { return "" }
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
    return style.ink(.heading, "Ranges stated with 80 %, to be checked with 'cadre runs calibrate'")
      + "\n" + table.text(style, indent: 2)
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
