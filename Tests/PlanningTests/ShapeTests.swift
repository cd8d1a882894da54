import CadreTestSupport
import Organization
import Testing

@testable import Planning
@testable import Simulation

/// Other cuts into teams lose nobody and nothing, and are tried in the same futures.
@Suite struct ShapeTests {
  /// What no change of shape may lose or make.
  private struct Whole: Equatable {
    var members: [[Int]]
    var services: [Bool]
    var competencies: [Int: Int]
    var seats: [[Int]]
    /// Hours a month, planned work among them.
    var roadmap: Double

    init(_ organization: Organization) {
      members = organization.teams.flatMap(\.members).map {
        [$0.level, $0.tenureMonths ?? -1, $0.takesPager ? 1 : 0]
      }.sorted { $0.lexicographicallyPrecedes($1) }
      services = organization.services.map { !$0.owningTeams.isEmpty }
      competencies = organization.teams.reduce(into: [:]) { sum, team in
        sum.merge(team.competencies ?? [:]) { $0 + $1 }
      }.filter { $0.value > 0 }
      seats = organization.partners.map { partner in
        organization.levels.indices.map { level in
          partner.engaged.reduce(0) { $0 + ($1.level == level ? $1.count : 0) }
        }
      }
      roadmap = organization.teams.reduce(0) { $0 + ($1.roadmapHoursPerMonth?.mean ?? 0) }
      roadmap += organization.work.reduce(0) { $0 + ($1.teams.isEmpty ? 0 : $1.hoursPerMonth) }
      roadmap = (roadmap * 1e6).rounded() / 1e6
    }
  }

  /// What `organization` has without the parts in which a merge must guess what nobody said.
  private func named(_ organization: Organization) -> Organization {
    var result = organization
    for team in result.teams.indices where result.teams[team].competencies == nil {
      result.teams[team].competencies = [:]
    }
    return result
  }

  @Test(arguments: 0..<200)
  func nobodyAndNothingIsLost(seed: Int) {
    var random = SeededRandom(seed: seed)
    let organization = named(
      ShapeAdvice(RandomOrganization.make(using: &random)).organization)
    let whole = Whole(organization)
    let weights = organization.services.map { _ in random.number(0...100) }
    for team in organization.teams.indices {
      if let split = organization.split(team, weights: weights, complex: []) {
        #expect(Whole(split.organization) == whole, "seed \(seed), split \(team)")
        #expect(split.organization.teams.count == organization.teams.count + 1)
        #expect(split.teams.allSatisfy { !split.organization.teams[$0].members.isEmpty })
      }
      for other in organization.teams.indices where other > team {
        let merged = organization.merged(team, other).organization
        #expect(Whole(merged) == whole, "seed \(seed), merge \(team) and \(other)")
        #expect(merged.teams.count == organization.teams.count - 1)
      }
    }
    let givers = organization.teams.enumerated().flatMap { team, model in
      model.members.prefix(2).map { (team: team, level: $0.level) }
    }
    let founded = organization.founding(.platform, from: givers)
    #expect(Whole(founded.organization) == whole, "seed \(seed), founding")
    #expect(founded.given.values.reduce(0, +) == givers.count)
    for proposal in ShapeAdvice(organization).proposals {
      #expect(Whole(proposal.organization) == whole, "seed \(seed), \(proposal.change)")
      let ids = proposal.organization.teams.map(\.id)
      #expect(Set(ids).count == ids.count)
    }
  }

  /// Two halves joined again are the team that was split.
  @Test func splittingAndMergingComesBack() {
    var example = Self.large
    example.teams[0].competencies = [0: 5, 3: 2]
    let organization = example.organization
    guard
      let split = organization.split(0, weights: [1, 1, 1, 1], complex: [])
    else { return #expect(Bool(false)) }
    let joined = split.organization.merged(0, 1).organization
    #expect(joined.teams.count == 1)
    #expect(joined.teams[0].members.count == 12)
    #expect(joined.teams[0].competencies == example.teams[0].competencies)
    #expect(joined.services.map(\.owners) == organization.services.map(\.owners))
    #expect(joined.teams[0].roadmapHoursPerMonth?.mean == 300)
  }

  private static var large: ExampleOrganization {
    ExampleOrganization(
      teams: [ExampleOrganization.team("core", mid: 8, senior: 4, layers: 2, roadmapHours: 300)],
      services: (0..<4).map { ExampleOrganization.service("s\($0)", pages: 3) })
  }

  @Test func servicesThatDependOnEachOtherStayTogether() {
    var example = Self.large
    example.services[3].dependsOn = [0]
    example.services[2].dependsOn = [1]
    let advice = ShapeAdvice(example.organization)
    let split = advice.proposals.first { $0.change == .split(team: 0) }
    let owners = split?.organization.services.map(\.owningTeams) ?? []
    #expect(owners.count == 4)
    #expect(owners[0] == owners[3])
    #expect(owners[1] == owners[2])
    #expect(owners[0] != owners[1])
    // Nothing is talked about more than before.
    let added = split?.organization.teams.map(\.addedDependencies) ?? []
    #expect(added.allSatisfy { $0 == .none })
  }

  @Test func aCutThroughDependenciesIsPaidFor() {
    var example = Self.large
    for service in 1..<4 { example.services[service].dependsOn = [0] }
    let split = example.organization.split(0, weights: [1, 1, 1, 1], complex: [])
    let added = split?.organization.teams.map(\.addedDependencies.teams) ?? []
    #expect(added.reduce(0, +) == 1)
  }

  @Test func tooFewPeopleAreSaidToBe() {
    let tiny = ExampleOrganization(
      teams: [ExampleOrganization.team("core", mid: 2, layers: 0)],
      services: [ExampleOrganization.service()])
    let advice = ShapeAdvice(tiny.organization)
    #expect(advice.proposals.isEmpty)
    #expect(
      advice.notes == [
        "platform team: only one team would be served",
        "reliability team: only one team would be served",
      ])
    let pair = ExampleOrganization(
      teams: [
        ExampleOrganization.team("one", mid: 3, senior: 1),
        ExampleOrganization.team("two", mid: 3, senior: 2),
      ],
      services: [
        ExampleOrganization.service("a", team: 0), ExampleOrganization.service("b", team: 1),
      ])
    let found = ShapeAdvice(pair.organization)
    #expect(
      found.proposals.map(\.change) == [
        .found(.platform, isHired: true), .found(.reliability, isHired: true),
      ])
    #expect(
      found.notes.contains { $0.hasPrefix("platform team from within: the teams can spare 1") })
  }

  /// What would take too long to try is counted, not tried.
  @Test func manySmallTeamsAreNotAllMerged() {
    let many = ExampleOrganization(
      teams: (0..<200).map { ExampleOrganization.team("t\($0)", mid: 2, senior: 1) },
      services: (0..<2_000).map { ExampleOrganization.service("s\($0)", team: $0 % 200) })
    let advice = ShapeAdvice(many.organization)
    let merges = advice.proposals.filter { if case .merge = $0.change { true } else { false } }
    #expect((12...13).contains(merges.count))
    #expect(advice.notes.contains { $0.hasSuffix("further teams to merge") })
  }

  // MARK: Trials

  private func tried(_ organization: Organization, futures: Int = 20) -> ShapeOutcome {
    let trial = ShapeTrial(
      ShapeAdvice(organization), traffic: .growing(by: 0.1, like: organization), seed: 1,
      futures: futures)
    return trial.outcome(trial.pieces.map(trial.play))
  }

  private static func pair(toil: Double) -> ExampleOrganization {
    ExampleOrganization(
      teams: [
        ExampleOrganization.team("one", mid: 6, senior: 3, roadmapHours: 600),
        ExampleOrganization.team("two", mid: 6, senior: 3, roadmapHours: 600),
      ],
      services: (0..<2).map {
        ExampleOrganization.service("s\($0)", team: $0, pages: 4, upkeep: 100, toil: toil)
      })
  }

  /// A team that lowers nothing and takes people off their work is no gain, whatever the luck.
  @Test func aPlatformThatLowersNothingIsNoGain() throws {
    var example = Self.pair(toil: 100)
    example.assumptions[.shapePlatformLowersToil] = 0
    let outcome = tried(example.organization)
    let within = try #require(
      outcome.tried.first { $0.proposal.change == .found(.platform, isHired: false) })
    #expect(within.verdict == .noGain)
    #expect(within[.cost].mean > 0)
    #expect(outcome.tried.last?.verdict == .noGain)
  }

  @Test func aPlatformIsWorthMoreTheMoreItLowers() throws {
    let changes = try [0.0, 0.3, 0.6].map { share in
      var example = Self.pair(toil: 250)
      example.assumptions[.shapePlatformLowersToil] = share
      let outcome = tried(example.organization)
      return try #require(
        outcome.tried.first { $0.proposal.change == .found(.platform, isHired: false) })
    }
    for (less, more) in zip(changes, changes.dropFirst()) {
      #expect(more[.cost].mean < less[.cost].mean)
      #expect(more[.coverage].mean > less[.coverage].mean)
    }
  }

  @Test func theBestComesFirst() {
    let outcome = tried(Self.pair(toil: 100).organization)
    for (better, worse) in zip(outcome.tried, outcome.tried.dropFirst()) {
      #expect(better.verdict.rawValue <= worse.verdict.rawValue)
      if better.verdict == worse.verdict { #expect(better[.cost].mean <= worse[.cost].mean) }
    }
  }

  /// The figures of the organisation as it is are those of futures nobody compared.
  @Test func todayIsWhatSimulationSays() {
    let organization = Self.pair(toil: 100).organization
    let outcome = tried(organization)
    let plan = FuturePlan(organization, traffic: .growing(by: 0.1, like: organization), seed: 1)
    let batch = FutureJudge(plan).play(0..<20)
    let cost = batch.values(of: .total).reduce(0, +) / 20
    #expect(agree(outcome[.cost].mean, cost))
  }
}
