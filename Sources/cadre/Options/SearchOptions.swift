import ArgumentParser
import Organization
import Planning
import Simulation

/// How a plan is searched for.
struct SearchOptions: ParsableArguments {
  @OptionGroup var effort: EffortOptions

  @Option(
    help: ArgumentHelp(
      "A seat that the plan has to have, named as in its report; repeatable.", valueName: "seat"))
  var lock: [String] = []

  @Option(
    help: ArgumentHelp(
      "Also write the last programme solved as MPS, for any solver to check.", valueName: "file"))
  var writeModel: String?

  func validate() throws {
    if effort.quick, !lock.isEmpty || writeModel != nil {
      throw ValidationError("--quick solves no programme, so --lock and --write-model do nothing")
    }
  }

  /// The seats to lock.
  ///
  /// - Throws: ``Fault`` where a name is not that of a seat the organisation could open.
  func locked(in organization: Organization) throws -> [Seat] {
    try lock.map { name in
      guard let seat = SeatID.seat(name, in: organization) else {
        throw Fault.usage(
          "no seat is called '\(name)'; a name is team-level-month-number or "
            + "team-level-partner-month-number, such as those in 'cadre plan --format json'",
          help: "cadre plan --help")
      }
      return seat
    }
  }
}
