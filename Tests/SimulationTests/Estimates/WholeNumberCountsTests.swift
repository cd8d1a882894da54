import CadreTestSupport
import Simulation
import Testing

/// Counts of whole numbers against the sorted numbers, exactly.
@Suite struct WholeNumberCountsTests {
  @Test(arguments: 0..<40)
  func quantilesAndProbabilitiesAreExact(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let largest = random.count(0...4_095)
    let values = (0..<random.count(1...300)).map { _ in random.count(0...largest) }
    let half = values.count / 2
    // In two blocks, the second one first.
    var counts = values[half...].reduce(into: WholeNumberCounts()) { $0.insert($1) }
    counts.merge(values[..<half].reduce(into: WholeNumberCounts()) { $0.insert($1) })
    #expect(counts == values.reduce(into: WholeNumberCounts()) { $0.insert($1) })
    let sorted = values.sorted()
    for percent in 0...100 {
      let rank = max(1, (percent * sorted.count + 99) / 100)
      let found = try #require(counts.quantile(Double(percent) / 100))
      #expect(Int(found) == sorted[rank - 1], "seed \(seed), \(percent) %")
    }
    for number in [-1, 0, largest / 2, largest] {
      let more = values.count { $0 > number }
      #expect(
        counts.probabilityOfMore(than: number)
          == ProbabilityEstimate(happened: more, count: values.count))
      #expect(counts.occurrences(of: number) == values.count { $0 == number })
    }
  }

  @Test func numbersOutsideAreCountedAsWell() throws {
    var counts = WholeNumberCounts()
    for number in [-1_000_000, -7, 3, 3, 4_095, 4_096, 1_000_000, .max] { counts.insert(number) }
    #expect(counts.count == 8)
    #expect(counts.quantile(0) == -1_000_000 && counts.quantile(0.5) == 3)
    #expect(counts.quantile(1) == Double(Int.max))
    #expect(abs(try #require(counts.quantile(0.25)) + 7) <= 7 * QuantileSketch.relativeError)
    let million = try #require(counts.quantile(0.875))
    #expect(abs(million / 1_000_000 - 1) <= QuantileSketch.relativeError)
    #expect(counts.probabilityOfMore(than: 3).happened == 4)
    #expect(counts.probabilityOfMore(than: 0).happened == 6)
    #expect(counts.probabilityOfMore(than: -1).happened == 6)
    #expect(counts.probabilityOfMore(than: .max).happened == 3)
    #expect(WholeNumberCounts().quantile(0.5) == nil)
  }
}
