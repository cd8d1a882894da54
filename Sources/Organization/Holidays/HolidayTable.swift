/// The holidays that cadre knows, with what users add.
package struct HolidayTable: Hashable, Sendable {
  /// In file order.
  package private(set) var rows: [HolidayRow]

  package init(rows: [HolidayRow]) { self.rows = rows }

  /// The country codes there are, in file order.
  package var countries: [String] {
    var seen: Set<String> = []
    return rows.map(\.country).filter { seen.insert($0).inserted }
  }

  /// The holidays of one country; none if it is unknown.
  package func rows(of country: String) -> [HolidayRow] {
    rows.filter { $0.country == country }
  }

  /// The holidays of some countries alone.
  package func limited(to countries: Set<String>) -> HolidayTable {
    HolidayTable(rows: rows.filter { countries.contains($0.country) })
  }

  /// With another table's rows added; a row of the same country and id is replaced.
  package func merged(with other: HolidayTable) -> HolidayTable {
    var result = rows
    for row in other.rows {
      if let place = result.firstIndex(where: { $0.country == row.country && $0.id == row.id }) {
        result[place] = row
      } else {
        result.append(row)
      }
    }
    return HolidayTable(rows: result)
  }

  /// The table that this version of cadre ships.
  package static let shipped: HolidayTable = {
    do {
      return try HolidayTable.load(yaml: PackageResources.holidays_yaml)
    } catch {
      fatalError("the shipped holidays cannot be read: \(error)")
    }
  }()
}
