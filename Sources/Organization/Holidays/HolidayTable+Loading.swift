extension HolidayTable {
  /// Reads a table of holidays, the shipped one or a user's.
  ///
  /// - Throws: ``DiagnosticError`` where the text is no such table or a day is in no calendar.
  package static func load(
    yaml bytes: [UInt8], file: String = "holidays.yaml"
  ) throws(DiagnosticError) -> HolidayTable {
    let (root, found) = try YAMLReader.read(SourceText(bytes), file: file)
    var checker = ShapeChecker(quantities: QuantityReader())
    let checked = checker.check(root, against: table)
    var findings = found + checker.findings
    guard findings.isEmpty, let checked else { throw DiagnosticError(findings) }
    var rows: [HolidayRow] = []
    for country in checked.entries {
      for entry in country.value.entries {
        let rule = rule(entry.value)
        findings += rule.findings
        if let rule = rule.rule { rows.append(row(entry, country: country.id, rule: rule)) }
      }
    }
    guard findings.isEmpty else { throw DiagnosticError(findings) }
    return HolidayTable(rows: rows)
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let table = Shape.map(of: .map(of: .tagged(common: common, cases: cases)))

  private static let common: [Field] = [
    Field("name", .text, required: true, "what people call it"),
    Field("from", whole(1900...2200), "first year"),
    Field("to", whole(1900...2200), "last year"),
    Field(
      "moves", .choice(HolidayRow.Move.allCases.map(\.rawValue)), "where it goes from a day off"),
    Field("source", .text, "where listed days come from"),
  ]

  private static let cases: [(kind: String, fields: [Field])] = [
    ("fixed", [Field("on", .text, required: true, "month and day, such as 12-25")]),
    ("easter", [days]),
    ("orthodox-easter", [days]),
    (
      "weekday",
      [
        Field("weekday", .choice(weekdays), required: true, "the weekday"),
        Field("nth", whole(-5...5), required: true, "which one; -1 is the last"),
        Field("month", whole(1...12), required: true, "1 to 12"),
      ]
    ),
    ("listed", [Field("dates", .list(of: .text), required: true, "days such as 2026-11-08")]),
  ]

  private static func whole(_ range: ClosedRange<Double>) -> Shape {
    .quantity(Quantity(kind: .number, range: range, isWhole: true, allowsThreePoints: false))
  }

  private static let days = Field(
    "days", whole(-100...100), required: true, "days after Easter Sunday")

  private static func row(
    _ entry: Checked.Entry, country: String, rule: HolidayRow.Rule
  ) -> HolidayRow {
    let value = entry.value
    var move = HolidayRow.Move.none
    if let name = value["moves"]?.text, let known = HolidayRow.Move(rawValue: name) { move = known }
    return HolidayRow(
      country: country, id: entry.id, name: value["name"]?.text ?? entry.id, rule: rule,
      firstYear: whole("from", of: value), lastYear: whole("to", of: value), move: move,
      source: value["source"]?.text)
  }

  private static func whole(_ key: String, of value: Checked) -> Int? {
    value[key]?.exact.map { Int($0) }
  }

  /// The rule, or what is wrong with it.
  private static func rule(
    _ value: Checked
  ) -> (rule: HolidayRow.Rule?, findings: [Diagnostic]) {
    func number(_ key: String) -> Int { whole(key, of: value) ?? 0 }
    switch value["kind"]?.text {
    case "easter": return (.easter(days: number("days")), [])
    case "orthodox-easter": return (.orthodoxEaster(days: number("days")), [])
    case "weekday":
      let weekday = weekdays.firstIndex(of: value["weekday"]?.text ?? "") ?? 0
      return (.weekday(weekday, nth: number("nth"), month: number("month")), [])
    case "listed":
      var dates: [HolidayRow.Date] = []
      var findings: [Diagnostic] = []
      for item in value["dates"]?.items ?? [] {
        let text = item.text ?? ""
        if let date = date(text) {
          dates.append(date)
        } else {
          findings.append(Diagnostic(.badDate(text), at: item.position))
        }
      }
      return (findings.isEmpty ? .listed(dates) : nil, findings)
    default:
      let text = value["on"]?.text ?? ""
      // A leap year, so that 29 February may be a holiday.
      guard let date = date("2000-\(text)") else {
        return (nil, [Diagnostic(.badDate(text), at: value["on"]?.position ?? value.position)])
      }
      return (.fixed(month: date.month, day: date.day), [])
    }
  }

  /// Reads `2026-11-08`; `nil` for anything else and for days that no calendar has.
  private static func date(_ text: String) -> HolidayRow.Date? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], !CalendarDate.isMissing(text),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return HolidayRow.Date(year: year, month: month, day: day)
  }
}
