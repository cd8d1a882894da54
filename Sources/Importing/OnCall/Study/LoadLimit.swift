import Organization

/// A published limit of what being on call may ask.
package enum LoadLimit: String, CaseIterable, Sendable {
  case pagesPerShift = "pages-per-shift"
  case timeAdvice = "time-on-call-advice"
  case time = "time-on-call"
  case timeNever = "time-on-call-never"
  case people
  case shiftHours = "shift-hours"
  case nights
  case effort = "effort-in-a-week-on-call"
  case rest = "rest-at-night"
  case free = "free-time-interruptions"
  case tooRare = "too-rarely-on-call"

  /// What is held against it.
  package var words: String {
    switch self {
    case .pagesPerShift: "12-hour stretches with more than two pages"
    case .timeAdvice: "time on call (advice)"
    case .time: "time on call"
    case .timeNever: "time on call (never)"
    case .people: "people in the rota"
    case .shiftHours: "length of a shift with a page a day or more"
    case .nights: "nights on call a week"
    case .effort: "hours of work that pages make in a week on call"
    case .rest: "nights on call with less than 5 h of rest in one piece"
    case .free: "pages in free time, per person and month"
    case .tooRare: "weeks from one shift of a person to the next"
    }
  }

  /// Whether passing it is a breach, or only worth knowing.
  package var isAdvice: Bool {
    switch self {
    case .timeAdvice, .tooRare, .people: true
    case .pagesPerShift, .time, .timeNever, .shiftHours, .nights, .effort, .rest, .free: false
    }
  }

  /// Whether the number has to reach it, rather than stay below.
  package var isFloor: Bool { self == .people }

  /// Where the number comes from.
  package var source: String {
    switch self {
    case .pagesPerShift: Self.row(.oncallMaxPagesPer12Hours)
    case .timeAdvice: Self.row(.oncallMaxTimeShare)
    case .time: Self.row(.oncallWarnTimeShare)
    case .timeNever: Self.row(.oncallFailTimeShare)
    case .people: Self.row(.oncallMinPeopleSingleSite)
    case .shiftHours: Self.row(.oncallMaxShiftHours)
    case .nights: Self.row(.oncallNightsPerWeek)
    case .effort:
      "Google SRE book ch. 11: 6 h for each incident, follow-up included; a contract has 40 h"
    case .rest: "NHS junior doctors, non-resident on-call: 5 h between 22:00 and 07:00"
    case .free: Self.row(.oncallInterruptionsLimit)
    case .tooRare: "Google SRE book ch. 11: on call at least once or twice a quarter"
    }
  }

  private static func row(_ id: AssumptionID) -> String { Assumptions.shipped.row(id).source }
}

/// One limit held against one team.
package struct LoadCheck: Hashable, Sendable {
  package var limit: LoadLimit
  package var value: Double
  package var threshold: Double
  /// Beside the number, such as how often it was passed.
  package var detail: String = ""

  package var isBroken: Bool {
    switch limit {
    case .people: value < threshold
    // "Below half" and "below two nights" are broken by reaching them.
    case .timeNever, .nights, .free: value >= threshold
    default: value > threshold
    }
  }
}
