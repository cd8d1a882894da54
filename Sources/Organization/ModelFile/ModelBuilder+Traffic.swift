extension ModelBuilder {
  func buildDrivers() -> [Driver] {
    (root["drivers"]?.entries ?? []).map { entry in
      Driver(
        id: entry.id, history: entry.value["history"].flatMap { data.history($0) },
        growthPerYear: entry.value["growth"]?.number)
    }
  }

  mutating func buildEvents() -> [TrafficEvent] {
    (root["events"]?.entries ?? []).compactMap { entry in
      let moved = (entry.value["drivers"]?.items ?? []).compactMap { item in
        item.text.flatMap { resolve($0, in: drivers, at: item.position) }
      }
      return kind(of: entry.value).map { TrafficEvent(id: entry.id, drivers: moved, kind: $0) }
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
