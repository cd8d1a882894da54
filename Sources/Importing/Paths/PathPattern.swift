/// A pattern of CODEOWNERS: as in .gitignore, but without `!`, ranges and `\#`.
///
/// `*` stands for anything but a slash, `?` for one character but a slash, `**` as a whole part for
/// any folders. A slash that is not at the end ties the pattern to the root; else it holds in every
/// folder. What matches a folder matches all below it, but for a pattern that ends in `/*`, which
/// matches only what is directly there. Capitals count, and brackets are taken as they stand.
/// [GitHub Docs, About code owners]
package struct PathPattern: Hashable, Sendable {
  /// One part between slashes.
  private enum Part: Hashable, Sendable {
    /// Any number of names, also none.
    case anyFolders
    /// One name, letter by letter.
    case exactly([Unicode.Scalar])
    case name([Token])
  }

  private enum Token: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case anyOne
    case anyRun
  }

  private let parts: [Part]
  /// How many names have to follow what the parts name; `nil` where none may.
  private let leastBelow: Int?

  /// - Parameters:
  ///   - text: the pattern.
  ///   - namesFolders: whether a folder's name without a slash means all that is below it, as does `**`
  ///     at the end.
  /// - Throws: ``PatternFault`` where GitHub would skip the line.
  package init(_ text: String, namesFolders: Bool = true) throws(PatternFault) {
    guard !text.hasPrefix("!") else { throw .negation }
    guard !text.hasPrefix("\\#") else { throw .escapedHash }
    guard !text.contains("***") else { throw .threeStars }
    guard !text.isEmpty, text.contains(where: { $0 != "/" }) else { throw .empty }
    var pieces = Self.pieces(of: text)
    let endsInSlash = pieces.count > 1 && pieces[pieces.count - 1].isEmpty
    if endsInSlash { pieces.removeLast() }
    let isTied = pieces.count > 1
    if pieces.first?.isEmpty == true { pieces.removeFirst() }
    let endsInFolders = pieces.last == ["*", "*"] && (namesFolders || endsInSlash)
    // `docs/*` names what is directly in docs, `*` everything.
    let namesChildren = isTied && pieces.last == ["*"]
    // Behind `**` a slash adds nothing.
    if endsInFolders { pieces.removeLast() }
    leastBelow =
      endsInSlash || endsInFolders ? 1 : namesFolders && !namesChildren ? 0 : nil
    let named = pieces.enumerated().map { place, piece -> Part in
      let isLast = !endsInFolders && place == pieces.count - 1
      return piece == ["*", "*"] && !isLast ? .anyFolders : Self.part(piece)
    }
    parts = isTied ? named : [.anyFolders] + named
  }

  private static func part(_ piece: [Unicode.Scalar]) -> Part {
    let tokens = tokens(of: piece)
    let letters = tokens.compactMap { token -> Unicode.Scalar? in
      guard case .scalar(let scalar) = token else { return nil }
      return scalar
    }
    return letters.count == tokens.count ? .exactly(letters) : .name(tokens)
  }

  /// The parts between slashes; an escaped slash is a slash all the same.
  private static func pieces(of text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map(Array.init)
  }

  private static func tokens(of piece: [Unicode.Scalar]) -> [Token] {
    var tokens = [Token]()
    var isEscaped = false
    for scalar in piece {
      if isEscaped {
        tokens.append(.scalar(scalar))
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "*" {
        if tokens.last != .anyRun { tokens.append(.anyRun) }
      } else {
        tokens.append(scalar == "?" ? .anyOne : .scalar(scalar))
      }
    }
    return tokens
  }

  /// Whether a file is meant.
  ///
  /// - Parameter path: from the root of the repository, without a slash at its start.
  /// - Returns: true for what the pattern names, and for what is below a folder that it names.
  /// - Complexity: O(|pattern| · |path|).
  package func matches(_ path: String) -> Bool { matches(Self.names(of: path)) }

  /// The names between the slashes of a path, to match it with several patterns.
  static func names(of path: String) -> [[Unicode.Scalar]] {
    path.unicodeScalars.split(separator: "/").map(Array.init)
  }

  /// Whether a file is meant, whose names are known.
  ///
  /// Folders that `**` stands for are as few as possible, which leaves the most for what follows;
  /// where that does not fit, only the last `**` has to take one more.
  func matches(_ names: [[Unicode.Scalar]]) -> Bool {
    var (part, place) = (0, 0)
    var retry: (part: Int, place: Int)?
    while true {
      if part == parts.count {
        let left = names.count - place
        if let leastBelow {
          // Later ends leave less.
          return left >= leastBelow && !names.isEmpty
        }
        if left == 0 { return !names.isEmpty }
      } else if parts[part] == .anyFolders {
        retry = (part, place)
        part += 1
        continue
      } else if place < names.count, fits(parts[part], names[place]) {
        (part, place) = (part + 1, place + 1)
        continue
      }
      guard let from = retry, from.place < names.count else { return false }
      retry = (from.part, from.place + 1)
      (part, place) = (from.part + 1, from.place + 1)
    }
  }

  private func fits(_ part: Part, _ name: [Unicode.Scalar]) -> Bool {
    switch part {
    case .anyFolders: false
    case .exactly(let letters): letters == name
    case .name(let tokens): Self.fits(tokens, name)
    }
  }

  /// Whether a name has the form of the tokens, which hold no slash.
  private static func fits(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
    var (token, place) = (0, 0)
    // Where to go on if what follows the last `*` does not fit.
    var retry: (token: Int, place: Int)?
    while place < name.count {
      if token < tokens.count {
        switch tokens[token] {
        case .anyRun:
          retry = (token, place)
          token += 1
          continue
        case .anyOne:
          (token, place) = (token + 1, place + 1)
          continue
        case .scalar(let scalar) where scalar == name[place]:
          (token, place) = (token + 1, place + 1)
          continue
        case .scalar: break
        }
      }
      guard let from = retry else { return false }
      retry = (from.token, from.place + 1)
      (token, place) = (from.token + 1, from.place + 1)
    }
    return tokens[token...].allSatisfy { $0 == .anyRun }
  }
}
