import Foundation
import Testing

@Suite struct ExportCommandTests {
  /// Models whose people come from the file say the same again.
  @Test func aRosterIsReadBackAsItWas() throws {
    let binary = try Binary()
    let model = """
      cadre: 1
      name: Shop
      start: 2027-01
      drivers: {requests: {growth: 10 %}}
      teams:
        shop:
          roster: {file: people.csv}
          rota: {sites: {berlin: Europe/Berlin, tokyo: Asia/Tokyo}}
        search: {people: {mid: 2, senior: 1}}
      services: {cart: {owner: shop}, index: {owner: search}}

      """
    let people = """
      team,level,start,site,on-call\r
      shop,junior,2026-11,tokyo,no\r
      shop,mid,2024-05,berlin,yes\r
      shop,senior,,berlin,yes\r

      """
    try binary.folder.write(model, to: "model.yaml")
    try binary.folder.write(people, to: "people.csv")
    let first = try binary.run("export", "roster", "model.yaml")
    #expect(first.status == 0)
    let rows = first.output.components(separatedBy: "\r\n")
    #expect(rows.prefix(4).joined(separator: "\r\n") + "\r\n" == people)
    #expect(rows.count { $0.hasPrefix("search,") } == 3)
    try binary.folder.write(first.output, to: "again.csv")
    try binary.folder.write(
      model.replacingOccurrences(of: "people.csv", with: "again.csv").replacingOccurrences(
        of: "{people: {mid: 2, senior: 1}}", with: "{roster: {file: again.csv}}"),
      to: "again.yaml")
    #expect(try binary.run("export", "roster", "again.yaml").output == first.output)
  }

  /// Every seat of the plan, in its order, with its own months.
  @Test func seatsAreThoseOfThePlan() throws {
    let binary = try Binary()
    let model = Shipped.model("storefront")
    let plan = try binary.run("plan", model, "--quick", "--format", "json", "-o", "plan.json")
    #expect(plan.status == 0)
    let document = try JSONSerialization.jsonObject(
      with: Data(binary.folder.text(of: "plan.json").utf8))
    let seats = try #require((document as? [String: Any])?["seats"] as? [[String: Any]])
    let table = try binary.run("export", "seats", model, "--plan", "plan.json")
    #expect(table.status == 0)
    let rows = table.output.components(separatedBy: "\r\n").dropLast().map {
      $0.components(separatedBy: ",")
    }
    #expect(rows.count == seats.count + 1)
    let header = try #require(rows.first)
    for (row, seat) in zip(rows.dropFirst(), seats) {
      let cells = Dictionary(uniqueKeysWithValues: zip(header, row))
      for (column, key) in [
        ("requisition", "id"), ("team", "team"), ("level", "level"), ("source", "source"),
        ("open", "open"), ("expected_start", "start"),
      ] { #expect(cells[column] == seat[key] as? String) }
      #expect((Double(cells["cost_per_month"] ?? "") ?? 0) > 1_000)
    }
  }

  @Test func aPlanThatIsNoneIsRefused() throws {
    let binary = try Binary()
    try binary.folder.write("{", to: "plan.json")
    let outcome = try binary.run(
      "export", "seats", Shipped.model("storefront"), "--plan", "plan.json", "-o", "seats.csv")
    #expect(outcome.status == 65)
    #expect(throws: (any Error).self) { try binary.folder.text(of: "seats.csv") }
  }
}
