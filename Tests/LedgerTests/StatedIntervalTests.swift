import Organization
import Simulation
import Testing

@testable import Ledger

@Suite struct StatedIntervalTests {
  /// A count cannot be cut where one likes: the middle 80 % of 0, 0, 0, 0, 0, 0, 1, 1, 1, 2 is 0 to 1,
  /// and holds nine of ten.
  @Test func rangesOfCountsSayWhatTheyHold() throws {
    var spread = QuantileSketch()
    for number in [0.0, 0, 0, 0, 0, 0, 1, 1, 1, 2] { spread.insert(number) }
    let stated = try #require(
      StatedInterval(.leavers, "", .of("2027-01"), months: 3, spread))
    #expect(stated.low == 0 && stated.median == 0 && stated.high == 1)
    #expect(abs(stated.probability - 0.9) < 1e-12)
    // Four above, and half of the six that are the median.
    #expect(abs(stated.aboveMedian - 0.7) < 1e-12)
  }

  @Test func nothingPlayedIsNothingStated() {
    #expect(
      StatedInterval(.pages, "web", .of("2027-01"), months: 1, QuantileSketch()) == nil)
  }
}
