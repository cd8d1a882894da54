import Organization
import Testing

@Suite struct QuantityTests {
  private static let wide = -1e12...1e12

  private static let right: [(String, Quantity.Kind, Double)] = [
    ("1_200", Quantity.Kind.number, 1_200), ("120k", .number, 120_000), ("1.2M", .number, 1.2e6),
    ("-3", .number, -3), ("+3", .number, 3), (".5", .number, 0.5), ("3e2", .number, 300),
    ("20 %", .share, 0.2), ("20%", .share, 0.2), ("0.2", .share, 0.2),
    ("20 %", .growth, 0.2), ("20 % per year", .growth, 0.2), ("-15 %", .growth, -0.15),
    ("10 % per quarter", .growth, 1.1 * 1.1 * 1.1 * 1.1 - 1),
    ("10 % per quarter", .yearlyShare, 1 - 0.9 * 0.9 * 0.9 * 0.9),
    ("9k EUR", .money, 9_000),
    ("95000 EUR per year", .moneyRate(per: .year), 95_000),
    ("5000 EUR per month", .moneyRate(per: .year), 60_000),
    ("900 EUR per day", .moneyRate(per: .year), 900 * 221),
    ("80 EUR per hour", .moneyRate(per: .year), 80 * 8 * 221),
    ("640 EUR per day", .moneyRate(per: .hour), 80),
    ("500000 EUR per quarter", .moneyRate(per: .quarter), 500_000),
    ("3 per month", .frequency(per: .month), 3), ("24 per year", .frequency(per: .month), 2),
    ("3 per week", .frequency(per: .month), 13), ("12 per day", .frequency(per: .month), 365),
    ("5.4 per quarter", .frequency(per: .quarter), 5.4),
    ("400 hours per month", .work, 400), ("39 hours per week", .work, 169),
    ("1 hour per day", .work, 221.0 / 12),
    ("2 years", .duration(in: .month), 24), ("52 weeks", .duration(in: .month), 12),
    ("365 days", .duration(in: .month), 12), ("6 weeks", .duration(in: .day), 42),
    ("300 ms", .elapsed, 0.3), ("1.5 s", .elapsed, 1.5), ("45 min", .elapsed, 2_700),
    ("2 hours", .elapsed, 7_200), ("1 week", .duration(in: .hour), 168),
    ("12 hours", .duration(in: .hour), 12),
  ]

  @Test(arguments: right)
  func valuesAreNormalised(text: String, kind: Quantity.Kind, expected: Double) throws {
    let quantity = Quantity(kind: kind, range: Self.wide)
    let value = try QuantityReader().value(of: text, as: quantity)
    // Two conversions round a few units in the last place.
    #expect(abs(value - expected) <= 1e-12 * max(1, abs(expected)))
  }

  private static let wrong: [(String, Quantity.Kind)] = [
    ("", Quantity.Kind.number), ("k", .number), ("1__2", .number), ("1_", .number),
    ("0x10", .number),
    ("1.2.3", .number), ("١", .number), ("2027-01", .number), ("1,5", .number), ("12 k", .number),
    ("20", .growth), ("20 percent", .growth), ("20 % a year", .growth),
    ("120 % per year", .yearlyShare),
    ("9000", .money), ("9000 eur", .money), ("9000 USD", .money),
    ("95000 EUR", .moneyRate(per: .year)), ("95000 per year", .moneyRate(per: .year)),
    ("95000 EUR per decade", .moneyRate(per: .year)),
    ("3", .frequency(per: .month)), ("3 months", .frequency(per: .month)),
    ("160 hours", .work), ("160 per month", .work), ("160", .work),
    ("45", .elapsed), ("45 days", .elapsed), ("45 min per month", .elapsed),
    ("24", .duration(in: .month)), ("24 per month", .duration(in: .month)),
  ]

  @Test(arguments: wrong)
  func whatIsNotSuchAQuantityIsRefused(text: String, kind: Quantity.Kind) {
    #expect(throws: Problem.self) {
      try QuantityReader().value(of: text, as: Quantity(kind: kind, range: Self.wide))
    }
  }
}
