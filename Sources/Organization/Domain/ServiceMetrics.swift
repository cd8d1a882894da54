/// What is measured of a service's success, and what is aimed at; `nil` where nobody says.
package struct ServiceMetrics: Hashable, Sendable {
  /// Share of requests that are to be answered well.
  package var slo: Double?
  /// Share of requests that fail today.
  package var errorRate: Double?
  /// Time within which 99 of 100 requests are answered, in seconds.
  package var p99Seconds: Double?
  /// The same as it is aimed at.
  package var p99TargetSeconds: Double?
  /// Hours from a page to a service that works again.
  package var hoursToRecover: ThreePoint?
  package var deploymentsPerMonth: ThreePoint?
  /// Share of deployments that need remediation.
  package var changeFailures: ThreePoint?
  /// How far the database is used at today's peak, 0 to 1.
  package var databaseSaturation: Double?
  /// Money for its infrastructure in a month of today's traffic.
  package var costPerMonth: Double?

  package init() {}

  package var isEmpty: Bool { self == ServiceMetrics() }

  /// Deployments a month that fail; `nil` where either number is missing.
  package var failedChangesPerMonth: Double? {
    guard let deploymentsPerMonth, let changeFailures else { return nil }
    return deploymentsPerMonth.mean * changeFailures.mean
  }
}
