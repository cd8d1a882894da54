package import Organization

/// One number for each ``Standing``, lowest first.
package struct ByStanding: Hashable, Sendable {
  var junior = 0.0
  var mid = 0.0
  var senior = 0.0
  var staff = 0.0

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

  func scaled(by factor: Double) -> ByStanding {
    var copy = self
    copy.junior *= factor
    copy.mid *= factor
    copy.senior *= factor
    copy.staff *= factor
    return copy
  }

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
    Self.move(&senior, &rest)
    Self.move(&staff, &rest)
    Self.move(&mid, &rest)
    return amount - rest
  }

  /// Does as much of every kind as these hours can, the most urgent first.
  ///
  /// - Returns: the hours done.
  mutating func work(off demand: inout WorkDemand) -> ByWorkKind {
    // Kept apart from what is passed in, so that hours stay in registers from kind to kind.
    var hours = self
    var done = ByWorkKind()
    done[.incidents] = hours.work(off: &demand.incidents)
    done[.compliance] = hours.work(off: &demand.compliance)
    done[.scaling] = hours.work(off: &demand.scaling)
    done[.upkeep] = hours.work(off: &demand.upkeep)
    done[.debt] = hours.work(off: &demand.debt)
    done[.roadmap] = hours.work(off: &demand.roadmap)
    self = hours
    return done
  }

  /// Does as much of `demand` as these hours can, each class by the lowest standing that may.
  ///
  /// - Returns: the hours done.
  @inline(__always)
  mutating func work(off demand: inout ByStanding) -> Double {
    guard demand.total > 0 else { return 0 }
    var done = Self.move(&staff, &demand.staff)
    // Where nothing is left of a class, the standings above need not be asked.
    var part = Self.move(&senior, &demand.senior)
    if demand.senior > 0 { part += Self.move(&staff, &demand.senior) }
    done += part
    part = Self.move(&mid, &demand.mid)
    if demand.mid > 0 { part += Self.move(&senior, &demand.mid) }
    done += part
    if demand.mid > 0 { done += Self.move(&staff, &demand.mid) }
    part = Self.move(&junior, &demand.junior)
    if demand.junior > 0 { part += Self.move(&mid, &demand.junior) }
    done += part
    if demand.junior > 0 {
      done += Self.move(&senior, &demand.junior) + Self.move(&staff, &demand.junior)
    }
    return done
  }

  /// Takes the smaller of two amounts from both.
  @inline(__always) @discardableResult
  private static func move(_ hours: inout Double, _ demand: inout Double) -> Double {
    let moved = min(hours, demand)
    hours -= moved
    demand -= moved
    return moved
  }
}
