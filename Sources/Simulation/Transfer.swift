/// One person who changes teams within the organisation, as a plan decides it.
///
/// At the beginning of the month somebody of the level, past the ramp, leaves the old team and its rota
/// and joins the new one, where she ramps up again for a part of the time that a hire needs. Nobody
/// is recruited for it, pay and tenure stay as they are, and where nobody of the level is past the ramp
/// nothing happens.
package struct Transfer: Hashable, Sendable {
  /// Index into ``Organization/levels``.
  package var level: Int
  /// Indices into ``Organization/teams``, of two different teams.
  package var from: Int
  package var to: Int
  /// Month of the plan, from 0.
  package var month: Int

  package init(level: Int, from: Int, to: Int, month: Int) {
    self.level = level
    self.from = from
    self.to = to
    self.month = month
  }
}

/// How somebody came to her team from another one of the organisation.
struct TeamChange: Hashable, Sendable {
  /// Month of the plan from which on her ramp counts.
  var month: Int
  /// Team in which she was on the first day, or for which she was hired; she is paid as there.
  var home: Int
}

extension TeamChange? {
  /// Completed months since somebody began to learn her team's work; `nil` where that is long ago.
  @inline(__always)
  func age(since start: Int?, in month: Int) -> Double? {
    if let change = self { return Double(month - change.month) }
    return start.map { Double(month - $0) }
  }

  /// Factor on ramp and exposure, where documentation makes it `onboarding` for hires.
  @inline(__always)
  func onboarding(_ onboarding: Double, _ rules: Rules) -> Double {
    self == nil ? onboarding : onboarding * rules.transferRamp
  }
}

extension StaffingModel {
  /// Whether somebody is past the ramp and has not come this very month, so that she may change teams.
  func isSettled(
    _ level: Int, start: Int?, change: TeamChange?, team: Int, month: Int
  ) -> Bool {
    guard change?.month != month else { return false }
    guard let age = change.age(since: start, in: month) else { return true }
    let onboarding = change.onboarding(teams[team].onboarding, rules)
    return age >= levels[level].rampMonths * onboarding
  }
}
