/// "Did you mean": the nearest known name, if it is clearly near.
package enum Nearest {
  /// The known name with the fewest slips from `name`; the first of equals.
  ///
  /// - Complexity: O(*n* · |name|²) in the number of names of a similar length.
  package static func name(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    var limit = slips(allowedFor: wanted.count)
    for candidate in known where abs(candidate.utf8.count - wanted.count) <= limit {
      let distance = distance(wanted, Array(candidate.lowercased().utf8))
      guard distance <= limit else { continue }
      best = (candidate, distance)
      if distance == 0 { break }
      limit = distance - 1
    }
    return best?.name
  }

  /// How many slips still count as near: short names have near neighbours by chance.
  private static func slips(allowedFor length: Int) -> Int {
    length <= 4 ? 1 : length <= 8 ? 2 : 3
  }

  /// Insertions, deletions, changes and swaps of neighbours between two names, the optimal string
  /// alignment form. [Damerau 1964]
  package static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for i in a.indices {
      current[0] = i + 1
      for j in b.indices {
        let change = previous[j] + (a[i] == b[j] ? 0 : 1)
        current[j + 1] = min(change, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
        }
      }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count]
  }
}
