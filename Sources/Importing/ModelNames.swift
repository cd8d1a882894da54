package import Organization

/// The teams, services and drivers of a model that is merged into, found without regard to capitals.
package struct ModelNames: Sendable {
  private let teams: [String: String]
  private let services: [String: String]
  private let drivers: [String: String]
  /// Whether there is no model yet.
  let isNew: Bool

  /// - Parameter model: the tree of the model with what it includes; `nil` for a new one.
  package init(_ model: SourceNode? = nil) {
    func names(_ section: String) -> [String: String] {
      Dictionary(
        (model?.value(of: section)?.entries ?? []).map { ($0.key.lowercased(), $0.key) },
        uniquingKeysWith: { first, _ in first })
    }
    isNew = model == nil
    teams = names("teams")
    services = names("services")
    drivers = names("drivers")
  }

  func team(_ name: String) -> String? { teams[name.lowercased()] }
  func nearestTeam(to name: String) -> String? {
    Nearest.name(to: name, among: teams.values.sorted())
  }
  func service(_ name: String) -> String? { services[name.lowercased()] }
  func driver(_ name: String) -> String? { drivers[name.lowercased()] }
}

/// Gives out ids, each once.
struct IDGiver {
  private var taken: Set<String> = []

  /// An id like `name`, or like `namespace.name` where that is taken.
  mutating func id(for name: String, namespace: String? = nil) -> String {
    let plain = Self.cleaned(name)
    if taken.insert(plain.lowercased()).inserted { return plain }
    if let namespace {
      let long = Self.cleaned("\(namespace).\(name)")
      if taken.insert(long.lowercased()).inserted { return long }
    }
    var number = 2
    while true {
      let id = "\(plain.prefix(58))-\(number)"
      if taken.insert(id.lowercased()).inserted { return id }
      number += 1
    }
  }

  /// Takes an id that the model has.
  mutating func take(_ id: String) { taken.insert(id.lowercased()) }

  /// Letters, digits, `-`, `_` and `.` of a name, other things as `-`, at most 63.
  static func cleaned(_ name: String) -> String {
    if Identifier.isValid(name), name.lowercased() != "none" { return name }
    var id = ""
    for scalar in name.unicodeScalars {
      let isKept =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_.".unicodeScalars.contains(scalar))
      if isKept {
        id.unicodeScalars.append(scalar)
      } else if id.last != "-", !id.isEmpty {
        id += "-"
      }
    }
    while id.last == "-" { id.removeLast() }
    if id.isEmpty { return "unnamed" }
    return id.lowercased() == "none" ? "none-team" : String(id.prefix(63))
  }
}
