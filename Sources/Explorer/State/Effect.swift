package import Organization
package import Planning
package import Simulation

/// What the explorer asks of whoever runs it; it does nothing itself.
package enum Effect: Sendable {
  /// Play futures, then search a quick plan, then play more futures.
  case refine(Work)
  /// Search the best plan; seats that have to be in it come with it.
  case optimise(Work, locked: [Seat])
  /// End what is going on in the background.
  case cancel
  case copy(String)
  /// Write a file of this name beside the working directory.
  case export(name: String, text: String)
  /// Write a scenario into the model file.
  case save(Variant, name: String)
  /// Write the model with a scenario to another file.
  case saveCopy(Variant, name: String, file: String)
  case suspend
  case setMouse(Bool)
  case redraw
  case leave
}

/// Something to work out in the background.
package struct Work: Sendable {
  /// Answers that carry another number are no longer wanted.
  package var generation: Int
  package var organization: Organization
  package var outlook: TrafficOutlook
  package var staffing: StaffingPlan
  package var seed: UInt64
  /// Whether a plan is to be searched as well.
  package var needsPlan: Bool
  /// Whether the first thousand futures are enough.
  package var isShort = false

  package var base: FuturePlan {
    FuturePlan(organization, traffic: outlook, staffing: staffing, seed: seed)
  }
}

/// What work in the background has to tell.
package enum Finding: Sendable {
  case futures(Answer, tornado: [TornadoBar])
  /// A plan of the heuristic, or of the optimiser.
  case plan(Recommendation, isQuick: Bool)
  /// What is being done, in a few words.
  case progress(String)
  /// Nothing more will come.
  case done
  case failed(String)
}
