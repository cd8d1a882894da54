import Organization

extension OnCallProblem {
  /// What is wrong with pages and shifts, in one line.
  var message: String {
    switch self {
    case .badInstant(let field):
      "'\(Printable.clipped(field))' is no time with a day, an hour and a zone"
    case .unknownZone(let zone, _): "there is no time zone '\(Printable.clipped(zone))'"
    case .givenTwice(let id): "page '\(Printable.clipped(id))' is given before"
    case .inTheFuture: "a page lies in the future"
    case .endsBeforeStart: "it ends before it begins"
    case .shiftTwice: "a shift is given before, of the same person at the same time"
    case .overlappingShifts: "a person has two shifts of one rota and layer at the same time"
    case .stillOpen(let pages):
      "\(Printable.count(pages, "page has", "pages have")) no end: still open, or never closed"
    case .otherSource(let found): "this is an export of \(found), not of what was asked for"
    case .unknownDocument: "no pager or calendar that cadre knows writes such a document"
    case .elapsedOutOfRange(let field):
      "'\(Printable.clipped(field))' is longer than the time until the last change"
    case .ruleUnread(let rule):
      "cadre does not follow the rule '\(Printable.clipped(rule))': the event counts once"
    case .seriesCut(let count): "a series makes more than \(count) shifts, and is cut there"
    case .noServiceNamed(let pages):
      "of \(Printable.count(pages, "page", "pages")) nothing tells the service"
    case .nobodyNamed(let pages):
      "of \(Printable.count(pages, "page", "pages")) nothing tells who got them"
    case .layerTaken(let shifts):
      "\(Printable.count(shifts, "shift begins", "shifts begin")) while another person has the same layer"
    case .unknownTeam(let name, _):
      "the model has no team '\(Printable.clipped(name))', and gets none of that name"
    }
  }

  /// What to do about it.
  var hint: String? {
    switch self {
    case .badInstant: "times are written 2026-03-31T09:30:00Z, or with an offset such as +02:00"
    case .unknownZone(_, let nearest):
      nearest.map { "did you mean '\($0)'? It is read as UTC" } ?? "it is read as UTC"
    case .givenTwice: "the first is counted; name files that do not hold the same days"
    case .inTheFuture: "is the clock of this machine right? The page is left out"
    case .endsBeforeStart: "a page then counts without an end, and a shift not at all"
    case .overlappingShifts:
      "the hours count once; one of them is an override that was not taken out"
    case .otherSource: "'cadre oncall' finds out itself what files are"
    case .unknownDocument: "docs/oncall.md lists the exports that are read"
    case .elapsedOutOfRange: "is it in seconds? `elapsed: s` of a map says so; it is left out"
    case .ruleUnread: "write it by FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, UNTIL and COUNT"
    case .seriesCut: "give the series an end, or ask for fewer days by --until"
    case .noServiceNamed: "`services` of a map names what stands in the place of services"
    case .nobodyNamed: "name the rota of the team too, so that whoever was on call got them"
    case .layerTaken:
      "both count as on call; one of them is an override, or the layers are two rotas"
    case .unknownTeam(_, let nearest):
      nearest.map { "did you mean '\($0)'? `teams` of a map says so" }
        ?? "say under `teams` of a map which team answers, or that it is new"
    case .shiftTwice, .stillOpen: nil
    }
  }
}
