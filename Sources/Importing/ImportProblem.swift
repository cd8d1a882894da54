package import Organization

/// What can be wrong in sources, as data; ``ImportProblem/message`` and ``ImportProblem/hint`` are the
/// only words for it.
package enum ImportProblem: Hashable, Sendable {
  // Owners: C050x.
  case ownerMissing(system: String?)
  case ownerUnknown(String, nearest: String?)
  case ownerIsAPerson
  case ownerIsAnAddress
  case ownerIsNoTeam(kind: String, name: String, ownedBy: String?)
  case severalOwners([String])

  // Entities and what they refer to: C051x.
  case badReference(String)
  case danglingReference(kind: String, name: String, nearest: String?)
  case referenceWithoutKind(String)
  case duplicateEntity(kind: String, name: String, first: SourcePosition)
  case groupCircle([String])
  case severalParents([String])
  case severalTeams(counted: String, of: Int)
  case unknownMembers(Int)
  case badField(String, expected: String)
  case unreachable(String, reason: String)

  // What it means for the model: C052x.
  case renamed(from: String, to: String)
  case differs(key: String, model: String, source: String)

  // CODEOWNERS: C053x.
  case badPattern(String, reason: PatternFault)
  case badOwner(String)
  case ownersFileTooLarge(megabytes: Int)
  case otherOwnersFile(String)
  case mixedFolder(owner: String, others: [String], files: Int, of: Int)
  case folderUnowned
  case badSection(String)

  // Service files: C054x.
  case unknownTier(String)
  case wrongVersion(String)

  // Rosters: C055x.
  case noColumn(String, synonyms: [String])
  case unclearColumn(String, columns: [String])
  case unmappedTitle(String, people: Int)
  case badDate(column: String)
  case mixedDates(column: String)
  case noTeam
  case twice
  case leavesLater(month: YearMonth)

  // Traffic: C058x and C059x.
  case thinMonths([YearMonth])
  case unusableSamples(SampleCounts)
  case serverSays(String, isWarning: Bool)
  case narrowRange(seconds: Int, step: Int)
  case shortHistory(from: YearMonth, wanted: YearMonth)
  case feltByNone
  case contradictions(Int)
  case noDriver(TrafficFault)
  case historyNotKept
  case keptMonths(Int)
  case badNumber(column: String, rows: Int)
  /// As many more of the same kind, which are not told one by one.
  indirect case alike(ImportProblem, count: Int)
  // Pages and shifts: C056x and C057x.
  case onCall(OnCallProblem)
}

/// Why a pattern of CODEOWNERS cannot be used.
package enum PatternFault: Error, Hashable, Sendable {
  case negation, escapedHash, threeStars, empty
}
