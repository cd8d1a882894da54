/// Lays one tree over another, key by key where the shape says so.
struct Merging {
  /// Whether `null` removes entries: in scenarios, not in included files.
  let removes: Bool
  private(set) var findings: [Diagnostic] = []

  init(removes: Bool) { self.removes = removes }

  /// `over` where both have something to say; findings are entries removed that are not there.
  mutating func merge(_ base: SourceNode, _ over: SourceNode, as shape: Shape) -> SourceNode {
    guard let baseEntries = base.entries, let overEntries = over.entries else { return over }
    switch shape.meant(by: over) {
    case .object(let fields):
      return merge(baseEntries, overEntries, at: base.position) { key in
        fields.first { $0.name == key }
      }
    case .tagged(let common, let cases):
      let fields = common + cases.flatMap(\.fields)
      return merge(baseEntries, overEntries, at: base.position) { key in
        fields.first { $0.name == key }
      }
    case .map(let inner, let isRemovable):
      let field = Field("", inner, "")
      let remaining = isRemovable && removes ? remove(overEntries, from: baseEntries) : baseEntries
      let added = isRemovable && removes ? overEntries.filter { !$0.value.isNull } : overEntries
      return merge(remaining, added, at: base.position) { _ in field }
    case .partial(let inner):
      return merge(base, over, as: inner)
    case .list, .quantity, .choice, .text, .reference, .flag, .month, .date, .version, .either:
      return over
    }
  }

  private mutating func merge(
    _ base: [SourceNode.Entry], _ over: [SourceNode.Entry], at position: SourcePosition,
    field: (String) -> Field?
  ) -> SourceNode {
    var entries = base
    let places = Dictionary(
      base.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in over {
      guard let place = places[entry.key] else {
        entries.append(entry)
        continue
      }
      if let field = field(entry.key), field.merges {
        entries[place].value = merge(base[place].value, entry.value, as: field.shape)
      } else {
        entries[place] = entry
      }
    }
    return SourceNode(position: position, content: .mapping(entries))
  }

  private mutating func remove(
    _ over: [SourceNode.Entry], from base: [SourceNode.Entry]
  ) -> [SourceNode.Entry] {
    let gone = Set(over.filter(\.value.isNull).map(\.key))
    let present = Set(base.map(\.key))
    for entry in over where gone.contains(entry.key) && !present.contains(entry.key) {
      let nearest = Nearest.name(to: entry.key, among: base.map(\.key))
      let problem = Problem.unknownReference(entry.key, kind: "entry", nearest: nearest)
      findings.append(Diagnostic(problem, at: entry.keyPosition))
    }
    return base.filter { !gone.contains($0.key) }
  }
}
