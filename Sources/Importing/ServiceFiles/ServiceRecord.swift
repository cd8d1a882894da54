import Organization

/// A service, or a team, as a file beside its code tells it.
struct ServiceRecord {
  /// Who owns it, as written.
  enum Owner: Hashable {
    case team(String)
    case person
    case address
  }

  var kind: String
  var name: String
  /// What it is called in the model, unless a map or the model says otherwise.
  var id: String
  /// Other names that references may use.
  var aliases: [String] = []
  var owners: [Owner] = []
  var tier: (text: String, position: SourcePosition)?
  var lifecycle: String?
  var dependsOn: [(name: String, position: SourcePosition)] = []
  var pagerDutyID: String?
  var isPaged = false
  var position: SourcePosition
  var ownerPosition: SourcePosition
}
