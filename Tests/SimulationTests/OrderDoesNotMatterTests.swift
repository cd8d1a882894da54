import CadreTestSupport
import Organization
import Simulation
import Testing

/// Teams and services are sets: the order in which a model lists them changes no result.
@Suite struct OrderDoesNotMatterTests {
  @Test(arguments: 0..<100)
  func listingTeamsAndServicesBackwardsChangesNothing(seed: Int) {
    let forward = RandomCase(seed: seed)
    let backward = Self.reversed(forward)
    let (a, b) = (forward.run(), backward.run())
    let teams = forward.organization.teams.count
    for team in 0..<teams {
      for month in 0..<forward.organization.months {
        let found = differences(
          a[team: team, month: month], b[team: teams - 1 - team, month: month])
        #expect(found.isEmpty, "seed \(seed), team \(team), month \(month): \(found)")
      }
    }
    let services = forward.organization.services.count
    for service in 0..<services {
      let mirrored = b.pages(ofService: services - 1 - service)
      for (x, y) in zip(a.pages(ofService: service), mirrored) {
        #expect(agree(x, y), "seed \(seed)")
      }
    }
  }

  private static func reversed(_ random: RandomCase) -> RandomCase {
    var copy = random
    let last = random.organization.teams.count - 1
    copy.organization.teams.reverse()
    for team in copy.organization.teams.indices {
      let served = copy.organization.teams[team].help?.teams ?? []
      copy.organization.teams[team].help?.teams = served.map { last - $0 }
    }
    copy.organization.services.reverse()
    let lastService = random.organization.services.count - 1
    for index in copy.organization.services.indices {
      copy.organization.services[index].dependsOn = copy.organization.services[index].dependsOn
        .map { lastService - $0 }
      copy.organization.services[index].owners = random.organization.services[
        random.organization.services.count - 1 - index
      ].owners.map { owner in
        switch owner {
        case .team(let team): .team(last - team)
        case .notATeam: owner
        }
      }
    }
    for index in copy.organization.partners.indices {
      for seat in copy.organization.partners[index].engaged.indices {
        let team = copy.organization.partners[index].engaged[seat].team
        copy.organization.partners[index].engaged[seat].team = last - team
      }
    }
    for region in copy.organization.regions.indices {
      copy.organization.regions[region].services = random.organization.regions[region].services
        .map { $0.map { lastService - $0 } }
    }
    for index in copy.organization.work.indices {
      copy.organization.work[index].teams = copy.organization.work[index].teams.map { last - $0 }
    }
    copy.plan.transfers = copy.plan.transfers.map { transfer in
      Transfer(
        level: transfer.level, from: last - transfer.from, to: last - transfer.to,
        month: transfer.month)
    }
    for index in copy.plan.rises.indices {
      copy.plan.rises[index].team = last - copy.plan.rises[index].team
    }
    for index in copy.plan.seats.indices {
      copy.plan.seats[index].team = last - copy.plan.seats[index].team
    }
    return copy
  }
}
