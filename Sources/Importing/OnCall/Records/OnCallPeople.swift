import Organization

/// Somebody who was on call, as a number without a name.
package struct OnCallPerson: Hashable, Comparable, Sendable {
  let number: Int

  package static func < (a: OnCallPerson, b: OnCallPerson) -> Bool { a.number < b.number }
}

/// Gives people numbers, so that names go no further than this.
///
/// A tool tells an id, a name or an address, and not each of them everywhere. Whoever has the same id is
/// the same person; a name or an address counts where there is no id, without capitals.
struct OnCallPeople {
  private var byID: [String: OnCallPerson] = [:]
  private var byName: [String: OnCallPerson] = [:]
  /// Whether an id is known of each.
  private var hasID: [Bool] = []
  private let zoneNames: [String: String]
  /// The zone that a map gives each.
  private(set) var zones: [String?] = []

  /// - Parameter zones: names of zones by names, addresses and ids of people, lower case.
  init(zones: [String: String]) { zoneNames = zones }

  var count: Int { hasID.count }

  /// The person of an id or of names; `nil` where neither says anything.
  mutating func person(id: String?, names: [String?]) -> OnCallPerson? {
    let id = id.map(Self.key).flatMap { $0.isEmpty ? nil : $0 }
    let names = names.compactMap { $0.map(Self.key) }.filter { !$0.isEmpty }
    guard id != nil || !names.isEmpty else { return nil }
    let person = known(id, names) ?? new()
    if let id {
      byID[id] = person
      hasID[person.number] = true
    }
    for name in names where byName[name] == nil { byName[name] = person }
    if zones[person.number] == nil {
      let told = (names + [id].compactMap(\.self)).compactMap { zoneNames[$0] }
      zones[person.number] = told.first
    }
    return person
  }

  private func known(_ id: String?, _ names: [String]) -> OnCallPerson? {
    if let id, let person = byID[id] { return person }
    let named = names.lazy.compactMap { byName[$0] }.first
    // Two of one name with an id each are two.
    guard let named, id == nil || !hasID[named.number] else { return nil }
    return named
  }

  private mutating func new() -> OnCallPerson {
    hasID.append(false)
    zones.append(nil)
    return OnCallPerson(number: hasID.count - 1)
  }

  private static func key(_ text: String) -> String { text.lowercased().trimmedBlanks }
}
