package import Organization
import Planning
import Reporting
import Simulation
import TerminalKit

/// The explorer as a value: events change it, a function draws it, and what it wants done it says.
package struct Explorer {
  // MARK: What is explored

  /// All that undo brings back.
  struct Draft: Hashable, Sendable {
    var variants: [Variant]
    var current: Int
  }

  /// What is known beside the scene, found in the background.
  struct Refinement: Sendable {
    var answer: Answer?
    var tornado: [TornadoBar] = []
    var recommendation: Recommendation?
    var isQuick = true
    /// The answer of its report and the levers by team, put into words once.
    var words: (answer: [Page.Block], levers: [[Page.Block]]) = ([], [])
    /// Seats that the optimiser had to keep.
    var kept: [Seat] = []
  }

  /// Name of the model file as it was given.
  let modelPath: String
  let seed: UInt64
  let months: Int?
  private var maker: SceneMaker
  var history: History<Draft>
  private(set) var scene: Scene
  /// Scenes of other variants that were looked at, for the list and for comparing.
  var scenes: [Variant: Scene] = [:]
  /// What futures and searches told of a variant.
  var refinements: [Variant: Refinement] = [:]
  private(set) var obstacle: String?

  // MARK: What is looked at

  package internal(set) var size = (width: 80, height: 24)
  package internal(set) var screen = Screen.overview
  var focus = Focus.main
  var overlay: Overlay?
  /// By screen: the row under the cursor.
  var cursor: [Screen: Int] = [:]
  /// Lines that text without a cursor is scrolled by.
  var scroll: [Screen: Int] = [:]
  /// The team that was opened, by its place in the model.
  var openTeam: Int?
  var filter: [Screen: String] = [:]
  var leverFilter = ""
  /// The lever that was turned last, and where to.
  var turned: (id: String, value: Double)?
  var teamOrder = TeamOrder()
  /// The lever under the cursor, by its id, so that it stays when the list changes.
  var lever: String?
  /// Scenarios marked for comparison.
  var marked: [String] = []
  /// Seats that the search has to keep, by their place in the plan.
  var locked: Set<Int> = []
  /// Those that the optimiser was last told to keep.
  var fixedSeats: [Seat] = []
  var isHeatMap = false
  /// The demand of the policy by which teams are judged; `nil` is all of them.
  var demand: Limit?
  var trafficDriver = 0

  // MARK: What goes on

  /// Told at the bottom until the next key.
  var message: Message?
  var generation = 0
  var progress: String?
  var hasMouse = true
  /// The status to leave with; `nil` goes on.
  package internal(set) var exit: Exit?
  private var settled: Variant?
  /// What the work in the background is about.
  var subject: Variant?
  /// Whether anything is going on in the background.
  var isWorking = false
  /// Scenarios that cannot be planned with.
  private var unusable: Set<Variant> = []

  package enum Exit: Hashable, Sendable {
    case done
    case signal(Int32)
    case gone
  }

  struct Message: Hashable, Sendable {
    var text: String
    var role: Role
  }

  /// Opens a model.
  ///
  /// - Parameters:
  ///   - document: the model.
  ///   - path: as it was given.
  ///   - scenario: the one to begin with; `nil` is the base.
  ///   - settings: values that are tried out from the start.
  ///   - months: to plan; `nil` takes the model's.
  ///   - seed: of all random numbers.
  /// - Throws: ``SceneObstacle`` where the scenario cannot be planned with.
  package init(
    _ document: ModelDocument, path: String, scenario: String?, settings: [Setting] = [],
    months: Int?, seed: UInt64
  ) throws(SceneObstacle) {
    modelPath = path
    self.seed = seed
    self.months = months
    maker = SceneMaker(document: document, months: months, seed: seed)
    var variant = Variant(name: scenario ?? "base", origin: scenario ?? "base", isInFile: true)
    variant.settings = settings
    let first = try maker.scene(of: variant)
    let names = ["base"] + first.organization.scenarios
    let variants = names.map { name in
      name == variant.name ? variant : Variant(name: name, origin: name, isInFile: true)
    }
    history = History(
      Draft(variants: variants, current: names.firstIndex(of: variant.name) ?? 0))
    scene = first
    scenes[variant] = first
    lever = first.dials.first?.id
  }

  var draft: Draft { history.present }
  var variant: Variant { draft.variants[min(draft.current, draft.variants.count - 1)] }
  /// Of the scene, so that both are of the same teams until the next scene is made.
  var refinement: Refinement { refinements[scene.variant] ?? Refinement() }

  /// The best answer that is known: of futures, or else of the recursion.
  var answer: Answer { refinement.answer ?? scene.answer }
  var organization: Organization { scene.organization }

  /// The answer to the scenario as the model has it, where something was changed since and both are
  /// known from the same.
  var answerBefore: Answer? {
    guard scene.variant.isChanged else { return nil }
    let origin = scene.variant.origin
    let before = Variant(name: origin, origin: origin, isInFile: true)
    return answer.basis == .means ? scenes[before]?.answer : refinements[before]?.answer
  }

  // MARK: Following

  /// Works out the first answer to whatever changed since, and asks for a better one.
  ///
  /// Events may come faster than answers, so this is done once for all that came together.
  package mutating func settle() -> [Effect] {
    guard variant != settled else { return next() }
    let wanted = variant
    do throws(SceneObstacle) {
      if let known = scenes[wanted] { scene = known } else { scene = try maker.scene(of: wanted) }
      scenes[wanted] = scene
      obstacle = nil
    } catch {
      obstacle = error.sentence
      settled = wanted
      return [.cancel]
    }
    settled = wanted
    subject = wanted
    isWorking = true
    locked = locked.filter { $0 < (wanted.seats?.count ?? 0) }
    forgetOldest()
    generation += 1
    // Futures that were played already need not be played again.
    if refinements[wanted]?.answer?.basis == .futures(Self.mostFutures),
      refinements[wanted]?.recommendation != nil
    {
      progress = nil
      isWorking = false
      return [.cancel]
    }
    return [.refine(work)]
  }

  /// While nothing else is to do, futures of other scenarios that are shown beside this one.
  private mutating func next() -> [Effect] {
    guard screen == .scenarios, !isWorking,
      let other = draft.variants.first(where: {
        scenes[$0] != nil && refinements[$0]?.answer == nil
      }), let scene = scenes[other]
    else { return [] }
    generation += 1
    subject = other
    isWorking = true
    var work = work(on: scene)
    work.needsPlan = false
    work.isShort = true
    return [.refine(work)]
  }

  /// Futures after which nothing is refined any more; the mean is then known to a quarter of what
  /// one with 250 would be.
  package static let mostFutures = 4_000
  private static let mostScenes = 60

  private mutating func forgetOldest() {
    guard scenes.count > Self.mostScenes else { return }
    let kept = Set(draft.variants)
    scenes = scenes.filter { kept.contains($0.key) }
    refinements = refinements.filter { kept.contains($0.key) }
  }

  var work: Work { work(on: scene) }

  private func work(on scene: Scene) -> Work {
    Work(
      generation: generation, organization: scene.organization, outlook: scene.outlook,
      staffing: scene.staffing, seed: seed, needsPlan: refinement.recommendation == nil)
  }

  /// Whether the list of scenarios has some that nobody has looked at.
  package var wantsOthers: Bool { screen == .scenarios && nextOther != nil }

  private var nextOther: Variant? {
    draft.variants.first { scenes[$0] == nil && !unusable.contains($0) }
  }

  /// Looks at another scenario, while nothing else is to do.
  package mutating func prepareNext() {
    guard let next = nextOther else { return }
    do {
      scenes[next] = try maker.scene(of: next)
    } catch {
      unusable.insert(next)
    }
  }

  /// Takes in what the background tells.
  package mutating func take(_ finding: Finding, generation: Int) {
    guard generation == self.generation else { return }
    let variant = subject ?? variant
    switch finding {
    case .futures(let answer, let tornado):
      refinements[variant, default: Refinement()].answer = answer
      refinements[variant, default: Refinement()].tornado = tornado
    case .plan(let recommendation, let isQuick):
      // What the optimiser found is not replaced by what the heuristic would do.
      let known = refinements[variant] ?? Refinement()
      guard !isQuick || known.recommendation == nil || known.isQuick else { return }
      refinements[variant, default: Refinement()].recommendation = recommendation
      let report = PlanReport(
        recommendation, traffic: [], header: RunHeader(generator: "", seed: seed, inputs: []))
      refinements[variant, default: Refinement()].words = (
        report.answer, recommendation.organization.teams.indices.map(report.levers)
      )
      refinements[variant, default: Refinement()].isQuick = isQuick
      refinements[variant, default: Refinement()].kept = isQuick ? [] : fixedSeats
      if !isQuick {
        let strategy = recommendation.recommended.strategy.rawValue
        say("optimised: \(strategy) is recommended; the screens show it", .good)
      }
    case .progress(let words): progress = words
    case .done:
      progress = nil
      isWorking = false
    case .failed(let sentence):
      progress = nil
      isWorking = false
      say(sentence, .bad)
    }
  }

  mutating func say(_ text: String, _ role: Role = .plain) {
    message = Message(text: text, role: role)
  }

  /// Tells what came of an effect.
  package mutating func report(_ text: String, isBad: Bool = false) {
    say(text, isBad ? .bad : .good)
  }

  /// A scenario now stands in the file under a name.
  package mutating func didSave(
    _ saved: Variant, as name: String, to path: String, document: ModelDocument
  ) {
    maker = SceneMaker(document: document, months: months, seed: seed)
    var draft = history.present
    var written = Variant(name: name, origin: name, isInFile: true)
    written.seats = saved.seats
    if let place = draft.variants.firstIndex(of: saved) {
      scenes[written] = nil
      refinements[written] = refinements[saved]
      if saved.isInFile {
        // What was changed is a scenario of its own now, and the one it came from is itself again.
        draft.variants[place].settings = []
        draft.variants[place].seats = nil
        draft.variants.append(written)
        draft.current = draft.variants.count - 1
      } else {
        draft.variants[place] = written
      }
      history.settle(draft)
    }
    say("wrote the scenario \(name) to \(path)", .good)
  }

  /// Whether the mouse is taken from the start.
  package mutating func setMouse(_ isOn: Bool) { hasMouse = isOn }

  /// The seats that were written to a file last, with its name.
  var exportedPlan: (name: String, seats: [Seat])?

  /// A file was written.
  package mutating func didExport(_ name: String) {
    if screen == .plan, name.hasSuffix(".json") { exportedPlan = (name, seats) }
    say("wrote \(name)", .good)
  }

  /// Whether leaving loses anything.
  var hasUnsavedChanges: Bool {
    draft.variants.contains { variant in
      if !variant.settings.isEmpty || !variant.isInFile { return true }
      guard let seats = variant.seats else { return false }
      let recommended = refinements[variant]?.recommendation.map {
        Self.ordered($0.recommended.plan.seats)
      }
      return seats != recommended && seats != exportedPlan?.seats
    }
  }

  // MARK: Changing

  mutating func change(about topic: String? = nil, _ body: (inout Variant) -> Void) {
    history.change(about: topic) { draft in
      guard draft.variants.indices.contains(draft.current) else { return }
      body(&draft.variants[draft.current])
    }
  }
}
