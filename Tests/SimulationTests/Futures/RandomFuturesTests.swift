import CadreTestSupport
import Organization
import Simulation
import Testing

/// A thousand organisations that nobody would think of come through whatever chance does to them.
@Suite struct RandomFuturesTests {
  @Test(arguments: 0..<10)
  func peopleAreConservedAndNumbersAreNumbers(hundred: Int) {
    for seed in hundred * 100..<(hundred + 1) * 100 {
      let random = RandomCase(seed: seed)
      var course = FutureCourse(random.futures(chances: .all))
      for replication in [seed % 7, 5] {
        course.play(replication)
        if let fault = fault(in: course.result, random.organization) {
          Issue.record("seed \(seed), future \(replication): \(fault)")
        }
      }
    }
  }

  /// What is wrong with a future, if anything.
  private func fault(in result: Trajectory, _ organization: Organization) -> String? {
    for team in organization.teams.indices {
      var people = Double(organization.teams[team].members.count)
      for month in 0..<organization.months {
        let cell = result[team: team, month: month]
        people += cell.starters + cell.transfersIn - cell.transfersOut
        if cell.headcount.total != people { return "people appear or vanish in month \(month)" }
        people -= cell.leavers
        for (name, value) in cell.numbers where !(value.isFinite && value >= -1e-9) {
          return "\(name) is \(value) in month \(month)"
        }
        for (name, value) in cell.shares where value > 1 + 1e-9 {
          return "\(name) is \(value) in month \(month)"
        }
      }
    }
    return nil
  }
}
