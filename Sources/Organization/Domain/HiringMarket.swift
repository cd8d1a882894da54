/// How hiring in one place differs from the home market: factors, 1 where it does not.
package struct HiringMarket: Hashable, Sendable {
  /// On the time from an opened requisition to the first day.
  package var lead: ThreePoint
  package var salary: ThreePoint
  /// On the share of people who leave in a year.
  package var attrition: ThreePoint

  package init(
    lead: ThreePoint = ThreePoint(1), salary: ThreePoint = ThreePoint(1),
    attrition: ThreePoint = ThreePoint(1)
  ) {
    self.lead = lead
    self.salary = salary
    self.attrition = attrition
  }

  /// The level as people are hired here.
  package func level(_ home: Level) -> Level {
    var here = home
    here.leadDays = home.leadDays.scaled(by: lead.mean)
    here.salaryPerYear = home.salaryPerYear.scaled(by: salary.mean)
    // More than everybody cannot leave.
    here.attritionPerYear = home.attritionPerYear.scaled(by: attrition.mean).capped(at: 1)
    return here
  }
}
