package import Organization
package import Simulation

/// Names of transfers that people can read and quote, such as `search-to-checkout-senior-2027-04-1`.
package enum TransferID {
  /// An id for each transfer, in the order given, no two alike; those that are alike are numbered.
  package static func all(of transfers: [Transfer], in organization: Organization) -> [String] {
    var numbers = [String: Int]()
    return transfers.map { transfer in
      let stem = stem(of: transfer, in: organization)
      numbers[stem, default: 0] += 1
      return "\(stem)-\(numbers[stem] ?? 1)"
    }
  }

  private static func stem(of transfer: Transfer, in organization: Organization) -> String {
    let (from, to) = (organization.teams[transfer.from].id, organization.teams[transfer.to].id)
    let month = organization.start + transfer.month
    return "\(from)-to-\(to)-\(organization.levels[transfer.level].id)-\(month)"
  }
}
