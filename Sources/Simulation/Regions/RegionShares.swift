package import Organization

/// How much of each driver's traffic comes from each region.
///
/// Regions multiply traffic one after the other, so that home keeps 1 / product of it; the rest is
/// theirs by the size of their levels.
package struct RegionShares {
  /// By column, 0 being today, then driver, then region.
  private let shares: [[[Double]]]

  package init(_ organization: Organization) {
    shares = (0...organization.months).map { column in
      organization.drivers.indices.map { driver in
        let levels = organization.regions.map { region in
          region.isOpen(in: organization.start + (column - 1)) && region.feels(driver: driver)
            ? max(0, region.traffic.mean) : 0
        }
        let sum = levels.reduce(0, +)
        let abroad = 1 - 1 / levels.reduce(1) { $0 * (1 + $1) }
        return levels.map { sum > 0 ? abroad * $0 / sum : 0 }
      }
    }
  }

  /// - Parameters:
  ///   - region: index into ``Organization/regions``.
  ///   - driver: index into ``Organization/drivers``.
  ///   - column: 0 is today, 1 the first month.
  /// - Returns: 0 to 1.
  package func share(of region: Int, driver: Int, column: Int) -> Double {
    shares[column][driver][region]
  }
}
