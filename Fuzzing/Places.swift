import Organization

/// How far the places of findings can be in a file.
struct Places {
  private let lines: Int
  private let columns: Int

  /// - Complexity: O(bytes).
  init(of bytes: [UInt8]) {
    // Line ends of YAML and of UTF-16 have these bytes too; what counts is that places are no nonsense.
    let ends: Set<UInt8> = [0x0a, 0x0d, 0x20, 0x85, 0xa8, 0xa9]
    lines = bytes.count { ends.contains($0) } + 2
    columns = bytes.count + 2
  }

  func check(_ position: SourcePosition, of what: String) {
    require((1...lines).contains(position.line), "\(what) is in line \(position.line)")
    require((1...columns).contains(position.column), "\(what) is in column \(position.column)")
  }

  /// Findings about the file, and how they look on a screen.
  func check(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      let code = diagnostic.problem.code
      require(Explanation.text(code: code) != nil, "\(code) explains nothing")
      if let position = diagnostic.position { check(position, of: code) }
    }
    let text = DiagnosticRenderer.text(diagnostics, color: false)
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || !(0..<0x20).contains(scalar.value) && !(0x7f...0x9f).contains(scalar.value)
    }
    require(isPlain, "a finding has control bytes")
  }
}
