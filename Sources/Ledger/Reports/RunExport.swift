import DelimitedText
package import Organization
package import Reporting

/// Whole runs, for other programs.
package struct RunExport: Sendable {
  private let runs: [RecordedRun]
  private let header: RunHeader

  package init(_ runs: [RecordedRun], header: RunHeader) {
    self.runs = runs
    self.header = header
  }

  /// One row per figure and per stated range [RFC 4180]; numbers are not rounded.
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write([
      "run", "recorded", "command", "model", "scenario", "seed", "kind", "name", "subject", "month",
      "months", "value", "unit", "low", "high", "probability",
    ])
    for run in runs {
      let facts = run.facts
      let head: [DelimitedWriter.Cell] = [
        .integer(Int(run.id)), .text(facts.recorded.description), .text(facts.command),
        .text(facts.subject.name), .text(facts.subject.scenario), .text(String(facts.header.seed)),
      ]
      for figure in run.result.figures {
        let value: DelimitedWriter.Cell =
          switch figure.value {
          case .number(let number): .number(number)
          case .word(let word): .text(word)
          }
        writer.write(
          head + [
            .text("figure"), .text(figure.name), .empty, .text(facts.subject.start.description),
            .integer(facts.subject.months), value, .text(figure.unit), .empty, .empty, .empty,
          ])
      }
      for stated in run.result.intervals {
        writer.write(
          head + [
            .text("range"), .text(stated.quantity.rawValue), .text(stated.subject),
            .text(stated.start.description), .integer(stated.months), .number(stated.median),
            .empty, .number(stated.low), .number(stated.high), .number(stated.probability),
          ])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// All that the ledger has of them.
  package var json: JSONValue {
    header.document("cadre.run-export/1.0", ["runs": .array(runs.map(\.json))])
  }
}
