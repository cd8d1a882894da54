/// What is left to chance in a future; everything else takes its mean.
///
/// With nothing left to chance a future is the mean-value recursion.
package struct Chances: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Numbers given as `{low, likely, high}`, and assumptions with a range.
  package static let parameters = Chances(rawValue: 1 << 0)
  /// The course of traffic, events and spikes included.
  package static let traffic = Chances(rawValue: 1 << 1)
  /// Pages of each service and month.
  package static let pages = Chances(rawValue: 1 << 2)
  /// Length of searches, acceptance of offers, which requisition recruiters take up.
  package static let hiring = Chances(rawValue: 1 << 3)
  /// Who leaves, and who rises to the next level.
  package static let leaving = Chances(rawValue: 1 << 4)
  /// Who burns out and who recovers.
  package static let burnout = Chances(rawValue: 1 << 5)

  package static let all: Chances = [.parameters, .traffic, .pages, .hiring, .leaving, .burnout]
}
