import Yams

/// Turns the bytes of a YAML file into a ``SourceNode`` tree, or into findings.
struct YAMLReader {
  private let file: String
  private var findings: [Diagnostic] = []
  /// Keys that were blanked out because they stood twice.
  private var blanked: Set<String> = []
  private var nodes = 0

  private init(file: String) { self.file = file }

  /// Reads a file's only document.
  ///
  /// - Returns: the tree, with findings that did not stop the reading (keys that stand twice).
  /// - Throws: ``DiagnosticError`` where the file is not YAML as cadre takes it.
  static func read(
    _ text: SourceText, file: String
  ) throws(DiagnosticError) -> (root: SourceNode, findings: [Diagnostic]) {
    let found = SyntaxGuard.findings(in: text, file: file)
    guard found.isEmpty else { throw DiagnosticError(found) }
    let bytes =
      text.bytes.starts(with: [0xef, 0xbb, 0xbf]) ? text.bytes.dropFirst(3) : text.bytes[...]
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw DiagnosticError([
        Diagnostic(.notText(path: file, reason: "bytes that are not UTF-8"), at: nil)
      ])
    }
    var reader = YAMLReader(file: file)
    let root = try reader.compose(string)
    return (root, reader.findings)
  }

  private mutating func compose(_ string: String) throws(DiagnosticError) -> SourceNode {
    var finder: DuplicateKeyFinder?
    var current = string
    while true {
      do {
        // The parser must outlive the conversion: nodes hold their anchors weakly.
        let parser = try Parser(yaml: current, encoding: .utf8)
        guard let node = try parser.singleRoot() else { throw error(.emptyFile(path: file)) }
        let root = withExtendedLifetime(parser) { convert(node, depth: 1) }
        guard let root else { throw DiagnosticError(findings) }
        return root
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        var search = finder ?? DuplicateKeyFinder(current)
        let key = duplicates.first ?? ""
        let found = search.repetition(of: key, line: context.mark.line, column: context.mark.column)
        let line = found?.line ?? context.mark.line
        let position = SourcePosition(
          file: file, line: line, column: found?.column ?? context.mark.column)
        findings.append(Diagnostic(.duplicateKey(key), at: position))
        guard let found, findings.count < SyntaxLimits.findings else {
          throw DiagnosticError(findings)
        }
        blanked.insert(search.blank(found.range, number: blanked.count))
        current = search.text
        finder = search
      } catch let error as YamlError {
        throw DiagnosticError(findings + [translate(error)])
      } catch let error as DiagnosticError {
        throw error
      } catch {
        throw DiagnosticError(findings + [Diagnostic(.syntax("\(error)"))])
      }
    }
  }

  private func error(_ problem: Problem) -> DiagnosticError {
    DiagnosticError(
      findings + [Diagnostic(problem, at: SourcePosition(file: file, line: 1, column: 1))])
  }

  private func translate(_ error: YamlError) -> Diagnostic {
    switch error {
    case .composer(_, "but found another document", let mark, _):
      Diagnostic(.severalDocuments, at: place(mark))
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Diagnostic(.syntax(problem), at: place(mark))
    case .reader(let problem, _, _, _):
      Diagnostic(.notText(path: file, reason: problem))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded,
      .duplicatedKeysInMapping:
      Diagnostic(.syntax("the file cannot be parsed"))
    }
  }

  private func place(_ mark: Mark?) -> SourcePosition {
    SourcePosition(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  /// Copies a parsed node into a tree of our own; `nil` where a limit is passed.
  private mutating func convert(_ node: Node, depth: Int) -> SourceNode? {
    let position = place(node.mark)
    nodes += 1
    guard nodes <= SyntaxLimits.nodes else {
      return refuse(.tooManyNodes(limit: SyntaxLimits.nodes), at: position)
    }
    guard depth <= SyntaxLimits.depth else {
      return refuse(.nestedTooDeeply(limit: SyntaxLimits.depth), at: position)
    }
    switch node {
    case .scalar(let scalar):
      guard scalar.anchor == nil else { return refuse(.anchor, at: position) }
      let content = SourceNode.Content.scalar(text: scalar.string, isQuoted: scalar.style != .plain)
      return SourceNode(position: position, content: content)
    case .sequence(let sequence):
      guard sequence.anchor == nil else { return refuse(.anchor, at: position) }
      var items: [SourceNode] = []
      for item in sequence {
        guard let item = convert(item, depth: depth + 1) else { return nil }
        items.append(item)
      }
      return SourceNode(position: position, content: .sequence(items))
    case .mapping(let mapping):
      guard mapping.anchor == nil else { return refuse(.anchor, at: position) }
      return convert(mapping, at: position, depth: depth)
    case .alias:
      return refuse(.anchor, at: position)
    }
  }

  private mutating func convert(
    _ mapping: Node.Mapping, at position: SourcePosition, depth: Int
  ) -> SourceNode? {
    var entries: [SourceNode.Entry] = []
    entries.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      guard let keyNode = convert(key, depth: depth + 1) else { return nil }
      guard let name = keyNode.text else {
        let problem = Problem.wrongShape(expected: "a plain key", found: keyNode.kindName)
        return refuse(problem, at: keyNode.position)
      }
      guard !blanked.contains(name) else { continue }
      guard let value = convert(value, depth: depth + 1) else { return nil }
      entries.append(.init(key: name, keyPosition: keyNode.position, value: value))
    }
    return SourceNode(position: position, content: .mapping(entries))
  }

  private mutating func refuse(_ problem: Problem, at position: SourcePosition) -> SourceNode? {
    findings.append(Diagnostic(problem, at: position))
    return nil
  }
}
