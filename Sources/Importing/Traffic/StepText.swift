/// Spans of time as PromQL writes them: `90s`, `5m`, `1h30m`, `1d`.
package enum StepText {
  private static let units: [(name: String, seconds: Int)] = [
    ("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
  ]

  /// Whole seconds; `nil` for anything else, for 0 and for more than a century.
  package static func seconds(_ text: some StringProtocol) -> Int? {
    var total = 0
    var rest = Substring(text)
    var nextUnit = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, digits.count <= 9, let number = Int(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard
        let unit = units.indices.dropFirst(nextUnit).first(where: { rest.hasPrefix(units[$0].name) }
        )
      else { return nil }
      rest = rest.dropFirst(units[unit].name.count)
      // Units come from the longest to the shortest, each once.
      nextUnit = unit + 1
      total += number * units[unit].seconds
    }
    return (1...longest).contains(total) ? total : nil
  }

  private static let longest = 3_155_760_000

  /// The same way, in as few units as it takes.
  package static func text(_ seconds: Int) -> String {
    var rest = seconds
    var text = ""
    for unit in units where rest >= unit.seconds {
      text += "\(rest / unit.seconds)\(unit.name)"
      rest %= unit.seconds
    }
    return text.isEmpty ? "0s" : text
  }
}
