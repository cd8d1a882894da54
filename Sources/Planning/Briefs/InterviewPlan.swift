/// Which conversation tests which rows of the scorecard, and what it costs.
package struct InterviewPlan: Hashable, Sendable {
  package enum Stage: String, CaseIterable, Sendable {
    case screening, design, code, data, incident, team, debrief

    package var name: String {
      switch self {
      case .screening: "first conversation"
      case .design: "design of a system like ours"
      case .code: "small change and its review"
      case .data: "data under load"
      case .incident: "an incident of the past"
      case .team: "work in the team"
      case .debrief: "debrief"
      }
    }

    /// Rows that it tests; every row is tested in two stages, so that no single opinion decides.
    package var rows: [HiringScorecard.Row] {
      switch self {
      case .screening: [.fundamentals, .communication]
      case .design: [.systemDesign, .database, .scalability]
      case .code: [.fundamentals, .codeQuality]
      case .data: [.database, .scalability, .codeQuality]
      case .incident: [.systemDesign, .ownership]
      case .team: [.communication, .ownership]
      case .debrief: []
      }
    }
  }

  package struct Slot: Hashable, Sendable {
    package var stage: Stage
    /// Engineers' hours for one hire, those of candidates who are not hired among them.
    package var hours: Double
  }

  /// In the order in which they are held.
  package let slots: [Slot]
  /// Engineers' hours that the model charges for a hire.
  package let hours: Double

  /// Share of the hours in which the interviewers decide; a proposal of cadre.
  private static let debrief = 0.15
  private static let testsOfRow = 2.0

  /// Spreads a hire's hours over the stages by the weight of what they test.
  init(_ scorecard: HiringScorecard, hours: Double) {
    self.hours = hours
    let asked = Stage.allCases.filter { $0 != .debrief }
    var left = hours
    var slots = asked.map { stage in
      let weight = stage.rows.reduce(0) { $0 + Double(scorecard.weight(of: $1)) }
      let slot = Slot(
        stage: stage, hours: hours * (1 - Self.debrief) * weight / (100 * Self.testsOfRow))
      left -= slot.hours
      return slot
    }
    // What is left, and not another product, so that nothing is lost in the last bits.
    slots.append(Slot(stage: .debrief, hours: max(0, left)))
    self.slots = slots
  }

  /// Scores that have to be there before anybody decides: one for each row of each stage.
  package var scoresDue: Int { slots.reduce(0) { $0 + $1.stage.rows.count } }
}
