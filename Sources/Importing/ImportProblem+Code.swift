package import Organization

extension ImportProblem {
  /// The stable code that `cadre explain` knows.
  package var code: String {
    switch self {
    case .ownerMissing: "C0501"
    case .ownerUnknown: "C0502"
    case .ownerIsAPerson: "C0503"
    case .ownerIsAnAddress: "C0504"
    case .ownerIsNoTeam: "C0505"
    case .severalOwners: "C0506"
    case .badReference: "C0511"
    case .danglingReference: "C0512"
    case .referenceWithoutKind: "C0513"
    case .duplicateEntity: "C0514"
    case .groupCircle: "C0515"
    case .severalParents: "C0516"
    case .severalTeams: "C0517"
    case .unknownMembers: "C0518"
    case .badField: "C0519"
    case .unreachable: "C0520"
    case .renamed: "C0521"
    case .differs: "C0522"
    case .badPattern: "C0531"
    case .badOwner: "C0532"
    case .ownersFileTooLarge: "C0533"
    case .otherOwnersFile: "C0534"
    case .mixedFolder: "C0535"
    case .folderUnowned: "C0536"
    case .badSection: "C0537"
    case .unknownTier: "C0541"
    case .wrongVersion: "C0542"
    case .noColumn: "C0551"
    case .unclearColumn: "C0552"
    case .unmappedTitle: "C0553"
    case .badDate: "C0554"
    case .mixedDates: "C0555"
    case .noTeam: "C0556"
    case .twice: "C0557"
    case .leavesLater: "C0558"
    case .thinMonths: "C0581"
    case .unusableSamples: "C0582"
    case .serverSays: "C0583"
    case .narrowRange: "C0584"
    case .shortHistory: "C0585"
    case .feltByNone: "C0586"
    case .contradictions: "C0587"
    case .noDriver: "C0588"
    case .historyNotKept: "C0589"
    case .keptMonths: "C0590"
    case .badNumber: "C0591"
    case .alike(let problem, _): problem.code
    case .onCall(let problem): problem.code
    }
  }

  /// How bad it is: an error leaves something out that the model needs.
  package var severity: Severity {
    switch self {
    case .noColumn, .mixedDates, .noDriver: .error
    case .severalTeams, .unknownMembers, .renamed, .otherOwnersFile, .severalParents, .leavesLater:
      .note
    case .thinMonths, .narrowRange, .shortHistory, .keptMonths: .note
    case .serverSays(_, let isWarning): isWarning ? .warning : .note
    case .unusableSamples(let counts):
      counts.infinite + counts.negative > 0 ? .warning : .note
    case .alike(let problem, _): problem.severity
    case .onCall(let problem): problem.isNote ? .note : .warning
    default: .warning
    }
  }
}
