import Organization

/// An answer of the page view API of Wikimedia: `{"items": [{"article": …, "views": …}]}`.
struct PageViews {
  let path: String
  /// Points by article, or by project where the answer is of whole projects, in the order of the answer.
  private(set) var series: [(name: String, points: [MetricSeries.Point])] = []

  /// What one item says.
  private struct Item {
    var project = ""
    var article: String?
    var timestamp: String?
    var views: Double?
  }

  /// - Throws: ``DiagnosticError`` with the place where it is no such answer.
  init(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
    path = file
    var items: [Item] = []
    var hasItems = false
    do throws(JSONFault) {
      var scanner = JSONScanner(bytes)
      try scanner.members { (scanner, key) throws(JSONFault) in
        guard key == "items" else { return try scanner.skip() }
        hasItems = true
        try scanner.items { (scanner) throws(JSONFault) in items.append(try Self.item(&scanner)) }
      }
      try scanner.finish()
      guard hasItems else { throw JSONFault(reason: "`items` are missing", offset: 0) }
    } catch {
      throw DiagnosticError([
        Diagnostic(
          .syntax("this is no answer of the page view API: \(error.reason)"),
          at: GatheredSeries.position(of: error.offset, in: bytes, file: file))
      ])
    }
    var places: [String: Int] = [:]
    for item in items {
      guard let time = item.timestamp.flatMap({ Int($0) }).flatMap(RowTime.hour) else { continue }
      let name = item.article ?? item.project
      let place = places[name] ?? series.count
      if place == series.count {
        series.append((name, []))
        places[name] = place
      }
      series[place].points.append(MetricSeries.Point(time: time, value: item.views ?? .nan))
    }
  }

  private static func item(_ scanner: inout JSONScanner) throws(JSONFault) -> Item {
    var item = Item()
    try scanner.members { (scanner, key) throws(JSONFault) in
      switch key {
      case "project": item.project = try scanner.string()
      case "article": item.article = try scanner.string()
      case "timestamp":
        let place = scanner.offset
        let text = try scanner.string()
        guard text.utf8.count == 10, Int(text).flatMap(RowTime.hour) != nil else {
          throw JSONFault(
            reason: "'\(Printable.clipped(text))' is no time such as 2015100100", offset: place)
        }
        item.timestamp = text
      case "views":
        if try scanner.kind() == .null { return try scanner.skip() }
        item.views = try scanner.number()
      default: try scanner.skip()
      }
    }
    return item
  }
}
