import Foundation
import Testing

@Suite struct ImportCommandTests {
  private static let catalog = """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: cart}
    spec: {type: service, lifecycle: production, owner: shop, dependsOn: ['component:mail']}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: mail, annotations: {pagerduty.com/service-id: P12}}
    spec: {type: service, lifecycle: experimental, owner: user:ada.lovelace}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: shop}
    spec: {type: team, children: [], members: [ada.lovelace, b, c, d]}
    """

  private static let roster = """
    Employee #,First Name,Last Name,Job Title,Department,Hire Date,Employment Status
    1,Ada,Lovelace,Senior Engineer,shop,2021-03-15,Full-Time
    2,Tom,Varga,Engineer,shop,2024-11-04,Full-Time
    3,Ana,Reis,Engineer,shop,2024-11-04,Full-Time
    4,Bo,Lund,Junior Engineer,shop,2024-11-04,Full-Time
    """

  /// Two months of 1 request a second, every six hours, up to 2026-11-01.
  private static let metrics: String = {
    let points = (1...244).map { "[\(1_793_491_200 - 244 * 21_600 + $0 * 21_600),\"1\"]" }
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":"
      + "{\"job\":\"\\u001b[31m\"},\"values\":[\(points.joined(separator: ","))]}]}}"
  }()

  private static let views = """
    {"items":[{"article":"../Käse","timestamp":"2026090100","views":100},
    {"article":"../Käse","timestamp":"2026100100","views":110}]}
    """

  private static let orders = "Month;Orders\n2026-08;900\n2026-09;1.000,5\n2026-10;1.100,5\n"

  /// Sources of every kind, and the words that import them.
  private static let sources: [(words: [String], files: [String: String])] = [
    (["backstage", "catalog-info.yaml"], ["catalog-info.yaml": catalog]),
    (
      ["codeowners", "repository"],
      [
        "repository/.github/CODEOWNERS": "* @acme/core\n/services/cart/ @acme/shop\n",
        "repository/services/cart/main.go": "", "repository/services/mail/main.go": "",
      ]
    ),
    (
      ["opslevel", "."],
      ["a/opslevel.yml": "version: 1\nservice: {name: Cart, owner: shop, tier: tier_1}\n"]
    ),
    (
      ["cortex", "."],
      [
        "a/cortex.yaml":
          "info: {title: Cart, x-cortex-tag: cart, x-cortex-owners: [{type: group, name: shop}]}\n"
      ]
    ),
    (["roster", "people.csv"], ["people.csv": roster]),
    (["prometheus", "checkout.json", "--as", "rate"], ["checkout.json": metrics]),
    (["wikimedia", "views.json"], ["views.json": views]),
    (["csv", "orders.csv", "--as", "count"], ["orders.csv": orders]),
    (["pagerduty", "a.json", "b.json"], ["a.json": incidents, "b.json": schedule]),
    (
      ["pagerduty", "a.json"],
      [
        "a.json": """
        {"data": [{"id": "P1", "urgency": "high", "service_name": "cart", "team_name": "shop",
         "created_at": "2026-03-02T02:14:07", "resolved_at": "2026-03-02T03:00:00",
         "acknowledged_user_ids": ["U1"], "acknowledged_user_names": ["Ada Lovelace"]}],
         "time_zone": "Europe/Berlin"}
        """
      ]
    ),
    (
      ["pagerduty", "a.csv"],
      [
        "a.csv": """
        id,incident_number,service_name,escalation_policy_name,created_on,resolved_on,\
        assigned_to_user_names,urgency
        P1,1,cart,shop,2026-03-02T02:14:07Z,2026-03-02T03:00:00Z,Ada Lovelace,high
        """
      ]
    ),
    (
      ["opsgenie", "a.json"],
      [
        "a.json": """
        {"data": [{"id": "a-1", "tinyId": "1", "status": "closed", "priority": "P1",
         "createdAt": "2026-03-02T02:14:07.353Z", "updatedAt": "2026-03-02T03:14:07Z",
         "entity": "cart", "responders": [{"id": "t-1", "name": "shop", "type": "team"}],
         "report": {"ackTime": 15702, "closeTime": 60503, "acknowledgedBy": "ada.lovelace@example.com",
          "closedBy": "ada.lovelace@example.com"}}], "took": 0.1}
        """
      ]
    ),
    (
      ["grafana-oncall", "a.json", "shop.json", "--map", "map.yaml"],
      [
        "a.json": """
        {"results": [{"id": "I1", "integration_id": "CF1", "alerts_count": 3, "team_id": "T1",
         "created_at": "2026-03-02T02:14:07.430444Z", "resolved_at": "2026-03-02T03:14:07Z",
         "acknowledged_at": null, "acknowledged_by": null, "resolved_by": "UC1"}]}
        """,
        "shop.json": """
        {"results": [{"user_pk": "UC1", "user_email": "ada.lovelace@example.com",
         "user_username": "ada.lovelace", "shift_start": "2026-03-01T09:00:00Z",
         "shift_end": "2026-03-08T09:00:00Z"}]}
        """, "map.yaml": "teams: {T1: shop}\nservices: {CF1: cart}\nzone: Europe/Berlin\n",
      ]
    ),
    (
      ["incidentio", "a.json", "b.json"],
      [
        "a.json": """
        {"escalations": [{"id": "E1", "status": "resolved", "escalation_path_id": "shop",
         "created_at": "2026-03-02T02:14:00Z", "events": [{"event": "notified_users",
          "occurred_at": "2026-03-02T02:14:07Z", "urgency": "high",
          "users": [{"id": "U1", "name": "Ada Lovelace"}]}], "related_incidents": [{"id": "I1"}]}]}
        """,
        "b.json": """
        {"incidents": [{"id": "I1", "mode": "standard", "created_at": "2026-03-02T02:14:30Z",
         "incident_status": {"category": "closed"}, "custom_field_entries":
          [{"custom_field": {"name": "Service"}, "values": [{"value_option": {"value": "cart"}}]}]}]}
        """,
      ]
    ),
    (
      ["alertmanager", "a.jsonl"],
      [
        "a.jsonl": """
        {"version":"4","groupKey":"k","receiver":"shop","status":"firing","alerts":[{"status":"firing","labels":{"service":"cart"},"startsAt":"2026-03-02T03:14:07.123Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"b3"}]}

        """
      ]
    ),
    (
      ["ical", "shop.ics"],
      [
        "shop.ics": """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:1
        DTSTART;TZID=Europe/Berlin:20260302T090000
        DTEND;TZID=Europe/Berlin:20260309T090000
        RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=8
        SUMMARY:On Call - Ada Lovelace - shop
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART;TZID=Europe/Berlin:20260309T090000
        DTEND;TZID=Europe/Berlin:20260316T090000
        RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=8
        SUMMARY:On Call - Tom Varga - shop
        END:VEVENT
        END:VCALENDAR
        """
      ]
    ),
  ]

  private static let incidents = """
    {"incidents": [{"id": "P1", "incident_number": 1, "status": "resolved", "urgency": "high",
     "created_at": "2026-03-02T02:14:07Z", "resolved_at": "2026-03-02T03:00:00Z",
     "service": {"id": "S1", "summary": "cart"}, "teams": [{"id": "T1", "summary": "shop"}],
     "last_status_change_by": {"id": "U1", "type": "user_reference", "summary": "Ada Lovelace"}}]}
    """

  private static let schedule = """
    {"schedule": {"id": "D1", "name": "shop", "time_zone": "Europe/Berlin", "final_schedule":
     {"rendered_schedule_entries": [
      {"start": "2026-02-23T09:00:00+01:00", "end": "2026-03-02T09:00:00+01:00",
       "user": {"id": "U1", "summary": "Ada Lovelace"}},
      {"start": "2026-03-02T09:00:00+01:00", "end": "2026-03-09T09:00:00+01:00",
       "user": {"id": "U2", "summary": "Tom Varga"}}]}}}
    """

  private static func binary(_ files: [String: String]) throws -> Binary {
    var binary = try Binary()
    binary.environment["SOURCE_DATE_EPOCH"] = "1796083200"
    for (name, text) in files { try binary.folder.write(text, to: name) }
    return binary
  }

  @Test(arguments: sources.indices)
  func importCheckAndPlanWorkInOnePipe(index: Int) throws {
    let (words, files) = Self.sources[index]
    let binary = try Self.binary(files)
    let made = try binary.run(["import"] + words)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.errors.hasPrefix("Import of "))
    #expect(!(made.output + made.errors).contains("ovelace"))
    let check = try binary.run("check", "-", input: .text(made.output))
    #expect(check.status == 0, "\(check.errors)")
    let plan = try binary.run("plan", "-", "--quick", "--format", "json", input: .text(made.output))
    #expect(plan.status == 0, "\(plan.errors)")
    #expect(try plan.document["recommendation"] is [String: Any])
  }

  @Test func theReportIsToldInEveryFormat() throws {
    let binary = try Self.binary(["catalog-info.yaml": Self.catalog])
    let words = ["import", "backstage", "catalog-info.yaml", "--dry-run"]
    let json = try binary.run(words + ["--format", "json"]).document
    #expect(json["format"] as? String == "cadre.import/1.0")
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["code"] as? String } == ["C0503", "C0518"])
    #expect(findings.first?["line"] as? Int == 9)
    for format in ["text", "markdown", "html"] {
      let text = try binary.run(words + ["--format", format]).output
      #expect(text.contains("catalog-info.yaml:9"))
    }
    let rows = try binary.run(words + ["--format", "csv"]).rows
    #expect(rows.first?.first == "outcome")
    #expect(rows.contains { $0[0] == "warning" && $0[4] == "C0503" && $0[6] == "9" })
    #expect(try binary.folder.names == ["catalog-info.yaml"])
    #expect(try binary.run(words + ["--strict"]).status == 1)
  }

  @Test func aModelIsMergedIntoWithItsComments() throws {
    let model = """
      # Ours, by hand.
      cadre: 1
      start: 2027-01
      drivers: {orders: {growth: 20 %}}
      teams:
        shop:
          people: {senior: 5}   # since spring
      services:
        # the business
        cart: {owner: shop, tier: 1}

      """
    let binary = try Self.binary(["catalog-info.yaml": Self.catalog, "model.yaml": model])
    let words = ["import", "backstage", "catalog-info.yaml", "--merge", "model.yaml"]
    #expect(try binary.run(words + ["-o", "model.yaml"]).status == 73)
    #expect(try binary.folder.text(of: "model.yaml") == model)
    let merged = try binary.run(words + ["-o", "model.yaml", "--force", "--also", "report.json"])
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.output.contains("`people` is '5' in the model and '4' in the sources [C0522]"))
    let text = try binary.folder.text(of: "model.yaml")
    #expect(text.hasPrefix("# Ours, by hand.\n"))
    #expect(text.contains("people: {senior: 5}   # since spring\n"))
    #expect(text.contains("  cart: {owner: shop, tier: 1, depends-on: [mail]}\n"))
    #expect(text.contains("  # PagerDuty service P12\n  mail:\n    owner: none\n    tier: 4\n"))
    #expect(try binary.run("check", "model.yaml").status == 0)
    #expect(try binary.folder.names == ["catalog-info.yaml", "model.yaml", "report.json"])
    let again = try binary.run(words + ["-o", "model.yaml", "--force"])
    #expect(again.status == 0)
    #expect(try binary.folder.text(of: "model.yaml") == text)
  }

  @Test func whatCannotBeReadReplacesNothing() throws {
    let binary = try Self.binary([
      "catalog-info.yaml": Self.catalog + "\n---\nbroken: [\n", "model.yaml": "mine",
    ])
    let words = ["import", "backstage", "catalog-info.yaml", "-o", "model.yaml", "--force"]
    let refused = try binary.run(words)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("--skip-broken"))
    #expect(refused.errors.contains("error[C0101]"))
    #expect(try binary.folder.text(of: "model.yaml") == "mine")
    let went = try binary.run(words + ["--skip-broken"])
    #expect(went.status == 0)
    #expect(went.output.contains("Not readable (1)"))
    #expect(try binary.run("check", "model.yaml").status == 0)
    #expect(try binary.run("import", "backstage", "gone.yaml").status == 66)
    let empty = try binary.run("import", "backstage", "-", input: .text("a: 1\n"))
    #expect(empty.status == 65)
    #expect(empty.errors.contains("the sources do not make a model"))
    let table = try binary.run("import", "backstage", "catalog-info.yaml", "--format", "csv")
    #expect(table.status == 64)
  }

  @Test func pagesAndRotasAreMergedIntoAModel() throws {
    let model = """
      cadre: 1
      start: 2027-01
      drivers: {orders: {growth: 20 %}}
      teams:
        Shop: {people: {senior: 5}}   # ours
      services:
        cart: {owner: Shop, tier: 1}

      """
    let binary = try Self.binary([
      "a.json": Self.incidents, "b.json": Self.schedule, "model.yaml": model,
    ])
    let words = ["import", "pagerduty", "a.json", "b.json", "--merge", "model.yaml"]
    let merged = try binary.run(words + ["-o", "model.yaml", "--force"])
    #expect(merged.status == 0, "\(merged.errors)")
    let text = try binary.folder.text(of: "model.yaml")
    #expect(text.contains("# ours"))
    #expect(text.contains("layers: 1"))
    #expect(text.contains("shift: 1 week"))
    #expect(text.contains("home: \"Europe/Berlin\""))
    #expect(text.contains("per month"))
    #expect(!merged.output.contains("C0522"))
    #expect(try binary.run("check", "model.yaml").status == 0)
    let again = try binary.run(words + ["-o", "model.yaml", "--force"])
    #expect(again.status == 0)
    #expect(try binary.folder.text(of: "model.yaml") == text)
  }

  @Test func cutOffExportsReplaceNothing() throws {
    let binary = try Self.binary([
      "a.json": String(Self.incidents.dropLast(20)), "b.json": Self.schedule,
      "model.yaml": "mine",
    ])
    let words = ["import", "pagerduty", "a.json", "b.json", "-o", "model.yaml", "--force"]
    let refused = try binary.run(words)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("a.json:4:"))
    #expect(refused.errors.contains("error[C0409]: not valid JSON"))
    #expect(!refused.errors.contains("ovelace"))
    #expect(try binary.folder.text(of: "model.yaml") == "mine")
    #expect(try binary.run(words + ["--skip-broken"]).status == 0)
    #expect(try binary.run("check", "model.yaml").status == 0)
  }

  @Test func locationsLeadNowhereOutside() throws {
    let binary = try Self.binary([
      "catalog/all.yaml": """
      apiVersion: backstage.io/v1alpha1
      kind: Location
      metadata: {name: all}
      spec: {targets: [../secret.yaml, /etc/passwd, ./catalog-info.yaml]}
      """, "catalog/catalog-info.yaml": Self.catalog, "secret.yaml": Self.catalog,
    ])
    let outcome = try binary.run("import", "backstage", "catalog/all.yaml", "--dry-run")
    #expect(outcome.status == 0)
    #expect(outcome.output.components(separatedBy: "[C0520]").count == 3)
    let open = try binary.run(
      "import", "backstage", "catalog/all.yaml", "--dry-run", "--allow-path", ".")
    #expect(open.output.components(separatedBy: "[C0520]").count == 2)
  }

  @Test func ownersOfPathsArePrinted() throws {
    let binary = try Self.binary(["CODEOWNERS": "* @a\n/x/ @b c@d.org\n/x/y\n!z @q\n"])
    let outcome = try binary.run(
      "import", "codeowners", "CODEOWNERS", "--match", "a b", "x/z", "x/y/q", "/x/z", "\u{1b}[31m")
    #expect(outcome.status == 0)
    #expect(
      outcome.output
        == "a b\t@a\nx/z\t@b c@d.org\nx/y/q\t(unowned)\n/x/z\t@b c@d.org\n\\u{1b}[31m\t@a\n")
    #expect(outcome.errors.hasPrefix("CODEOWNERS:4:1: warning[C0531]: "))
    let piped = try binary.run(
      "import", "codeowners", "CODEOWNERS", "--match", "-", "-q", input: .text("x/z\r\nw\n"))
    #expect(piped.output == "x/z\t@b c@d.org\nw\t@a\n")
    #expect(piped.errors.isEmpty)
  }

  @Test func peopleGoToAFileOfTheirOwnerBesideTheModel() throws {
    let binary = try Self.binary(["people.csv": Self.roster])
    let made = try binary.run("import", "roster", "people.csv", "-o", "team.yaml")
    #expect(made.status == 0, "\(made.errors)")
    let model = try binary.folder.text(of: "team.yaml")
    #expect(model.contains("    roster:\n      file: team-roster.csv\n"))
    #expect(
      try binary.folder.text(of: "team-roster.csv")
        == "team,level,start\r\nshop,senior,2021-03\r\nshop,mid,2024-11\r\nshop,mid,2024-11\r\n"
        + "shop,junior,2024-11\r\n")
    for file in ["team.yaml", "team-roster.csv"] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: binary.folder.path + "/" + file)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    #expect(try binary.run("check", "team.yaml").status == 0)
    #expect(
      try binary.run("import", "roster", "people.csv", "-o", "team.yaml", "--force").status == 0)
  }

  @Test func monthsGoToAFileBesideTheModelAndStay() throws {
    let binary = try Self.binary(["orders.csv": Self.orders])
    let words = ["import", "csv", "orders.csv", "--as", "count"]
    let made = try binary.run(words + ["-o", "m.yaml"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(
      try binary.folder.text(of: "m-traffic.csv")
        == "month,Orders\r\n2026-08,900\r\n2026-09,1000.5\r\n2026-10,1100.5\r\n")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: binary.folder.path + "/m-traffic.csv")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try binary.run("check", "m.yaml").status == 0)
    #expect(try binary.run("plan", "m.yaml", "--quick").status == 0)
    let text = try binary.folder.text(of: "m.yaml")
    try binary.folder.write("Month,Orders\n2026-10,1200\n2026-11,1300\n", to: "orders.csv")
    let again = try binary.run(words + ["--merge", "m.yaml", "-o", "m.yaml", "--force"])
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output.contains("2 months that the sources no longer have stay"))
    #expect(try binary.folder.text(of: "m.yaml") == text)
    #expect(
      try binary.folder.text(of: "m-traffic.csv")
        == "month,Orders\r\n2026-08,900\r\n2026-09,1000.5\r\n2026-10,1200\r\n2026-11,1300\r\n")
  }

  @Test(arguments: [
    (["prometheus"], 64, "name a server"), (["prometheus", "a.json"], 64, "add --as"),
    (["prometheus", "a.json", "--as", "speed"], 64, "speed"),
    (["prometheus", "a.json", "--url", "http://x"], 64, "not both"),
    (["prometheus", "--url", "http://127.0.0.1:1"], 64, "nothing to ask"),
    (["prometheus", "--url", "ftp://x", "--query", "x"], 64, "http://"),
    (["prometheus", "--url", "http://u:secret@x", "--query", "x"], 64, "--token-file"),
    (["prometheus", "--url", "http://x:99999", "--query", "x"], 64, "port"),
    (["prometheus", "--url", "http://x", "--query", "x", "--step", "0s"], 64, "--step"),
    (["prometheus", "--url", "http://x", "--query", "x", "--since", "2026-13"], 64, "--since"),
    (
      [
        "prometheus", "--url", "http://x", "--query", "x", "--since", "2026-02", "--until",
        "2026-01",
      ], 64, "before"
    ), (["prometheus", "a.json", "--as", "rate", "--sum", "--by", "pod"], 64, "not both"),
    (["prometheus", "a.json", "--as", "rate", "--timeout", "0"], 64, "--timeout"),
    (["prometheus", "a.json", "--as", "rate", "--driver", "a b"], 64, "--driver"),
    (["prometheus", "a.json", "--as", "rate"], 65, "not JSON"),
    (["prometheus", "gone.json", "--as", "rate"], 66, "gone.json"),
    (["wikimedia", "a.json"], 65, "page view API"),
    (["csv", "a.json"], 65, "a quote stands inside"),
  ])
  func wrongWishesForTrafficAreTold(words: [String], status: Int32, told: String) throws {
    let binary = try Self.binary(["a.json": "{\"a\"\n1\n"])
    let outcome = try binary.run(["import"] + words + ["-o", "m.yaml"])
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(told), "\(outcome.errors)")
    #expect(!outcome.errors.contains("secret@"))
    #expect(try binary.folder.names == ["a.json"])
  }

  @Test func wrongMapsAreTold() throws {
    let binary = try Self.binary([
      "catalog-info.yaml": Self.catalog, "map.yaml": "teems: {}\ntypes: {library: maybe}\n",
    ])
    let outcome = try binary.run(
      "import", "backstage", "catalog-info.yaml", "--map", "map.yaml", "--dry-run")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("map.yaml:1:1: error[C0105]: unknown key 'teems'"))
    #expect(outcome.errors.contains("map.yaml:2:18: error[C0209]"))
  }
}
