/// Numbers from zero up, put together into sets, each named by its least member.
///
/// [union-find with path halving: Tarjan & van Leeuwen 1984]
package struct DisjointSets: Sendable {
  /// By number, one that is no greater and in the same set.
  private var parents: [Int]

  /// So many numbers, each by itself.
  package init(count: Int) { parents = Array(0..<count) }

  /// The least number of the set that a number is in.
  ///
  /// - Complexity: O(log count), amortised.
  package mutating func least(with number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// Makes one set of those that two numbers are in.
  package mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (least(with: one), least(with: other))
    parents[max(a, b)] = min(a, b)
  }
}
