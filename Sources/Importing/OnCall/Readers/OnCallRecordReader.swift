import Organization

/// Understands the records of one tool.
protocol OnCallRecordReader {
  /// Notes what a record says.
  ///
  /// - Parameters:
  ///   - record: one element of the document's list.
  ///   - shape: what the document holds.
  ///   - head: the document, with the first element of each of its lists.
  ///   - book: gets pages, shifts and findings.
  mutating func read(
    _ record: SourceNode, _ shape: OnCallShape, of head: SourceNode, into book: inout OnCallBook)

  /// Notes what is known only when all sources are read.
  mutating func finish(into book: inout OnCallBook)
}

extension OnCallRecordReader {
  func finish(into book: inout OnCallBook) {}
}
