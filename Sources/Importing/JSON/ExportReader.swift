import Organization

/// Reads exports in JSON value by value, with the place of each.
///
/// Exports are large, and often one line: an array can be walked element by element, so that one is
/// held at a time, and places are counted once from the beginning to the end.
struct ExportReader {
  /// How much of a value is wanted.
  enum Keep {
    case all
    /// Of lists only the first element, which tells what the others are like.
    case first
  }

  /// A point to come back to.
  struct Mark {
    fileprivate var scanner: JSONScanner
    fileprivate var places: PlaceCount
  }

  private var scanner: JSONScanner
  private var places: PlaceCount

  init(_ bytes: [UInt8], file: String) {
    scanner = JSONScanner(bytes)
    places = PlaceCount(bytes, file: file, from: scanner.offset)
  }

  var mark: Mark { Mark(scanner: scanner, places: places) }

  mutating func rewind(to mark: Mark) {
    scanner = mark.scanner
    places = mark.places
  }

  /// Whether another value follows.
  mutating func hasMore() -> Bool { scanner.hasMore() }

  /// The line in which it stands.
  var line: Int {
    mutating get { places.position(of: scanner.offset).line }
  }

  /// Goes to the next line that begins a value, after one that cannot be read.
  mutating func recover() { scanner.skipToNextLine() }

  /// The next value as a whole.
  ///
  /// - Throws: ``DiagnosticError`` with the place where it is no JSON.
  mutating func document(_ keep: Keep) throws(DiagnosticError) -> SourceNode {
    do throws(JSONFault) {
      return try Self.node(&scanner, &places, keep)
    } catch {
      throw failure(error)
    }
  }

  /// Calls `body` with each element of the list that `path` leads to in the next value; nothing where
  /// there is none.
  ///
  /// - Throws: ``DiagnosticError`` with the place where it is no JSON.
  mutating func forEach(
    at path: ArraySlice<String>, _ body: (SourceNode) -> Void
  ) throws(DiagnosticError) {
    do throws(JSONFault) {
      try Self.forEach(&scanner, &places, at: path, body)
    } catch {
      throw failure(error)
    }
  }

  private mutating func failure(_ fault: JSONFault) -> DiagnosticError {
    DiagnosticError([
      Diagnostic(
        .badExport(format: "valid JSON", reason: fault.reason),
        at: places.position(of: fault.offset))
    ])
  }

  private static func forEach(
    _ scanner: inout JSONScanner, _ places: inout PlaceCount, at path: ArraySlice<String>,
    _ body: (SourceNode) -> Void
  ) throws(JSONFault) {
    guard let wanted = path.first else { return try elements(&scanner, &places, body) }
    guard try scanner.kind() == .object else { return try scanner.skip() }
    try scanner.members { (scanner, key) throws(JSONFault) in
      if key == wanted {
        try forEach(&scanner, &places, at: path.dropFirst(), body)
      } else {
        try scanner.skip()
      }
    }
  }

  /// The elements of a list; a lone mapping counts as one.
  private static func elements(
    _ scanner: inout JSONScanner, _ places: inout PlaceCount, _ body: (SourceNode) -> Void
  ) throws(JSONFault) {
    guard try scanner.kind() == .array else {
      let lone = try node(&scanner, &places, .all)
      if lone.entries != nil { body(lone) }
      return
    }
    try scanner.items { (scanner) throws(JSONFault) in
      body(try node(&scanner, &places, .all))
    }
  }

  private static func node(
    _ scanner: inout JSONScanner, _ places: inout PlaceCount, _ keep: Keep
  ) throws(JSONFault) -> SourceNode {
    let kind = try scanner.kind()
    let position = places.position(of: scanner.offset)
    let content: SourceNode.Content
    switch kind {
    case .object:
      var entries = [SourceNode.Entry]()
      try scanner.members { (scanner, key) throws(JSONFault) in
        let place = places.position(of: scanner.keyOffset)
        entries.append(
          SourceNode.Entry(
            key: key, keyPosition: place, value: try node(&scanner, &places, keep)))
      }
      content = .mapping(entries)
    case .array:
      var items = [SourceNode]()
      try scanner.items { (scanner) throws(JSONFault) in
        if keep == .first, !items.isEmpty {
          try scanner.skip()
        } else {
          items.append(try node(&scanner, &places, keep))
        }
      }
      content = .sequence(items)
    case .string: content = .scalar(text: try scanner.string(), isQuoted: true)
    case .number, .bool, .null: content = .scalar(text: try scanner.word(), isQuoted: false)
    }
    return SourceNode(position: position, content: content)
  }
}

/// Counts lines and columns, in Unicode scalars, up to places that mostly follow each other.
private struct PlaceCount {
  private let bytes: [UInt8]
  private let file: String
  private let start: Int
  private var index: Int
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8], file: String, from start: Int) {
    self.bytes = bytes
    self.file = file
    self.start = start
    index = start
  }

  mutating func position(of offset: Int) -> SourcePosition {
    if index > offset { (index, line, column) = (start, 1, 1) }
    for byte in bytes[index..<min(offset, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    index = min(offset, bytes.count)
    return SourcePosition(file: file, line: line, column: column)
  }
}
