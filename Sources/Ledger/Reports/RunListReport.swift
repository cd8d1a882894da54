import DelimitedText
package import Organization
package import Reporting

/// The answer of `cadre runs list`.
package struct RunListReport: Sendable {
  private let runs: [ListedRun]
  private let header: RunHeader

  /// - Parameters:
  ///   - runs: in the order to show.
  ///   - header: of this listing.
  package init(_ runs: [ListedRun], header: RunHeader) {
    self.runs = runs
    self.header = header
  }

  package var page: Page {
    guard !runs.isEmpty else { return Page("Runs", [.paragraph("no runs are recorded")]) }
    var table = TextTable(columns: [
      .init("run", .right), .init("recorded (UTC)"), .init("command"),
      .init("model", mayShrink: true), .init("scenario", mayShrink: true),
      .init("from", dropRank: 1), .init("months", .right, dropRank: 1),
      .init("seed", .right, dropRank: 3), .init("result", mayShrink: true, dropRank: 2),
    ])
    for run in runs {
      let subject = run.facts.subject
      table.add([
        .init(String(run.id), .emphasis), .init(run.facts.recorded.minutes),
        .init(run.facts.command), .init(subject.name), .init(subject.scenario),
        .init(subject.start.description), .init(String(subject.months)),
        .init(String(run.facts.header.seed)), .init(run.summary),
      ])
    }
    return Page("Runs", [.table(table)])
  }

  /// One row per run [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write([
      "run", "recorded", "command", "model", "scenario", "start", "months", "seed", "generator",
    ])
    for run in runs {
      let (facts, subject) = (run.facts, run.facts.subject)
      writer.write([
        .integer(Int(run.id)), .text(facts.recorded.description), .text(facts.command),
        .text(subject.name), .text(subject.scenario), .text(subject.start.description),
        .integer(subject.months), .text(String(facts.header.seed)), .text(facts.header.generator),
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  package var json: JSONValue {
    header.document("cadre.runs/1.0", ["runs": .array(runs.map(\.json))])
  }
}

extension ListedRun {
  /// The first figures in a few words.
  var summary: String {
    figures.prefix(3).map { "\($0.name) \($0.text)" }.joined(separator: ", ")
  }

  var json: JSONValue {
    .object(facts.json(id: id).merging(["figures": .array(figures.map(\.json))]) { own, _ in own })
  }
}
