import Organization
import Planning
import Testing

@testable import Reporting

/// What is said of a limit is true of the number that stands there.
@Suite struct LimitWordsTests {
  private static let month = YearMonth(year: 2027, month: 5)

  @Test(arguments: [
    (Limit.nights, 2.4, 2.0, "nights on call a week 2.4 > 2 from 2027-05"),
    (.nights, 1.94, 2, "nights on call a week above 2 from 2027-05 (1.9 expected)"),
    (.minimumSeniors, 0.6, 1, "seniors 0.6 < 1 from 2027-05"),
    (.minimumSeniors, 1.2, 1, "seniors below 1 from 2027-05 (1.2 expected)"),
    (.coverage, 0.899, 0.9, "coverage 89.9 % < 90 % from 2027-05"),
  ])
  func aNumberThatKeepsToALimitIsNotSaidToBreakIt(
    limit: Limit, worst: Double, threshold: Double, sentence: String
  ) {
    #expect(limit.sentence(worst: worst, threshold: threshold, from: Self.month) == sentence)
  }
}
