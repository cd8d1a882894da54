import Planning

extension RotaReport {
  /// The rota as a calendar, an event for each stretch that somebody holds [RFC 5545].
  ///
  /// Times are UTC, so that it needs no definitions of time zones. Summaries are like those of LinkedIn's
  /// Oncall, from which the import of calendars reads team, layer and person.
  ///
  /// - Parameter stamp: seconds since 1970-01-01 at which it is written.
  /// - Returns: the text of the file.
  package func calendar(stamp: Int) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cadre//rota//EN", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:\(Self.escaped("\(team) on call"))",
    ]
    for turn in proposal.turns {
      guard let holder = name(turn.holder) else { continue }
      let layer = Self.name(ofLayer: turn.shift.layer)
      for (part, stretch) in turn.shift.stretches.enumerated() {
        let place = [turn.shift.turn, turn.shift.layer, turn.shift.site, part].map { "\($0)" }
        lines += [
          "BEGIN:VEVENT",
          "UID:\(Self.escaped(team))-\(stretch.start)-\(place.joined(separator: "-"))@cadre",
          "DTSTAMP:\(Self.basic(stamp))", "DTSTART:\(Self.basic(stretch.start))",
          "DTEND:\(Self.basic(stretch.end))",
          "SUMMARY:\(Self.escaped("\(team) \(layer) shift: \(holder)"))",
        ]
        let shadows = turn.shadows.compactMap(name).joined(separator: ", ")
        if !shadows.isEmpty {
          lines.append("DESCRIPTION:\(Self.escaped("goes along: \(shadows)"))")
        }
        lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
      }
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// `20270104T090000Z`.
  private static func basic(_ seconds: Int) -> String {
    instant(seconds).filter { $0 != "-" && $0 != ":" }
  }

  /// Text as a value of a calendar; control characters are shown by name.
  private static func escaped(_ text: String) -> String {
    SafeText.terminal(text).replacing("\\", with: "\\\\").replacing(";", with: "\\;")
      .replacing(",", with: "\\,")
  }

  /// A line in pieces of 75 bytes at most, none of which ends within a character [RFC 5545, 3.1].
  private static func folded(_ line: String) -> String {
    var (text, width) = ("", 0)
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        text += "\r\n "
        width = 1
      }
      text.unicodeScalars.append(scalar)
      width += size
    }
    return text
  }
}
