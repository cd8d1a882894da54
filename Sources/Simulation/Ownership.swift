/// Which teams share the work of each service, in three arrays.
package struct Ownership: Sendable {
  /// Where the owners of each service begin, and the end of all.
  private var starts: [Int] = [0]
  private var teams: [Int] = []
  private var parts: [Double] = []

  init(_ owners: [[Int]]) {
    for group in owners {
      teams += group
      starts.append(teams.count)
      parts.append(1 / Double(group.count))
    }
  }

  /// Where the owners of a service stand.
  @inline(__always)
  func places(of service: Int) -> Range<Int> {
    Range(uncheckedBounds: (starts[service], starts[service &+ 1]))
  }

  @inline(__always)
  func team(at place: Int) -> Int { teams[place] }

  /// The part of a service's work that each of its owners takes.
  @inline(__always)
  func part(of service: Int) -> Double { parts[service] }
}
