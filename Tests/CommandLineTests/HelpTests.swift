import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    "", "init", "import", "import backstage", "import codeowners", "import opslevel",
    "import cortex", "import roster", "import prometheus", "import wikimedia", "import csv",
    "import cortex", "import roster", "import pagerduty", "import opsgenie",
    "import grafana-oncall", "import incidentio", "import alertmanager", "import ical", "oncall",
    "rota", "export", "export seats", "export roster",
    "check", "forecast", "plan", "plan diff", "compare",
    "simulate", "stress", "shape", "brief", "explore",
    "assumptions",
    "explain",
    "schema",
    "config",
    "config show",
    "version", "runs", "runs list", "runs show", "runs diff", "runs export", "runs prune",
    "runs calibrate",
  ])
  func helpIsAsRecorded(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let outcome = try Binary().run(words + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    try Golden.expect(outcome.output, is: (["help"] + words).joined(separator: "-"))
  }

  @Test(arguments: ["exit-codes", "formats", "environment", "model-file"])
  func topicsAreAsRecorded(topic: String) throws {
    try Golden.expect(try Binary().run("help", topic).output, is: "topic-\(topic)")
  }
}
