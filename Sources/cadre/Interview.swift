import Organization
import Reporting

/// Asks the questions of `cadre init` on a terminal, one line each.
struct Interview {
  let console: Console
  let start: YearMonth

  /// The sheet with an answer to every question.
  ///
  /// - Throws: ``Fault`` where the answers end early or a signal comes.
  func ask(_ known: AnswerSheet) throws(Fault) -> AnswerSheet {
    console.streams.note("Press Return to take the answer in brackets; Ctrl-C leaves.")
    var sheet = known
    for question in ModelQuestion.allCases where !sheet.isAnswered(question) {
      if question == .archetype { listArchetypes() }
      if isIdle(question, sheet) { continue }
      try ask(question, &sheet)
      if question == .teams { try askPeople(&sheet) }
    }
    return sheet
  }

  /// Whether an earlier answer leaves nothing to ask.
  private func isIdle(_ question: ModelQuestion, _ sheet: AnswerSheet) -> Bool {
    switch question {
    case .peakMonth: sheet.hasNoPeak
    // Without a word on salaries those of the assumptions hold, but they are in EUR.
    case .salary: !sheet.needsSalary
    default: false
    }
  }

  private func listArchetypes() {
    for archetype in Archetype.allCases {
      let name = archetype.rawValue
      let padding = String(repeating: " ", count: max(1, 13 - name.count))
      console.streams.note("  \(name)\(padding)\(archetype.title)")
    }
  }

  private func ask(_ question: ModelQuestion, _ sheet: inout AnswerSheet) throws(Fault) {
    let usual = sheet.usual(question, start: start)
    try ask(question.text, usual: usual) { sheet.take($0, for: question) }
  }

  private func askPeople(_ sheet: inout AnswerSheet) throws(Fault) {
    for team in sheet.teams.map(\.id) {
      try ask("Who is in \(team)?", usual: ModelQuestion.usualPeople) {
        sheet.take(people: $0, ofTeam: team)
      }
    }
  }

  /// Asks until the answer is right.
  private func ask(
    _ text: String, usual: String?, take: (String) -> [Diagnostic]
  ) throws(Fault) {
    let brackets = usual.map { " [\($0)]" } ?? ""
    while true {
      let line = try answer("\(text)\(brackets) ")
      let problems = take(line.isEmpty ? usual ?? "" : line)
      if problems.isEmpty { return }
      for finding in problems {
        let hint = finding.problem.hint.map { "; \($0)" } ?? ""
        console.streams.note("  " + SafeText.terminal(finding.problem.message + hint))
      }
    }
  }

  /// A line that is typed after a prompt, without spaces around it.
  func answer(_ prompt: String) throws(Fault) -> String {
    console.streams.prompt(prompt)
    let line: String?
    do {
      line = try Descriptor.standardInput.readLine(limit: Self.longestLine)
    } catch {
      try Interruption.check()
      throw .broken("cannot read standard input: \(error.reason)")
    }
    guard let line else {
      console.streams.note("")
      throw .usage(
        "the answers ended before the last question; nothing was written", help: "cadre init --help"
      )
    }
    let isSpace = { (character: Character) in character.isWhitespace }
    return String(line.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  private static let longestLine = 4_096
}
