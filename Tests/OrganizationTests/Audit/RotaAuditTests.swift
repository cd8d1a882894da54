import Organization
import Testing

@Suite struct RotaAuditTests {
  private func codes(
    _ rota: Rota, _ members: [Member], partners: [Partner] = [], pages: Double = 0
  ) -> [AuditRule] {
    let team = Team(id: "shop", members: members, rota: rota)
    let service = Service(
      id: "cart", owners: [.team(0)], tier: 4, pages: .rate(ThreePoint(pages)))
    return AuditFixture.codes(teams: [team], services: [service], partners: partners)
  }

  /// On call at most a quarter of the time: four people for each layer.
  @Test(arguments: [(1, 4), (2, 8)])
  func oneSiteNeedsFourPeopleForEachLayer(layers: Int, people: Int) {
    let rota = Rota(layers: layers)
    #expect(codes(rota, AuditFixture.members(people)).isEmpty)
    let short = AuditFixture.members(people - 1) + [Member(level: 1, takesPager: false)]
    #expect(codes(rota, short) == [.rotaTooSmall])
  }

  @Test func partnersCountWhereTheyTakeThePager() {
    for (takesPager, expected) in [(true, []), (false, [AuditRule.rotaTooSmall])] {
      let partner = AuditFixture.partner(
        takesPager: takesPager, engaged: [PartnerSeats(team: 0, level: 1, count: 1)])
      #expect(
        codes(Rota(layers: 2), AuditFixture.members(7), partners: [partner]) == expected)
    }
  }

  @Test func severalSitesNeedSixPeopleEach() {
    let berlin = Site(name: "berlin", zone: "Europe/Berlin", offsetHours: (1, 2))
    let rota = Rota(layers: 1, sites: [.utc, berlin])
    let full = AuditFixture.members(6) + AuditFixture.members(6, site: 1)
    #expect(codes(rota, full) == [.teamTooLarge])
    let short = AuditFixture.members(7) + AuditFixture.members(5, site: 1)
    #expect(codes(rota, short) == [.teamTooLarge, .rotaTooSmall])
  }

  @Test func missedPagesNeedAWayOut() {
    let rota = Rota(layers: 1, hasEscalation: false)
    #expect(codes(rota, AuditFixture.members(4)) == [.rotaWithoutEscalation])
  }

  /// 30.4 pages a month are one a day.
  @Test func aBusyWeekIsTooLongForOnePerson() {
    let four = AuditFixture.members(4)
    #expect(codes(Rota(layers: 1), four, pages: 31) == [.longBusyShift])
    #expect(codes(Rota(layers: 1), four, pages: 30).isEmpty)
    #expect(codes(Rota(layers: 1, shiftHours: 24), four, pages: 31).isEmpty)
    #expect(codes(Rota(layers: 2), AuditFixture.members(8), pages: 31).isEmpty)
  }

  @Test func limitsAreCited() {
    let team = AuditFixture.team("shop", AuditFixture.members(7))
    let finding = AuditFixture.findings(teams: [team], services: []).first
    #expect(finding?.citation == "source of oncall.max_time_share")
    #expect(finding?.measured == 7)
    #expect(finding?.limit == 8)
  }
}
