package import Organization

/// How often a service pages, when, and for how long.
package struct ServiceLoad: Sendable {
  /// As the map or the sources call it; `nil` gathers pages whose service nothing tells.
  package var name: String?
  /// The team that most of its pages go to, where that is told.
  package var team: String?
  /// After pages to the same people within a minute are taken together.
  package var pages: Int
  /// A month of 30.4375 days, over the stretch that was watched.
  package var perMonth: LoadEstimate
  /// Of pages a week, drawn towards what is published; `seen` where there are enough weeks.
  package var varianceToMean: (seen: Double?, used: Double)
  package var medianMinutes: Double?
  package var medianMinutesToAcknowledge: Double?
  /// By the clock of whoever was paged.
  package var windows: WindowCounts
  package var shares: WindowShares
  /// Where it is first named.
  package var position: SourcePosition

  /// The published ratio counts as so many weeks; a guess.
  private static let priorWeeks = 8.0
  /// Fewer weeks tell nothing of how they vary.
  private static let leastWeeks = 8

  init(
    name: String?, pages: [StudiedPage], span: StudySpan, position: SourcePosition
  ) {
    self.name = name
    self.position = position
    self.pages = pages.count
    let teams = pages.compactMap(\.team)
    let counts = Dictionary(teams.map { ($0, 1) }, uniquingKeysWith: +)
    team = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let seen =
      span.weeks >= Self.leastWeeks
      ? LoadNumbers.varianceToMean(span.weekly(pages.map(\.page.opened))) : nil
    let published = Assumptions.shipped[.incidentsVarianceToMean]
    let weeks = seen == nil ? 0 : Double(span.weeks - 1)
    let used = ((seen ?? 0) * weeks + published * Self.priorWeeks) / (weeks + Self.priorWeeks)
    varianceToMean = (seen, used)
    perMonth = .rate(count: pages.count, exposure: span.months, varianceToMean: used)
    medianMinutes = LoadNumbers.median(pages.compactMap(\.page.minutes))
    medianMinutesToAcknowledge = LoadNumbers.median(
      pages.compactMap { page in
        page.page.acknowledged.map { Double($0 - page.page.opened) / 60 }
      })
    var windows = WindowCounts()
    for page in pages { windows.count(page.window) }
    self.windows = windows
    shares = WindowShares(windows)
  }
}

/// A page with what follows from shifts and clocks.
struct StudiedPage {
  var page: ReceivedPage
  /// The team that answers, told or found by who was on call.
  var team: String?
  /// Whoever was paged; none where nothing tells.
  var people: [OnCallPerson]
  /// By the clock of the first of them.
  var window: DayWindow
}

/// The stretch in which pages were watched.
package struct StudySpan: Hashable, Sendable {
  package var first: Instant
  /// The first instant after it.
  package var last: Instant

  private static let daysPerMonth = 30.4375

  /// From the first page's day to the last one's, unless more was asked for; a month at least, as in the
  /// model's own logs of pages.
  init?(_ pages: [ReceivedPage], asked: OnCallSpan) {
    guard let first = pages.first?.opened, let last = pages.last?.opened else { return nil }
    let day = Instant.secondsPerDay
    func midnight(_ instant: Instant) -> Instant {
      Instant(seconds: floorDivide(instant.seconds, by: day) * day)
    }
    self.first = asked.since ?? midnight(first)
    self.last = asked.until ?? (midnight(last) + day)
  }

  package var days: Double { Double(last - first) / Double(Instant.secondsPerDay) }
  /// Average months, one at least.
  package var months: Double { max(1, days / Self.daysPerMonth) }
  /// Whole weeks.
  var weeks: Int { max(0, (last - first) / Instant.secondsPerWeek) }

  /// How many of these instants lie in each whole week.
  func weekly(_ instants: [Instant]) -> [Int] {
    var counts = [Int](repeating: 0, count: weeks)
    for instant in instants {
      let week = floorDivide(instant - first, by: Instant.secondsPerWeek)
      if counts.indices.contains(week) { counts[week] += 1 }
    }
    return counts
  }
}
