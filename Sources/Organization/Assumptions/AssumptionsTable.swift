/// Reads `models/assumptions.yaml`.
package enum AssumptionsTable {
  /// Every row of the table, in the order of ``AssumptionID``.
  ///
  /// - Throws: ``DiagnosticError`` where the text is not such a table: wrong shape, unknown or
  ///   missing rows.
  package static func load(
    yaml bytes: [UInt8], file: String = "assumptions.yaml"
  ) throws(DiagnosticError) -> Assumptions {
    let (root, found) = try YAMLReader.read(SourceText(bytes), file: file)
    var checker = ShapeChecker(quantities: QuantityReader())
    let checked = checker.check(root, against: table)
    let findings = found + checker.findings
    guard findings.isEmpty else { throw DiagnosticError(findings) }
    let rows = AssumptionID.allCases.compactMap { id in
      checked?[id.rawValue].flatMap { row(id, $0) }
    }
    guard rows.count == AssumptionID.allCases.count else { throw DiagnosticError([]) }
    return Assumptions(rows: rows)
  }

  private static let table = Shape.object(
    AssumptionID.allCases.map { Field($0.rawValue, .object(fields), required: true, "") })

  private static let fields: [Field] = [
    Field("value", .number(-1...1e9), required: true, "likely value and range"),
    Field("unit", .text, required: true, "unit of the value"),
    Field(
      "grade", .choice(EvidenceGrade.allCases.map(\.rawValue)), required: true,
      "how far it can be trusted"),
    Field("meaning", .text, required: true, "one line"),
    Field("source", .text, required: true, "where it comes from"),
  ]

  private static func row(_ id: AssumptionID, _ checked: Checked) -> Assumption? {
    guard let value = checked["value"]?.number, let unit = checked["unit"]?.text,
      let grade = checked["grade"]?.text.flatMap(EvidenceGrade.init(rawValue:)),
      let meaning = checked["meaning"]?.text, let source = checked["source"]?.text
    else { return nil }
    return Assumption(
      id: id, value: value, unit: unit, grade: grade, meaning: meaning, source: source)
  }
}

extension Assumptions {
  /// The table that this version of cadre ships.
  package static let shipped: Assumptions = {
    do {
      return try AssumptionsTable.load(yaml: PackageResources.assumptions_yaml)
    } catch {
      fatalError("the shipped assumptions cannot be read: \(error)")
    }
  }()
}
