/// How the table of teams is sorted.
struct TeamOrder: Hashable, Sendable {
  enum Key: Int, CaseIterable, Sendable {
    case model, name, people, worst, seniors, pages, nights, burnout, knowers, broken

    var title: String {
      switch self {
      case .model: "as in the model"
      case .name: "name"
      case .people: "people"
      case .worst: "worst coverage"
      case .seniors: "senior coverage"
      case .pages: "pages per shift"
      case .nights: "nights a week"
      case .burnout: "burned out"
      case .knowers: "bus factor"
      case .broken: "first broken month"
      }
    }
  }

  var key = Key.model
  var isDescending = false

  /// Sorts by a column; by the same again turns it round.
  mutating func choose(_ key: Key) {
    if self.key == key {
      isDescending.toggle()
    } else {
      self = TeamOrder(key: key, isDescending: false)
    }
  }
}
