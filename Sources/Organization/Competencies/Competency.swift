/// A field of knowledge that services need and people hold; a model may add more.
///
/// The list is short on purpose: what decides whether a team can run a service, not what stands in a
/// job advert.
package enum Competency: String, CaseIterable, Sendable {
  case systemDesign = "system-design"
  case backendFundamentals = "backend-fundamentals"
  case relationalData = "relational-data"
  case nonRelationalData = "non-relational-data"
  case caching
  case queuesAndStreaming = "queues-and-streaming"
  case concurrency
  case apiDesign = "api-design"
  case cloudAndContainers = "cloud-and-containers"
  case observability
  case securityAndCompliance = "security-and-compliance"
  case incidentCommand = "incident-command"
  case documentation
  case communication
  /// Having operated a system as large as the largest of the team's services that matter.
  case scale

  /// The ids of all, in order; a model's own come after them.
  package static let ids = allCases.map(\.rawValue)

  /// Its place in ``Organization/competencies``.
  package var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
