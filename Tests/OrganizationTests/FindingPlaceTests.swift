import Organization
import Testing

@Suite struct FindingPlaceTests {
  private static let marked: [String] = [
    minimal("‹C0105›hirng: {}"),
    minimal("hiring: {‹C0105›acceptence: 78 %}"),
    minimal("hiring: {acceptance: ‹C0202›78}"),
    minimal("hiring: {cost-per-hire: ‹C0203›9000}"),
    minimal("hiring: {cost-per-hire: ‹C0205›9000 USD}"),
    minimal("hiring: {cost-per-hire: ‹C0204›9000 apples}"),
    minimal("hiring: {recruiters: ‹C0201›NaN}"),
    minimal("hiring: {recruiters: ‹C0201›.inf}"),
    minimal("hiring: {recruiters: ‹C0202›1e308}"),
    minimal("hiring: {recruiters: ‹C0201›1e999}"),
    minimal("hiring:\n  recruiters: ‹C0201›1,200"),
    minimal("hiring: {freeze: {from: 2027-06, to: ‹C0202›2027-01}}"),
    minimal("hiring: {freeze: {from: ‹C0206›Jan 2027, to: 2027-03}}"),
    minimal("hiring: {freeze: {from: ‹C0207›2027-02-30, to: 2027-03}}"),
    minimal("hiring: {freeze: ‹C0106›{from: 2027-02}}"),
    minimal("hiring: ‹C0107›[1]"),
    minimal("horizon: ‹C0203›24"),
    minimal("horizon: ‹C0202›6 weeks"),
    minimal("horizon: ‹C0202›61 months"),
    minimal("levels: {principal: {like: ‹C0210›staf}}"),
    minimal("levels: {‹C0212›principal: {salary: 150k EUR per year}}"),
    minimal("levels: {a: {like: ‹C0114›b}, b: {like: a}}"),
    minimal("levels: {senior: {like: ‹C0113›mid}}"),
    minimal("events: {sale: {kind: ‹C0209›campain, month: 2027-11}}"),
    minimal("events: {sale: {kind: launch, from: 2027-11, level: 15 %, ‹C0105›peak: 3}}"),
    minimal("events: {sale: {kind: launch, drivers: [‹C0210›order], from: 2027-11, level: 15 %}}"),
    minimal(
      "partners: {nw: {kind: nearshore, rate: 62 EUR per hour, engaged: {‹C0210›wbe: {mid: 1}}}}"),
    minimal("partners: {nw: ‹C0106›{kind: nearshore}}"),
    minimal("partners: {nw: {kind: nearshore, rate: ‹C0203›62 EUR}}"),
    minimal("partners: {‹C0108›n w: {kind: nearshore, rate: 62 EUR per hour}}"),
    minimal("policy: {coverage: {at-least: ‹C0202›95, probability: 90 %}}"),
    minimal("assumptions: {‹C0105›oncall.handling_minute: 90}"),
    minimal("assumptions: {incidents.traffic_elasticity: ‹C0208›{low: 2, likely: 1, high: 3}}"),
    minimal("scenarios: {boom: {drivers: {orders: {growth: ‹C0203›60}}}}"),
    minimal("scenarios: {boom: {‹C0105›cadre: 1}}"),
    minimal("scenarios: {boom: {teams: {‹C0210›wbe: null}}}"),
    minimal("currency: USD\nlevels: ‹C0212›{senior: {salary: 150k USD per year}}"),
    minimal(service: "{owner: ‹C0210›wep}"),
    minimal(service: "{owner: [web, ‹C0210›wep]}"),
    minimal(service: "{owner: web, tier: ‹C0202›5}"),
    minimal(service: "{owner: web, tier: ‹C0202›1.5}"),
    minimal(service: "{owner: web, traffic: {‹C0210›order: 1}}"),
    minimal(service: "{owner: web, workload: ‹C0209›readheavy}"),
    minimal(service: "{owner: web, pages: ‹C0203›3}"),
    minimal(service: "{owner: web, upkeep: ‹C0203›20 hours}"),
    minimal(service: "{owner: web, headroom: ‹C0202›1001}"),
    minimal(service: "{owner: web, documents: [‹C0209›playbook]}"),
    minimal(service: "{owner: web, needs: [‹C0210›cacheing]}"),
    minimal("competencies: [lore, ‹C0108›so so]"),
    minimal("competencies: [‹C0104›caching]"),
    minimal(
      "partners: {nw: {kind: nearshore, rate: 62 EUR per hour, competencies: [‹C0210›lore]}}"),
    minimal().replacing("{people:", with: "{competencies: {‹C0210›cachin: 1}, people:"),
    minimal().replacing("{people:", with: "{competencies: {caching: ‹C0202›7}, people:"),
    minimal().replacing("{people:", with: "{competencies: {caching: ‹C0202›0.5}, people:"),
    minimal().replacing("{people:", with: "{competencies: ‹C0107›[caching], people:"),
    minimal(service: "{owner: web, run-by: ‹C0210›northwind}"),
    minimal(service: "{owner: web, metrics: {‹C0105›sla: 99.9 %}}"),
    minimal(service: "{owner: web, metrics: {slo: ‹C0202›100 %}}"),
    minimal(service: "{owner: web, metrics: {slo: ‹C0202›99.9}}"),
    minimal(service: "{owner: web, metrics: {p99: ‹C0203›300}}"),
    minimal(service: "{owner: web, metrics: {p99: ‹C0204›300 days}}"),
    minimal(service: "{owner: web, metrics: {time-to-recover: ‹C0202›0 min}}"),
    minimal(service: "{owner: web, metrics: {deployments: ‹C0203›20}}"),
    minimal(service: "{owner: web, metrics: {change-failures: ‹C0202›15}}"),
    minimal(service: "{owner: web, metrics: {database-saturation: ‹C0202›0 %}}"),
    minimal(service: "{owner: web, metrics: {cost: ‹C0205›1200 USD per month}}"),
    minimal().replacing("{people:", with: "{retention: {autonomy: ‹C0202›3}, people:"),
    minimal().replacing("{people:", with: "{retention: {growth: ‹C0202›1.5}, people:"),
    minimal().replacing("{people:", with: "{retention: {‹C0105›pay: 2}, people:"),
    minimal("levels: {mid: {promoted-after: ‹C0203›30}}"),
    minimal("levels: {mid: {promoted-after: ‹C0202›-1 months}}"),
    minimal("levels: {staff: {promoted-after: ‹C0113›30 months}}"),
    minimal("levels: {guru: {like: staff, promoted-after: ‹C0113›30 months}}"),
    minimal().replacing("mid: 4", with: "mid: ‹C0202›-4"),
    minimal().replacing("mid: 4", with: "‹C0210›middle: 4"),
    minimal().replacing("growth: 20 %", with: "growth: ‹C0203›20"),
    minimal().replacing("growth: 20 %", with: "growth: ‹C0202›-95 %"),
    minimal().replacing("growth: 20 %", with: "growth: ‹C0202›1001 %"),
    minimal().replacing("{growth: 20 %}", with: "{ceiling: ‹C0202›0}"),
    minimal().replacing("{growth: 20 %}", with: "{holidays: ‹C0113›[DE]}"),
    minimal().replacing(
      "{growth: 20 %}", with: "{changes: ‹C0113›{a: {from: 2026-01-31, treat: outage}}}"),
    minimal().replacing(
      "{growth: 20 %}", with: "{changes: ‹C0113›{a: {from: ‹C0207›2026-02-30, treat: outage}}}"),
    minimal().replacing(
      "{growth: 20 %}", with: "{changes: ‹C0113›{a: {from: ‹C0207›soon, treat: outage}}}"),
    minimal().replacing(
      "{growth: 20 %}", with: "{changes: ‹C0113›{a: {from: 2026-01-31, treat: ‹C0209›outages}}}"),
    minimal().replacing("{growth: 20 %}", with: "{changes: ‹C0113›{a: ‹C0106›{treat: outage}}}"),
    minimal("holidays: ‹C0001›none.yaml"),
    minimal().replacing("cadre: 1", with: "cadre: ‹C0109›2"),
    minimal().replacing("cadre: 1\n", with: "‹C0106›"),
    minimal().replacing(
      "{people:", with: "{rota: {sites: {here: ‹C0211›Europe/Berln}}, people:"),
    minimal().replacing(
      "{people:", with: "{rota: {sites: {here: ‹C0211›../../etc/passwd}}, people:"),
    minimal().replacing("{people:", with: "{rota: ‹C0209›nothing, people:"),
    minimal("‹C0104›teams: {}"),
    minimal("hiring:\n  recruiters: 2\n  acceptance: 78 %\n  ‹C0104›recruiters: 3"),
    minimal("hiring: {recruiters: 2, ‹C0104›recruiters: 3, ‹C0104›\"recruiters\": 4}"),
    minimal("name: ‹C0102›&a x"),
    minimal("name: ‹C0102›*a"),
    minimal("name: {a: [1, ‹C0102›*a]}"),
    minimal("‹C0111›---\nname: x"),
  ]

  @Test(arguments: marked)
  func everyProblemIsFoundWhereItIs(marked: String) {
    let model = MarkedModel(marked)
    #expect(model.findings == model.places)
  }

  @Test func independentProblemsAreAllReportedInFileOrder() {
    let model = MarkedModel(
      """
      cadre: 1
      start: ‹C0206›2027-13
      drivers:
        orders: {growth: ‹C0203›20}
      teams:
        web: {people: {mid: ‹C0202›4.5}, ‹C0105›kindd: service}
      services:
        cart: {owner: ‹C0210›wbe, tier: ‹C0201›one}
        cart2: {owner: web}
      ‹C0105›polcy: {}

      """)
    #expect(model.findings == model.places)
  }

  @Test(arguments: [
    "name: 'it''s & *this*'", "name: \"a \\\" &b\"", "name: a & b *c", "# &a *b",
    "name: |\n  &a\n  *b", "name: x  # &a",
  ])
  func marksInsideTextAreNotAnchors(line: String) {
    #expect(check(minimal(line)).isEmpty)
  }
}
