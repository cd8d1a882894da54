/// What a column of a roster can hold.
enum RosterColumn: String, CaseIterable, Sendable {
  case id, title, level, team, start, rehire, end, status, type

  /// Headers that mean it, by how exactly they do: of the first group that a file has, the first
  /// header is taken.
  ///
  /// Without capitals, blanks and signs. Names are those of BambooHR, Workday, HiBob, Personio, Rippling
  /// and SAP SuccessFactors as their documents and connectors have them.
  var synonyms: [[String]] {
    switch self {
    case .id:
      [
        [
          "employeenumber", "employeeid", "employeeno", "employee", "workerid", "personnelnumber",
          "personalnummer", "employeeidincompany", "eeid", "id",
        ]
      ]
    case .title:
      [["jobtitle", "businesstitle", "title", "position", "jobprofile", "role", "stelle"]]
    case .level:
      [["level", "joblevel", "careerlevel", "grade", "jobgrade", "paygrade", "seniority"]]
    case .team:
      [
        ["team", "teamname", "squad", "pod"],
        ["department", "departmentname", "abteilung", "supervisoryorganization"],
        ["group", "organization", "organisation", "orgunit", "teamid"],
        ["division", "costcenter", "costcentre", "businessunit"],
      ]
    case .start:
      [
        [
          "hiredate", "startdate", "start", "dateofhire", "dateofjoining", "joiningdate",
          "joindate",
        ],
        ["originalhiredate", "eintrittsdatum", "employmentstart", "employmentstartdate"],
      ]
    case .rehire: [["rehiredate", "rehiredon", "latesthiredate"]]
    case .end:
      [
        [
          "terminationdate", "enddate", "end", "lastday", "lastdayofwork", "leavedate",
          "leavingdate",
          "contractenddate", "austrittsdatum", "termdate",
        ]
      ]
    case .status:
      [["employmentstatus", "status", "employeestatus", "workerstatus", "employmenthistorystatus"]]
    case .type:
      [
        [
          "employeetype", "employmenttype", "workertype", "contracttype", "contract", "type",
          "engagementtype",
        ]
      ]
    }
  }

  /// What it is called in sentences.
  var words: String {
    switch self {
    case .id: "the employee number"
    case .title: "the title"
    case .level: "the level"
    case .team: "the team"
    case .start: "the first day"
    case .rehire: "the day of coming back"
    case .end: "the last day"
    case .status: "the status"
    case .type: "the kind of contract"
    }
  }

  /// A header without capitals, blanks and signs.
  static func plain(_ header: String) -> String {
    String(header.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The columns of a header that may be this, the best first.
  func candidates(in header: [String]) -> [Int] {
    let plain = header.map(Self.plain)
    for group in synonyms {
      let found = group.flatMap { wanted in plain.indices.filter { plain[$0] == wanted } }
      if !found.isEmpty { return found }
    }
    return []
  }
}
