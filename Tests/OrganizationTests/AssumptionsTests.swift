import Organization
import Testing

@Suite struct AssumptionsTests {
  @Test func theShippedTableHasEveryRow() {
    #expect(Assumptions.shipped.rows.map(\.id) == AssumptionID.allCases)
  }
}
