import CadreTestSupport
import Organization
import Testing

@testable import Importing

/// Whatever stands in a source, an import ends, and says what it could not use.
@Suite struct HostileSourcesTests {
  private static let samples: [(kind: ImportKind, name: String, text: String)] = [
    (
      .backstage, "catalog-info.yaml",
      """
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: "cart", annotations: {pagerduty.com/service-id: P1}}
      spec:
        type: service
        owner: group:default/shop # who
        dependsOn: [component:mail, 'resource:db']
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Group
      metadata: {name: shop}
      spec: {type: team, children: [], members: [ada]}
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Location
      metadata: {name: all}
      spec: {targets: ['./*/catalog-info.yaml', ./catalog-info.yaml]}
      """
    ),
    (
      .codeowners, "CODEOWNERS",
      "# who\n* @a\n[Docs][2] @acme/docs\n/services/*/x\\ y/** @acme/shop ada@example.com\n!z\n"
    ),
    (
      .opslevel, "opslevel.yml",
      "version: 1\nservice: {name: Cart, owner: shop, tier: tier_1, dependencies: [{alias: mail}]}\n"
    ),
    (
      .cortex, "cortex.yaml",
      "info: {x-cortex-tag: cart, x-cortex-owners: [{type: group, name: shop}], x-cortex-dependency: [{tag: x}]}\n"
    ),
    (
      .roster, "people.csv",
      "Employee #,Team,Job Title,Hire Date,Termination Date\n1,\"shop \"\"a\"\"\",Engineer,03/31/2024,\n2,b,SRE,31.03.2024,45382\n"
    ),
    (
      .prometheus, "saved.json",
      #"{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"service":"a\u003cb"},"#
        + #""values":[[1767225600,"1"],[1768435200,"2e5"],[1769644800,"NaN"]]}]},"warnings":["w"]}"#
    ),
    (
      .wikimedia, "views.json",
      #"{"items":[{"article":"A_b","timestamp":"2026010100","views":1},{"article":"A_b","#
        + #""timestamp":"2026020100","views":2e3}]}"#
    ),
    (
      .csv, "t.csv",
      "# x\nDay,\"a \"\"b\"\"\",c\n01/31/2026,\"1,234.5\",1\n02/28/2026 12:00,7,\n2026-03-31,8,-1\n"
    ),
    (.pagerduty, "a.json", PagerDutyTests.incidents),
    (.pagerduty, "a.json", PagerDutyTests.analytics),
    (.pagerduty, "a.csv", PagerDutyTests.table),
    (.pagerduty, "a.json", PagerDutyTests.onCalls),
    (.pagerduty, "a.json", PagerDutyTests.schedule),
    (.opsgenie, "a.json", OtherPagersTests.alerts),
    (.opsgenie, "a.json", OtherPagersTests.timeline),
    (.grafanaOnCall, "a.json", OtherPagersTests.groups),
    (.grafanaOnCall, "a.json", OtherPagersTests.shifts),
    (.incidentIO, "a.json", OtherPagersTests.incidents),
    (.incidentIO, "a.json", OtherPagersTests.escalations),
    (.incidentIO, "a.json", OtherPagersTests.schedule),
    (.alertmanager, "a.jsonl", OtherPagersTests.webhooks),
    (
      .ical, "a.ics",
      """
      BEGIN:VCALENDAR
      BEGIN:VTIMEZONE
      TZID:Our
      BEGIN:STANDARD
      DTSTART:19701025T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:a
      DTSTART;TZID="Our":20260328T090000
      DURATION:P1DT2H
      RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA;COUNT=9;WKST=SU
      EXDATE;VALUE=DATE:20260411
      RDATE:20260501T000000Z/PT1H
      SUMMARY:web primary shift: Kim\\, Be
       rg
      ATTENDEE;CN="Kim: Berg":MAILTO:kim@example.com
      END:VEVENT
      END:VCALENDAR
      """
    ),
  ]

  private func read(_ kind: ImportKind, _ name: String, _ bytes: [UInt8]) -> ImportResult {
    let folder = MemoryFolder(bytes: [name: bytes, "services/cart/x y/z": []])
    switch kind {
    case .backstage: return BackstageImport.read([name], from: folder)
    case .codeowners: return OwnersImport.read(["."], from: folder)
    case .opslevel: return OpsLevelImport.read([name], from: folder)
    case .cortex: return CortexImport.read([name], from: folder)
    case .roster: return RosterImport.read([name], from: folder, today: 20_000)
    case .prometheus:
      var wishes = PrometheusImport.Wishes()
      wishes.rule = .by(label: "service")
      wishes.skipsBroken = true
      do throws(TrafficError) {
        return try PrometheusImport.read(
          [name], from: folder, driver: nil, measure: .rate, wishes)
      } catch {
        return ImportResult(kind)
      }
    case .wikimedia: return TableImport.readPageViews([name], from: folder)
    case .csv: return TableImport.read([name], from: folder)
    case .pagerduty, .opsgenie, .grafanaOnCall, .incidentIO, .alertmanager, .ical:
      return OnCallImport.read([name], of: kind, from: folder, now: OnCallExample.now)
    }
  }

  /// Everything that is written of a result, which must not trap either.
  private func write(_ result: ImportResult) throws {
    let making = ModelMaking(result, into: nil)
    let text = try making.newText(start: YearMonth(year: 2027, month: 1))
    // What an import writes is a model, or lacks teams or services; its syntax is never wrong.
    do {
      _ = try ModelFile.load(
        path: "m.yaml", source: MemoryFiles(["m.yaml": text]), dataFiles: CSVDataFiles())
    } catch {
      #expect(
        error.diagnostics.allSatisfy { $0.problem.code == "C0212" || $0.problem.code == "C0106" })
    }
    #expect(result.findings.allSatisfy { ImportProblem.explanations[$0.problem.code] != nil })
    _ = result.findings.map { $0.problem.message + ($0.problem.hint ?? "") }
    _ = result.items.map { "\($0.outcome)" } + result.assumptions.map(\.words)
    let roster = making.roster
    #expect(roster.parts.joined().utf8.count == roster.distinct().wholeBytes)
  }

  @Test(arguments: samples.indices)
  func cutOffFilesAreRead(index: Int) throws {
    let sample = Self.samples[index]
    let bytes = Array(sample.text.utf8)
    // Every length of short ones; of long ones every seventh, so that all bytes are met by some.
    for length in stride(from: 0, through: bytes.count, by: bytes.count > 1_200 ? 7 : 1) {
      try write(read(sample.kind, sample.name, Array(bytes[..<length])))
    }
  }

  @Test(arguments: samples.indices)
  func damagedFilesAreRead(index: Int) throws {
    let sample = Self.samples[index]
    var random = SeededRandom(seed: 7 + index)
    let marks = Array("{}[]:,-#&*!|>'\"%@`\\/\n\r\t \0\u{1b}\u{feff}=+<".utf8) + [0x80, 0xff, 0xc3]
    for _ in 0..<400 {
      var bytes = Array(sample.text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let mark = marks[Int.random(in: marks.indices, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = mark
        case 1: bytes.insert(mark, at: place)
        default: bytes.remove(at: place)
        }
      }
      try write(read(sample.kind, sample.name, bytes))
    }
  }

  /// Names of teams and services that would do harm on a screen, in a table or in a page.
  @Test(arguments: [
    "=cmd()", "<script>", "\\u001b[31m", "\\u0000", "../../x", "none", "日本", "a: b # c", "-",
    "x\\ny",
  ])
  func strangeNamesOfPagersMakeSoundModels(name: String) throws {
    for (kind, text, replaced) in [
      (ImportKind.pagerduty, PagerDutyTests.incidents, ["orders", "shop"]),
      (.opsgenie, OtherPagersTests.alerts, ["mail", "45-1"]),
      (.alertmanager, OtherPagersTests.webhooks, ["orders", "shop"]),
      (.grafanaOnCall, OtherPagersTests.groups, ["CF1", "TG1"]),
    ] {
      let spoilt = replaced.reduce(text) { $0.replacing("\"\($1)\"", with: "\"\(name)\"") }
      let result = read(kind, kind == .alertmanager ? "a.jsonl" : "a.json", Array(spoilt.utf8))
      #expect(result.broken.isEmpty)
      #expect(result.services.allSatisfy { Identifier.isValid($0.id) })
      #expect(result.teams.allSatisfy { Identifier.isValid($0.id) })
      try write(result)
    }
  }

  @Test(arguments: [
    "99999999999999999999999999", "1e999", "-1e308", "\"1e308\"", "null", "[]", "{}", "\"\"", "-0",
  ])
  func hugeNumbersAndWrongTypesEndWell(value: String) throws {
    let fields = [
      "15702", "60503", "\"2026-03-21T20:32:52.353Z\"", "\"P2\"", "\"closed\"", "90", "\"PB1\"",
      "\"2026-03-29T01:30:00\"", "\"Europe/Berlin\"", "\"orders\"", "true", "[\"PU1\"]",
    ]
    for field in fields {
      for (kind, text) in [
        (ImportKind.opsgenie, OtherPagersTests.alerts), (.pagerduty, PagerDutyTests.analytics),
      ] {
        try write(read(kind, "a.json", Array(text.replacing(field, with: value).utf8)))
      }
    }
  }

  @Test func strangeNamesMakeSoundModels() throws {
    for name in ["=cmd()", "../../x", "<b>", "\u{1b}[31m", "a: b", "none", "日本", "-", "#", "x\ny"] {
      let quoted =
        "\""
        + name.unicodeScalars.map {
          "\\U" + String(repeating: "0", count: 8 - String($0.value, radix: 16).count)
            + String($0.value, radix: 16)
        }.joined() + "\""
      let text = """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: \(quoted)}
        spec: {owner: \(quoted)}
        """
      let result = read(.backstage, "catalog-info.yaml", Array(text.utf8))
      #expect(result.services.allSatisfy { Identifier.isValid($0.id) }, "\(name)")
      try write(result)
    }
  }
}
