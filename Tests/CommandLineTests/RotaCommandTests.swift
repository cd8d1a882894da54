import Foundation
import Testing

@Suite struct RotaCommandTests {
  private static let people = """
    person,level,start,on-call
    Ada,senior,2022-03,yes
    "=Bo, SUM(1)",mid,2024-05,yes
    Cy\u{1b}[31m,mid,2024-05,
    Di,mid,2026-12,
    Ed,senior,2021-01,yes
    Flo,staff,2019-01,no

    """

  private func binary(leave: String = "person,from,to\nAda,2027-01-18,2027-01-31\n") throws
    -> Binary
  {
    var binary = try Binary()
    binary.environment["SOURCE_DATE_EPOCH"] = "1796083200"
    try binary.folder.write(Self.people, to: "people.csv")
    try binary.folder.write(leave, to: "leave.csv")
    return binary
  }

  private static let arguments = [
    "rota", Shipped.model("storefront"), "payments", "--people", "people.csv", "--leave",
    "leave.csv",
  ]

  /// What a calendar says is what the document says, read by the import of calendars.
  @Test func theCalendarIsReadBackAsItWasMeant() throws {
    let binary = try binary()
    let document = try binary.run(Self.arguments + ["--ical", "rota.ics", "--format", "json"])
      .document
    let shifts = try #require(document["shifts"] as? [[String: Any]])
    #expect(shifts.count == 26)
    let text = try binary.folder.text(of: "rota.ics")
    #expect(text.components(separatedBy: "BEGIN:VEVENT").count - 1 == 26)
    #expect(text.utf8.allSatisfy { $0 >= 0x20 || $0 == 13 || $0 == 10 })
    #expect(
      text.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy {
        $0.utf8.count <= 75
      })
    let load = try binary.run("oncall", "rota.ics", "--format", "json").document
    let rotas = try #require(load["teams"] as? [[String: Any]])
    #expect(rotas.count == 1)
    #expect(rotas.first?["name"] as? String == "payments")
    let people = try #require(document["people"] as? [[String: Any]])
    // Flo takes no part.
    #expect(people.count == 5)
    #expect(people.reduce(0) { $0 + ($1["hours"] as? Double ?? 0) } == Double(26 * 168 - 2))
  }

  @Test func sameInputsGiveTheSameBytes() throws {
    let binary = try binary()
    let first = try binary.run(Self.arguments + ["--ical", "a.ics"])
    let second = try binary.run(Self.arguments + ["--ical", "b.ics"])
    #expect(first.output == second.output)
    #expect(try binary.folder.text(of: "a.ics") == binary.folder.text(of: "b.ics"))
  }

  @Test func namesAreHarmless() throws {
    let binary = try binary()
    let text = try binary.run(Self.arguments)
    #expect(!text.output.contains("\u{1b}"))
    #expect(!text.errors.contains("Ada"))
    let table = try binary.run(Self.arguments + ["--format", "csv"]).output
    #expect(table.contains("\"'=Bo, SUM(1)\""))
  }

  @Test(arguments: [
    (["rota", Shipped.model("storefront"), "paymets"], 64, "did you mean 'payments'"),
    (["rota", Shipped.model("storefront"), "payments", "--weeks", "0"], 64, "--weeks"),
    (["rota", Shipped.model("storefront"), "payments", "--handover", "25:00"], 64, "--handover"),
    (["rota", Shipped.model("storefront"), "payments", "--from", "2027-02-30"], 64, "--from"),
    (["rota", Shipped.model("storefront"), "payments", "--holidays", "XX"], 64, "XX"),
    (["rota", Shipped.model("storefront"), "payments", "--leave", "leave.csv"], 64, "--people"),
    (["rota", Shipped.model("storefront"), "payments", "--people", "none.csv"], 66, "none.csv"),
  ])
  func whatCannotBeDoneIsSaid(arguments: [String], status: Int, word: String) throws {
    let outcome = try binary().run(arguments)
    #expect(outcome.status == Int32(status))
    #expect(outcome.errors.contains(word))
  }

  @Test func badRowsAreToldWithTheirPlaces() throws {
    let binary = try binary(
      leave: "person,from,to\nZoe,2027-01-18,2027-01-31\nAda,2027-02-02,2027-02-01\n")
    let outcome = try binary.run(Self.arguments)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("leave.csv:2"))
    #expect(outcome.errors.contains("leave.csv:3"))
  }
}
