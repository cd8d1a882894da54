/// What partners may touch of a team's work from a month on.
struct PartnerAccess: Sendable {
  /// Month of the plan.
  let from: Int
  /// By partner: share of the team's work, compliance aside.
  let open: [Double]
  /// By partner: share of the team's compliance work.
  let compliance: [Double]
}
