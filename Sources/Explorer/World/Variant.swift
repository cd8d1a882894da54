package import Organization
package import Simulation

/// A scenario as it is explored: one of the model with what was changed, or a new one.
package struct Variant: Hashable, Sendable {
  package var name: String
  /// The scenario of the file that it builds on; `base` is the model itself.
  package var origin: String
  /// What differs from that, in the order of the first change.
  package var settings: [Setting] = []
  /// Seats that were put together by hand; `nil` follows what the search recommends.
  package var seats: [Seat]?
  /// Whether it stands in the file under its name.
  package var isInFile: Bool

  package init(name: String, origin: String, isInFile: Bool) {
    self.name = name
    self.origin = origin
    self.isInFile = isInFile
  }

  /// Only what mostly differs: it is looked up many times for each screen.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(settings.count)
    hasher.combine(settings.last)
    hasher.combine(seats?.count)
  }

  /// Whether it is not as the file has it.
  package var isChanged: Bool { !isInFile || !settings.isEmpty || seats != nil }

  /// Puts settings in the place of those of the same paths.
  mutating func apply(_ new: [Setting], replacing paths: [String]) {
    let values = Dictionary(new.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    var left = values
    settings = settings.compactMap { setting in
      guard paths.contains(setting.path) else { return setting }
      return left.removeValue(forKey: setting.path)
    }
    settings += new.filter { left[$0.path] != nil }
  }
}
