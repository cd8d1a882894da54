import Simulation
import Testing

/// Numbers that are found by name, are uniform, and have nothing to do with each other.
@Suite struct ReplicationStreamTests {
  private let stream = ReplicationStream(seed: 7, replication: 3)
  private let checkout = EntityID("service", "checkout")

  /// One line of numbers that must never change, by the published block function alone.
  @Test func isTheBlockOfItsCounter() {
    let month = 5
    let counter = Philox.Block(
      3, UInt32(truncatingIfNeeded: checkout.hash), UInt32(truncatingIfNeeded: checkout.hash >> 32),
      UInt32(DrawPurpose.pages.rawValue) << 26 | UInt32(month) << 18 | 1)
    let halves = Philox.block(counter: counter, key: 7).halves
    let expected = [halves.0, halves.1].map { (Double($0 >> 12) + 0.5) / 0x1p52 }
    let found = [2, 3].map { stream.uniform(checkout, .pages, month: month, draw: $0) }
    #expect(found == expected)
  }

  @Test func theCursorWalksTheNumberedDraws() {
    var draws = stream.draws(checkout, .monthOfLife, month: 2)
    for draw in 0..<9 {
      #expect(draws.uniform() == stream.uniform(checkout, .monthOfLife, month: 2, draw: draw))
    }
  }

  /// Every coordinate has numbers of its own, and none of them runs into another at its ends.
  @Test func everyCoordinateCounts() {
    var seen: Set<Double> = []
    var asked = 0
    for seed: UInt64 in [0, 1, 1 << 40, .max] {
      for replication in [0, 1, 4_000_000_000] {
        let stream = ReplicationStream(seed: seed, replication: replication)
        for entity in [checkout, EntityID("service", "search")] {
          for purpose in [DrawPurpose.parameter, .pages, .turn] {
            for month in [0, 1, 255] {
              for draw in [0, 1, 2, (1 << 19) - 1] {
                seen.insert(stream.uniform(entity, purpose, month: month, draw: draw))
                asked += 1
              }
            }
          }
        }
      }
    }
    #expect(seen.count == asked)
  }

  /// A coordinate beyond its bits would be another's: it is a mistake of the program.
  @Test func coordinatesOutOfRangeAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = ReplicationStream(seed: 1, replication: 1).uniform(
        EntityID("a"), .monthOfLife, month: 256)
    }
    await #expect(processExitsWith: .failure) {
      _ = ReplicationStream(seed: 1, replication: 1)
        .uniform(EntityID("a"), .monthOfLife, draw: 1 << 19)
    }
  }

  /// The largest and smallest numbers are 2⁻⁵³ away from the ends.
  @Test func neverReachesTheEnds() {
    var draws = stream.draws(checkout, .timeToFill)
    for _ in 0..<20_000 {
      let number = draws.uniform()
      #expect(number >= 0x1p-53 && number <= 1 - 0x1p-53 && 1 - (1 - number) == number)
    }
  }

  /// Chi-square over a grid of cells, for neighbours along each coordinate: lack of uniformity and
  /// dependence both show.
  @Test(arguments: ["draw", "month", "replication", "entity", "purpose"])
  func neighboursAreIndependent(along coordinate: String) {
    let side = 16
    var cells = Array(repeating: 0, count: side * side)
    let pairs = 25_600
    for index in 0..<pairs {
      let stream = ReplicationStream(seed: 11, replication: 2 * index)
      let pair =
        switch coordinate {
        case "draw":
          (
            stream.uniform(checkout, .startingBurnout),
            stream.uniform(checkout, .startingBurnout, draw: 1)
          )
        case "month":
          (
            stream.uniform(checkout, .startingBurnout),
            stream.uniform(checkout, .startingBurnout, month: 1)
          )
        case "replication":
          (
            stream.uniform(checkout, .startingBurnout),
            ReplicationStream(seed: 11, replication: 2 * index + 1).uniform(
              checkout, .startingBurnout)
          )
        case "entity":
          (
            stream.uniform(checkout.numbered(0), .startingBurnout),
            stream.uniform(checkout.numbered(1), .startingBurnout)
          )
        default: (stream.uniform(checkout, .startingBurnout), stream.uniform(checkout, .recruiting))
        }
      cells[Int(pair.0 * Double(side)) * side + Int(pair.1 * Double(side))] += 1
    }
    let expected = Array(repeating: 1 / Double(side * side), count: side * side)
    #expect(GoodnessOfFit.chiSquareIsPlausible(cells, probabilities: expected), "\(coordinate)")
  }
}
