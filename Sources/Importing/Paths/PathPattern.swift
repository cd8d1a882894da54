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
    case anyFolders
    case name([Token])
  }

  private enum Token: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case anyOne
    case anyRun
  }

  private let parts: [Part]
  /// Whether it matches what is below as well as what it names.
  private let reachesBelow: Bool
  /// Whether only what is below it counts, as with a slash at the end.
  private let isFolder: Bool

  /// - Parameters:
  ///   - text: the pattern.
  ///   - namesFolders: whether a folder's name without a slash means all that is below it.
  /// - Throws: ``PatternFault`` where GitHub would skip the line.
  package init(_ text: String, namesFolders: Bool = true) throws(PatternFault) {
    guard !text.hasPrefix("!") else { throw .negation }
    guard !text.hasPrefix("\\#") else { throw .escapedHash }
    guard !text.contains("***") else { throw .threeStars }
    guard !text.isEmpty, text.contains(where: { $0 != "/" }) else { throw .empty }
    var pieces = Self.pieces(of: text)
    let endsInSlash = pieces.count > 1 && pieces[pieces.count - 1].isEmpty
    if endsInSlash { pieces.removeLast() }
    // Behind `**` a slash adds nothing.
    isFolder = endsInSlash && pieces.last != ["*", "*"]
    let isTied = pieces.count > 1
    if pieces.first?.isEmpty == true { pieces.removeFirst() }
    let named = pieces.map { piece -> Part in
      piece == ["*", "*"] ? .anyFolders : .name(Self.tokens(of: piece))
    }
    parts = isTied ? named : [.anyFolders] + named
    // `docs/*` names what is directly in docs, `*` everything.
    reachesBelow = namesFolders && !(isTied && pieces.last == ["*"] && !isFolder)
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
  package func matches(_ path: String) -> Bool {
    let names = path.unicodeScalars.split(separator: "/").map(Array.init)
    guard !names.isEmpty else { return false }
    // How many names the first parts can take, for every number of parts.
    var reached: Set<Int> = [0]
    for (index, part) in parts.enumerated() {
      var next: Set<Int> = []
      switch part {
      case .anyFolders:
        let least = reached.min() ?? 0
        // At its end `**` needs something to stand for.
        let isLast = index == parts.count - 1
        if reached.isEmpty || (isLast && least + 1 > names.count) { return false }
        next = Set((isLast ? least + 1 : least)...names.count)
      case .name(let tokens):
        for place in reached where place < names.count && Self.fits(tokens, names[place]) {
          next.insert(place + 1)
        }
      }
      guard !next.isEmpty else { return false }
      reached = next
    }
    return reached.contains { end in
      isFolder ? end < names.count : end == names.count || reachesBelow
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
