import Organization

extension PlanFile {
  /// What was expected, as a document holds it.
  var expectedJSON: JSONValue {
    .array(
      expected.map {
        [
          "month": .string($0.month.description), "cash": .number($0.cash),
          "undone": .number($0.undone), "traffic": object($0.traffic), "people": object($0.people),
          "leavers": object($0.leavers),
        ]
      })
  }

  /// Prices and times to fill, as a document holds them.
  var termsJSON: JSONValue {
    [
      "levels": .object(
        levels.mapValues {
          [
            "monthsToFill": .number($0.monthsToFill), "costPerMonth": .number($0.costPerMonth),
          ]
        }), "partners": .object(partners.mapValues(object)),
    ]
  }

  /// Seats of the plan before that are filled.
  var filledJSON: JSONValue { .object(filled.mapValues { .string($0.description) }) }

  private func object(_ values: [String: Double]) -> JSONValue {
    .object(values.mapValues(JSONValue.number))
  }
}
