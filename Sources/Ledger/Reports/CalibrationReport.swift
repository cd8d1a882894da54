import DelimitedText
package import Organization
package import Reporting

/// The answer of `cadre runs calibrate`.
package struct CalibrationReport: Sendable {
  private let calibration: Calibration
  /// Numbers of the runs that were looked at.
  private let runs: [Int64]
  private let header: RunHeader

  package init(_ calibration: Calibration, runs: [Int64], header: RunHeader) {
    self.calibration = calibration
    self.runs = runs
    self.header = header
  }

  // MARK: Text

  package var page: Page {
    let title = "How \(NumberText.count(runs.count, "run", "runs")) did"
    guard !calibration.rows.isEmpty else {
      return Page(
        title,
        [.paragraph("nothing that came was stated by a run: no month and name is in both")])
    }
    var table = TextTable(columns: [
      .init("quantity", mayShrink: true), .init("runs", .right, dropRank: 2),
      .init("values", .right), .init("worth", .right), .init("inside", .right),
      .init("95 %", .right), .init("stated", .right), .init("above", .right),
      .init("95 %", .right, dropRank: 1), .init("score", .right),
    ])
    for row in calibration.rows {
      table.add([
        .init(row.name), .init(String(row.runs.count)), .init(String(row.values.count)),
        .init(NumberText.plain(row.independent, decimals: 1)),
        .init(NumberText.percent(row.inside.seen), role(row.inside)),
        .init(range(row.inside)), .init(NumberText.percent(row.inside.stated)),
        .init(NumberText.percent(row.above.seen), role(row.above)), .init(range(row.above)),
        .init(row.relativeScore.map { NumberText.percent($0) } ?? ""),
      ])
    }
    let advice = calibration.rows.map { "\($0.name): \(CalibrationAdvice($0).sentence)" }
    return Page(
      title, [.table(table), .heading("What to change"), .list(advice)], footer: legend)
  }

  private func role(_ share: CalibrationRow.Share) -> TextRole? {
    share.isLess || share.isMore ? .bad : nil
  }

  private func range(_ share: CalibrationRow.Share) -> String {
    NumberText.plain(share.interval.lowerBound * 100, decimals: 0) + "-"
      + NumberText.percent(share.interval.upperBound)
  }

  private var legend: String {
    "worth: independent values, fewer where those of one series move together; inside: share in "
      + "the stated ranges, beside what they were said to hold; above: share above the stated "
      + "median; score: mean interval score over the mean value, less is better. Advice is given "
      + "where a 95 % interval leaves out what was stated."
  }

  // MARK: Programs

  /// One row per quantity, and per subject where it has several [RFC 4180]; numbers are not rounded.
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write([
      "quantity", "subject", "values", "independent", "inside", "inside_low", "inside_high",
      "stated", "above", "above_low", "above_high", "stated_above", "score", "finding",
      "assumption",
    ])
    for row in calibration.rows + calibration.subjects {
      let advice = CalibrationAdvice(row)
      writer.write([
        .text(row.quantity.rawValue), row.subject.map(DelimitedWriter.Cell.text) ?? .empty,
        .integer(row.values.count), .number(row.independent), .number(row.inside.seen),
        .number(row.inside.interval.lowerBound), .number(row.inside.interval.upperBound),
        .number(row.inside.stated), .number(row.above.seen),
        .number(row.above.interval.lowerBound), .number(row.above.interval.upperBound),
        .number(row.above.stated), .number(row.score), .text(advice.finding.rawValue),
        advice.assumption.map { .text($0.rawValue) } ?? .empty,
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  package var json: JSONValue {
    header.document(
      "cadre.calibration/1.0",
      [
        "runs": .array(runs.map { .integer(Int($0)) }),
        "quantities": .array(calibration.rows.map(json)),
        "subjects": .array(calibration.subjects.map(json)),
      ])
  }

  private func json(_ row: CalibrationRow) -> JSONValue {
    let advice = CalibrationAdvice(row)
    return [
      "quantity": .string(row.quantity.rawValue), "subject": .optional(row.subject),
      "runs": .array(row.runs.map { .integer(Int($0)) }), "values": .integer(row.values.count),
      "independent": .number(row.independent), "inside": json(row.inside),
      "aboveMedian": json(row.above), "score": .number(row.score),
      "relativeScore": .optional(row.relativeScore), "timesMedian": .optional(row.timesMedian),
      "finding": .string(advice.finding.rawValue),
      "assumption": .optional(advice.assumption?.rawValue), "advice": .string(advice.sentence),
    ]
  }

  private func json(_ share: CalibrationRow.Share) -> JSONValue {
    [
      "stated": .number(share.stated), "seen": .number(share.seen),
      "low": .number(share.interval.lowerBound), "high": .number(share.interval.upperBound),
    ]
  }
}

extension CalibrationRow {
  /// For people.
  var name: String { subject.map { "\(quantity.name), \($0)" } ?? quantity.name }
}
