import LinearProgramming
import Organization
import Planning
import Simulation

/// Plans for all scenarios of a model at once.
struct RobustWork {
  let console: Console
  let model: ModelOptions
  let files: DiskFiles
  let months: Int?
  let seed: UInt64
  let effort: EffortOptions

  /// The base and every scenario of the model; none beside the base where it has no scenarios.
  ///
  /// - Throws: ``Fault/usage(_:help:)`` where one plan cannot be made for all of them.
  func scenarios(of organization: Organization) throws -> [RobustScenario] {
    let scenarios = try (["base"] + organization.scenarios).map { name in
      var organization = try console.journal.measure("reading scenario \(name)") {
        try Models.load(
          path: model.model, scenario: name, settings: model.selection.settings, files: files
        ).organization
      }
      if let months { organization.months = months }
      return RobustScenario(
        organization, traffic: try console.outlook(of: organization, seed: seed))
    }
    if case .differs(let scenario, let kind) = RobustScenario.obstacle(to: scenarios) {
      throw Fault.usage(
        "--robust needs the same \(kind) in all scenarios, which '\(scenario)' does not have",
        help: "cadre help model-file")
    }
    return scenarios
  }

  /// What to decide for all of them, compared with the plan for one.
  ///
  /// - Throws: ``PlanningStopped`` where the watch ended the search.
  func answer(
    for scenarios: [RobustScenario], beside recommendation: Recommendation, solver: any Solver,
    watch: PlanningWatch
  ) throws(PlanningStopped) -> RobustAnswer {
    guard scenarios.count > 1 else { return .single }
    let best = recommendation.recommended
    let search = RobustSearch(
      scenarios, strategy: best.strategy == .asIs ? .hybrid : best.strategy, seed: seed,
      solver: solver, settings: effort.robustSettings, watch: watch,
      perform: { Parallel.perform($0, $1) })
    let reference =
      scenarios.firstIndex { $0.name == recommendation.organization.scenario } ?? 0
    return try search.plan(reference: reference, given: best.plan).map { .plan($0) } ?? .notFound
  }
}
