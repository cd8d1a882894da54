import Organization
package import Simulation

/// What to do once traffic shows which scenario it is.
package struct Trigger: Hashable, Sendable {
  /// Something of which one does so many.
  package struct Action: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case open
      /// Give notice to a seat of the first quarter that works for a partner.
      case end
    }

    package var kind: Kind
    package var team: Int
    package var level: Int
    package var source: SeatSource
    package var count: Int
  }

  /// Traffic of one driver within bounds, relative to today's.
  package struct Condition: Hashable, Sendable {
    package var driver: Int
    package var above: Double?
    package var below: Double?

    func holds(_ value: Double) -> Bool {
      above.map { value > $0 } ?? true && below.map { value <= $0 } ?? true
    }
  }

  /// Month at whose beginning one looks back, and decides.
  package var month: Int
  /// The months that one looks at.
  package var observed: Range<Int>
  /// In which scenarios it is for.
  package var scenarios: [Int]
  /// Whether it is done in all the others too, by then or before.
  package var isCertain: Bool
  /// Whether a hiring freeze has begun by then, where that tells its scenarios from the others and
  /// traffic does so weakly or not at all.
  package var isFrozen: Bool?
  /// All of these; empty where it is certain, or where nothing in the traffic tells its scenarios from
  /// the others.
  package var conditions: [Condition]
  package var actions: [Action]
  /// Share of the courses of its scenarios in which it fires.
  package var fires: Double?
  /// Share of the courses of the others in which it does.
  package var firesFalsely: Double?

  /// Whether it fires hardly more often where it should than where it should not.
  package var isWeak: Bool {
    guard let fires, let firesFalsely else { return false }
    return fires - firesFalsely < Self.leastDifference
  }

  /// Half of the time a sign with less says nothing.
  private static let leastDifference = 0.5
}
