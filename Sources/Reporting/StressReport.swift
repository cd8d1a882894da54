package import Organization
package import Planning
import Simulation

/// What fails first under ten times the traffic, and what the loss of somebody breaks.
package struct StressReport: Sendable {
  private let organization: Organization
  /// What traffic makes fail; `nil` where that was not asked.
  private let traffic: Traffic?
  /// What losses do; `nil` where that was not asked.
  private let losses: Losses?
  private let header: RunHeader

  package struct Traffic: Sendable {
    package var most: Double
    /// What rises: all drivers, one, or one service.
    package var subject: String
    package var failures: [StressFailure]

    package init(most: Double, subject: String, failures: [StressFailure]) {
      self.most = most
      self.subject = subject
      self.failures = failures
    }
  }

  package struct Losses: Sendable {
    package var futures: Int
    package var outcomes: [ResilienceOutcome]

    package init(futures: Int, outcomes: [ResilienceOutcome]) {
      self.futures = futures
      self.outcomes = outcomes
    }
  }

  package init(
    _ organization: Organization, traffic: Traffic?, losses: Losses?, header: RunHeader
  ) {
    self.organization = organization
    self.traffic = traffic
    self.losses = losses
    self.header = header
  }

  // MARK: Text

  private static let mostRows = 30

  package var page: Page {
    Page(
      organization.name, subtitles: ["scenario \(organization.scenario)"],
      (traffic.map(blocks) ?? []) + (losses.map(blocks) ?? []))
  }

  private func blocks(of traffic: Traffic) -> [Page.Block] {
    let multiple = NumberText.plain(traffic.most, decimals: 2)
    let heading = Page.Block.heading(
      "What fails on the way to \(multiple) times today's traffic, \(traffic.subject)")
    guard !traffic.failures.isEmpty else { return [heading, .paragraph("nothing", .good)] }
    var table = TextTable(columns: [
      .init("at", .right), .init("what fails", mayShrink: true), .init("remedy", mayShrink: true),
      .init("takes", .right),
    ])
    for failure in traffic.failures.prefix(Self.mostRows) {
      table.add([
        .init(
          failure.multiple <= 1 ? "today" : "x\(NumberText.fixed(failure.multiple, decimals: 1))",
          failure.multiple <= 1 ? .bad : nil),
        .init(words(failure.subject)), .init(words(failure.remedy)),
        .init(NumberText.months(failure.leadMonths)),
      ])
    }
    let left = traffic.failures.count - Self.mostRows
    return [heading, .table(table)]
      + (left > 0 ? [.note("and \(left) more; --format json has all")] : [])
      + [
        .note(
          "traffic rises at once and stays for a year; people, services and their headroom are "
            + "those of today, all else is at its mean; people: ramped up, one in three senior")
      ]
  }

  private func blocks(of losses: Losses) -> [Page.Block] {
    var table = TextTable(columns: [
      .init("if", mayShrink: true), .init("policy kept", .right), .init("change", .right),
      .init("cost", .right, dropRank: 1), .init("newly breaks too often", mayShrink: true),
    ])
    for outcome in losses.outcomes.sorted(by: { $0.keptChange.mean < $1.keptChange.mean }) {
      let points = NumberText.fixed(outcome.keptChange.mean * 100, decimals: 1)
      let error = NumberText.fixed((outcome.keptChange.standardError ?? 0) * 200, decimals: 1)
      table.add([
        .init(outcome.shock.words(in: organization)),
        .init(NumberText.percent(outcome.policyKept)),
        .init("\(points) ± \(error)"),
        .init(NumberText.shortMoney(outcome.costChange.mean, organization.currency)),
        .init(
          outcome.newlyBroken.prefix(2).map(words).joined(separator: "; ")
            + (outcome.newlyBroken.count > 2 ? " and \(outcome.newlyBroken.count - 2) more" : "")),
      ])
    }
    return [
      .heading("What each loss breaks, in \(NumberText.grouped(losses.futures)) futures"),
      .table(table),
      .note(
        "backfills open at once; change in points with twice its standard error, on the same luck"),
    ]
  }

  private func words(_ subject: StressFailure.Subject) -> String {
    switch subject {
    case .service(let index):
      "\(organization.services[index].id): headroom"
    case .team(let index, let limit): "\(organization.teams[index].id): \(limit.name)"
    }
  }

  private func words(_ remedy: StressFailure.Remedy) -> String {
    switch remedy {
    case .scale(let steps, let hours):
      "scale it \(NumberText.count(steps, "time", "times")), \(NumberText.fixed(hours)) h"
    case .people(let count?, _): "\(NumberText.count(count, "person", "people")) more"
    case .fewerPages(let share): "\(NumberText.percent(share)) fewer pages: fix what is noisy"
    case .people(nil, _): "no number of people up to 30; split the work or make less of it"
    }
  }

  private func words(_ broken: NewlyBroken) -> String {
    "\(organization.teams[broken.team].id) \(broken.limit.name) from "
      + (organization.start + broken.from).description
  }

  // MARK: JSON

  package var json: JSONValue {
    header.document(
      "cadre.stress/1.0",
      [
        "model": [
          "name": .string(organization.name), "scenario": .string(organization.scenario),
          "start": .string(organization.start.description), "months": .integer(organization.months),
          "currency": .string(organization.currency),
        ],
        "traffic": traffic.map { traffic in
          [
            "most": .number(traffic.most), "subject": .string(traffic.subject),
            "failures": .array(traffic.failures.map(json)),
          ]
        } ?? .null,
        "losses": losses.map { losses in
          [
            "futures": .integer(losses.futures),
            "outcomes": .array(losses.outcomes.map(json)),
          ]
        } ?? .null,
      ])
  }

  private func json(_ failure: StressFailure) -> JSONValue {
    var fields: [String: JSONValue] = [
      "multiple": .number(failure.multiple), "leadMonths": .number(failure.leadMonths),
    ]
    switch failure.subject {
    case .service(let index): fields["service"] = .string(organization.services[index].id)
    case .team(let index, let limit):
      fields["team"] = .string(organization.teams[index].id)
      fields["limit"] = .string(limit.rawValue)
    }
    switch failure.remedy {
    case .scale(let steps, let hours):
      fields["scaling"] = ["steps": .integer(steps), "hours": .number(hours)]
    case .fewerPages(let share): fields["fewerPages"] = .number(share)
    case .people(let count, let level):
      fields["people"] = [
        "count": count.map(JSONValue.integer) ?? .null,
        "firstLevel": .string(organization.levels[level].id),
      ]
    }
    return .object(fields)
  }

  private func json(_ outcome: ResilienceOutcome) -> JSONValue {
    [
      "loss": .string(outcome.shock.words(in: organization)),
      "policyKept": .number(outcome.policyKept),
      "policyKeptChange": FuturesDocument.json(outcome.keptChange),
      "costChange": FuturesDocument.json(outcome.costChange),
      "newlyBroken": .array(
        outcome.newlyBroken.map { broken in
          [
            "team": .string(organization.teams[broken.team].id),
            "limit": .string(broken.limit.rawValue),
            "from": .string((organization.start + broken.from).description),
          ]
        }),
    ]
  }
}
