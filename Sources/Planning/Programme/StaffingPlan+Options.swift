import Organization
import Simulation

extension StaffingPlan {
  /// The plan that some options make.
  init(_ options: [SeatOption]) {
    self.init(
      seats: options.filter(\.isSeat).map(\.seat),
      transfers: options.filter { !$0.isLoss }.compactMap(\.transfer),
      rises: options.filter { !$0.isLoss }.compactMap(\.rise))
  }

  /// The options that a plan is made of at one team.
  func options(at team: Int, in model: StaffingModel) -> [SeatOption] {
    let seats = SeatOptions(model: model, strategy: .hybrid)
    return self.seats.filter { $0.team == team }.map(seats.option)
      + TransferOptions(model: model).halves(of: transfers, at: team)
      + rises.filter { $0.team == team }.flatMap(RiseOptions(model: model).halves)
  }
}
