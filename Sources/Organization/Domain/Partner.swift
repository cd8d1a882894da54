/// Where a partner works from, which decides the defaults of its terms.
package enum PartnerKind: String, CaseIterable, Sendable {
  case onshore, nearshore, offshore
}

/// How a partner was judged: five rows from 0 to 5.
package struct PartnerScorecard: Hashable, Sendable {
  package var highLoad: Double
  package var systemDesign: Double
  package var communication: Double
  package var security: Double
  package var accountability: Double

  package init(
    highLoad: Double, systemDesign: Double, communication: Double, security: Double,
    accountability: Double
  ) {
    self.highLoad = highLoad
    self.systemDesign = systemDesign
    self.communication = communication
    self.security = security
    self.accountability = accountability
  }

  package var mean: Double {
    (highLoad + systemDesign + communication + security + accountability) / 5
  }
}

/// Seats of a partner that work today.
package struct PartnerSeats: Hashable, Sendable {
  /// Index into ``Organization/teams``.
  package var team: Int
  /// Index into ``Organization/levels``.
  package var level: Int
  package var count: Int

  package init(team: Int, level: Int, count: Int) {
    self.team = team
    self.level = level
    self.count = count
  }
}

/// A company that rents out engineers.
package struct Partner: Hashable, Sendable {
  package var id: String
  package var kind: PartnerKind
  /// Money per hour worked by level, indexed like ``Organization/levels``; `nil` is not offered.
  package var ratePerHour: [ThreePoint?]
  /// Most seats at once.
  package var maxSeats: Int
  /// Months from signature to the first working day.
  package var leadMonths: ThreePoint
  package var rampMonths: ThreePoint
  package var minimumTermMonths: Int
  package var noticeMonths: Int
  /// Output relative to an employee of the same level.
  package var productivity: ThreePoint
  /// In-house senior time per seat, as a fraction of a full-time person.
  package var oversight: ThreePoint
  /// Share of what the partner alone knows that is lost when the contract ends.
  package var knowledgeLoss: ThreePoint
  /// Compliance regimes it may work under.
  package var mayTouch: [String]
  package var takesPager: Bool
  package var scorecard: PartnerScorecard?
  package var engaged: [PartnerSeats]
  /// Indices into ``Organization/competencies`` of what its people are good at; empty is anything.
  package var competencies: [Int]

  package init(
    id: String, kind: PartnerKind, ratePerHour: [ThreePoint?], maxSeats: Int,
    leadMonths: ThreePoint, rampMonths: ThreePoint, minimumTermMonths: Int, noticeMonths: Int,
    productivity: ThreePoint, oversight: ThreePoint, knowledgeLoss: ThreePoint,
    mayTouch: [String] = [], takesPager: Bool = false, scorecard: PartnerScorecard? = nil,
    engaged: [PartnerSeats] = [], competencies: [Int] = []
  ) {
    self.id = id
    self.kind = kind
    self.ratePerHour = ratePerHour
    self.maxSeats = maxSeats
    self.leadMonths = leadMonths
    self.rampMonths = rampMonths
    self.minimumTermMonths = minimumTermMonths
    self.noticeMonths = noticeMonths
    self.productivity = productivity
    self.oversight = oversight
    self.knowledgeLoss = knowledgeLoss
    self.mayTouch = mayTouch
    self.takesPager = takesPager
    self.scorecard = scorecard
    self.engaged = engaged
    self.competencies = competencies
  }
}
