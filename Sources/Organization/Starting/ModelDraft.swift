/// A model file made from answers, with comments that say what to do about each part.
package struct ModelDraft: Sendable {
  private let sheet: AnswerSheet
  private let preset: ArchetypePreset
  private let archetype: Archetype

  /// - Parameters:
  ///   - sheet: the answers; whatever is missing is as usual.
  ///   - start: the month that the plan begins with where nobody says.
  /// - Precondition: the kind of site is known.
  package init(_ sheet: AnswerSheet, start: YearMonth) {
    self.sheet = sheet.completed(start: start)
    archetype = self.sheet.archetype ?? .saas
    preset = archetype.preset
  }

  /// The file, as YAML.
  package var text: String {
    [head, drivers, events, levels, teams, services, scenarios, rest].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  // MARK: Parts

  private var head: String {
    """
    # A first model, made by 'cadre init' from the preset '\(archetype.rawValue)'. What you were not \
    asked is a
    # guess: replace it by what you know. docs/model-file.md has every key; 'cadre check' says what is
    # wrong, 'cadre plan' whom to hire and when.
    cadre: 1
    name: \(YAMLText.written(sheet[.name]?.text ?? ""))
    currency: \(sheet.currency ?? "EUR")
    start: \(start)
    horizon: \(Int(sheet[.horizon]?.exact ?? 24)) months

    """
  }

  private var start: YearMonth { sheet[.start]?.month ?? YearMonth(year: 2000, month: 1) }

  private var drivers: String {
    let growth = percent(sheet[.growth]?.number ?? ThreePoint(0))
    let lines = preset.drivers.map { "  \($0): {growth: \(growth)}\n" }
    return """
      # What users do that makes work. A history forecasts better than a guess: put a CSV beside this
      # file and write  orders: {history: {file: orders.csv, column: orders}}
      drivers:

      """ + lines.joined()
  }

  private var events: String {
    let entries = [campaign, spikes, region].compactMap(\.self)
    guard !entries.isEmpty else { return "" }
    return "# What moves traffic beside its trend.\nevents:\n" + entries.joined()
  }

  /// The busiest day that is known of: its peak is given, its mean is taken to be half as far up.
  private var campaign: String? {
    guard let peak = sheet[.peak]?.exact, peak > 1 else { return nil }
    let month = Int(sheet[.peakMonth]?.exact ?? 1)
    let ahead = (month - start.month + 12) % 12
    let mean = 1 + (peak - 1) / 2
    return "  \(preset.peakEvent.id):\n    {kind: campaign, month: \(start + ahead), "
      + "days: \(preset.peakEvent.days), mean: \(number(mean)), peak: \(number(peak)), "
      + "yearly: true}\n"
  }

  private var spikes: String? {
    guard let rate = sheet[.spikes]?.number, rate.high > 0 else { return nil }
    return "  spike:\n    {kind: viral, rate: \(written(rate) { "\(number($0)) per year" }), "
      + "size: \(written(preset.spike, number)), days: 2}\n"
  }

  private var region: String? {
    guard let month = sheet[.newRegion]?.month else { return nil }
    return "  new-region:\n    {kind: region, from: \(month), "
      + "level: {low: 5 %, likely: 10 %, high: 20 %}}\n"
  }

  private var levels: String {
    guard let salary = sheet[.salary]?.number else { return "" }
    let currency = sheet.currency ?? "EUR"
    return "# The other levels keep their usual distance from this one.\nlevels:\n  mid: {salary: "
      + written(salary) { "\(number($0)) \(currency) per year" } + "}\n"
  }

  private var teams: String {
    let lines = sheet.teams.map { team in
      let people = zip(Standing.allCases, team.people).filter { $1 > 0 }
        .map { "\($0.name): \($1)" }.joined(separator: ", ")
      return "  \(YAMLText.written(team.id)):\n    people: {\(people)}\n    rota: \(rota)\n"
    }
    return "# People who work together and carry one pager.\nteams:\n" + lines.joined()
  }

  private var rota: String {
    let zones = (sheet[.zones]?.items ?? []).compactMap(\.text)
    let unique = zones.enumerated().filter { !zones[..<$0.offset].contains($0.element) }
      .map(\.element)
    let sites = zip(Self.siteNames(unique), unique).map { "\($0): \(YAMLText.written($1))" }
    let places = sites.isEmpty ? "" : ", sites: {\(sites.joined(separator: ", "))}"
    return "{layers: 1, shift: 1 week\(places)}"
  }

  /// The places that time zones are named after, told apart by number where they are alike.
  private static func siteNames(_ zones: [String]) -> [String] {
    var taken: Set<String> = []
    return zones.map { zone in
      let place = zone.split(separator: "/").last.map { $0.lowercased() } ?? "site"
      let letters = place.filter { $0.isASCII && ($0.isLetter || $0 == "_") }
      let name = letters.isEmpty ? "site" : letters
      var number = 1
      var unique = name
      while !taken.insert(unique).inserted {
        number += 1
        unique = "\(name)-\(number)"
      }
      return unique
    }
  }

  private var services: String {
    let teams = sheet.teams.map(\.id)
    let integrations = self.integrations
    let blocks = preset.services.enumerated().map { place, service in
      let owner = teams[place * teams.count / preset.services.count]
      return block(service, owner: owner, integrations: integrations[place])
    }
    return """
      # What runs in production; tier 1 is the business. Say how often each pages, what is documented
      # and what depends on what, and the plan gets better.
      services:

      """ + blocks.joined()
  }

  private func block(_ service: ServicePreset, owner: String, integrations: Int) -> String {
    let isLive = service.mayBeRealTime && sheet[.realTime]?.flag == true
    var lines = [
      "owner: \(YAMLText.written(owner))", "tier: \(service.tier)",
      "workload: \((isLive ? Workload.realTime : service.workload).rawValue)",
    ]
    if service.architecture != .modular {
      lines.append("architecture: \(service.architecture.rawValue)")
    }
    if !service.drivers.isEmpty {
      lines.append("traffic: {\(service.drivers.map { "\($0): 1" }.joined(separator: ", "))}")
    }
    if integrations > 0 { lines.append("integrations: \(integrations)") }
    let regimes = self.regimes(of: service)
    if !regimes.isEmpty {
      lines.append("compliance: [\(regimes.map(YAMLText.written).joined(separator: ", "))]")
    }
    return "  \(service.id):\n" + lines.map { "    \($0)\n" }.joined()
  }

  /// Third-party systems by service: spread evenly over those that have any.
  private var integrations: [Int] {
    let count = Int(sheet[.integrations]?.exact ?? 0)
    let places = preset.services.indices.filter { preset.services[$0].isIntegrated }
    var result = [Int](repeating: 0, count: preset.services.count)
    for (turn, place) in places.enumerated() {
      result[place] = (count + places.count - 1 - turn) / places.count
    }
    return result
  }

  /// Rules for cards hold where money is, all others where anything sensitive is.
  private func regimes(of service: ServicePreset) -> [String] {
    let all = (sheet[.compliance]?.items ?? []).compactMap(\.text)
    let unique = all.enumerated().filter { !all[..<$0.offset].contains($0.element) }
    return unique.map(\.element).filter { regime in
      switch service.data {
      case .none: false
      case .personal: !regime.lowercased().hasPrefix("pci")
      case .money: true
      }
    }
  }

  /// The ends of what growth may be; of a growth without a range half as much again and half as much,
  /// ten points apart at least.
  private var scenarios: String {
    let growth = sheet[.growth]?.number ?? ThreePoint(0)
    let step = max(0.1, abs(growth.likely) / 2)
    let faster = growth.isExact ? growth.likely + step : growth.high
    let slower = growth.isExact ? growth.likely - step : growth.low
    func scenario(_ name: String, _ growth: Double) -> String {
      let drivers = preset.drivers.map { "\($0): {growth: \(number(growth * 100)) %}" }
      return "  \(name): {drivers: {\(drivers.joined(separator: ", "))}}\n"
    }
    return """
      # What may come instead: 'cadre compare' plans for each and lays the plans side by side.
      scenarios:

      """ + scenario("faster", faster) + scenario("slower", max(-0.9, slower))
  }

  private var rest: String {
    """
    # A company that rents out engineers makes partner and hybrid plans possible.
    # partners:
    #   partner-1:
    #     kind: nearshore
    #     rate: 60 \(sheet.currency ?? "EUR") per hour
    #     pager: true

    # What a plan must keep to; these are the defaults, see 'cadre assumptions'.
    # policy:
    #   coverage: {at-least: \(share(.policyCoverage)), probability: \(share(.policyProbability))}
    #   minimum-seniors: \(number(Assumptions.shipped[.policyMinimumSeniors]))

    """
  }

  // MARK: Words

  private func share(_ id: AssumptionID) -> String {
    "\(number(Assumptions.shipped[id] * 100)) %"
  }

  private func percent(_ value: ThreePoint) -> String {
    written(value) { "\(number($0 * 100)) %" }
  }

  /// One figure where it is exact, three where it is not.
  private func written(_ value: ThreePoint, _ words: (Double) -> String) -> String {
    value.isExact
      ? words(value.likely)
      : "{low: \(words(value.low)), likely: \(words(value.likely)), high: \(words(value.high))}"
  }

  /// Four decimals are more than anybody types.
  private func number(_ value: Double) -> String {
    Printable.number((value * 10_000).rounded() / 10_000)
  }
}
