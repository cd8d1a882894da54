import Forecasting

/// What chance does to each of the courses drawn for one driver.
struct CourseLuck {
  /// Where in the scenario's range each course lies; the same for all drivers, which move as one.
  let growth: [Double]
  /// Where in the ranges of events each course lies; unrelated to growth.
  let events: [Double]
  private let driver: Int
  private let seed: UInt64

  init(courses: Int, driver: Int, seed: UInt64) {
    growth = (0..<courses).map { SpreadSequence.value($0, base: 2) }
    events = (0..<courses).map { SpreadSequence.value($0, base: 3) }
    self.driver = driver
    self.seed = seed
  }

  var courses: Int { growth.count }

  /// A number for each course, unrelated to those for any other purpose.
  ///
  /// - Parameter purpose: what it decides, and of which month if it does so every month.
  /// - Returns: above 0 and below 1.
  func numbers(for purpose: String) -> [Double] {
    EvenLuck.draw(courses, seed: seed, index: driver, purpose: purpose)
  }
}
