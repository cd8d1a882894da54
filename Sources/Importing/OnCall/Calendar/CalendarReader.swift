import Organization

/// Understands a rota that is kept as a calendar: the part of RFC 5545 that rotas use.
struct CalendarReader {
  private let file: String
  /// What stands open, the innermost last.
  private var open: [(name: String, position: SourcePosition)] = []
  private var event: CalendarEvent?
  private var zone: CalendarZone?
  private(set) var events: [CalendarEvent] = []
  private(set) var zones: [String: CalendarZone] = [:]
  /// The name that the calendar gives itself.
  private(set) var name: String?
  /// The zone of times that name none.
  private(set) var zoneName: String?

  /// More parts inside each other than any calendar has.
  private static let mostDepth = 16

  /// Reads a calendar.
  ///
  /// - Throws: ``DiagnosticError`` with the place where it is none, or ends too early.
  init(_ bytes: [UInt8], file: String, into book: inout OnCallBook) throws(DiagnosticError) {
    self.file = file
    var last = SourcePosition(file: file, line: 1, column: 1)
    for (text, position) in CalendarLines(bytes, file: file) {
      last = position
      guard let property = CalendarProperty(text, at: position) else {
        // Blank lines between calendars do no harm.
        if String(text).trimmedBlanks.isEmpty { continue }
        throw Self.syntax("no line of a calendar, which is NAME:VALUE", at: position)
      }
      try take(property, &book)
    }
    if let unclosed = open.last {
      throw Self.syntax(
        "the file ends inside of \(Printable.clipped(unclosed.name)), which begins in line "
          + "\(unclosed.position.line)", at: last)
    }
  }

  private static func syntax(_ words: String, at position: SourcePosition) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(.badExport(format: "a valid calendar", reason: words), at: position)
    ])
  }

  private mutating func take(
    _ property: CalendarProperty, _ book: inout OnCallBook
  ) throws(DiagnosticError) {
    switch property.name {
    case "BEGIN": try begin(property)
    case "END": try end(property)
    default:
      guard let part = open.last?.name else {
        throw Self.syntax("a calendar begins with BEGIN:VCALENDAR", at: property.position)
      }
      switch part {
      case "VCALENDAR": takeOfCalendar(property)
      case "VEVENT": takeOfEvent(property, &book)
      case "VTIMEZONE": if property.name == "TZID" { zone?.name = property.value }
      case "STANDARD", "DAYLIGHT": takeOfObservance(property)
      default: break
      }
    }
  }

  // MARK: Parts

  private mutating func begin(_ property: CalendarProperty) throws(DiagnosticError) {
    let name = property.value.uppercased().trimmedBlanks
    guard !open.isEmpty || name == "VCALENDAR" else {
      throw Self.syntax("a calendar begins with BEGIN:VCALENDAR", at: property.position)
    }
    guard open.count < Self.mostDepth else {
      throw DiagnosticError([
        Diagnostic(.nestedTooDeeply(limit: Self.mostDepth), at: property.position)
      ])
    }
    open.append((name, property.position))
    switch name {
    case "VEVENT": event = CalendarEvent(at: property.position)
    case "VTIMEZONE": zone = CalendarZone()
    case "STANDARD", "DAYLIGHT": zone?.observances.append(CalendarZone.Observance())
    default: break
    }
  }

  private mutating func end(_ property: CalendarProperty) throws(DiagnosticError) {
    let name = property.value.uppercased().trimmedBlanks
    guard let begun = open.popLast(), begun.name == name else {
      throw Self.syntax(
        "END:\(Printable.clipped(name)) has no BEGIN before it", at: property.position)
    }
    switch name {
    case "VEVENT":
      if let event { events.append(event) }
      event = nil
    case "VTIMEZONE":
      if let zone, !zone.name.isEmpty { zones[zone.name] = zone }
      zone = nil
    default: break
    }
  }

  // MARK: Lines

  private mutating func takeOfCalendar(_ property: CalendarProperty) {
    switch property.name {
    case "X-WR-CALNAME", "NAME": name = name ?? property.text
    case "X-WR-TIMEZONE": zoneName = property.text
    default: break
    }
  }

  private mutating func takeOfObservance(_ property: CalendarProperty) {
    guard let count = zone?.observances.count, count > 0 else { return }
    switch property.name {
    case "DTSTART": zone?.observances[count - 1].start = CalendarTime(property)
    case "TZOFFSETFROM":
      zone?.observances[count - 1].secondsBefore = CalendarZone.offset(property.value) ?? 0
    case "TZOFFSETTO":
      zone?.observances[count - 1].secondsAfter = CalendarZone.offset(property.value) ?? 0
    case "RRULE": zone?.observances[count - 1].rule = RecurrenceRule(property.value)
    case "RDATE": zone?.observances[count - 1].extra += CalendarTime.list(property)
    default: break
    }
  }

  private mutating func takeOfEvent(_ property: CalendarProperty, _ book: inout OnCallBook) {
    guard var event else { return }
    switch property.name {
    case "UID": event.uid = property.value
    case "DTSTART": event.start = time(property, &book)
    case "DTEND": event.end = time(property, &book)
    case "DURATION":
      event.duration = CalendarTime.duration(property.value)
      if event.duration == nil { report(.badInstant(field: "DURATION"), property, &book) }
    case "RRULE":
      event.rule = RecurrenceRule(property.value)
      if event.rule == nil { report(.ruleUnread(property.value), property, &book) }
    case "RDATE": event.extra += CalendarTime.list(property)
    case "EXDATE": event.excluded += CalendarTime.list(property)
    case "RECURRENCE-ID":
      event.replaces = time(property, &book)
      if let range = property.parameters["RANGE"] {
        report(.ruleUnread("RECURRENCE-ID;RANGE=\(range)"), property, &book)
      }
    case "STATUS": event.isCancelled = property.value.uppercased() == "CANCELLED"
    case "SUMMARY": event.summary = property.text
    case "ATTENDEE":
      let value = property.value
      let address =
        value.lowercased().hasPrefix("mailto:") ? String(value.dropFirst("mailto:".count)) : value
      event.attendees.append(
        (property.parameters["CN"], address.isEmpty ? nil : address))
    default: break
    }
    self.event = event
  }

  private func time(_ property: CalendarProperty, _ book: inout OnCallBook) -> CalendarTime? {
    let time = CalendarTime(property)
    if time == nil { report(.badInstant(field: property.name), property, &book) }
    return time
  }

  private func report(
    _ problem: OnCallProblem, _ property: CalendarProperty, _ book: inout OnCallBook
  ) {
    book.result.report(problem, on: name ?? FilePath.stem(of: file), at: property.position)
  }
}
