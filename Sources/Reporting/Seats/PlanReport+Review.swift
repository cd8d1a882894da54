import Organization
import Planning

extension PlanReport {
  /// What has become of the last plan; nothing where there is none.
  var since: [Page.Block] { review?.blocks(currency: recommendation.organization.currency) ?? [] }
}
