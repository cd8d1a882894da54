import Organization

/// How failures of services reach those that depend on them.
///
/// A page of a service also pages a dependent with a share that its architecture lets through. Today's
/// pages of a service hold what came from others already, so that only the rest is its own; where the
/// others alone would make more pages than it has, their share is taken to be smaller.
///
/// Services are worked out in the order of their dependencies. Where these go round in a circle, one
/// of them sees what the other came to in the month before.
struct FailureSpread: Sendable {
  /// All services, those that others depend on first.
  let order: [Int]
  private var ends: [Int] = []
  private var sources: [Int] = []
  private var shares: [Double] = []
  /// Share of today's pages that are a service's own, by service.
  private var own: [Double] = []

  init(_ services: [Service], pagesToday: [Double], factors: WorkFactors) {
    order = Self.order(of: services)
    for (index, service) in services.enumerated() {
      let spread = factors.spread(to: service.architecture)
      let inherited = service.dependsOn.reduce(0) { $0 + spread * pagesToday[$1] }
      let today = pagesToday[index]
      let held = inherited > today ? today / inherited : 1
      for source in service.dependsOn {
        sources.append(source)
        shares.append(spread * held)
      }
      ends.append(sources.count)
      own.append(today > 0 ? max(0, 1 - held * inherited / today) : 1)
    }
  }

  /// Pages of a service with those that others bring.
  ///
  /// - Parameters:
  ///   - service: which.
  ///   - alone: what its own state would make of all of today's pages.
  ///   - expected: pages of all services this month, or of last month where they are not known yet.
  /// - Returns: pages a month, 0 or more.
  func pages(of service: Int, alone: Double, expected: [Double]) -> Double {
    var pages = own[service] * alone
    for place in (service > 0 ? ends[service - 1] : 0)..<ends[service] {
      pages += shares[place] * expected[sources[place]]
    }
    return pages
  }

  /// Whether any service depends on another.
  var isEmpty: Bool { sources.isEmpty }

  /// Depth first, without recursion: a chain may be as long as there are services.
  private static func order(of services: [Service]) -> [Int] {
    guard services.contains(where: { !$0.dependsOn.isEmpty }) else {
      return Array(services.indices)
    }
    var order = [Int]()
    var isSeen = [Bool](repeating: false, count: services.count)
    for start in services.indices where !isSeen[start] {
      isSeen[start] = true
      var path = [(service: start, next: 0)]
      while let last = path.last {
        let dependencies = services[last.service].dependsOn
        if last.next < dependencies.count {
          path[path.count - 1].next += 1
          let next = dependencies[last.next]
          if !isSeen[next] {
            isSeen[next] = true
            path.append((next, 0))
          }
        } else {
          order.append(last.service)
          path.removeLast()
        }
      }
    }
    return order
  }
}
