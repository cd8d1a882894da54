/// What `cadre init` asks before it writes a model, in this order.
///
/// The raw value is the key of an answers file.
package enum ModelQuestion: String, CaseIterable, Sendable {
  case archetype
  // Growth.
  case growth
  case horizon
  // Peaks.
  case peak
  case peakMonth = "peak-month"
  case spikes
  // Sensitivity of the data.
  case compliance
  // Geography.
  case zones
  case newRegion = "new-region"
  // Real time.
  case realTime = "real-time"
  // Integrations.
  case integrations
  // Teams and people.
  case teams
  // The frame.
  case name
  case currency
  case salary
  case start

  /// What a person is asked.
  package var text: String {
    switch self {
    case .archetype: "What kind of site is it nearest to?"
    case .growth:
      "How much will traffic grow in a year? One figure, or low, likely, high with commas"
    case .horizon: "For how long do you plan? 12, 24 or 36 months are usual"
    case .peak: "How many times a normal day is the busiest day you know of? 1 if there is none"
    case .peakMonth: "In which month is it, 1 to 12?"
    case .spikes: "How often does traffic jump without warning?"
    case .compliance: "Under which regimes are your data, such as pci, gdpr, hipaa? Or none"
    case .zones: "In which time zones do the people on call live, such as Europe/Berlin?"
    case .newRegion: "From which month on do you serve a new region? Or none"
    case .realTime: "Do users rely on things in real time (chat, live figures)? yes or no"
    case .integrations: "How many third-party systems do you depend on?"
    case .teams: "Which teams run it? Names with commas"
    case .name: "What is the organisation called?"
    case .currency: "In which currency are salaries, as three letters?"
    case .salary: "What does a mid-level engineer earn a year? With currency and period"
    case .start: "Which month does the plan begin with?"
    }
  }

  /// What an answer must look like.
  var shape: Shape {
    switch self {
    case .archetype: .choice(Archetype.allCases.map(\.rawValue))
    case .growth: .growth
    case .horizon: .wholeMonths(1...60)
    case .peak: .number(1...1_000, exact: true)
    case .peakMonth: .count(1...12)
    case .spikes: .frequency(per: .year, 0...365)
    case .compliance: .list(of: .reference)
    case .zones: .list(of: .text)
    case .newRegion: .either([.choice(["none"]), .month])
    case .realTime: .flag
    case .integrations: .count(0...1_000)
    case .teams: .map(of: .object(Self.people))
    case .name, .currency: .text
    case .salary: .salary
    case .start: .month
    }
  }

  private static let people = Standing.allCases.map {
    Field($0.name, .count(0...10_000), "how many")
  }

  /// The answer where nobody says otherwise, as a person would type it; `nil` where it follows from
  /// the day, the currency or the kind of site.
  package var usual: String? {
    switch self {
    case .horizon: "24 months"
    case .zones: "UTC"
    case .newRegion: "none"
    case .teams: "product, platform"
    case .name: "Our site"
    case .currency: "EUR"
    case .archetype, .growth, .peak, .peakMonth, .spikes, .compliance, .realTime, .integrations,
      .salary, .start:
      nil
    }
  }

  /// The people of a team of whom nothing is said.
  package static let usualPeople = "1 junior, 4 mid, 3 senior"
}
