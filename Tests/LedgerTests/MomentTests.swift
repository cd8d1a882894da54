import Testing

@testable import Ledger

@Suite struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (1_800_000_000, "2027-01-15T08:00:00Z"),
  ])
  func secondsAreWrittenAsTheTimeInUTC(seconds: Int, text: String) {
    #expect(Moment(seconds: seconds).description == text)
  }

  @Test(arguments: ["2027-02-29", "2027-13-01", "2027-1-1", "2027-01-00", "today", "", "2027-01"])
  func aDayThatDoesNotExistIsNone(text: String) { #expect(Moment(day: text) == nil) }

  @Test func aDayBeginsAtMidnight() {
    #expect(Moment(day: "2027-01-15")?.description == "2027-01-15T00:00:00Z")
  }
}
