/// Something in a history that is neither trend nor season nor noise.
package struct Change: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// From one step on, everything is higher or lower by about the same factor.
    case levelShift = "level-shift"
    /// Nothing or next to nothing for a while; the counting or the service was down.
    case outage
    /// Nothing was counted.
    case gap
    /// One value, seldom two or three, far from what was expected.
    case outlier
  }

  /// How far the values are from what was expected of them.
  package enum Size: Hashable, Sendable {
    /// Observed over expected; for a level shift the new level over the old.
    case factor(Double)
    /// Observed less expected, where values are not all positive.
    case amount(Double)
    /// Nothing was observed.
    case unknown
  }

  /// What was done about it before fitting.
  package enum Handling: String, Sendable {
    /// The values count as missing.
    case missing
    /// The values were pulled to the edge of what is usual.
    case winsorised
    /// What came before was moved to the new level.
    case rescaled
    /// Nothing, because the user said so.
    case ignored
    /// Nothing, because it is not strong or has not lasted long enough to be sure.
    case noted
    /// Nothing, because it comes back every year.
    case recurring
  }

  package enum Origin: String, Sendable { case detected, user }

  package var kind: Kind
  /// For a level shift the first and the last step of the transition.
  package var steps: ClosedRange<Int>
  package var size: Size
  /// How unlikely it is that chance looks like this, 0 to 1; 1 where the user said so.
  package var confidence: Double
  package var origin: Origin
  package var handling: Handling

  package var firstStep: Int { steps.lowerBound }
  package var lastStep: Int { steps.upperBound }
}

/// What the user says of a stretch of the history.
package struct ChangeOverride: Hashable, Sendable {
  package enum Action: String, CaseIterable, Sendable {
    /// Whatever was found there is real and stays as it is.
    case ignore
    /// The level changed there, for good; what is between is a transition and counts as missing.
    case levelShift = "level-shift"
    /// What was counted there means nothing.
    case outage
  }

  package var action: Action
  package var steps: ClosedRange<Int>

  package init(_ action: Action, steps: ClosedRange<Int>) {
    self.action = action
    self.steps = steps
  }
}
