import Organization

/// How failures of services reach those that depend on them.
///
/// A page of a service also pages a dependent with a share that its architecture lets through. Today's
/// pages of a service hold what came from others already, so that only the rest is its own; where the
/// others alone would make more pages than it has, their share is taken to be smaller.
///
/// Services are worked out in the order of their dependencies. Where these go round in a circle, each
/// sees what the others in it came to in the month before, so that no listing of services matters.
struct FailureSpread: Sendable {
  /// What depends on what, where anything does; the same whatever the numbers are.
  private let shape: Shape?
  /// What one page of each of ``Shape/sources`` brings.
  private var shares: [Double] = []
  /// Share of today's pages that are a service's own, by service.
  private var own: [Double] = []
  /// Pages that services without owners bring, which nothing changes, by service.
  private var fixed: [Double] = []

  /// - Parameters:
  ///   - services: of the organisation.
  ///   - models: the same services with today's pages.
  ///   - factors: what each architecture lets through.
  ///   - other: of the same services with other numbers.
  init(
    _ services: [Service], models: [ServiceModel], factors: WorkFactors, like other: FailureSpread?
  ) {
    shape = if let other { other.shape } else { Shape(services) }
    guard let shape else { return }
    shares.reserveCapacity(shape.sources.count)
    for (index, service) in services.enumerated() {
      let spread = factors.spread(to: service.architecture)
      let inherited = service.dependsOn.reduce(0) { $0 + spread * models[$1].pagesPerMonth }
      let today = models[index].pagesPerMonth
      let held = inherited > today ? today / inherited : 1
      var unowned = 0.0
      for source in service.dependsOn {
        let isOwned = !models[source].owners.isEmpty
        shares.append(isOwned ? spread * held : 0)
        if !isOwned { unowned += spread * held * models[source].pagesPerMonth }
      }
      own.append(today > 0 ? max(0, 1 - held * inherited / today) : 1)
      fixed.append(unowned)
    }
  }

  /// Adds what others bring to the pages that services come to alone.
  ///
  /// - Parameters:
  ///   - pages: by service, what its own state would make of all of today's pages; services without
  ///     owners have 0 and keep it.
  ///   - last: by service, pages of the month before; those of this month afterwards.
  ///   - model: the organisation.
  /// - Complexity: O(services + dependencies), O(1) where there are none.
  func add(to pages: inout [Double], last: inout [Double], model: StaffingModel) {
    guard let shape else { return }
    for service in shape.order where !model.ownership.places(of: service).isEmpty {
      var sum = own[service] * pages[service] + fixed[service]
      for place in shape.places(of: service) {
        let source = shape.sources[place]
        sum += shares[place] * (source < 0 ? last[~source] : pages[source])
      }
      pages[service] = sum
    }
    for service in pages.indices { last[service] = pages[service] }
  }
}

/// Which services depend on which, in the order in which they are worked out.
private struct Shape: Sendable {
  /// All services, those that others depend on first.
  let order: [Int]
  private var ends: [Int] = []
  /// Indices of services; those in a circle with the dependent are complements.
  private(set) var sources: [Int] = []

  /// - Returns: `nil` where nothing depends on anything.
  init?(_ services: [Service]) {
    guard services.contains(where: { !$0.dependsOn.isEmpty }) else { return nil }
    order = Self.order(of: services)
    let circle = Self.circles(of: services)
    for (index, service) in services.enumerated() {
      for source in service.dependsOn {
        let isCircular = circle[index] != nil && circle[index] == circle[source]
        sources.append(isCircular ? ~source : source)
      }
      ends.append(sources.count)
    }
  }

  func places(of service: Int) -> Range<Int> {
    (service > 0 ? ends[service - 1] : 0)..<ends[service]
  }

  /// By service the circle that it is in, if any.
  private static func circles(of services: [Service]) -> [Int?] {
    var circle = [Int?](repeating: nil, count: services.count)
    for (number, members) in DependencyGraph(services).circles.enumerated() {
      for member in members { circle[member] = number }
    }
    return circle
  }

  /// Depth first, without recursion: a chain may be as long as there are services.
  private static func order(of services: [Service]) -> [Int] {
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
