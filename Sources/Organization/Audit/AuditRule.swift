/// What the ownership audit looks for; the raw value is the stable code.
package enum AuditRule: String, CaseIterable, Sendable {
  case unownedService = "C0301"
  case severalOwners = "C0302"
  case ownerIsNotATeam = "C0303"
  case ownerWithoutPeople = "C0304"
  case catchAllOwner = "C0305"
  case serviceWithoutRota = "C0306"
  case rotaTooSmall = "C0307"
  case rotaWithoutEscalation = "C0308"
  case tooManyServices = "C0309"
  case busFactor = "C0310"
  case teamTooSmall = "C0311"
  case teamTooLarge = "C0312"
  case emptyTeam = "C0313"
  case complianceWithoutOwner = "C0314"
  case longBusyShift = "C0315"
  case partnerWithoutOwner = "C0316"
  case partnerOutsideCompliance = "C0317"
  case competencyGap = "C0318"
  case singleHolder = "C0319"
  case circularDependency = "C0321"
  case lesserDependency = "C0322"
  case singlePointOfFailure = "C0323"

  package var code: String { rawValue }

  /// The rule in a few words, for lists.
  package var title: String {
    switch self {
    case .unownedService: "service without an owner"
    case .severalOwners: "service with several owners"
    case .ownerIsNotATeam: "owner that is not a team"
    case .ownerWithoutPeople: "owning team without people"
    case .catchAllOwner: "one team owns most services"
    case .serviceWithoutRota: "important service without a rota"
    case .rotaTooSmall: "rota below the published minimum"
    case .rotaWithoutEscalation: "rota without escalation"
    case .tooManyServices: "too many services per person"
    case .busFactor: "too few people know a service"
    case .teamTooSmall: "team smaller than advised"
    case .teamTooLarge: "team larger than advised"
    case .emptyTeam: "team without people"
    case .complianceWithoutOwner: "compliance work without an owner"
    case .longBusyShift: "long single-person shift with many pages"
    case .partnerWithoutOwner: "partner-run service without an owner and a deputy"
    case .partnerOutsideCompliance: "partner outside its compliance regimes"
    case .competencyGap: "competency that nobody in the team holds"
    case .singleHolder: "competency of one person alone"
    case .circularDependency: "services that depend on each other in a circle"
    case .lesserDependency: "important service that depends on a lesser one"
    case .singlePointOfFailure: "service that most important services fail with"
    }
  }
}
