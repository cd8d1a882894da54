import Organization
import Testing

@Suite struct IncidentFileTests {
  private func read(_ text: String) throws(DiagnosticError) -> [String: IncidentCount] {
    try CSVDataFiles().incidents(path: "i.csv", source: DataFileText(text: text))
  }

  @Test func allServicesShareTheSpanOfTheFile() throws {
    let counts = try read(
      "id,service,time\n1,cart,2026-01-01T03:00Z\n2,search,2025-01-01T00:00Z\n3,cart,2025-06-01\n")
    let months = 366 / 30.4375
    #expect(counts["cart"] == IncidentCount(pages: 2, months: months))
    #expect(counts["search"] == IncidentCount(pages: 1, months: months))
  }

  @Test func aShortFileCountsAsOneMonth() throws {
    #expect(try read("service,time\ncart,2026-01-01\n")["cart"]?.months == 1)
  }

  @Test func badRowsAreReported() {
    let error = #expect(throws: DiagnosticError.self) {
      try read("service,time\n,2026-01-01\na,b\n")
    }
    #expect(error?.diagnostics.map(\.problem.code) == ["C0402", "C0402"])
  }
}
