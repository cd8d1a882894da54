/// The text of a model file, into which keys are written with every other byte kept.
///
/// Comments, order and layout of what is there stay as somebody wrote them: new keys go below the
/// last one of their mapping, or before the closing brace of one that is written in braces.
package struct ModelText {
  /// Without line feeds, but with carriage returns where the file has them.
  private let lines: [String]
  private let tree: SourceNode
  private let carriageReturn: String

  /// - Parameters:
  ///   - bytes: of one file; what it includes is not looked at.
  ///   - file: what it is called in findings.
  /// - Throws: ``DiagnosticError`` where it is not YAML as a model has it.
  package init(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
    tree = try YAMLReader.read(SourceText(bytes), file: file).root
    carriageReturn = bytes.contains(13) ? "\r" : ""
    lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the file itself has a key at its top.
  package func holds(_ key: String) -> Bool { tree.value(of: key) != nil }

  /// The text with keys that it did not have.
  ///
  /// A key that is there already keeps its value. Whoever calls reads the result before writing it:
  /// a layout that this does not understand gives a text that is no model, or not the one wanted.
  ///
  /// - Returns: all of the new text, with a line feed at its end.
  /// - Complexity: O(bytes + additions).
  package func adding(_ additions: [ModelAddition]) -> String {
    var wanted = Wanted()
    for addition in additions { wanted.add(addition, below: addition.place[...]) }
    var edits = Edits()
    plan(wanted, in: tree, &edits)
    var result = [String]()
    for (index, line) in lines.enumerated() {
      result += edits.rows[index] ?? []
      result.append(edits.insertions[index].map { inserted($0, into: line) } ?? line)
    }
    result += edits.rows[lines.count] ?? []
    if result.last?.isEmpty == true { result.removeLast() }
    return result.joined(separator: "\n") + "\n"
  }

  /// What is wanted of a mapping, in the order in which it was asked for.
  private struct Wanted {
    var children: [(key: String, node: Wanted)] = []
    var value: SourceNode?
    var comment: [String] = []

    mutating func add(_ addition: ModelAddition, below place: ArraySlice<String>) {
      let key = place.first ?? addition.key
      let index = children.firstIndex { $0.key == key } ?? children.count
      if index == children.count { children.append((key, Wanted())) }
      if place.isEmpty {
        children[index].node.value = addition.value
        children[index].node.comment = addition.comment
      } else {
        children[index].node.add(addition, below: place.dropFirst())
      }
    }

    /// All of it as one value.
    var tree: SourceNode { value ?? .mapping(children.map { ($0.key, $0.node.tree) }) }
  }

  private struct Edits {
    /// New lines by the number of lines before them.
    var rows: [Int: [String]] = [:]
    /// New text by line, and by the number of scalars before it.
    var insertions: [Int: [(column: Int, text: String)]] = [:]
  }

  private func inserted(_ insertions: [(column: Int, text: String)], into line: String) -> String {
    var scalars = Array(line.unicodeScalars)
    for insertion in insertions.sorted(by: { $0.column > $1.column }) {
      scalars.insert(contentsOf: insertion.text.unicodeScalars, at: insertion.column)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Finds where each key goes: deeper ones first, so that they stay with what they belong to.
  private func plan(_ wanted: Wanted, in mapping: SourceNode, _ edits: inout Edits) {
    let entries = mapping.entries ?? []
    var fresh = [(key: String, node: Wanted)]()
    for child in wanted.children {
      guard let entry = entries.first(where: { $0.key == child.key }) else {
        fresh.append(child)
        continue
      }
      guard child.node.value == nil else { continue }
      if entry.value.entries != nil {
        plan(child.node, in: entry.value, &edits)
      } else if entry.value.isNull, entry.value.text?.isEmpty == true {
        let indent = entry.keyPosition.column + 1
        edits.rows[entry.keyPosition.line, default: []] += rows(
          child.node.children, indent: indent)
      }
    }
    guard !fresh.isEmpty else { return }
    if let close = closingBrace(of: mapping) {
      let text = fresh.map { "\(YAMLText.written($0.key)): \($0.node.tree.flow)" }
        .joined(separator: ", ")
      edits.insertions[close.line, default: []].append(
        (close.column, close.separator + text))
    } else if let first = entries.first, let last = entries.last {
      let indent = first.keyPosition.column - 1
      let end = end(ofEntryAt: last.keyPosition.line, indent: indent)
      let isRoot = mapping.position == tree.position && indent == 0
      let new =
        isRoot
        ? fresh.flatMap { [carriageReturn] + rows([$0], indent: 0) } : rows(fresh, indent: indent)
      edits.rows[end, default: []] += new
    }
  }

  private func rows(_ children: [(key: String, node: Wanted)], indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return children.flatMap { child in
      child.node.comment.map { margin + "# " + $0 + carriageReturn }
        + SourceNode.mapping([(child.key, child.node.tree)]).lines(indent: indent)
        .map { $0 + carriageReturn }
    }
  }

  /// The number of lines down to the last of an entry in block style, whose key is on `line`, from 1.
  ///
  /// Empty lines and comments that are further out belong to what comes next.
  private func end(ofEntryAt line: Int, indent: Int) -> Int {
    var end = line
    while end < lines.count, indent == 0 ? !isMarker(lines[end]) : !isOutside(lines[end], indent) {
      end += 1
    }
    while end > line, isIdle(lines[end - 1], indent) { end -= 1 }
    return end
  }

  private func isMarker(_ line: String) -> Bool { line.hasPrefix("---") || line.hasPrefix("...") }

  private func margin(of line: String) -> Int { line.unicodeScalars.prefix { $0 == " " }.count }

  private func isOutside(_ line: String, _ indent: Int) -> Bool {
    let margin = margin(of: line)
    let rest = line.unicodeScalars.dropFirst(margin)
    return margin < indent && rest.first != "#" && rest.contains { $0 != "\r" && $0 != "\t" }
  }

  private func isIdle(_ line: String, _ indent: Int) -> Bool {
    let margin = margin(of: line)
    let rest = line.unicodeScalars.dropFirst(margin)
    return rest.allSatisfy { $0 == "\r" || $0 == "\t" } || margin < indent && rest.first == "#"
  }

  /// Where a mapping in braces takes one more entry; `nil` for one in block style.
  private func closingBrace(
    of mapping: SourceNode
  ) -> (line: Int, column: Int, separator: String)? {
    var (line, column) = (mapping.position.line - 1, mapping.position.column - 1)
    guard lines.indices.contains(line) else { return nil }
    var scalars = Array(lines[line].unicodeScalars)
    guard scalars.indices.contains(column), scalars[column] == "{" else { return nil }
    var depth = 0
    var quote: Unicode.Scalar?
    var last = (line: line, column: column, scalar: Unicode.Scalar("{"))
    while true {
      while column >= scalars.count {
        line += 1
        guard line < lines.count else { return nil }
        (scalars, column) = (Array(lines[line].unicodeScalars), 0)
      }
      let scalar = scalars[column]
      defer { column += 1 }
      if let open = quote {
        if scalar == "\\", open == "\"" { column += 1 }
        if scalar == open { quote = nil }
        last = (line, column, scalar)
        continue
      }
      switch scalar {
      case " ", "\t", "\r": continue
      case "#" where column == 0 || scalars[column - 1] == " ": column = scalars.count
      case "\"" where "{[,:".unicodeScalars.contains(last.scalar),
        "'" where "{[,:".unicodeScalars.contains(last.scalar):
        quote = scalar
      case "{", "[": depth += 1
      case "}", "]":
        depth -= 1
        if depth == 0 {
          let separator = last.scalar == "{" ? "" : last.scalar == "," ? " " : ", "
          return (last.line, last.column + 1, separator)
        }
      default: break
      }
      if scalar != "#" || column < scalars.count { last = (line, column, scalar) }
    }
  }
}
