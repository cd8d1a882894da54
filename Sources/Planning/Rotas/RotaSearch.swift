/// Shares shifts out among people.
///
/// Each shift in turn goes to whoever has least of what would be fair; then single shifts change hands,
/// or two are swapped, as long as that leaves fewer shifts open, else fewer people without rest between
/// two shifts, else loads nearer to what is fair. What would be fair is each person's share of all load,
/// in proportion to the load of the shifts that she could take.
///
/// It is a heuristic: no rota of tests that is small enough to try all others has turned out worse by
/// more than a shift. The same people and shifts give the same rota.
///
/// - Complexity: O(passes × shifts² × shifts of a person).
struct RotaSearch {
  let shifts: [RotaShift]
  let loads: [Double]
  /// By person and shift.
  let isPossible: [[Bool]]
  /// By person.
  let fair: [Double]
  /// Seconds between two shifts of one person.
  let rest: Int
  private(set) var holders: [Int?]
  /// By person: her shifts, in order.
  private var own: [[Int]]
  private var carried: [Double]

  init(_ shifts: [RotaShift], _ people: [RotaPerson], weights: RotaWeights, rest: Int) {
    self.shifts = shifts
    self.rest = rest
    let loads = shifts.map { weights.load($0.hours, layer: $0.layer) }
    self.loads = loads
    let isPossible = people.map { person in shifts.map(person.canTake) }
    self.isPossible = isPossible
    let open = isPossible.map { row in zip(row, loads).reduce(0) { $0 + ($1.0 ? $1.1 : 0) } }
    // Shares by site, as nobody takes shifts of another.
    var fair = [Double](repeating: 0, count: people.count)
    for site in Set(shifts.map(\.site)).sorted() {
      let members = people.indices.filter { people[$0].site == site }
      let sum = members.reduce(0) { $0 + open[$1] }
      let all = shifts.indices.reduce(0) { $0 + (shifts[$1].site == site ? loads[$1] : 0) }
      for person in members where sum > 0 { fair[person] = all * open[person] / sum }
    }
    self.fair = fair
    holders = shifts.map { _ in nil }
    own = people.map { _ in [] }
    carried = people.map { _ in 0 }
  }

  mutating func run() {
    for shift in shifts.indices { fill(shift) }
    for _ in 0..<Self.mostPasses where !improve() { break }
  }

  /// More passes than any rota takes.
  private static let mostPasses = 100

  /// Shifts between which the person has too little rest.
  func restless(_ person: Int) -> Int { restless(own[person]) }

  private func restless(_ shifts: [Int]) -> Int {
    zip(shifts, shifts.dropFirst()).count {
      self.shifts[$1].start - self.shifts[$0].end < rest
    }
  }

  private func overlaps(_ shift: Int, _ others: [Int], but left: Int? = nil) -> Bool {
    others.contains {
      $0 != left && shifts[$0].start < shifts[shift].end && shifts[shift].start < shifts[$0].end
    }
  }

  private func with(_ shift: Int?, without left: Int?, _ person: Int) -> [Int] {
    var result = own[person].filter { $0 != left }
    guard let shift else { return result }
    let place = result.firstIndex { shifts[$0].start > shifts[shift].start } ?? result.endIndex
    result.insert(shift, at: place)
    return result
  }

  private mutating func give(_ shift: Int, to person: Int?) {
    if let before = holders[shift] {
      own[before] = with(nil, without: shift, before)
      carried[before] -= loads[shift]
    }
    if let person {
      own[person] = with(shift, without: nil, person)
      carried[person] += loads[shift]
    }
    holders[shift] = person
  }

  private mutating func fill(_ shift: Int) {
    let able = own.indices.filter {
      isPossible[$0][shift] && !overlaps(shift, own[$0])
    }
    func rank(_ person: Int) -> (Int, Double, Int) {
      let restless = restless(with(shift, without: nil, person)) - restless(person)
      let share = fair[person] > 0 ? (carried[person] + loads[shift]) / fair[person] : .infinity
      // Whoever has had the longest rest of those who carry equally much.
      return (restless, share, own[person].last.map { shifts[$0].end } ?? .min)
    }
    if let best = able.min(by: { rank($0) < rank($1) }) { give(shift, to: best) }
  }

  /// How unfair a person's load is, and how often she has too little rest.
  private func cost(_ person: Int, _ shifts: [Int], load: Double) -> (Int, Double) {
    let difference = load - fair[person]
    return (restless(shifts), difference * difference)
  }

  /// Whether what changed costs less, rest before fairness.
  private func isBetter(_ after: [(Int, Double)], than before: [(Int, Double)]) -> Bool {
    func sum(_ costs: [(Int, Double)]) -> (Int, Double) {
      costs.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    }
    let (new, old) = (sum(after), sum(before))
    return new.0 != old.0 ? new.0 < old.0 : new.1 < old.1 - 1e-9
  }

  /// - Returns: whether anything got better.
  private mutating func improve() -> Bool {
    var hasImproved = false
    for shift in shifts.indices {
      for person in own.indices where move(shift, to: person) { hasImproved = true }
      for other in shifts.indices.dropFirst(shift + 1) where swap(shift, other) {
        hasImproved = true
      }
    }
    return hasImproved
  }

  private mutating func move(_ shift: Int, to person: Int) -> Bool {
    guard holders[shift] != person, isPossible[person][shift], !overlaps(shift, own[person])
    else { return false }
    guard let holder = holders[shift] else {
      give(shift, to: person)
      return true
    }
    let before = [cost(holder), cost(person)]
    let after = [
      cost(holder, with(nil, without: shift, holder), load: carried[holder] - loads[shift]),
      cost(person, with(shift, without: nil, person), load: carried[person] + loads[shift]),
    ]
    guard isBetter(after, than: before) else { return false }
    give(shift, to: person)
    return true
  }

  private mutating func swap(_ shift: Int, _ other: Int) -> Bool {
    guard let one = holders[shift], let two = holders[other], one != two,
      isPossible[one][other], isPossible[two][shift],
      !overlaps(other, own[one], but: shift), !overlaps(shift, own[two], but: other)
    else { return false }
    let more = loads[other] - loads[shift]
    let before = [cost(one), cost(two)]
    let after = [
      cost(one, with(other, without: shift, one), load: carried[one] + more),
      cost(two, with(shift, without: other, two), load: carried[two] - more),
    ]
    guard isBetter(after, than: before) else { return false }
    give(shift, to: nil)
    give(other, to: one)
    give(shift, to: two)
    return true
  }

  private func cost(_ person: Int) -> (Int, Double) {
    cost(person, own[person], load: carried[person])
  }
}
