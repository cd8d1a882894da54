package import Organization
package import Simulation

/// Names of transfers and promotions that people can read and quote.
package enum StepID {
  /// An id for each transfer, such as `search-to-checkout-senior-2027-04-1`, in the order given.
  package static func all(of transfers: [Transfer], in organization: Organization) -> [String] {
    numbered(
      transfers.map { transfer in
        let (from, to) = (organization.teams[transfer.from].id, organization.teams[transfer.to].id)
        let month = organization.start + transfer.month
        return "\(from)-to-\(to)-\(organization.levels[transfer.level].id)-\(month)"
      })
  }

  /// An id for each promotion, such as `checkout-mid-to-senior-2027-04-1`, in the order given.
  package static func all(of rises: [Rise], in organization: Organization) -> [String] {
    numbered(
      rises.map { rise in
        let (team, levels) = (organization.teams[rise.team].id, organization.levels)
        let next = levels.first { $0.standing > levels[rise.level].standing } ?? levels[rise.level]
        let month = organization.start + rise.month
        return "\(team)-\(levels[rise.level].id)-to-\(next.id)-\(month)"
      })
  }

  /// Those that are alike are numbered, so that no two ids are the same.
  private static func numbered(_ stems: [String]) -> [String] {
    var numbers = [String: Int]()
    return stems.map { stem in
      numbers[stem, default: 0] += 1
      return "\(stem)-\(numbers[stem] ?? 1)"
    }
  }
}
