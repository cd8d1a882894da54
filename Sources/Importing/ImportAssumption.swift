import Organization

/// What the sources do not say, and the model therefore has from elsewhere.
package enum ImportAssumption: Hashable, Sendable {
  case growth(String)
  case level(String, people: Int)
  case rota(team: String)
  case tier(service: String, Int, because: String)
  case teamsOfOwners(Int)
  case placeholder(team: String, service: String)
  case folders(Int, of: [String])
  case dateOrder(column: String, order: String)
  /// Numbers are days as spreadsheets count them.
  case spreadsheetDays(column: String)
  case majority(service: String, owner: String, files: Int, of: Int)
  case measure(String, TrafficMeasure)
  /// Who runs everything in a model that has no teams otherwise.
  case crew(team: String, people: Int, services: Int)

  package var words: String {
    switch self {
    case .growth(let growth):
      "traffic grows \(growth) a year: nothing in the sources says how; name a history under `drivers`"
    case .level(let level, let people):
      "\(Printable.count(people, "person is", "people are")) \(level): catalogues know no levels; correct "
        + "`people`, or import a roster"
    case .rota(let team):
      "\(team) has one person on call, week by week: its services have a pager"
    case .tier(let service, let tier, let reason): "\(service) is of tier \(tier): \(reason)"
    case .teamsOfOwners(let count):
      "\(Printable.count(count, "team is an owner", "teams are owners")) of something, without people: "
        + "the sources have no groups"
    case .placeholder(let team, let service):
      "\(service) stands for all that \(team) runs: a roster knows no services"
    case .folders(let count, let patterns):
      "\(Printable.count(count, "service is a folder", "services are folders")) of "
        + "\(patterns.joined(separator: ", ")); `folders` of a map says otherwise"
    case .spreadsheetDays(let column):
      "numbers in \(Printable.clipped(column)) are days as spreadsheets count them, from 1899-12-30"
    case .dateOrder(let column, let order):
      "dates in \(Printable.clipped(column)) are written \(order), which the rows allow but do not prove"
    case .measure(let name, let measure):
      "\(Printable.clipped(name)): \(measure.words), as it looks; --as says otherwise"
    case .crew(let team, let people, let services):
      "\(team) has \(people) people and runs "
        + Printable.count(services, "service, one", "services, one")
        + " for each driver: traffic knows neither people nor services"
    case .majority(let service, let owner, let files, let all):
      "\(service) belongs to \(owner), which owns \(files) of its \(all) files"
    }
  }
}
