/// Possible futures, each a value for every step.
package struct SamplePaths: Hashable, Sendable {
  package let count: Int
  package let horizon: Int
  private var storage: [Double]

  init(count: Int, horizon: Int, repeating value: Double = 0) {
    self.count = count
    self.horizon = horizon
    storage = Array(repeating: value, count: count * horizon)
  }

  /// The value of one path at one step, both from 0.
  package subscript(path: Int, step: Int) -> Double {
    get { storage[path * horizon + step] }
    set { storage[path * horizon + step] = newValue }
  }

  /// The first `count` paths, or all if there are fewer.
  package func first(_ count: Int) -> SamplePaths {
    var result = SamplePaths(count: min(count, self.count), horizon: horizon)
    result.storage = Array(storage.prefix(result.count * horizon))
    return result
  }

  /// The values of all paths at one step, smallest first.
  package func sorted(step: Int) -> [Double] {
    (0..<count).map { self[$0, step] }.sorted()
  }
}
