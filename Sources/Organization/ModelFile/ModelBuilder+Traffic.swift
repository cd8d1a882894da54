extension ModelBuilder {
  mutating func buildDrivers() -> [Driver] {
    let entries = root["drivers"]?.entries ?? []
    let holidays = self.holidays(for: entries)
    return entries.map { entry in
      let history = entry.value["history"].flatMap { data.history($0) }
      let countries = self.countries(entry.value, in: holidays, history: history)
      return Driver(
        id: entry.id, history: history, growthPerYear: entry.value["growth"]?.number,
        ceiling: entry.value["ceiling"]?.exact,
        holidays: countries.isEmpty
          ? HolidayTable(rows: []) : holidays.table.limited(to: countries),
        changes: self.changes(entry.value, history: history))
    }
  }

  mutating func buildEvents() -> [TrafficEvent] {
    (root["events"]?.entries ?? []).compactMap { entry in
      let moved = (entry.value["drivers"]?.items ?? []).compactMap { item in
        item.text.flatMap { resolve($0, in: drivers, at: item.position) }
      }
      return kind(of: entry.value).map {
        TrafficEvent(
          id: entry.id, drivers: moved, kind: $0,
          freezeDays: entry.value["freeze"]?.number ?? ThreePoint(0))
      }
    }
  }

  private func kind(of event: Checked) -> TrafficEvent.Kind? {
    switch event["kind"]?.text {
    case "campaign":
      guard let month = event["month"]?.month, let days = event["days"]?.exact,
        let mean = event["mean"]?.number, let peak = event["peak"]?.number
      else { return nil }
      return .campaign(
        month: month, days: days, mean: mean, peak: peak, yearly: event["yearly"]?.flag ?? false)
    case "launch", "region":
      guard let from = event["from"]?.month, let level = event["level"]?.number else { return nil }
      return .step(from: from, level: level)
    case "viral":
      guard let rate = event["rate"]?.number, let size = event["size"]?.number,
        let days = event["days"]?.number
      else { return nil }
      return .viral(perYear: rate, size: size, days: days)
    default: return nil
    }
  }
}
