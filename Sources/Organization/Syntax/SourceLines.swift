/// The lines of a file, for findings that are to quote them.
package struct SourceLines: Sendable {
  private let text: SourceText

  package init(_ bytes: [UInt8]) { text = SourceText(bytes) }

  /// The finding with the line that it points at.
  package func quoted(_ diagnostic: Diagnostic) -> Diagnostic {
    var result = diagnostic
    result.sourceLine = diagnostic.position.flatMap { text.line($0.line) }
    return result
  }
}
