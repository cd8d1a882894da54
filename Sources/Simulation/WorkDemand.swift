import Organization

/// Hours, or shares of hours, by kind of work and the least standing that it needs.
///
/// Stored in place: one is made for every team and month, and an array would have to be allocated.
package struct WorkDemand: Sendable {
  var incidents = ByStanding()
  var compliance = ByStanding()
  var scaling = ByStanding()
  var upkeep = ByStanding()
  var debt = ByStanding()
  var roadmap = ByStanding()

  init() {}

  /// Divides what is asked of each kind by the shares of the standings that it needs.
  init(_ asked: ByWorkKind, shares: WorkDemand) {
    incidents = shares.incidents.scaled(by: asked[.incidents])
    compliance = shares.compliance.scaled(by: asked[.compliance])
    scaling = shares.scaling.scaled(by: asked[.scaling])
    upkeep = shares.upkeep.scaled(by: asked[.upkeep])
    debt = shares.debt.scaled(by: asked[.debt])
    roadmap = shares.roadmap.scaled(by: asked[.roadmap])
  }

  /// Hours of the kinds that hurt at once where they are left undone.
  var urgent: Double { incidents.total + compliance.total + scaling.total + upkeep.total }

  /// Hours that need a senior, debt pay-down left out.
  var seniorHours: Double {
    incidents.atLeast(.senior) + compliance.atLeast(.senior) + scaling.atLeast(.senior)
      + upkeep.atLeast(.senior) + roadmap.atLeast(.senior)
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
