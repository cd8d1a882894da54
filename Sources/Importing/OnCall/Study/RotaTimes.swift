import Organization

/// Who was on call in one rota, and when.
struct RotaTimes {
  /// A stretch of one person without a gap.
  struct Stretch: Hashable {
    var person: OnCallPerson
    var start: Instant
    var end: Instant

    var hours: Double { Double(end - start) / Double(Instant.secondsPerHour) }
  }

  /// Of each person in whichever layer, in the order of time.
  private(set) var stretches: [OnCallPerson: [Stretch]] = [:]
  /// The same by layer; 1 where nothing tells.
  private var byLayer: [Int: [OnCallPerson: [Stretch]]] = [:]
  /// Shifts that one person has twice at the same time in the same layer.
  private(set) var overlaps: [OnCallShift] = []
  /// How many shifts begin while somebody else has the same layer, where layers are told.
  private(set) var crowded = 0
  let start: Instant
  let end: Instant
  private let longest: Int
  private let shifts: [OnCallShift]

  /// - Parameter shifts: of one rota, in the order of their starts; at least one.
  init?(_ shifts: [OnCallShift]) {
    guard let start = shifts.map(\.start).min(), let end = shifts.map(\.end).max() else {
      return nil
    }
    self.start = start
    self.end = end
    self.shifts = shifts
    longest = shifts.map { $0.end - $0.start }.max() ?? 0
    var ends: [OnCallPerson: [Int: Instant]] = [:]
    var holders: [Int: (person: OnCallPerson, end: Instant)] = [:]
    for shift in shifts {
      if let told = shift.layer {
        if let held = holders[told], held.person != shift.person, shift.start < held.end {
          crowded += 1
        }
        if shift.end > holders[told]?.end ?? start { holders[told] = (shift.person, shift.end) }
      }
      let layer = shift.layer ?? 1
      if let end = ends[shift.person]?[layer], shift.start < end { overlaps.append(shift) }
      ends[shift.person, default: [:]][layer] = max(
        ends[shift.person]?[layer] ?? shift.end, shift.end)
      Self.join(shift, to: &stretches)
      Self.join(shift, to: &byLayer[layer, default: [:]])
    }
  }

  private static func join(_ shift: OnCallShift, to stretches: inout [OnCallPerson: [Stretch]]) {
    let new = Stretch(person: shift.person, start: shift.start, end: shift.end)
    guard var old = stretches[shift.person]?.last, shift.start <= old.end else {
      stretches[shift.person, default: []].append(new)
      return
    }
    old.end = max(old.end, shift.end)
    stretches[shift.person]?.removeLast()
    stretches[shift.person]?.append(old)
  }

  /// Stretches of those whom pages reach first.
  var first: [Stretch] {
    let layer = byLayer.keys.min().flatMap { byLayer[$0] } ?? [:]
    return layer.keys.sorted().flatMap { layer[$0] ?? [] }
  }

  /// Hours of the middle shift, in whichever layer.
  var shiftHours: Double {
    LoadNumbers.median(byLayer.values.flatMap { $0.values.flatMap { $0.map(\.hours) } }) ?? 0
  }

  var people: [OnCallPerson] { stretches.keys.sorted() }
  var all: [Stretch] { people.flatMap { stretches[$0] ?? [] } }
  var weeks: Double { Double(end - start) / Double(Instant.secondsPerWeek) }

  func hours(of person: OnCallPerson) -> Double {
    (stretches[person] ?? []).reduce(0) { $0 + $1.hours }
  }

  /// Whoever a page goes to first at an instant, and whether somebody is on call at all.
  func onCall(at instant: Instant) -> [OnCallPerson] {
    var (low, high) = (0, shifts.count)
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].start <= instant { low = middle + 1 } else { high = middle }
    }
    var found: [(layer: Int, person: OnCallPerson)] = []
    for shift in shifts[..<low].reversed() {
      if instant - shift.start > longest { break }
      if instant < shift.end { found.append((shift.layer ?? 1, shift.person)) }
    }
    let first = found.map(\.layer).min()
    return found.filter { $0.layer == first }.map(\.person).sorted()
  }

  func isOnCall(_ person: OnCallPerson, at instant: Instant) -> Bool {
    place(of: instant, of: person) != nil
  }

  /// Which stretch of a person an instant lies in.
  func place(of instant: Instant, of person: OnCallPerson) -> Int? {
    guard let own = stretches[person] else { return nil }
    var (low, high) = (0, own.count)
    while low < high {
      let middle = (low + high) / 2
      if own[middle].start <= instant { low = middle + 1 } else { high = middle }
    }
    return low > 0 && instant < own[low - 1].end ? low - 1 : nil
  }

  /// This share of the time that somebody is on call decides how many are at once.
  private static let usualShare = 0.95

  /// How many people are on call at once, most of the time.
  var layers: Int {
    var changes: [(at: Instant, by: Int)] = []
    for stretch in all {
      changes.append((stretch.start, 1))
      changes.append((stretch.end, -1))
    }
    changes.sort { ($0.at, $0.by) < ($1.at, $1.by) }
    var seconds: [Int: Int] = [:]
    var (count, since) = (0, start)
    for change in changes {
      if count > 0 { seconds[count, default: 0] += change.at - since }
      count += change.by
      since = change.at
    }
    let total = Double(seconds.values.reduce(0, +))
    var covered = 0.0
    for count in seconds.keys.sorted() {
      covered += Double(seconds[count] ?? 0)
      if covered >= total * Self.usualShare { return count }
    }
    return max(1, seconds.keys.max() ?? 1)
  }
}
