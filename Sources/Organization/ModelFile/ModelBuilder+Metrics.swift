extension ModelBuilder {
  /// What the file says of a service's success.
  func metrics(_ value: Checked?) -> ServiceMetrics {
    var metrics = ServiceMetrics()
    guard let value else { return metrics }
    metrics.slo = value["slo"]?.exact
    metrics.errorRate = value["error-rate"]?.exact
    metrics.p99Seconds = value["p99"]?.exact
    metrics.p99TargetSeconds = value["p99-target"]?.exact
    metrics.hoursToRecover = value["time-to-recover"]?.number?.scaled(by: 1.0 / 3600)
    metrics.deploymentsPerMonth = value["deployments"]?.number
    metrics.changeFailures = value["change-failures"]?.number
    metrics.databaseSaturation = value["database-saturation"]?.exact
    metrics.costPerMonth = value["cost"]?.exact
    return metrics
  }

  /// The safe peak: as given, else by how far the database is used, else half as much again.
  func headroom(_ service: Checked, _ metrics: ServiceMetrics) -> ThreePoint {
    if let given = service["headroom"]?.number { return given }
    guard let saturation = metrics.databaseSaturation else { return ThreePoint(1.5) }
    return assumptions.row(.metricsSafeSaturation).value.scaled(by: 1 / saturation)
  }
}
