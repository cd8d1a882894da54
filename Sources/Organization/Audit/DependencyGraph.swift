/// Which services fail with which.
struct DependencyGraph {
  private let dependsOn: [[Int]]
  private let dependents: [[Int]]

  init(_ services: [Service]) {
    dependsOn = services.map(\.dependsOn)
    var dependents = [[Int]](repeating: [], count: services.count)
    for (index, service) in services.enumerated() {
      for source in service.dependsOn { dependents[source].append(index) }
    }
    self.dependents = dependents
  }

  /// Services that fail with one, directly or not, without itself.
  ///
  /// - Complexity: O(services + dependencies).
  func dependents(of service: Int) -> [Int] {
    guard !dependents[service].isEmpty else { return [] }
    return reached(from: service, by: dependents).filter { $0 != service }
  }

  /// Groups of services that depend on each other in a circle, each in the order of the services.
  ///
  /// Two services are in one group if each is reached from the other.
  /// - Complexity: O(services in circles × dependencies).
  var circles: [[Int]] {
    var groups = [[Int]]()
    var isGrouped = [Bool](repeating: false, count: dependsOn.count)
    for service in inCircles where !isGrouped[service] {
      let forward = Set(reached(from: service, by: dependsOn))
      let group = reached(from: service, by: dependents).filter(forward.contains).sorted()
      guard group.count > 1 else { continue }
      for member in group { isGrouped[member] = true }
      groups.append(group)
    }
    return groups
  }

  /// What is left when services that nothing left depends on, or that depend on nothing left, are
  /// taken away again and again: all that are in circles, and those between two.
  private var inCircles: [Int] {
    var isLeft = [Bool](repeating: true, count: dependsOn.count)
    for edges in [dependsOn, dependents] {
      let others = edges == dependsOn ? dependents : dependsOn
      var open = edges.indices.map { service in edges[service].count { isLeft[$0] } }
      var free = open.indices.filter { isLeft[$0] && open[$0] == 0 }
      while let service = free.popLast() {
        isLeft[service] = false
        for other in others[service] where isLeft[other] {
          open[other] -= 1
          if open[other] == 0 { free.append(other) }
        }
      }
    }
    return isLeft.indices.filter { isLeft[$0] }
  }

  private func reached(from start: Int, by edges: [[Int]]) -> [Int] {
    var isSeen = [Bool](repeating: false, count: edges.count)
    var open = [start]
    isSeen[start] = true
    var found = [Int]()
    while let service = open.popLast() {
      found.append(service)
      for next in edges[service] where !isSeen[next] {
        isSeen[next] = true
        open.append(next)
      }
    }
    return found
  }
}
