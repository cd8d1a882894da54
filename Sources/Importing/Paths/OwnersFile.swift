import Organization

/// Who owns a path by a CODEOWNERS file.
package enum PathOwnership: Hashable, Sendable {
  /// The last line that matches, from 1, and its owners as written.
  case owned([String], line: Int)
  /// The last line that matches has no owners, which takes ownership away.
  case cleared(line: Int)
  case unmatched

  /// As written; none where nobody owns it.
  package var owners: [String] {
    guard case .owned(let owners, _) = self else { return [] }
    return owners
  }
}

/// How a CODEOWNERS file is understood.
package enum OwnersDialect: String, CaseIterable, Sendable {
  /// The last line that matches wins.
  case github
  /// The same in every section by itself; `!` takes a path out of its section.
  case gitlab
}

/// A CODEOWNERS file, line by line.
///
/// [GitHub Docs, About code owners; GitLab Docs, Code Owners syntax]
package struct OwnersFile: Sendable {
  /// One line that says who owns what.
  struct Rule: Sendable {
    var text: String
    var pattern: PathPattern
    var owners: [String]
    var line: Int
    /// Whether it takes paths out of its section.
    var isExclusion: Bool
  }

  /// Rules that are matched by themselves; GitHub's files are one section.
  struct Section: Sendable {
    var name: String
    var rules: [Rule] = []
    /// For rules that name nobody.
    var owners: [String]
    var isOptional: Bool
  }

  package let dialect: OwnersDialect
  private(set) var sections: [Section] = [Section(name: "", owners: [], isOptional: false)]
  /// What is wrong with lines, which are then skipped.
  package private(set) var findings: [ImportFinding] = []

  /// GitHub ignores files of this size and more.
  static let mostBytes = 3_000_000

  /// - Parameters:
  ///   - bytes: of the file; what is not UTF-8 is replaced.
  ///   - file: its name, for findings.
  ///   - dialect: by its sections if `nil`.
  package init(_ bytes: [UInt8], file: String, dialect: OwnersDialect? = nil) {
    let lines = Self.lines(of: bytes)
    self.dialect = dialect ?? (lines.contains { SectionHeader($0) != nil } ? .gitlab : .github)
    if self.dialect == .github, bytes.count >= Self.mostBytes {
      let size = (bytes.count + 999_999) / 1_000_000
      findings.append(
        ImportFinding(
          .ownersFileTooLarge(megabytes: size), subject: file,
          position: SourcePosition(file: file, line: 1, column: 1)))
      return
    }
    for (index, line) in lines.enumerated() { read(line, number: index + 1, of: file) }
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    let content = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    return content.split(separator: 10, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
    }
  }

  // MARK: Reading

  private mutating func read(_ line: String, number: Int, of file: String) {
    if dialect == .gitlab, let header = SectionHeader(line) { return open(header) }
    let words = Self.words(of: line, hasInnerComments: dialect == .github)
    guard let first = words.first else { return }
    let position = SourcePosition(file: file, line: number, column: first.column)
    if dialect == .gitlab, first.text.hasPrefix("[") || first.text.hasPrefix("^[") {
      findings.append(
        ImportFinding(.badSection(first.text), subject: first.text, position: position))
    }
    let isExclusion = dialect == .gitlab && first.text.hasPrefix("!")
    do throws(PatternFault) {
      let pattern = try pattern(isExclusion ? String(first.text.dropFirst()) : first.text)
      let (owners, others) = owners(among: words.dropFirst())
      for word in others {
        findings.append(
          ImportFinding(
            .badOwner(word.text), subject: first.text,
            position: SourcePosition(file: file, line: number, column: word.column)))
      }
      // A line whose every owner is wrong would otherwise take ownership away.
      if owners.isEmpty, !others.isEmpty { return }
      let rule = Rule(
        text: first.text, pattern: pattern, owners: owners, line: number, isExclusion: isExclusion)
      sections[current].rules.append(rule)
    } catch {
      findings.append(
        ImportFinding(
          .badPattern(first.text, reason: error), subject: first.text, position: position))
    }
  }

  /// A pattern as the host of the code reads it: GitLab takes one without a slash at its start for one
  /// of any folder, and a name without a slash at its end for a file.
  private func pattern(_ text: String) throws(PatternFault) -> PathPattern {
    guard dialect == .gitlab else { return try PathPattern(text) }
    let whole = text.hasPrefix("\\#") ? String(text.dropFirst()) : text
    return try PathPattern(
      whole.hasPrefix("/") || whole.isEmpty ? whole : "**/" + whole, namesFolders: false)
  }

  /// Words that name somebody, and those that do not; behind `#` GitLab still sees owners.
  private func owners(
    among words: ArraySlice<(text: String, column: Int)>
  ) -> (owners: [String], others: [(text: String, column: Int)]) {
    var owners: [String] = []
    var others: [(text: String, column: Int)] = []
    var isComment = false
    for word in words {
      isComment = isComment || word.text.hasPrefix("#")
      if isOwner(word.text) {
        owners.append(word.text)
      } else if !isComment {
        others.append(word)
      }
    }
    return (owners, others)
  }

  private var current: Int { sections.count - 1 }

  /// Begins a section, or goes on with one of the same name.
  private mutating func open(_ header: SectionHeader) {
    if let index = sections.firstIndex(where: {
      $0.name.lowercased() == header.name.lowercased() && !$0.name.isEmpty
    }) {
      sections.append(sections.remove(at: index))
      if !header.owners.isEmpty { sections[current].owners = header.owners }
    } else {
      sections.append(
        Section(name: header.name, owners: header.owners, isOptional: header.isOptional))
    }
  }

  /// The words of a line with their columns, up to a comment; a blank may be escaped.
  ///
  /// - Parameters:
  ///   - line: without its end.
  ///   - hasInnerComments: whether `#` behind the first word begins a comment too.
  /// - Returns: the words, blanks in them still escaped.
  static func words(
    of line: String, hasInnerComments: Bool = true
  ) -> [(text: String, column: Int)] {
    var words: [(text: String, column: Int)] = []
    var word = String.UnicodeScalarView()
    var (start, column) = (1, 0)
    var isEscaped = false
    func close() {
      if !word.isEmpty { words.append((String(word), start)) }
      word = String.UnicodeScalarView()
    }
    for scalar in line.unicodeScalars {
      column += 1
      if isEscaped {
        word.append(scalar)
        isEscaped = false
      } else if scalar == "#", words.isEmpty ? word.isEmpty : hasInnerComments {
        break
      } else if scalar == " " || scalar == "\t" {
        close()
      } else {
        if word.isEmpty { start = column }
        word.append(scalar)
        isEscaped = scalar == "\\"
      }
    }
    close()
    return words
  }

  /// Whether a word names somebody: @user, @org/team, an e-mail address, or a role of GitLab.
  private func isOwner(_ word: String) -> Bool {
    if dialect == .gitlab, word.hasPrefix("@@") { return word.count > 2 }
    guard let at = word.firstIndex(of: "@") else { return false }
    let name = word[word.index(after: at)...]
    guard !name.isEmpty, !name.contains("@") else { return false }
    return at == word.startIndex
      ? !name.hasPrefix("/") && !name.hasSuffix("/") : name.contains(".")
  }

  // MARK: Matching

  /// Who owns a file.
  ///
  /// - Parameter path: from the root of the repository, without a slash at its start.
  /// - Returns: the owners, also where nobody is; of several sections those of each.
  /// - Complexity: O(rules · |path|).
  package func ownership(of path: String) -> PathOwnership {
    var found: [PathOwnership] = []
    let names = PathPattern.names(of: path)
    for section in sections {
      let isOut = section.rules.contains { $0.isExclusion && $0.pattern.matches(names) }
      guard !isOut, let rule = section.rules.last(where: { $0.pattern.matches(names) }) else {
        continue
      }
      let owners = rule.owners.isEmpty ? section.owners : rule.owners
      found.append(
        owners.isEmpty ? .cleared(line: rule.line) : .owned(owners, line: rule.line))
    }
    let owners = found.flatMap(\.owners)
    guard let last = found.last else { return .unmatched }
    if owners.isEmpty { return last }
    let lines = found.compactMap { ownership -> Int? in
      guard case .owned(_, let line) = ownership else { return nil }
      return line
    }
    var seen: Set<String> = []
    return .owned(owners.filter { seen.insert($0).inserted }, line: lines.last ?? 1)
  }
}

/// The line that begins a section: `[name]`, `^[name]`, with a number of approvals and owners.
struct SectionHeader: Hashable {
  var name: String
  var isOptional: Bool
  var owners: [String]

  init?(_ line: String) {
    var rest = line[...].drop { $0 == " " || $0 == "\t" }
    isOptional = rest.hasPrefix("^")
    if isOptional { rest = rest.dropFirst() }
    guard rest.hasPrefix("["), let close = rest.firstIndex(of: "]") else { return nil }
    name = String(rest[rest.index(after: rest.startIndex)..<close])
    rest = rest[rest.index(after: close)...]
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]"),
        Int(rest[rest.index(after: rest.startIndex)..<end]) != nil
      else { return nil }
      rest = rest[rest.index(after: end)...]
    }
    // `[ab]c` is a pattern, not a section.
    guard !name.isEmpty, rest.isEmpty || rest.hasPrefix(" ") || rest.hasPrefix("\t") else {
      return nil
    }
    let words = OwnersFile.words(of: String(rest)).map(\.text)
    guard words.allSatisfy({ $0.contains("@") }) else { return nil }
    owners = words
  }
}
