import Organization

/// Reads what pagers and calendars know: pages and shifts of any mix of tools.
package enum OnCallSources {
  /// Larger files are split by whoever writes them.
  private static let megabytes = 512
  /// More broken lines of a log than these say nothing new.
  private static let mostBroken = 20
  private static let endings = [".json", ".jsonl", ".ndjson", ".csv", ".ics", ".ical", ".log"]

  /// - Parameters:
  ///   - sources: files, or folders whose exports are read.
  ///   - source: reads them.
  ///   - kind: the tool that they come from; `nil` finds it from the contents of each.
  ///   - map: names, zones and urgencies that the sources leave open.
  ///   - asked: the stretch that counts.
  ///   - now: when this is read.
  /// - Returns: pages and shifts in the order of time, and what was found on the way; never an error, as
  ///   a broken file says nothing of the others.
  /// - Complexity: O(bytes + pages · log pages); of a file one record is held at a time beside its bytes.
  package static func read(
    _ sources: [String], from source: any FolderSource, kind: ImportKind? = nil,
    map: ImportMap = ImportMap(), asked: OnCallSpan = OnCallSpan(), now: Instant
  ) -> OnCallRecords {
    var book = OnCallBook(kind ?? .pagerduty, map: map, asked: asked, now: now)
    var readers = Readers(kind)
    for path in sources {
      do throws(DiagnosticError) {
        let files = try source.files(below: path)
        for file in files?.filter(isExport) ?? [path] {
          let bytes = UnicodeText.utf8(of: try source.bytes(of: file, limitMegabytes: megabytes))
          try readers.read(bytes, file: file, into: &book)
        }
      } catch {
        // A line of an export may name people, and is not quoted.
        book.result.broken += error.diagnostics.map { diagnostic in
          var unquoted = diagnostic
          unquoted.sourceLine = nil
          return unquoted
        }
      }
    }
    readers.finish(into: &book)
    book.finish()
    return OnCallRecords(book)
  }

  private static func isExport(_ path: String) -> Bool {
    let name = FilePath.name(of: path).lowercased()
    return endings.contains { name.hasSuffix($0) }
  }

  /// A reader for each tool, as some of them know only in the end what their files say together.
  private struct Readers {
    let kind: ImportKind?
    /// Files of other tools that were reported.
    private var told: Set<String> = []
    var byKind: [ImportKind: any OnCallRecordReader] = [
      .pagerduty: PagerDutyReader(), .opsgenie: OpsgenieReader(),
      .grafanaOnCall: GrafanaReader(), .incidentIO: IncidentIOReader(),
      .alertmanager: AlertmanagerReader(),
    ]

    init(_ kind: ImportKind?) { self.kind = kind }

    mutating func read(
      _ bytes: [UInt8], file: String, into book: inout OnCallBook
    ) throws(DiagnosticError) {
      let top = SourcePosition(file: file, line: 1, column: 1)
      guard let first = bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) else {
        throw DiagnosticError([
          Diagnostic(.badExport(format: "an export of a pager", reason: "it is empty"), at: top)
        ])
      }
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        return try readJSON(bytes, file: file, into: &book)
      }
      let line = Self.firstLine(bytes)
      if line.uppercased().contains("BEGIN:VCALENDAR") || kind == .ical {
        guard isWanted(.ical, file, &book, at: top) else { return }
        let calendar = try CalendarReader(bytes, file: file, into: &book)
        var shifts = CalendarShifts(calendar, file: file)
        shifts.add(to: &book)
      } else if PagerDutyTable.isHeader(line) {
        guard isWanted(.pagerduty, file, &book, at: top) else { return }
        try readTable(bytes, file: file, into: &book)
      } else {
        throw DiagnosticError([
          Diagnostic(
            .badExport(
              format: "an export of a pager",
              reason: "neither JSON, a calendar nor a table of incidents"), at: top)
        ])
      }
    }

    private static func firstLine(_ bytes: [UInt8]) -> String {
      let start = bytes.drop { $0 <= 0x20 }
      return String(decoding: start.prefix(4_000).prefix { $0 != 10 }, as: UTF8.self)
    }

    /// Whether files of a tool were asked for; otherwise that is reported.
    private mutating func isWanted(
      _ found: ImportKind, _ file: String, _ book: inout OnCallBook, at position: SourcePosition
    ) -> Bool {
      guard let kind, kind != found else { return true }
      let name = FilePath.name(of: file)
      if told.insert(file).inserted {
        book.result.report(.otherSource(found: found.name), on: name, at: position)
      }
      book.skip("file", name, .notAnEntity, at: position)
      return false
    }

    private mutating func readTable(
      _ bytes: [UInt8], file: String, into book: inout OnCallBook
    ) throws(DiagnosticError) {
      let table = try PagerDutyTable(bytes, file: file)
      let head = SourceNode(
        position: SourcePosition(file: file, line: 1, column: 1), content: .mapping([]))
      for row in 0..<table.rowCount {
        guard let record = table.record(row) else { continue }
        byKind[.pagerduty]?.read(record, .pagerDutyAnalytics, of: head, into: &book)
      }
    }

    /// Every document of a file; a line that cannot be read hides none of the others.
    private mutating func readJSON(
      _ bytes: [UInt8], file: String, into book: inout OnCallBook
    ) throws(DiagnosticError) {
      var scanner = ExportReader(bytes, file: file)
      var broken: [Diagnostic] = []
      var hasRead = false
      while scanner.hasMore(), broken.count < mostBroken {
        let mark = scanner.mark
        do throws(DiagnosticError) {
          let head = try scanner.document(.first)
          hasRead = true
          guard let (shape, path) = OnCallShape.found(in: head) else {
            let name = FilePath.name(of: file)
            book.result.report(.unknownDocument, on: name, at: head.position)
            book.skip("document", name, .notAnEntity, at: head.position)
            continue
          }
          guard isWanted(shape.kind, file, &book, at: head.position) else { continue }
          let end = scanner.mark
          scanner.rewind(to: mark)
          var reader = byKind[shape.kind]
          byKind[shape.kind] = nil
          try scanner.forEach(at: path[...]) { record in
            if record.entries != nil { reader?.read(record, shape, of: head, into: &book) }
          }
          byKind[shape.kind] = reader
          scanner.rewind(to: end)
        } catch {
          broken += error.diagnostics
          scanner.rewind(to: mark)
          // A line of a log hides none of the others; other documents are one thing.
          let isLine = error.diagnostics.first?.position?.line == scanner.line
          guard isLine || hasRead else { break }
          scanner.recover()
        }
      }
      if !broken.isEmpty { throw DiagnosticError(broken) }
    }

    mutating func finish(into book: inout OnCallBook) {
      for kind in ImportKind.allCases {
        guard var reader = byKind[kind] else { continue }
        reader.finish(into: &book)
        byKind[kind] = reader
      }
    }
  }
}
