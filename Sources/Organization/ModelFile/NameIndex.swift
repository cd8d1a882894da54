/// Ids of one section with their places in it.
struct NameIndex {
  let kind: String
  private let places: [String: Int]
  private let names: [String]

  init(_ names: [String], kind: String) {
    self.kind = kind
    self.names = names
    places = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String) -> Int? { places[name] }

  func nearest(to name: String) -> String? { Nearest.name(to: name, among: names) }
}
