/// What the model says of the histories of its drivers.
extension ModelBuilder {
  /// The holidays that drivers may name.
  struct KnownHolidays {
    var table: HolidayTable
    var countries: NameIndex
  }

  /// The shipped table, which takes time to read, only if some driver asks for holidays.
  func holidays(for drivers: [Checked.Entry]) -> KnownHolidays {
    let own = root["holidays"].flatMap { data.holidays($0) }
    let isNeeded = drivers.contains { $0.value["holidays"]?.items.isEmpty == false }
    let shipped = isNeeded ? HolidayTable.shipped : HolidayTable(rows: [])
    let table = own.map { shipped.merged(with: $0) } ?? shipped
    return KnownHolidays(
      table: table, countries: NameIndex(table.countries, kind: "country with holidays"))
  }

  /// The countries that a driver names, known ones only.
  mutating func countries(
    _ driver: Checked, in holidays: KnownHolidays, history: TrafficHistory?
  ) -> Set<String> {
    guard let value = driver["holidays"], !value.items.isEmpty else { return [] }
    if driver["history"] == nil {
      report(
        .misplacedKey("holidays", because: "there is no history to learn them from"),
        at: value.position)
    } else if let history, history.cadence == .weekly || history.cadence == .monthly {
      report(
        .misplacedKey(
          "holidays", because: "the history has no days, only \(history.cadence.rawValue) values"),
        at: value.position)
    }
    var known: Set<String> = []
    for item in value.items {
      guard let name = item.text else { continue }
      if resolve(name, in: holidays.countries, at: item.position) != nil { known.insert(name) }
    }
    return known
  }

  /// What a driver says of its history, in file order.
  mutating func changes(_ driver: Checked, history: TrafficHistory?) -> [KnownChange] {
    guard let value = driver["changes"], !value.entries.isEmpty else { return [] }
    if driver["history"] == nil {
      report(
        .misplacedKey("changes", because: "there is no history to change"), at: value.position)
    }
    return value.entries.compactMap { change($0.value, history: history) }
  }

  private mutating func change(_ value: Checked, history: TrafficHistory?) -> KnownChange? {
    guard let from = value["from"], let first = from.day,
      let treatment = value["treat"]?.text.flatMap(KnownChange.Treatment.init)
    else { return nil }
    let last = value["to"]?.day ?? first
    guard first <= last else {
      report(
        .outOfRange(value: Self.text(last), allowed: "\(Self.text(first)) or later"),
        at: value["to"]?.position ?? value.position)
      return nil
    }
    if let counted = history?.days, !counted.overlaps(first...last) {
      report(
        .outOfRange(
          value: Self.text(first),
          allowed:
            "days of the history, \(Self.text(counted.lowerBound)) to \(Self.text(counted.upperBound))"
        ), at: from.position)
      return nil
    }
    return KnownChange(treatment, days: first...last)
  }

  private static func text(_ day: Int) -> String { CalendarDate.text(day) }
}
