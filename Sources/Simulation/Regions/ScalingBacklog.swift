/// What is left of work that makes services fit for their traffic, by service.
struct ScalingBacklog: Sendable {
  /// Of the steps that growth makes due.
  var steps: [Double]
  /// Of what regions need before they open; empty where there are none.
  var openings: [Double]

  init(_ model: StaffingModel) {
    steps = [Double](repeating: 0, count: model.services.count)
    openings = model.expansion == nil ? [] : steps
  }

  /// Lets nothing be left.
  mutating func clear() {
    for service in steps.indices { steps[service] = 0 }
    for service in openings.indices { openings[service] = 0 }
  }
}
