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
        "taken": .array(
          result.items.compactMap { item in
            guard case .taken(let what) = item.outcome else { return nil }
            return json(item, ["as": .string(what)])
          }),
        "skipped": .array(
          skipped.map { json($0.item, ["reason": .string($0.reason.words)]) }),
        "unreadable": .array(broken.map(\.json)), "findings": .array(findings.map(json)),
        "assumptions": .array(result.assumptions.map { .string($0.words) }),
        "summary": [
          "teams": .integer(result.teams.count), "people": .integer(people),
          "services": .integer(result.services.count),
          "drivers": .integer(result.drivers.count),
          "taken": .integer(result.items.count - skipped.count),
          "skipped": .integer(skipped.count), "errors": .integer(count(.error)),
          "warnings": .integer(count(.warning)), "notes": .integer(count(.note)),
        ],
      ])
  }

  private func json(_ team: ImportedTeam) -> JSONValue {
    .object(
      place(
        of: team.position,
        [
          "id": .string(team.id), "people": .object(team.people.mapValues(JSONValue.integer)),
          "onCall": .bool(team.isOnCall),
        ]))
  }

  private func json(_ service: ImportedService) -> JSONValue {
    .object(
      place(
        of: service.position,
        [
          "id": .string(service.id), "owners": .array(service.owners.map(JSONValue.string)),
          "tier": service.tier.map(JSONValue.integer) ?? .null,
          "dependsOn": .array(service.dependsOn.map(JSONValue.string)),
          "pagerDuty": .optional(service.pagerDutyID),
          "traffic": .array(service.traffic.map(JSONValue.string)),
        ]))
  }

  private func json(_ driver: ImportedDriver) -> JSONValue {
    .object(
      place(
        of: driver.position,
        [
          "id": .string(driver.id), "measure": .string(driver.measure.rawValue),
          "origin": .string(driver.origin), "firstMonth": .string("\(driver.first)"),
          "values": .array(driver.values.map(JSONValue.optional)),
        ]))
  }

  private func json(_ item: ImportItem, _ more: [String: JSONValue]) -> JSONValue {
    let own: [String: JSONValue] = ["kind": .string(item.kind), "name": .string(item.name)]
    return .object(place(of: item.position, own.merging(more) { first, _ in first }))
  }

  private func json(_ finding: ImportFinding) -> JSONValue {
    let problem = finding.problem
    return [
      "code": .string(problem.code), "severity": .string(problem.severity.rawValue),
      "subject": .string(finding.subject), "message": .string(problem.message),
      "hint": .optional(problem.hint), "file": .optional(finding.position?.file),
      "line": finding.position.map { .integer($0.line) } ?? .null,
      "column": finding.position.map { .integer($0.column) } ?? .null,
    ]
  }

  private func place(
    of position: SourcePosition?, _ fields: [String: JSONValue]
  ) -> [String: JSONValue] {
    var fields = fields
    fields["file"] = .optional(position?.file)
    fields["line"] = position.map { .integer($0.line) } ?? .null
    return fields
  }
}
