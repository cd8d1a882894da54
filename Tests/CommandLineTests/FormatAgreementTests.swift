import Foundation
import Organization
import Reporting
import Testing

/// Text, Markdown and HTML tell the same figures, and documents hold them unrounded.
@Suite struct FormatAgreementTests {
  /// All figures in reading order, however they are marked up.
  private static func figures(_ text: String) -> [String] {
    text.matches(of: /[0-9][0-9.,]*/).map { String($0.output) }
  }

  private static func output(_ format: String, _ arguments: [String]) throws -> String {
    var binary = try Binary()
    binary.environment = ["COLUMNS": "600", "LC_ALL": "C.UTF-8"]
    let outcome = try binary.run(arguments + ["--format", format])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// What HTML says beside drawings, without marks.
  private static func words(ofHTML html: String) throws -> String {
    let body = try #require(html.range(of: "<body>"))
    return String(html[body.upperBound...])
      .replacing(/(?s)<figure>.*?<\/figure>/, with: "").replacing(/(?s)<svg.*?<\/svg>/, with: "")
      .replacing(/(?s)<nav.*?<\/nav>/, with: "").replacing(/<[^>]*>/, with: " ")
      .replacing("&#39;", with: "'").replacing(/&[a-z]+;/, with: " ")
      // The generator's version, at the very end.
      .replacing(/cadre [0-9.]+\s*$/, with: "")
  }

  @Test(arguments: [
    ["plan", "small", "--quick"], ["plan", "mechanisms", "--quick"],
    ["simulate", "small", "--replications", "50", "--resilience"], ["check", "storefront"],
    ["stress", "small"], ["assumptions"],
  ])
  func pagesTellTheSameFigures(arguments: [String]) throws {
    var arguments = arguments
    if arguments.count > 1 { arguments[1] = Shipped.model(arguments[1]) }
    let text = Self.figures(try Self.output("text", arguments))
    let markdown = Self.figures(
      try Self.output("markdown", arguments).replacing("\\", with: ""))
    let html = Self.figures(try Self.words(ofHTML: Self.output("html", arguments)))
    #expect(text.count > 20)
    #expect(text == markdown)
    #expect(text == html)
  }

  @Test func documentsHoldTheFiguresUnrounded() throws {
    let arguments = ["plan", Shipped.model("small"), "--replications", "200"]
    let text = try Self.output("text", arguments)
    let data = Data(try Self.output("json", arguments).utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let strategies = try #require(json["strategies"] as? [[String: Any]])
    for strategy in strategies {
      let cost = try #require(strategy["cost"] as? [String: Double])
      for part in [try #require(cost["cash"]), try #require(cost["total"])] {
        #expect(text.contains(NumberText.shortMoney(part, "EUR")))
      }
      #expect(text.contains(NumberText.percent(try #require(strategy["policyKept"] as? Double))))
    }
    let seats = try #require(json["seats"] as? [[String: Any]])
    var binary = try Binary()
    binary.environment = ["LC_ALL": "C.UTF-8"]
    let rows = try binary.run(arguments + ["--format", "csv"]).rows
    let column = try #require(rows.first?.firstIndex(of: "cost"))
    #expect(rows.count == seats.count + 1)
    for (row, seat) in zip(rows.dropFirst(), seats) {
      #expect(row[0] == seat["id"] as? String)
      let cost = try #require(seat["cost"] as? Double)
      // Foundation reads JSON numbers to the last digit but one.
      #expect(abs(try #require(Double(row[column])) - cost) <= 1e-12 * cost)
    }
  }
}
