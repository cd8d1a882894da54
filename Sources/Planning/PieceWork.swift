/// Does work in pieces that may be done at once.
struct PieceWork: Sendable {
  let perform: Pieces

  /// Does so many pieces of work at once, and gives what they come to in order.
  func each<Value: Sendable>(
    _ pieces: Range<Int>, _ work: @Sendable (Int) throws(PlanningStopped) -> Value
  ) throws(PlanningStopped) -> [Value] {
    var values = [Value]()
    for result in results(pieces, work) { values.append(try result.get()) }
    return values
  }

  /// The same where what was done counts although a piece was stopped.
  func results<Value: Sendable>(
    _ pieces: Range<Int>, _ work: @Sendable (Int) throws(PlanningStopped) -> Value
  ) -> [Result<Value, PlanningStopped>] {
    var found = [Result<Value, PlanningStopped>?](repeating: nil, count: pieces.count)
    found.withUnsafeMutableBufferPointer { found in
      // No two pieces share a place.
      nonisolated(unsafe) let found = found
      perform(pieces.count) { piece in
        do throws(PlanningStopped) {
          found[piece] = .success(try work(piece))
        } catch {
          found[piece] = .failure(error)
        }
      }
    }
    return found.map { $0 ?? .failure(PlanningStopped()) }
  }
}
