/// The seats, transfers and promotions of a plan that was written as a document earlier, found again in
/// an organisation.
package struct PlannedSeats: Hashable, Sendable {
  package struct Seat: Hashable, Sendable {
    /// Index into ``Organization/teams``.
    package var team: Int
    /// Index into ``Organization/levels``.
    package var level: Int
    /// Index into ``Organization/partners``; `nil` is a hire.
    package var partner: Int?
    /// Month of the plan, from 0.
    package var openMonth: Int
    package var state: SeatState
    /// Months for which it had been open when the plan begins.
    package var monthsOpen: Int
    /// Month of the plan in which whoever has accepted begins.
    package var acceptedStart: Int?
    /// The first month no longer worked.
    package var endMonth: Int?
    /// What the document calls it.
    package var id: String?
    /// The competency that it is to bring, as the document names it.
    package var competency: String?
    /// What breaks without it, where the document says.
    package var reason: Reason?

    package init(
      team: Int, level: Int, partner: Int? = nil, openMonth: Int, endMonth: Int? = nil,
      state: SeatState = .proposed, monthsOpen: Int = 0, acceptedStart: Int? = nil,
      id: String? = nil, competency: String? = nil, reason: Reason? = nil
    ) {
      self.team = team
      self.level = level
      self.partner = partner
      self.openMonth = openMonth
      self.endMonth = endMonth
      self.state = state
      self.monthsOpen = monthsOpen
      self.acceptedStart = acceptedStart
      self.id = id
      self.competency = competency
      self.reason = reason
    }
  }

  /// One person who changes teams.
  package struct Transfer: Hashable, Sendable {
    /// Index into ``Organization/levels``.
    package var level: Int
    /// Indices into ``Organization/teams``.
    package var from: Int
    package var to: Int
    /// Month of the plan, from 0.
    package var month: Int
  }

  /// One person who is promoted by decision.
  package struct Rise: Hashable, Sendable {
    /// Index into ``Organization/teams``.
    package var team: Int
    /// Index into ``Organization/levels``, of what she is before.
    package var level: Int
    /// Month of the plan, from 0.
    package var month: Int
  }

  /// A limit that breaks without a seat.
  package struct Reason: Hashable, Sendable {
    /// Its id, which may be of a later version.
    package var limit: String
    package var firstMonth: YearMonth
    package var worstValue: Double
    package var threshold: Double

    package init(limit: String, firstMonth: YearMonth, worstValue: Double, threshold: Double) {
      self.limit = limit
      self.firstMonth = firstMonth
      self.worstValue = worstValue
      self.threshold = threshold
    }
  }

  /// The strategy whose seats they are, as the document names it.
  package let strategy: String
  /// Those that are still to be filled.
  package let seats: [Seat]
  /// None where the document is older than transfers and promotions.
  package let transfers: [Transfer]
  package let rises: [Rise]

  /// Reads a plan file or a `cadre.plan/1` document.
  ///
  /// - Parameters:
  ///   - bytes: of the file.
  ///   - file: its name, for messages.
  ///   - strategy: whose seats to take; `nil` takes the recommended ones.
  ///   - organization: that they are for.
  /// - Throws: everything that is wrong with the document, by line and column.
  package init(
    _ bytes: [UInt8], file: String, strategy: String?, in organization: Organization
  ) throws(DiagnosticError) {
    var reader = try PlanFileReader(
      bytes, file: file, names: PlanFileReader.Names(organization))
    let (name, records) = reader.seats(of: strategy)
    let steps = reader.steps(of: strategy)
    if !reader.findings.isEmpty { throw DiagnosticError(reader.findings) }
    self.strategy = name
    seats = records.filter { !$0.state.isOver }.compactMap { Seat($0, in: organization) }
    transfers = steps.transfers.compactMap { Transfer($0, in: organization) }
    rises = steps.promotions.compactMap { Rise($0, in: organization) }
  }
}

extension PlannedSeats.Seat {
  /// A seat of a file as an organisation sees it on the first day of its plan.
  ///
  /// - Returns: `nil` where the organisation has no such team, level or partner, or its end is past.
  package init?(_ record: SeatRecord, in organization: Organization) {
    guard let team = organization.teams.firstIndex(where: { $0.id == record.team }),
      let level = organization.levels.firstIndex(where: { $0.id == record.level })
    else { return nil }
    let partner = record.partner.flatMap { name in
      organization.partners.firstIndex { $0.id == name }
    }
    guard record.partner == nil || partner != nil else { return nil }
    if let end = record.end, end < organization.start { return nil }
    // What was to open before the plan begins and did not is due in its first month.
    let open = record.open - organization.start
    let isAccepted = record.state == .accepted
    self.init(
      team: team, level: level, partner: partner, openMonth: max(0, open),
      endMonth: record.end.map { max(0, $0 - organization.start) + 1 }, state: record.state,
      monthsOpen: record.state.isOpened ? max(0, -open) : 0,
      acceptedStart: isAccepted ? record.start.map { max(0, $0 - organization.start) } ?? 0 : nil,
      id: record.id.isEmpty ? nil : record.id, competency: record.competency,
      reason: record.reason)
  }
}

extension PlannedSeats.Transfer {
  /// What was to come before the plan begins is due in its first month.
  init?(_ record: PlanFile.Transfer, in organization: Organization) {
    guard let from = organization.teams.firstIndex(where: { $0.id == record.from }),
      let to = organization.teams.firstIndex(where: { $0.id == record.to }),
      let level = organization.levels.firstIndex(where: { $0.id == record.level })
    else { return nil }
    self.init(level: level, from: from, to: to, month: max(0, record.month - organization.start))
  }
}

extension PlannedSeats.Rise {
  /// What was to come before the plan begins is due in its first month.
  init?(_ record: PlanFile.Promotion, in organization: Organization) {
    guard let team = organization.teams.firstIndex(where: { $0.id == record.team }),
      let level = organization.levels.firstIndex(where: { $0.id == record.level })
    else { return nil }
    self.init(team: team, level: level, month: max(0, record.month - organization.start))
  }
}
