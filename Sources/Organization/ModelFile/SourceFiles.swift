/// The files of one model, read once each, with their includes merged in.
final class SourceFiles {
  // A class, because building reads data files in many places and all share what was read.
  private let source: any FileSource
  private var texts: [String: SourceText] = [:]
  private(set) var inputs: [String] = []
  private(set) var findings: [Diagnostic] = []

  init(source: any FileSource) { self.source = source }

  /// The tree of a model file on top of everything it includes; `nil` where a file is unusable.
  func tree(of path: String) -> SourceNode? {
    tree(of: FilePath.normalised(path), namedAt: nil, within: [])
  }

  /// Notes that a data file was read.
  func note(input path: String) {
    if !inputs.contains(path) { inputs.append(path) }
  }

  func report(_ diagnostic: Diagnostic) { findings.append(diagnostic) }

  /// The findings, each once, in the order of the files read and of their lines, with the line
  /// that each points at.
  func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let ranks = Dictionary(uniqueKeysWithValues: inputs.enumerated().map { ($1, $0) })
    func key(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
      guard let position = diagnostic.position else { return (-1, 0, 0) }
      return (ranks[position.file] ?? inputs.count, position.line, position.column)
    }
    var seen: Set<Diagnostic> = []
    let unique = diagnostics.map(quoted).filter { seen.insert($0).inserted }
    return unique.enumerated().sorted { a, b in
      let (first, second) = (key(a.element), key(b.element))
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
  }

  private func quoted(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.sourceLine == nil, let position = diagnostic.position else {
      return diagnostic
    }
    var result = diagnostic
    result.sourceLine = texts[position.file]?.line(position.line)
    return result
  }

  private func tree(
    of path: String, namedAt place: SourcePosition?, within chain: [String]
  ) -> SourceNode? {
    guard !chain.contains(path) else {
      report(Diagnostic(.circularInclude(path: path), at: place))
      return nil
    }
    guard chain.count < SyntaxLimits.includeDepth else {
      report(Diagnostic(.nestedTooDeeply(limit: SyntaxLimits.includeDepth), at: place))
      return nil
    }
    guard let own = parse(path, namedAt: place) else { return nil }
    var base: SourceNode?
    for name in includes(of: own) {
      guard let text = name.text else { continue }
      let included = tree(
        of: FilePath.resolve(text, namedIn: path), namedAt: name.position, within: chain + [path])
      guard let included else { continue }
      base = base.map { overlay(included, on: $0) } ?? included
    }
    return base.map { overlay(own, on: $0) } ?? own
  }

  private func overlay(_ over: SourceNode, on base: SourceNode) -> SourceNode {
    var merging = Merging(removes: false)
    var result = merging.merge(base, over, as: ModelGrammar.root)
    result.position = over.position
    return result
  }

  private func includes(of root: SourceNode) -> [SourceNode] {
    guard case .sequence(let names)? = root.value(of: "include")?.content else { return [] }
    return names
  }

  private func parse(_ path: String, namedAt place: SourcePosition?) -> SourceNode? {
    do {
      let text: SourceText
      if let known = texts[path] {
        text = known
      } else {
        text = SourceText(try source.bytes(of: path, limitMegabytes: SyntaxLimits.megabytes))
        texts[path] = text
        note(input: path)
      }
      let (root, found) = try YAMLReader.read(text, file: path)
      findings += found
      guard root.entries != nil else {
        let problem = Problem.wrongShape(expected: "a mapping of keys", found: root.kindName)
        report(Diagnostic(problem, at: root.position))
        return nil
      }
      return root
    } catch {
      findings += error.placed(at: place).diagnostics
      return nil
    }
  }
}

extension DiagnosticError {
  /// The same findings, with a place for those that have none.
  func placed(at place: SourcePosition?) -> DiagnosticError {
    DiagnosticError(
      diagnostics.map { diagnostic in
        var result = diagnostic
        result.position = diagnostic.position ?? place
        return result
      })
  }
}
