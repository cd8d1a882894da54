import Importing
package import Organization

extension ImportReport {
  package var json: JSONValue {
    header.document(
      "cadre.import/1.0",
      [
        "kind": .string(result.kind.rawValue), "model": .optional(model),
        "additions": .integer(additions),
        "teams": .array(result.teams.map(json)), "services": .array(result.services.map(json)),
        "drivers": .array(result.drivers.map(json)),
        "summary": [
          "teams": .integer(result.teams.count), "people": .integer(people),
          "services": .integer(result.services.count),
          "drivers": .integer(result.drivers.count),
          "taken": .integer(notes.takenCount), "skipped": .integer(notes.skippedCount),
          "errors": .integer(notes.count(.error)),
          "warnings": .integer(notes.count(.warning)), "notes": .integer(notes.count(.note)),
        ],
      ].merging(notes.json) { first, _ in first })
  }

  private func json(_ value: LoadEstimate) -> JSONValue {
    ["low": .number(value.low), "likely": .number(value.likely), "high": .number(value.high)]
  }

  private func json(_ team: ImportedTeam) -> JSONValue {
    .object(
      SourceNotes.place(
        of: team.position,
        [
          "id": .string(team.id), "people": .object(team.people.mapValues(JSONValue.integer)),
          "onCall": .bool(team.isOnCall),
          "rota": team.rota.map { rota in
            [
              "layers": .integer(rota.layers), "shiftHours": .number(rota.shiftHours),
              "zone": .optional(rota.zone),
            ]
          } ?? .null,
        ]))
  }

  private func json(_ service: ImportedService) -> JSONValue {
    .object(
      SourceNotes.place(
        of: service.position,
        [
          "id": .string(service.id), "owners": .array(service.owners.map(JSONValue.string)),
          "tier": service.tier.map(JSONValue.integer) ?? .null,
          "dependsOn": .array(service.dependsOn.map(JSONValue.string)),
          "pagerDuty": .optional(service.pagerDutyID),
          "pagesPerMonth": service.pages.map(json) ?? .null,
          "traffic": .array(service.traffic.map(JSONValue.string)),
        ]))
  }

  private func json(_ driver: ImportedDriver) -> JSONValue {
    .object(
      SourceNotes.place(
        of: driver.position,
        [
          "id": .string(driver.id), "measure": .string(driver.measure.rawValue),
          "origin": .string(driver.origin), "firstMonth": .string("\(driver.first)"),
          "values": .array(driver.values.map(JSONValue.optional)),
        ]))
  }
}
