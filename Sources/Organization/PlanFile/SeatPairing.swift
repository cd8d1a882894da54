/// A seat that can be looked for in another plan.
package protocol ComparableSeat: Hashable {
  var id: String { get }
  var team: String { get }
  var level: String { get }
  /// `nil` for employees.
  var partner: String? { get }
  var open: YearMonth { get }
  var end: YearMonth? { get }
}

extension SeatRecord: ComparableSeat {}

extension ComparableSeat {
  /// Whether team, level and source are the same.
  package func isAlike(_ other: some ComparableSeat) -> Bool {
    (team, level, partner) == (other.team, other.level, other.partner)
  }

  fileprivate func isSame(as other: some ComparableSeat) -> Bool {
    isAlike(other) && (open, end) == (other.open, other.end)
  }
}

/// The seats of one plan beside those of another.
package struct SeatPairing<Seat: ComparableSeat> {
  /// In the order of the earlier plan.
  package private(set) var pairs: [(before: Seat, after: Seat)] = []
  package private(set) var removed: [Seat] = []
  /// In order of opening.
  package private(set) var added: [Seat] = []

  /// Pairs seats.
  ///
  /// Seats of one kind (team, level, source) are alike, so that after those with the same months the
  /// others are paired in order of opening; what is left over was added or removed.
  ///
  /// - Parameters:
  ///   - before: the earlier plan's.
  ///   - after: the later plan's.
  ///   - areIDsKept: whether seats with one id are one seat, whatever has become of it.
  ///   - mayPair: whether a seat may be found again as another one with a different id.
  /// - Complexity: O(seats²) at worst.
  package init(
    _ before: [Seat], _ after: [Seat], areIDsKept: Bool,
    where mayPair: (Seat, Seat) -> Bool = { _, _ in true }
  ) {
    var left = after
    var found = [Int: Seat]()
    func pair(_ places: [Int], _ fits: (Seat, Seat) -> Bool) {
      for place in places where found[place] == nil {
        if let same = left.firstIndex(where: { fits(before[place], $0) }) {
          found[place] = left.remove(at: same)
        }
      }
    }
    let places = Array(before.indices)
    if areIDsKept { pair(places) { $0.id == $1.id } }
    pair(places) { $0.isSame(as: $1) && mayPair($0, $1) }
    left.sort { $0.open < $1.open }
    let byOpening = places.sorted { (before[$0].open, $0) < (before[$1].open, $1) }
    pair(byOpening) { $0.isAlike($1) && mayPair($0, $1) }
    for place in places {
      if let after = found[place] { pairs.append((before[place], after)) }
    }
    removed = byOpening.filter { found[$0] == nil }.map { before[$0] }
    added = left
  }
}
