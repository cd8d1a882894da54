/// The hiring market and the organisation's own capacity to hire.
package struct Hiring: Hashable, Sendable {
  /// `nil` means that recruiters do not limit hiring.
  package var recruiters: ThreePoint?
  package var hiresPerRecruiterAndQuarter: ThreePoint
  /// Probability that an offer is accepted.
  package var acceptance: ThreePoint
  /// Fraction of starters who leave within six months.
  package var earlyExit: ThreePoint
  /// Hours that engineers spend on interviews and debriefs per hire.
  package var interviewHoursPerHire: ThreePoint
  /// Money per hire beside engineers' hours.
  package var costPerHire: ThreePoint
  /// No requisition may be opened in these months, backfills included.
  package var freeze: ClosedRange<YearMonth>?

  package init(
    recruiters: ThreePoint? = nil, hiresPerRecruiterAndQuarter: ThreePoint,
    acceptance: ThreePoint, earlyExit: ThreePoint, interviewHoursPerHire: ThreePoint,
    costPerHire: ThreePoint, freeze: ClosedRange<YearMonth>? = nil
  ) {
    self.recruiters = recruiters
    self.hiresPerRecruiterAndQuarter = hiresPerRecruiterAndQuarter
    self.acceptance = acceptance
    self.earlyExit = earlyExit
    self.interviewHoursPerHire = interviewHoursPerHire
    self.costPerHire = costPerHire
    self.freeze = freeze
  }
}
