import CadreTestSupport
import Organization
import Testing

@Suite struct TeamHelpDecodingTests {
  private func text(_ helper: String) -> String {
    """
    cadre: 1
    start: 2027-01
    drivers: {orders: {}}
    teams:
      web: {people: {mid: 6}}
      mail: {people: {mid: 6}}
      helper: {people: {mid: 4}, \(helper)}
    services: {cart: {owner: web}}

    """
  }

  private func help(_ helper: String) throws -> TeamHelp? {
    try load(text(helper)).teams[2].help
  }

  @Test func aTeamThatSaysNothingHelpsNobody() throws {
    #expect(try help("kind: platform") == nil)
  }

  @Test func whomAndHowMuchArrive() throws {
    #expect(
      try help("kind: platform, serves: [mail, web, mail], lowers-toil: 20 %")
        == TeamHelp(teams: [1, 0], lowersToil: ThreePoint(0.2)))
    #expect(try help("kind: reliability, serves: all") == TeamHelp(teams: [0, 1]))
    #expect(
      try help("serves: [web], lowers-pages: {low: 5 %, likely: 10 %, high: 20 %}")
        == TeamHelp(teams: [0], lowersPages: ThreePoint(low: 0.05, likely: 0.1, high: 0.2)))
  }

  @Test(arguments: [
    ("kind: platform, serves: [wep]", "there is no team 'wep'"),
    ("kind: platform, serves: [helper]", "'helper' does not belong here"),
    ("kind: platform, lowers-toil: 20 %", "'lowers-toil' does not belong here"),
    ("kind: data, serves: all", "'serves' does not belong here"),
    ("kind: platform, serves: all, lowers-toil: 96 %", "out of range"),
  ])
  func whatMakesNoSenseIsReportedWithItsPlace(helper: String, message: String) {
    let found = check(text(helper))
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.position?.line == 7 })
    #expect(found.allSatisfy { $0.problem.message.contains(message) }, "\(found)")
  }
}
