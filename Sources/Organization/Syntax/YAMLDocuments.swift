/// The documents of a YAML file that is not a model, such as a service catalogue.
///
/// Each is read by itself, so that one that is broken hides none of the others. A line `---` at its
/// first column always ends a document [YAML 1.2.2, 9.1.2], so that the file can be cut before it is
/// understood.
package enum YAMLDocuments {
  /// One document, or why it is none.
  package struct Document: Sendable {
    /// The first line that belongs to it, from 1.
    package var line: Int
    /// `nil` where it could not be read.
    package var root: SourceNode?
    /// With the lines they are about; at least one where there is no root.
    package var findings: [Diagnostic]
  }

  /// Reads all documents; those with nothing but blanks and comments are left out.
  ///
  /// - Parameters:
  ///   - bytes: of the file, UTF-8.
  ///   - file: what positions call it.
  /// - Returns: the documents in their order.
  /// - Complexity: O(bytes).
  package static func read(_ bytes: [UInt8], file: String) -> [Document] {
    // What is no text, or far too much of it, is so for the whole file.
    let whole = SourceText(bytes)
    return parts(of: bytes).compactMap { part in
      let text = SourceText(Array(part.bytes))
      do throws(DiagnosticError) {
        let (root, findings) = try YAMLReader.read(text, file: file)
        return Document(
          line: part.line, root: root.moved(by: part.line - 1),
          findings: findings.map { moved($0, by: part.line - 1, in: whole) })
      } catch {
        if case .emptyFile? = error.diagnostics.first?.problem { return nil }
        return Document(
          line: part.line, root: nil,
          findings: error.diagnostics.map { moved($0, by: part.line - 1, in: whole) })
      }
    }
  }

  private static func moved(
    _ diagnostic: Diagnostic, by lines: Int, in text: SourceText
  ) -> Diagnostic {
    var result = diagnostic
    result.position?.line += lines
    result.sourceLine = result.position.flatMap { text.line($0.line) }
    return result
  }

  /// The file cut at its markers, each part with its first line.
  private static func parts(of bytes: [UInt8]) -> [(line: Int, bytes: ArraySlice<UInt8>)] {
    let content = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    var parts: [(line: Int, bytes: ArraySlice<UInt8>)] = []
    var (start, startLine) = (content.startIndex, 1)
    var (lineStart, line) = (content.startIndex, 1)
    while lineStart < content.endIndex {
      let end = content[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? content.endIndex
      // Directives before a marker are a part of their own, which is empty.
      if lineStart > start, isMarker(content[lineStart..<end]) {
        parts.append((startLine, content[start..<lineStart]))
        (start, startLine) = (lineStart, line)
      }
      lineStart = min(end + 1, content.endIndex)
      line += 1
    }
    parts.append((startLine, content[start...]))
    return parts.filter { part in
      part.bytes.split(separator: UInt8(ascii: "\n")).contains { !isIdle($0) }
    }
  }

  /// Whether the line begins a document.
  private static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: Array("---".utf8)) else { return false }
    return line.dropFirst(3).first.map(isBlank) ?? true
  }

  /// Whether the line is blank, a comment, a directive or a bare marker.
  private static func isIdle(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    if rest.first == UInt8(ascii: "%") { return true }
    if isMarker(rest) { rest = rest.dropFirst(3) }
    if rest.starts(with: Array("...".utf8)), rest.dropFirst(3).allSatisfy(isBlank) { return true }
    let first = rest.first { !isBlank($0) }
    return first == nil || first == UInt8(ascii: "#")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 || byte == 13 }
}

extension SourceNode {
  /// The same tree, further down in its file.
  fileprivate func moved(by lines: Int) -> SourceNode {
    guard lines > 0 else { return self }
    var result = self
    result.position.line += lines
    switch content {
    case .scalar: break
    case .sequence(let items): result.content = .sequence(items.map { $0.moved(by: lines) })
    case .mapping(let entries):
      result.content = .mapping(
        entries.map { entry in
          var moved = entry
          moved.keyPosition.line += lines
          moved.value = entry.value.moved(by: lines)
          return moved
        })
    }
    return result
  }
}
