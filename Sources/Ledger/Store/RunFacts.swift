package import Organization
package import Reporting

/// How a run was made.
package struct RunFacts: Hashable, Sendable {
  /// The organisation that it was about.
  package struct Subject: Hashable, Sendable {
    package var name: String
    package var scenario: String
    package var start: YearMonth
    /// Months planned or forecast.
    package var months: Int

    package init(_ organization: Organization) {
      self.init(
        name: organization.name, scenario: organization.scenario, start: organization.start,
        months: organization.months)
    }

    package init(name: String, scenario: String, start: YearMonth, months: Int) {
      self.name = name
      self.scenario = scenario
      self.start = start
      self.months = months
    }
  }

  package var recorded: Moment
  /// Such as `plan`.
  package var command: String
  /// What decided on the result, as it would be typed after the command.
  package var arguments: [String]
  package var header: RunHeader
  package var subject: Subject

  package init(
    recorded: Moment, command: String, arguments: [String], header: RunHeader, subject: Subject
  ) {
    self.recorded = recorded
    self.command = command
    self.arguments = arguments
    self.header = header
    self.subject = subject
  }
}
