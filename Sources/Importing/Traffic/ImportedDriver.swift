package import Organization

/// Traffic of one kind by month, as the sources tell it.
package struct ImportedDriver: Hashable, Sendable {
  package var id: String
  package var measure: TrafficMeasure
  package var first: YearMonth
  /// One value a month from the first on, never negative, and none where too little is known.
  package var values: [Double?]
  /// The query, column or series that it is from, as the source has it.
  package var origin: String
  package var position: SourcePosition?

  package init(
    id: String, measure: TrafficMeasure, first: YearMonth, values: [Double?], origin: String,
    position: SourcePosition? = nil
  ) {
    self.id = id
    self.measure = measure
    self.first = first
    self.values = values
    self.origin = origin
    self.position = position
  }

  /// The last month.
  package var last: YearMonth { first + max(0, values.count - 1) }

  /// How many months between the first and the last have no value.
  package var missing: Int { values.count { $0 == nil } }
}
