/// What the text of a PromQL query gives away without being understood as a whole.
struct QueryText {
  /// Names that stand before a parenthesis.
  private(set) var functions: Set<String> = []
  /// Spans in brackets, in seconds, such as `[5m]`; of subqueries `[1d:5m]` the longer.
  private(set) var ranges: [Int] = []

  init(_ query: String) {
    var word = ""
    var rest = query.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"", "'", "`": Self.skipText(&rest, quote: scalar)
      case "#": rest = rest.drop { $0 != "\n" }
      case "[":
        let inside = String(String.UnicodeScalarView(rest.prefix { $0 != "]" && $0 != ":" }))
        if let range = StepText.seconds(inside.filter { $0 != " " }) { ranges.append(range) }
      case "(":
        if !word.isEmpty { functions.insert(word) }
      case " ", "\t", "\n", "\r": continue
      default:
        let isPart =
          scalar == "_" || scalar == ":" || ("a"..."z").contains(scalar)
          || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        if isPart {
          word.unicodeScalars.append(scalar)
          continue
        }
      }
      word = ""
    }
  }

  private static func skipText(_ rest: inout Substring.UnicodeScalarView, quote: Unicode.Scalar) {
    while let scalar = rest.popFirst(), scalar != quote {
      if scalar == "\\", quote != "`" { _ = rest.popFirst() }
    }
  }

  /// What the points mean, where the query computes it itself; `nil` where that is open.
  var measure: TrafficMeasure? {
    let isRate = functions.contains("rate") || functions.contains("irate")
    let isCount = functions.contains("increase")
    return isRate == isCount ? nil : isRate ? .rate : .count
  }

  /// The span that all of the query looks back over; `nil` where there is none or several.
  var range: Int? { Set(ranges).count == 1 ? ranges.first : nil }
}
