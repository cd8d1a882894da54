/// Numbers of the futures that an answer is explained in.
enum ExplainingFutures {
  private static let first = 1 << 25

  /// - Parameters:
  ///   - most: for as many teams as are solved in one programme; of more, fewer say as much.
  ///   - fewest: for any number of teams.
  ///   - teams: of the organisation.
  /// - Returns: as many, beginning with the same, so that all answers speak of the same futures.
  static func numbers(most: Int, fewest: Int, teams: Int) -> Range<Int> {
    first..<first + min(most, max(fewest, most * ProgrammeSearch.mostTogether / max(1, teams)))
  }
}
