/// What an engineer's hours go to, in the order in which a team does it.
package enum WorkKind: Int, CaseIterable, Sendable {
  case incidents, compliance, scaling, upkeep, debt, roadmap

  package var name: String {
    switch self {
    case .incidents: "incidents"
    case .compliance: "compliance"
    case .scaling: "scaling"
    case .upkeep: "upkeep"
    case .debt: "debt"
    case .roadmap: "roadmap"
    }
  }
}

/// One number for each ``WorkKind``.
package struct ByWorkKind: Hashable, Sendable {
  private var values: (Double, Double, Double, Double, Double, Double) = (0, 0, 0, 0, 0, 0)

  package init() {}

  package subscript(kind: WorkKind) -> Double {
    get {
      switch kind {
      case .incidents: values.0
      case .compliance: values.1
      case .scaling: values.2
      case .upkeep: values.3
      case .debt: values.4
      case .roadmap: values.5
      }
    }
    set {
      switch kind {
      case .incidents: values.0 = newValue
      case .compliance: values.1 = newValue
      case .scaling: values.2 = newValue
      case .upkeep: values.3 = newValue
      case .debt: values.4 = newValue
      case .roadmap: values.5 = newValue
      }
    }
  }

  package var total: Double {
    values.0 + values.1 + values.2 + values.3 + values.4 + values.5
  }

  package static func == (a: ByWorkKind, b: ByWorkKind) -> Bool { a.values == b.values }

  package func hash(into hasher: inout Hasher) {
    for kind in WorkKind.allCases { hasher.combine(self[kind]) }
  }
}
