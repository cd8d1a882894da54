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

  /// The base and every scenario of the model.
  ///
  /// - Throws: ``Fault/usage(_:help:)`` where one plan cannot be made for all of them.
  func scenarios(of organization: Organization) throws -> [RobustScenario] {
    guard !organization.scenarios.isEmpty else {
      throw Fault.usage(
        "--robust plans for several scenarios, and the model has none",
        help: "cadre help model-file")
    }
    let scenarios = try (["base"] + organization.scenarios).map { name in
      var organization = try console.journal.measure("reading scenario \(name)") {
        try Models.load(path: model.model, scenario: name, files: files).organization
      }
      if let months { organization.months = months }
      return RobustScenario(
        organization, traffic: try console.outlook(of: organization, seed: seed))
    }
    switch RobustScenario.obstacle(to: scenarios) {
    case nil: return scenarios
    case .single: throw Fault.usage("--robust plans for several scenarios, and the model has none")
    case .differs(let scenario, let kind):
      throw Fault.usage(
        "--robust needs the same \(kind) in all scenarios, which '\(scenario)' does not have",
        help: "cadre help model-file")
    }
  }

  /// - Throws: ``Fault/stoppedAtLimit(_:)`` where the solver found nothing in its time.
  func plan(
    for scenarios: [RobustScenario], recommendation: Recommendation, observer: PlanObserver
  ) throws -> RobustPlan {
    let solver: Highs
    do {
      solver = try Highs()
    } catch {
      throw Fault.usage("--robust needs the solver HiGHS: \(error.description)")
    }
    let best = recommendation.recommended
    let watch = observer.watch
    let search = RobustSearch(
      scenarios, strategy: best.strategy == .asIs ? .hybrid : best.strategy, seed: seed,
      solver: solver, watch: watch, perform: { Parallel.perform($0, $1) })
    let reference =
      scenarios.firstIndex { $0.name == recommendation.organization.scenario } ?? 0
    guard let plan = try search.plan(reference: reference, given: best.plan) else {
      throw Fault.stoppedAtLimit("the solver found no plan that keeps to all scenarios in its time")
    }
    return plan
  }
}
