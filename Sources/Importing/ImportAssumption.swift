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
  /// What a tool without services names in their place.
  case servicesAre(kind: String, String)
  /// A tool does not say what of it paged somebody.
  case allPage(kind: String)
  case rotaOfFile(String)
  case elapsedMilliseconds
  case zonelessTimes(file: String)
  /// People whose zone nothing tells.
  case homeZone(people: Int, zone: String)
  /// A team is called after whoever its pages go to.
  case seenOnCall(team: String, people: Int)
  /// Pages that no service is told of.
  case restOfTeam(team: String, service: String)
  case watched(from: String, through: String, months: String)

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
      "\(service) stands for all that \(team) runs: the sources know no services"
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
    case .servicesAre(let kind, let words):
      "services of pages in \(kind) are \(words); `services` of a map names them"
    case .allPage(let kind):
      "all that \(kind) tells of paged somebody; `low` of a map lists the urgencies, priorities or "
        + "severities that do not"
    case .rotaOfFile(let name):
      "the rota \(Printable.clipped(name)) is called after its file, as its export names none; `teams` of "
        + "a map says whose it is"
    case .elapsedMilliseconds:
      "times to acknowledge and to close are milliseconds; `elapsed: s` of a map says seconds"
    case .zonelessTimes(let file):
      "times without a zone in \(Printable.clipped(file)) are UTC; `zone` of a map says otherwise for "
        + "calendars"
    case .homeZone(let people, let zone):
      "\(Printable.count(people, "person lives", "people live")) by the clock of \(zone): nothing says "
        + "where; `zone` and `zones` of a map do"
    case .seenOnCall(let team, let people):
      "\(team) has the \(Printable.count(people, "person who was", "people who were")) on call or paged: "
        + "whoever never was is not seen"
    case .restOfTeam(let team, let service):
      "\(service) stands for what pages \(team) without a service being named"
    case .watched(let from, let through, let months):
      "pages were watched from \(from) through \(through), \(months == "1" ? "a month" : "\(months) months"): the days of the first and the "
        + "last; `since` and `until` of a map say otherwise"
    }
  }
}
