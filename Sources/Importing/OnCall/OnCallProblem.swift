/// What can be wrong with pages and shifts, as data.
package enum OnCallProblem: Hashable, Sendable {
  case badInstant(field: String)
  case unknownZone(String, nearest: String?)
  case givenTwice(String)
  case inTheFuture
  case endsBeforeStart
  case shiftTwice
  case overlappingShifts
  case stillOpen(pages: Int)
  case otherSource(found: String)
  case unknownDocument
  case elapsedOutOfRange(field: String)
  case ruleUnread(String)
  case seriesCut(Int)
  case noServiceNamed(pages: Int)
  case nobodyNamed(pages: Int)
  case layerTaken(shifts: Int)
  case unknownTeam(String, nearest: String?)

  /// The stable code that `cadre explain` knows.
  var code: String {
    switch self {
    case .badInstant: "C0561"
    case .unknownZone: "C0562"
    case .givenTwice: "C0563"
    case .inTheFuture: "C0564"
    case .endsBeforeStart: "C0565"
    case .shiftTwice: "C0566"
    case .overlappingShifts: "C0567"
    case .stillOpen: "C0568"
    case .otherSource: "C0569"
    case .unknownDocument: "C0570"
    case .elapsedOutOfRange: "C0571"
    case .ruleUnread: "C0572"
    case .seriesCut: "C0573"
    case .noServiceNamed: "C0574"
    case .nobodyNamed: "C0575"
    case .layerTaken: "C0576"
    case .unknownTeam: "C0577"
    }
  }

  /// Whether it only tells of how something was counted.
  var isNote: Bool {
    switch self {
    case .shiftTwice, .stillOpen, .nobodyNamed, .layerTaken: true
    case .badInstant, .unknownZone, .givenTwice, .inTheFuture, .endsBeforeStart, .overlappingShifts,
      .otherSource, .unknownDocument, .elapsedOutOfRange, .ruleUnread, .seriesCut, .noServiceNamed,
      .unknownTeam:
      false
    }
  }
}
