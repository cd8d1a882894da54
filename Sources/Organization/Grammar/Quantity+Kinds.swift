extension Shape {
  // Ranges are generous: they refuse slips of the unit or the decimal point, not odd organisations.

  static func number(_ range: ClosedRange<Double>, exact: Bool = false) -> Shape {
    .quantity(Quantity(kind: .number, range: range, allowsThreePoints: !exact))
  }

  static func count(_ range: ClosedRange<Double>) -> Shape {
    .quantity(Quantity(kind: .number, range: range, isWhole: true, allowsThreePoints: false))
  }

  static func share(exact: Bool = false, from low: Double = 0, to high: Double = 1) -> Shape {
    .quantity(Quantity(kind: .share, range: low...high, allowsThreePoints: !exact))
  }

  static let growth = Shape.quantity(Quantity(kind: .growth, range: -0.9...10))
  static let leaving = Shape.quantity(Quantity(kind: .yearlyShare, range: 0...0.95))
  static let salary = Shape.quantity(
    Quantity(kind: .moneyRate(per: .year), range: 100...100_000_000))
  static let rent = Shape.quantity(Quantity(kind: .moneyRate(per: .hour), range: 0.1...100_000))
  static let work = Shape.quantity(Quantity(kind: .work, range: 0...1_000_000))

  static func money(_ range: ClosedRange<Double>) -> Shape {
    .quantity(Quantity(kind: .money, range: range))
  }

  static func frequency(per period: Period, _ range: ClosedRange<Double>) -> Shape {
    .quantity(Quantity(kind: .frequency(per: period), range: range))
  }

  static func duration(in period: Period, _ range: ClosedRange<Double>) -> Shape {
    .quantity(Quantity(kind: .duration(in: period), range: range))
  }

  static func elapsed(_ range: ClosedRange<Double>, exact: Bool = false) -> Shape {
    .quantity(Quantity(kind: .elapsed, range: range, allowsThreePoints: !exact))
  }

  static func wholeMonths(_ range: ClosedRange<Double>) -> Shape {
    .quantity(
      Quantity(
        kind: .duration(in: .month), range: range, isWhole: true, allowsThreePoints: false))
  }

  /// A demand: just a share, or a share with how likely it must hold.
  static func demand(_ word: String) -> Shape {
    .either([
      .share(exact: true),
      .object([
        Field(word, .share(exact: true), required: true, "the share"),
        Field(
          "probability", .share(exact: true, from: 0.01), "how likely it must hold; default 90 %"),
      ]),
    ])
  }
}
