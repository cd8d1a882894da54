/// What an import reads; the raw value is the word on the command line.
package enum ImportKind: String, CaseIterable, Sendable {
  case backstage, codeowners, opslevel, cortex, roster

  /// What such files are called in sentences.
  package var name: String {
    switch self {
    case .backstage: "Backstage catalogue"
    case .codeowners: "CODEOWNERS"
    case .opslevel: "OpsLevel service files"
    case .cortex: "Cortex service files"
    case .roster: "roster"
    }
  }
}
