import Organization
import Reporting

extension RunFacts {
  /// The fields of a recorded run, as documents have them.
  func json(id: Int64) -> [String: JSONValue] {
    [
      "id": .integer(Int(id)), "recorded": .string(recorded.description),
      "command": .string(command), "arguments": .array(arguments.map(JSONValue.string)),
      "generator": .string(header.generator), "seed": .string(String(header.seed)),
      "inputs": .array(
        header.inputs.map { ["path": .string($0.path), "sha256": .string($0.sha256)] }),
      "model": [
        "name": .string(subject.name), "scenario": .string(subject.scenario),
        "start": .string(subject.start.description), "months": .integer(subject.months),
      ],
    ]
  }
}

extension KeyFigure {
  var json: JSONValue {
    let value: JSONValue =
      switch self.value {
      case .number(let number): .number(number)
      case .word(let word): .string(word)
      }
    return ["name": .string(name), "value": value, "unit": .string(unit)]
  }

  /// For people, with the unit.
  var text: String {
    switch value {
    case .word(let word): word
    case .number(let number): Self.text(number, unit: unit)
    }
  }

  static func text(_ number: Double, unit: String) -> String {
    if unit == "share" { return NumberText.percent(number) }
    // A code of a currency is three capitals.
    if unit.utf8.count == 3, unit == unit.uppercased() {
      return NumberText.shortMoney(number, unit)
    }
    return NumberText.plain(number, decimals: 2) + (unit.isEmpty ? "" : " \(unit)")
  }
}

extension RecordedSeat {
  var json: JSONValue {
    [
      "id": .string(id), "team": .string(team), "level": .string(level),
      "partner": .optional(partner), "open": .string(open.description),
      "end": .optional(end?.description),
    ]
  }

  /// For people, such as `payments mid, in-house`.
  var kind: String { "\(team) \(level), \(partner ?? "in-house")" }

  var months: String { end.map { "\(open) to \($0)" } ?? "\(open)" }
}

extension StatedInterval {
  var json: JSONValue {
    [
      "quantity": .string(quantity.rawValue), "subject": .string(subject),
      "start": .string(start.description), "months": .integer(months), "low": .number(low),
      "median": .number(median), "high": .number(high), "probability": .number(probability),
      "aboveMedian": .number(aboveMedian),
    ]
  }
}

extension RecordedRun {
  /// All of the run; the document stands in it as text, byte for byte.
  var json: JSONValue {
    let more: [String: JSONValue] = [
      "figures": .array(result.figures.map(\.json)), "seats": .array(result.seats.map(\.json)),
      "intervals": .array(result.intervals.map(\.json)), "document": .string(result.document),
    ]
    return .object(facts.json(id: id).merging(more) { own, _ in own })
  }
}
