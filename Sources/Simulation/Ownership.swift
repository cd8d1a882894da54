/// Which teams share the work of each service, in two arrays.
package struct Ownership: Sendable {
  private var ends: [Int] = []
  private var teams: [Int] = []

  init(_ owners: [[Int]]) {
    for group in owners {
      teams += group
      ends.append(teams.count)
    }
  }

  /// Where the owners of a service stand.
  @inline(__always)
  func places(of service: Int) -> Range<Int> {
    (service > 0 ? ends[service - 1] : 0)..<ends[service]
  }

  @inline(__always)
  func team(at place: Int) -> Int { teams[place] }
}
