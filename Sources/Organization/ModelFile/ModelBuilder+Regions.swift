extension ModelBuilder {
  mutating func buildRegions() -> [Region] {
    let entries = root["regions"]?.entries ?? []
    let services = NameIndex(root["services"]?.entries.map(\.id) ?? [], kind: "service")
    refuseEvents(namedLike: entries)
    return entries.map { entry in
      let value = entry.value
      let preparation = value["preparation"]?.exact ?? assumptions[.regionPreparationMonths]
      return Region(
        id: entry.id, opens: value["opens"]?.month,
        traffic: value["traffic"]?.number ?? ThreePoint(0),
        drivers: places(of: value["drivers"], in: drivers),
        services: value["services"].map { places(of: $0, in: services) },
        clock: value["zone"].flatMap { site(entry.id, zone: $0) },
        latencyHours: value["latency-work"]?.number ?? ThreePoint(0),
        preparationMonths: max(1, Int(preparation.rounded())),
        hasResidency: value["residency"]?.flag ?? false,
        compliance: (value["compliance"]?.items ?? []).compactMap(\.text),
        market: market(value["hiring"]))
    }
  }

  /// The places of a list of names, each once, in the order of their section.
  private mutating func places(of list: Checked?, in index: NameIndex) -> [Int] {
    let found = (list?.items ?? []).compactMap { item in
      item.text.flatMap { resolve($0, in: index, at: item.position) }
    }
    return Set(found).sorted()
  }

  private func market(_ value: Checked?) -> HiringMarket {
    var market = HiringMarket()
    if let lead = value?["lead"]?.number { market.lead = lead }
    if let salary = value?["salary"]?.number { market.salary = salary }
    if let attrition = value?["attrition"]?.number { market.attrition = attrition }
    return market
  }

  /// The traffic of a region must not come twice: once by itself, once by an event of its name.
  private mutating func refuseEvents(namedLike regions: [Checked.Entry]) {
    let names = Set(regions.filter { $0.value["traffic"] != nil }.map(\.id))
    for event in root["events"]?.entries ?? []
    where names.contains(event.id) && event.value["kind"]?.text == "region" {
      report(
        .misplacedKey(event.id, because: "the region of this name brings its traffic itself"),
        at: event.position)
    }
  }
}
