import Organization

/// Pages and shifts of all sources, in the order of time, with people as numbers.
package struct OnCallRecords: Sendable {
  package let pages: [ReceivedPage]
  /// Their rota is called as the map says, or as the sources do.
  package let shifts: [OnCallShift]
  /// What was read, left out and found.
  package internal(set) var result: ImportResult
  /// The stretch that was asked for.
  package let asked: OnCallSpan
  /// The tools that told something, in the order of the kinds.
  package let kinds: [ImportKind]
  let people: OnCallPeople
  let map: ImportMap

  init(_ book: OnCallBook) {
    let map = book.map
    func named(_ name: String?, _ names: [String: String]) -> String? {
      guard let name, !name.trimmedBlanks.isEmpty else { return nil }
      return names[name.lowercased()] ?? name
    }
    pages = book.pages.map { page in
      var page = page
      page.team = named(page.team, map.teams)
      page.service = named(page.service, map.services)
      return page
    }
    shifts = book.shifts.map { shift in
      var shift = shift
      shift.rota = named(shift.rota, map.teams) ?? ""
      return shift
    }
    result = book.result
    asked = book.asked
    people = book.people
    self.map = map
    let found = Set(pages.map(\.source))
    kinds = ImportKind.allCases.filter(found.contains)
  }
}
