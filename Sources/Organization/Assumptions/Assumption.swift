/// How far a default can be trusted.
package enum EvidenceGrade: String, CaseIterable, Sendable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
  case g = "G"

  /// Whether nothing but judgement supports the number.
  package var isGuess: Bool { self == .e || self == .g }
}

/// One default number with its evidence.
package struct Assumption: Hashable, Sendable {
  package var id: AssumptionID
  package var value: ThreePoint
  package var unit: String
  package var grade: EvidenceGrade
  package var meaning: String
  package var source: String
  /// True where the model file gave the value.
  package var isOverridden: Bool

  package init(
    id: AssumptionID, value: ThreePoint, unit: String, grade: EvidenceGrade, meaning: String,
    source: String, isOverridden: Bool = false
  ) {
    self.id = id
    self.value = value
    self.unit = unit
    self.grade = grade
    self.meaning = meaning
    self.source = source
    self.isOverridden = isOverridden
  }
}
