/// Hours asked and done over the months that coverage is judged on, debt pay-down left out.
struct QuarterWork {
  private var asked = 0.0
  private var done = 0.0
  private var seniorAsked = 0.0
  private var seniorDone = 0.0

  mutating func add(_ month: TeamMonth) {
    asked += month.askedHours.total - month.askedHours[.debt]
    done += month.doneHours.total - month.doneHours[.debt]
    seniorAsked += month.seniorAskedHours
    seniorDone += month.seniorCoverage * month.seniorAskedHours
  }

  var coverage: Double { asked > 1e-9 ? min(1, done / asked) : 1 }
  var seniorCoverage: Double { seniorAsked > 1e-9 ? min(1, seniorDone / seniorAsked) : 1 }
}
