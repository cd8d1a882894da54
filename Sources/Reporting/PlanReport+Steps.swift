import Organization
import Planning
import Simulation

extension PlanReport {
  /// People who change teams; nothing where nobody does.
  var transfers: [Page.Block] {
    guard !recommendation.transfers.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("month"), .init("n", .right), .init("from", mayShrink: true),
      .init("to", mayShrink: true), .init("level"), .init("ready", dropRank: 2),
      .init("without it", mayShrink: true, dropRank: 1), .init("since", dropRank: 3),
    ])
    for (first, count) in transferGroups {
      let transfer = first.transfer
      table.add([
        .init(month(transfer.month), .emphasis), .init("\(count)"),
        .init(organization.teams[transfer.from].id), .init(organization.teams[transfer.to].id),
        .init(organization.levels[transfer.level].id), .init(month(Int(first.readyMonth))),
        .init(first.reason.map { shortSentence($0) } ?? "", .muted),
        .init(first.reason.map { month($0.firstMonth) } ?? "", .muted),
      ])
    }
    let share = NumberText.percent(organization.assumptions[.rampTransfer])
    return [
      .heading("People to move to other teams"), .table(table),
      .note(
        "Nobody is recruited for a move; whoever moves ramps up again, for \(share) of a hire's time."
      ),
    ]
  }

  /// Transfers that differ in nothing but their number, in order.
  var transferGroups: [(first: PlannedTransfer, count: Int)] {
    var groups = [(first: PlannedTransfer, count: Int)]()
    for planned in recommendation.transfers {
      if groups.last?.first.transfer != planned.transfer { groups.append((planned, 0)) }
      groups[groups.count - 1].count += 1
    }
    return groups
  }

  /// People who are promoted by decision; nothing where nobody is.
  var promotions: [Page.Block] {
    guard !recommendation.rises.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init("month"), .init("n", .right), .init("team", mayShrink: true), .init("level"),
      .init("without it", mayShrink: true, dropRank: 1), .init("since", dropRank: 2),
    ])
    for (first, count) in promotionGroups {
      let rise = first.rise
      table.add([
        .init(month(rise.month), .emphasis), .init("\(count)"),
        .init(organization.teams[rise.team].id), .init(organization.levels[rise.level].id),
        .init(first.reason.map { shortSentence($0) } ?? "", .muted),
        .init(first.reason.map { month($0.firstMonth) } ?? "", .muted),
      ])
    }
    return [
      .heading("People to promote"), .table(table),
      .note(
        "Each to the next level, beside whoever is promoted anyway; in a year no more than the share "
          + "that usually is (promotion.per_year) of those who have the time behind them."),
    ]
  }

  /// Promotions that differ in nothing but their number, in order.
  var promotionGroups: [(first: PlannedRise, count: Int)] {
    var groups = [(first: PlannedRise, count: Int)]()
    for planned in recommendation.rises {
      if groups.last?.first.rise != planned.rise { groups.append((planned, 0)) }
      groups[groups.count - 1].count += 1
    }
    return groups
  }

  /// The transfers of the recommended plan.
  var transfersJSON: JSONValue {
    .array(
      recommendation.transfers.map { planned in
        var fields = fieldsOf(planned.transfer)
        fields["id"] = .string(planned.id)
        fields["ready"] = .string(month(Int(planned.readyMonth)))
        fields["reason"] = planned.reason.map(json) ?? .null
        return .object(fields)
      })
  }

  /// Transfers of a plan that nothing more is known of.
  func json(_ transfers: [Transfer]) -> JSONValue {
    .array(
      zip(transfers, StepID.all(of: transfers, in: organization)).map { transfer, id in
        .object(fieldsOf(transfer).merging(["id": .string(id)]) { own, _ in own })
      })
  }

  /// The promotions of the recommended plan.
  var promotionsJSON: JSONValue {
    .array(
      recommendation.rises.map { planned in
        var fields = fieldsOf(planned.rise)
        fields["id"] = .string(planned.id)
        fields["reason"] = planned.reason.map(json) ?? .null
        return .object(fields)
      })
  }

  /// Promotions of a plan that nothing more is known of.
  func json(_ rises: [Rise]) -> JSONValue {
    .array(
      zip(rises, StepID.all(of: rises, in: organization)).map { rise, id in
        .object(fieldsOf(rise).merging(["id": .string(id)]) { own, _ in own })
      })
  }

  private func fieldsOf(_ rise: Rise) -> [String: JSONValue] {
    [
      "team": .string(organization.teams[rise.team].id),
      "level": .string(organization.levels[rise.level].id),
      "month": .string(month(rise.month)),
    ]
  }

  private func fieldsOf(_ transfer: Transfer) -> [String: JSONValue] {
    [
      "from": .string(organization.teams[transfer.from].id),
      "to": .string(organization.teams[transfer.to].id),
      "level": .string(organization.levels[transfer.level].id),
      "month": .string(month(transfer.month)),
    ]
  }
}
