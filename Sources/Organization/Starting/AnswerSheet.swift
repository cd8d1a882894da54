/// The answers that somebody gave, each known to be right.
package struct AnswerSheet: Sendable {
  private var answers: [ModelQuestion: Checked] = [:]

  package init() {}

  /// Reads an answers file: YAML with a key for each question that is answered.
  ///
  /// - Throws: everything that is wrong with it, by line and column.
  package init(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
    let text = SourceText(bytes)
    var (root, findings) = try YAMLReader.read(text, file: file)
    // An empty mapping answers nothing, which is allowed.
    if root.isNull { root.content = .mapping([]) }
    let currency = root.value(of: ModelQuestion.currency.rawValue)?.text ?? "EUR"
    var checker = ShapeChecker(quantities: QuantityReader(currency: currency))
    let fields = ModelQuestion.allCases.map { Field($0.rawValue, $0.shape, $0.text) }
    let checked = checker.check(root, against: .object(fields))
    findings += checker.findings
    for question in ModelQuestion.allCases {
      guard let answer = checked?[question.rawValue] else { continue }
      answers[question] = answer
      findings += Self.problems(with: answer, of: question)
    }
    findings += missingSalary(at: root.value(of: ModelQuestion.currency.rawValue)?.position)
    guard findings.isEmpty else {
      throw DiagnosticError(
        findings.map { finding in
          var finding = finding
          finding.sourceLine = finding.position.flatMap { text.line($0.line) }
          return finding
        }.sorted {
          ($0.position?.line ?? 0, $0.position?.column ?? 0)
            < ($1.position?.line ?? 0, $1.position?.column ?? 0)
        })
    }
  }

  /// Notes what somebody typed.
  ///
  /// - Returns: what is wrong with it; the answer is then not taken.
  package mutating func take(_ line: String, for question: ModelQuestion) -> [Diagnostic] {
    take(TypedAnswer.node(line, for: question, at: Self.keyboard), for: question)
  }

  /// Notes the people of a team that has been named.
  package mutating func take(people line: String, ofTeam team: String) -> [Diagnostic] {
    var all = teams.map { known in
      (known.id, known.id == team ? line : Self.typed(known.people))
    }
    if !all.contains(where: { $0.0 == team }) { all.append((team, line)) }
    let node = SourceNode(
      position: Self.keyboard,
      content: .mapping(
        all.map { id, people in
          SourceNode.Entry(
            key: id, keyPosition: Self.keyboard,
            value: TypedAnswer.people(people, at: Self.keyboard))
        }))
    return take(node, for: .teams)
  }

  private mutating func take(_ node: SourceNode, for question: ModelQuestion) -> [Diagnostic] {
    var checker = ShapeChecker(quantities: QuantityReader(currency: currency ?? "EUR"))
    let answer = checker.check(node, against: question.shape)
    guard let answer, checker.findings.isEmpty else { return checker.findings }
    let problems = Self.problems(with: answer, of: question)
    if problems.isEmpty { answers[question] = answer }
    return problems
  }

  private static let keyboard = SourcePosition(file: "answer", line: 1, column: 1)

  private static func typed(_ people: [Int]) -> String {
    zip(Standing.allCases, people).map { "\($1) \($0.name)" }.joined(separator: ", ")
  }

  // MARK: What the grammar does not say

  private static func problems(with answer: Checked, of question: ModelQuestion) -> [Diagnostic] {
    switch question {
    case .zones:
      return answer.items.compactMap { item in
        guard let zone = item.text, !ModelBuilder.isZone(zone) else { return nil }
        return Diagnostic(
          .unknownTimeZone(zone, nearest: ZoneName.nearest(to: zone)), at: item.position)
      }
    case .compliance:
      return answer.items.compactMap { item in
        guard let regime = item.text, !Identifier.isValid(regime) else { return nil }
        return Diagnostic(.badID(regime), at: item.position)
      }
    case .teams: return teamProblems(answer)
    case .currency:
      guard let code = answer.text,
        code.utf8.count != 3
          || !code.utf8.allSatisfy({ (65...90).contains($0) })
      else { return [] }
      return [
        Diagnostic(
          .notAChoice(code, choices: ["three capital letters such as EUR"], nearest: nil),
          at: answer.position)
      ]
    case .archetype, .growth, .horizon, .peak, .peakMonth, .spikes, .newRegion, .realTime,
      .integrations, .name, .salary, .start:
      return []
    }
  }

  private static func teamProblems(_ answer: Checked) -> [Diagnostic] {
    guard !answer.entries.isEmpty else {
      return [
        Diagnostic(
          .needsValue(key: "teams", because: "a plan needs at least one"), at: answer.position)
      ]
    }
    return answer.entries.flatMap { entry in
      var problems = [Diagnostic]()
      // `owner: none` would say that nobody owns a service.
      if entry.id == "none" { problems.append(Diagnostic(.badID(entry.id), at: entry.position)) }
      if Standing.allCases.allSatisfy({ (entry.value[$0.name]?.exact ?? 0) == 0 }) {
        problems.append(
          Diagnostic(
            .needsValue(
              key: Standing.allCases.map(\.name).joined(separator: ", "),
              because: "a team that runs something has people"), at: entry.position))
      }
      return problems
    }
  }

  private func missingSalary(at position: SourcePosition?) -> [Diagnostic] {
    guard needsSalary else { return [] }
    return [
      Diagnostic(
        .needsValue(key: "salary", because: "cadre knows default salaries in EUR only"),
        at: position)
    ]
  }
}

// MARK: What was said

extension AnswerSheet {
  package var archetype: Archetype? {
    answers[.archetype]?.text.flatMap(Archetype.init(rawValue:))
  }

  package var currency: String? { answers[.currency]?.text }

  /// Whether salaries cannot be left to the defaults, and nobody has given them.
  package var needsSalary: Bool { (currency ?? "EUR") != "EUR" && answers[.salary] == nil }

  /// Teams with their people by standing, in the order given.
  package var teams: [(id: String, people: [Int])] {
    (answers[.teams]?.entries ?? []).map { entry in
      (entry.id, Standing.allCases.map { Int(entry.value[$0.name]?.exact ?? 0) })
    }
  }

  /// Whether it was said that no day is busier than others.
  package var hasNoPeak: Bool { answers[.peak]?.exact.map { $0 <= 1 } ?? false }

  /// Whether a question has been answered.
  package func isAnswered(_ question: ModelQuestion) -> Bool { answers[question] != nil }

  /// What was answered to a question.
  subscript(question: ModelQuestion) -> Checked? { answers[question] }

  /// The answer that holds where none is given, as a person would type it; `nil` where there is none.
  package func usual(_ question: ModelQuestion, start: YearMonth) -> String? {
    if question == .start { return start.description }
    return archetype?.preset.answers[question] ?? question.usual
  }

  /// The sheet with every question answered, by what is usual where nobody said anything.
  ///
  /// - Parameter start: the month that plans begin with where nobody says.
  /// - Returns: the sheet to write a model from.
  /// - Precondition: the kind of site is known.
  package func completed(start: YearMonth) -> AnswerSheet {
    precondition(archetype != nil, "the kind of site decides what is usual")
    var sheet = self
    for question in ModelQuestion.allCases where !sheet.isAnswered(question) {
      guard let line = usual(question, start: start) else { continue }
      let problems = sheet.take(line, for: question)
      assert(problems.isEmpty, "a preset's answer is right")
    }
    return sheet
  }
}
