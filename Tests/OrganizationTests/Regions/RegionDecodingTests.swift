import CadreTestSupport
import Organization
import Testing

@Suite struct RegionDecodingTests {
  private static let apac = """
    regions:
      apac:
        opens: 2027-09
        traffic: {low: 5 %, likely: 15 %, high: 30 %}
        drivers: [orders]
        zone: Asia/Tokyo
        latency-work: 300 hours
        preparation: 4 months
        residency: true
        compliance: [appi]
        hiring: {lead: 1.3, salary: 0.8, attrition: 1.2}
    """

  @Test func aModelThatNamesNoneHasNone() throws {
    let model = try load(minimal())
    #expect(model.regions.isEmpty && model.teams[0].region == nil)
    #expect(model.teams[0].rota?.countsPeople == false)
  }

  @Test func everyValueArrives() throws {
    let model = try load(
      minimal(Self.apac).replacing("{people:", with: "{region: apac, people:"))
    let region = try #require(model.regions.first)
    #expect(region.opens == YearMonth(year: 2027, month: 9))
    #expect(region.traffic == ThreePoint(low: 0.05, likely: 0.15, high: 0.3))
    #expect(region.drivers == [0] && region.services == nil)
    #expect(region.clock?.offsetHours.january == 9)
    #expect(region.latencyHours == ThreePoint(300) && region.preparationMonths == 4)
    #expect(region.hasResidency && region.compliance == ["appi"])
    #expect(region.market.lead == ThreePoint(1.3) && region.market.salary == ThreePoint(0.8))
    #expect(region.market.attrition == ThreePoint(1.2))
    #expect(model.teams[0].region == 0)
    #expect(model.trafficEvents.map(\.id) == ["apac"])
    #expect(model.services(usedIn: region) == [0])
  }

  @Test func whatIsLeftOutHasDefaults() throws {
    let region = try load(minimal("regions: {apac: {}}")).regions[0]
    #expect(region.opens == nil && region.traffic == ThreePoint(0) && region.clock == nil)
    #expect(region.latencyHours == ThreePoint(0) && !region.hasResidency)
    #expect(region.preparationMonths == 6 && region.market == HiringMarket())
    #expect(region.step == nil)
  }

  @Test func aTeamInNoRegionHasAHint() {
    let found = check(minimal(Self.apac).replacing("{people:", with: "{region: apax, people:"))
    #expect(found.map(\.problem.message) == ["there is no region 'apax'"])
    #expect(found.map(\.problem.hint) == ["did you mean 'apac'?"])
  }

  @Test(arguments: [
    ("drivers: [order]", "there is no driver 'order'"),
    ("services: [cat]", "there is no service 'cat'"),
    ("latency-work: 300", "'300' has no unit"),
    ("latency-work: 2 weeks", "'2 weeks' has a unit that does not fit"),
    ("traffic: -5 %", "'-5 %' is out of range: 0 to 10000 %"),
    ("zone: Asia/Tokio", "there is no time zone 'Asia/Tokio'"),
    ("hiring: {lead: 0}", "'0' is out of range: 0.1 to 10"),
  ])
  func slipsAreFindings(line: String, message: String) {
    let found = check(minimal("regions: {apac: {\(line)}}"))
    #expect(found.count == 1 && found.first?.position?.line == 9)
    #expect(found.first?.problem.message == message)
  }

  /// One name, one rise.
  @Test func anEventOfTheSameNameIsRefused() {
    let event = "events: {apac: {kind: region, from: 2027-09, level: 5 %}}"
    let found = check(minimal(Self.apac + "\n" + event))
    #expect(found.map(\.problem.code) == ["C0113"])
    #expect(check(minimal("regions: {apac: {}}\n" + event)).isEmpty)
  }

  @Test func aScenarioPutsAnOpeningOffOrDropsIt() throws {
    let text = minimal(
      Self.apac + "\nscenarios: {later: {regions: {apac: {opens: 2028-03}}}, "
        + "never: {regions: {apac: null}}}")
    let later = try load(text, scenario: "later").regions
    #expect(later[0].opens == YearMonth(year: 2028, month: 3) && later[0].hasResidency)
    #expect(try load(text, scenario: "never").regions.isEmpty)
  }

  // MARK: Who sits where

  private func sites(_ text: String) -> String {
    minimal().replacing("{people:", with: "{rota: {sites: {\(text)}}, people:")
  }

  @Test func peopleSitWhereTheModelSays() throws {
    let team = try load(
      sites("a: {zone: Europe/Berlin, people: 4}, b: {zone: Asia/Tokyo, people: 2}")
    ).teams[0]
    #expect(team.rota?.countsPeople == true)
    #expect((0...1).map { site in team.members.count { $0.site == site } } == [4, 2])
    #expect(team.rota?.sites.map(\.zone) == ["Europe/Berlin", "Asia/Tokyo"])
  }

  @Test func aSiteThatDoesNotSayHasTheRest() throws {
    let team = try load(sites("a: {zone: Europe/Berlin, people: 1}, b: Asia/Tokyo")).teams[0]
    #expect((0...1).map { site in team.members.count { $0.site == site } } == [1, 5])
  }

  @Test func sitesThatDoNotSayShareEvenly() throws {
    let team = try load(sites("a: Europe/Berlin, b: {zone: Asia/Tokyo}")).teams[0]
    #expect(team.rota?.countsPeople == false)
    #expect(team.members.map(\.site) == [0, 1, 0, 1, 0, 1])
  }

  @Test(arguments: [
    (
      "a: {zone: UTC, people: 7}, b: UTC",
      "'7' is out of range: people at sites, at most the team's 6"
    ),
    (
      "a: {zone: UTC, people: 1}, b: {zone: UTC, people: 1}",
      "'2' is out of range: people at sites, the team's 6"
    ),
  ])
  func peopleAreNeitherLostNorMade(sites text: String, message: String) {
    #expect(check(sites(text)).map(\.problem.message) == [message])
  }
}
