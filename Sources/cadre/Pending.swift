import Organization

// Stand-ins for what is made elsewhere; this file goes when those parts arrive.

struct LoadedModel {
  var organization: Organization
  var warnings: [Diagnostic]
  var inputs: [String]
}

struct CSVDataFiles {}

enum ModelSchema {
  static let text = "{}\n"
}

enum Explanation {
  static func text(code: String) -> String? { nil }
}

extension Problem {
  var message: String { "\(self)" }
  var hint: String? { nil }
}

enum DiagnosticRenderer {
  static func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let place = diagnostic.position.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
      return "\(place)\(diagnostic.severity)[\(diagnostic.problem.code)]: "
        + diagnostic.problem.message
    }.joined(separator: "\n")
  }
}

extension Assumptions {
  static let shipped = Assumptions(
    rows: AssumptionID.allCases.map { id in
      Assumption(
        id: id, value: ThreePoint(low: 1, likely: 2, high: 3), unit: "ratio", grade: .g,
        meaning: "stand-in", source: "none")
    })
}

enum ModelFile {
  static func load(
    path: String, scenario: String?, source: any FileSource, dataFiles: CSVDataFiles
  ) throws(DiagnosticError) -> LoadedModel {
    let bytes = try source.bytes(of: path, limitMegabytes: 16)
    guard String(decoding: bytes, as: UTF8.self).hasPrefix("cadre: 1") else {
      let position = SourcePosition(file: path, line: 1, column: 1)
      throw DiagnosticError([Diagnostic(.syntax("no model"), at: position)])
    }
    let half = ChanceConstraint(threshold: 0.5, probability: 0.5)
    let one = ThreePoint(1)
    let level = Level(
      id: "mid", standing: .mid, salaryPerYear: one, productivity: one, rampMonths: one,
      leadDays: one, attritionPerYear: one)
    let organization = Organization(
      name: "Sample", currency: "EUR", start: YearMonth(year: 2027, month: 1), months: 24,
      drivers: [Driver(id: "orders")], levels: [level],
      teams: [Team(id: "shop", members: [Member(level: 0)], rota: Rota(layers: 2))],
      services: [Service(id: "cart", owners: [.team(0)], tier: 1), Service(id: "old", owners: [])],
      hiring: Hiring(
        hiresPerRecruiterAndQuarter: one, acceptance: one, earlyExit: one,
        interviewHoursPerHire: one, costPerHire: one),
      policy: Policy(
        coverage: half, seniorCoverage: half, onCallShare: half, burnout: half,
        maxPartnerShare: 0.5, minimumSeniors: 1, graceMonths: 3),
      assumptions: .shipped)
    return LoadedModel(organization: organization, warnings: [], inputs: [path])
  }
}
