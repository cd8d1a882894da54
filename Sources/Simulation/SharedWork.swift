import Organization

/// Work that employees and partners do together.
enum SharedWork {
  typealias Partners = UnsafeMutableBufferPointer<CapacityPool.PartnerPool>

  /// Does as much of `demand` as both can, most urgent kind first, and takes the hours from them.
  ///
  /// - Returns: the hours done.
  static func work(
    off demand: inout WorkDemand, employees: inout ByStanding, partners: Partners
  ) -> ByWorkKind {
    var done = ByWorkKind()
    for kind in WorkKind.allCases {
      var open = demand[kind]
      var sum = 0.0
      sum += share(kind, &open.staff, from: .staff, &employees, partners)
      sum += share(kind, &open.senior, from: .senior, &employees, partners)
      sum += share(kind, &open.mid, from: .mid, &employees, partners)
      sum += share(kind, &open.junior, from: .junior, &employees, partners)
      demand[kind] = open
      done[kind] = sum
    }
    return done
  }

  /// Works off one class of one kind with the people who may do it, lowest standing first.
  private static func share(
    _ kind: WorkKind, _ open: inout Double, from least: Standing, _ employees: inout ByStanding,
    _ partners: Partners
  ) -> Double {
    guard open > 0 else { return 0 }
    for index in partners.indices { partners[index].permit(kind, of: open) }
    var done = 0.0
    switch least {
    case .junior:
      take(.junior, &open, &done, &employees, partners)
      fallthrough
    case .mid:
      take(.mid, &open, &done, &employees, partners)
      fallthrough
    case .senior:
      take(.senior, &open, &done, &employees, partners)
      fallthrough
    case .staff:
      take(.staff, &open, &done, &employees, partners)
    }
    return done
  }

  /// Works off a class of work with the people of one standing, partners first.
  @inline(__always)
  private static func take(
    _ standing: Standing, _ open: inout Double, _ done: inout Double,
    _ employees: inout ByStanding, _ partners: Partners
  ) {
    for index in partners.indices {
      let taken = min(partners[index].hours[standing], partners[index].permitted, open)
      partners[index].hours[standing] -= taken
      partners[index].permitted -= taken
      open -= taken
      done += taken
    }
    let taken = min(employees[standing], open)
    employees[standing] -= taken
    open -= taken
    done += taken
  }
}
