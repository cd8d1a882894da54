package import Organization

/// One number for each ``Standing``, lowest first.
package struct ByStanding: Hashable, Sendable {
  package var junior = 0.0
  package var mid = 0.0
  package var senior = 0.0
  package var staff = 0.0

  package init() {}

  package subscript(standing: Standing) -> Double {
    get {
      switch standing {
      case .junior: junior
      case .mid: mid
      case .senior: senior
      case .staff: staff
      }
    }
    set {
      switch standing {
      case .junior: junior = newValue
      case .mid: mid = newValue
      case .senior: senior = newValue
      case .staff: staff = newValue
      }
    }
  }

  package var total: Double { junior + mid + senior + staff }

  /// Everybody who may do work that needs at least `standing`.
  package func atLeast(_ standing: Standing) -> Double {
    switch standing {
    case .junior: total
    case .mid: mid + senior + staff
    case .senior: senior + staff
    case .staff: staff
    }
  }

  /// Takes `amount` from the seniors, then staff, then mids; what nobody has is not taken.
  ///
  /// - Returns: what was taken.
  package mutating func takeFromSeniors(_ amount: Double) -> Double {
    var rest = amount
    for standing in [Standing.senior, .staff, .mid] {
      let taken = min(self[standing], rest)
      self[standing] -= taken
      rest -= taken
    }
    return amount - rest
  }
}
