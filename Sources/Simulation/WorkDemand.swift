import Organization

/// Hours, or shares of hours, by kind of work and the least standing that it needs.
///
/// Stored in place: one is made for every team and month, and an array would have to be allocated.
package struct WorkDemand: Sendable {
  private var incidents = ByStanding()
  private var compliance = ByStanding()
  private var scaling = ByStanding()
  private var upkeep = ByStanding()
  private var debt = ByStanding()
  private var roadmap = ByStanding()

  init() {}

  /// Divides what is asked of each kind by the shares of the standings that it needs.
  init(_ asked: ByWorkKind, shares: WorkDemand) {
    for kind in WorkKind.allCases { self[kind] = shares[kind].scaled(by: asked[kind]) }
  }

  subscript(kind: WorkKind, standing: Standing) -> Double {
    get { self[kind][standing] }
    set { self[kind][standing] = newValue }
  }

  subscript(kind: WorkKind) -> ByStanding {
    get {
      switch kind {
      case .incidents: incidents
      case .compliance: compliance
      case .scaling: scaling
      case .upkeep: upkeep
      case .debt: debt
      case .roadmap: roadmap
      }
    }
    set {
      switch kind {
      case .incidents: incidents = newValue
      case .compliance: compliance = newValue
      case .scaling: scaling = newValue
      case .upkeep: upkeep = newValue
      case .debt: debt = newValue
      case .roadmap: roadmap = newValue
      }
    }
  }
}
