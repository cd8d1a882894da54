/// Does work in pieces that may be done at once.
struct PieceWork: Sendable {
  let perform: Pieces

  /// Does so many pieces of work at once, and gives what they come to in order.
  func each<Value: Sendable>(
    _ pieces: Range<Int>, _ work: @Sendable (Int) throws(PlanningStopped) -> Value
  ) throws(PlanningStopped) -> [Value] {
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
    var values = [Value]()
    for result in found {
      guard let value = try result?.get() else { throw PlanningStopped() }
      values.append(value)
    }
    return values
  }
}
