import Organization

/// What teams lack of what their services need, and what that does to work and pages.
///
/// Depth is in people. Those who leave take their share of it with them. Whoever comes is hired for
/// what is missing and, once ramped up, brings one person's worth: of the most needed thing until one
/// person holds it, then of the next. A gap is what is missing to one person. This is continuous in
/// everything, and more people never leave a larger gap.
struct CompetencyGaps: Sendable {
  /// By pair of service and owner; empty where no team names competencies.
  private var work: [Double] = []
  private var pages: [Double] = []
  /// What is missing today, in competencies, by pair.
  private var today: [Double] = []
  /// Missing competencies by team.
  private var missing: [Double] = []
  /// Of the team looked at last, what each competency lacks to one person.
  private var lacks: [Double] = []

  /// Today's gaps, in teams as they are.
  ///
  /// - Parameters:
  ///   - model: the organisation.
  ///   - seats: of partners that work today, by team.
  init(_ model: StaffingModel, seats: (Int) -> [PartnerCohort]) {
    guard !model.competencies.isEmpty else { return }
    work = [Double](repeating: 1, count: model.competencies.places)
    pages = work
    today = [Double](repeating: 0, count: work.count)
    missing = [Double](repeating: 0, count: model.teams.count)
    for (team, competencies) in model.competencies.teams.enumerated() {
      guard let competencies else { continue }
      settle(
        competencies, staying: competencies.people, rampedUp: 0, partners: seats(team), month: 0,
        model: model)
      for service in competencies.services {
        today[service.place] = gap(service, of: competencies)
      }
    }
    for (team, competencies) in model.competencies.teams.enumerated() {
      guard let competencies else { continue }
      update(
        team, competencies, staying: competencies.people, rampedUp: 0, partners: seats(team),
        month: 0, model: model)
    }
  }

  /// How many times as long work at a service takes the owner at a place of ``Ownership``.
  @inline(__always)
  func work(at place: Int) -> Double { work.isEmpty ? 1 : work[place] }

  /// How many times as many pages as with today's gaps a service has under the owner at a place.
  @inline(__always)
  func pages(at place: Int) -> Double { pages.isEmpty ? 1 : pages[place] }

  /// Competencies that a team needs and lacks, in parts where the last holder is half gone.
  func missing(in team: Int) -> Double { missing.isEmpty ? 0 : missing[team] }

  /// Brings a team's gaps to where its people are in a month.
  mutating func update(
    _ team: Int, _ competencies: TeamCompetencies, turnover: Turnover,
    partners: [PartnerCohort], month: Int, model: StaffingModel
  ) {
    update(
      team, competencies, staying: turnover.staying, rampedUp: turnover.rampedUp,
      partners: partners, month: month, model: model)
  }

  private mutating func update(
    _ team: Int, _ competencies: TeamCompetencies, staying: Double, rampedUp: Double,
    partners: [PartnerCohort], month: Int, model: StaffingModel
  ) {
    settle(
      competencies, staying: staying, rampedUp: rampedUp, partners: partners, month: month,
      model: model)
    missing[team] = lacks.reduce(0, +)
    let rules = model.rules
    for service in competencies.services {
      let gap = min(gap(service, of: competencies), rules.gapMost)
      let before = min(today[service.place], rules.gapMost)
      work[service.place] = 1 + (rules.gapWork - 1) * gap
      pages[service.place] =
        (1 + (rules.gapPages - 1) * gap) / (1 + (rules.gapPages - 1) * before)
    }
  }

  private func gap(_ service: TeamCompetencies.Service, of team: TeamCompetencies) -> Double {
    service.needs.reduce(0) { $0 + lacks[team.needs[$1]] }
  }

  // MARK: The law

  /// Works out what each competency of a team lacks.
  private mutating func settle(
    _ team: TeamCompetencies, staying: Double, rampedUp: Double, partners: [PartnerCohort],
    month: Int, model: StaffingModel
  ) {
    let share = team.people > 0 ? min(1, staying / team.people) : 0
    lacks.removeAll(keepingCapacity: true)
    for depth in team.depths { lacks.append(max(0, 1 - depth * share)) }
    var anything = rampedUp
    for cohort in partners {
      let present = cohort.count * cohort.presence(in: month)
      guard present > 0 else { continue }
      let age = max(0, Double(month) - cohort.start)
      let ramp = model.partners[cohort.partner].rampMonths
      let rampedUp = present * TeamCapacity.readiness(age: age, after: ramp)
      if let brings = team.brings[cohort.partner] {
        fill(with: rampedUp) { brings[$0] }
      } else if cohort.start >= 0 {
        // Seats that work today were not taken for what is missing today.
        anything += rampedUp
      }
    }
    fill(with: anything) { _ in true }
  }

  /// Lets people bring one thing each, the most needed first.
  private mutating func fill(with people: Double, canBring: (Int) -> Bool) {
    var left = people
    for place in lacks.indices where left > 0 && canBring(place) {
      let brought = min(left, lacks[place])
      lacks[place] -= brought
      left -= brought
    }
  }
}
