/// Turns a line that somebody typed into what would stand in an answers file.
enum TypedAnswer {
  /// Lists are typed with commas, three points too, and yes is as good as true.
  static func node(_ line: String, for question: ModelQuestion, at position: SourcePosition)
    -> SourceNode
  {
    let text = line.trimmedBlanks
    switch question {
    case .compliance, .zones:
      let items = text == "none" ? [] : parts(text)
      return SourceNode(
        position: position, content: .sequence(items.map { scalar($0, at: position) }))
    case .growth, .spikes, .salary:
      let items = parts(text)
      guard items.count == 3 else { return scalar(text, at: position) }
      return mapping(
        zip(["low", "likely", "high"], items).map { ($0, scalar($1, at: position)) }, at: position)
    case .realTime:
      let word =
        switch text.lowercased() {
        case "yes", "y": "true"
        case "no", "n": "false"
        default: text
        }
      return scalar(word, at: position)
    case .teams:
      let people = Self.people(ModelQuestion.usualPeople, at: position)
      var named: Set<String> = []
      let teams = parts(text).filter { named.insert($0).inserted }
      return mapping(teams.map { ($0, people) }, at: position)
    case .archetype, .horizon, .peak, .peakMonth, .newRegion, .integrations, .name, .currency,
      .start:
      return scalar(text, at: position)
    }
  }

  /// People of a team, typed as `1 junior, 3 mid`.
  static func people(_ line: String, at position: SourcePosition) -> SourceNode {
    mapping(
      parts(line).map { part in
        let words = part.split(separator: " ").map(String.init)
        // `junior 1` says the same.
        let isReversed = words.first?.utf8.allSatisfy { !(48...57).contains($0) } ?? false
        let (count, level) =
          isReversed
          ? (words.dropFirst(), words.prefix(1)) : (words.prefix(1), words.dropFirst())
        return (
          level.joined(separator: " "), scalar(count.joined(separator: " "), at: position)
        )
      }, at: position)
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0).trimmedBlanks }.filter { !$0.isEmpty }
  }

  private static func scalar(_ text: String, at position: SourcePosition) -> SourceNode {
    SourceNode(position: position, content: .scalar(text: text, isQuoted: false))
  }

  private static func mapping(
    _ entries: [(String, SourceNode)], at position: SourcePosition
  ) -> SourceNode {
    SourceNode(
      position: position,
      content: .mapping(
        entries.map { SourceNode.Entry(key: $0.0, keyPosition: position, value: $0.1) }))
  }
}
