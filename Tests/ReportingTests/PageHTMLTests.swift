import Foundation
import Reporting
import Testing

@Suite struct PageHTMLTests {
  private static let hostile = "<script>\"'&\u{1b}[31m\"\u{301} onload=x"

  /// A page in which every block holds words that want to be more.
  private static var page: Page {
    var table = TextTable(columns: [.init(hostile), .init("n", .right), .init("")])
    table.add([.init(hostile, .bad), "1", .init(curve: [0.5, .nan, 1], in: 0...1)])
    return Page(
      hostile, subtitles: [hostile],
      [
        .heading(hostile, beside: hostile), .subheading(hostile), .paragraph(hostile, .warning),
        .fields([(hostile, hostile)]), .list([hostile]), .checklist([(true, hostile)]),
        .findings([Page.Finding(.bad, subject: hostile, hostile, details: [hostile])]),
        .table(table), .code([hostile]), .note(hostile),
        .chart(
          Chart(
            hostile, hostile,
            .fan(
              Chart.Fan(
                past: [.init(middle: 1, label: hostile)],
                future: [.init(middle: 2, band: 1...3), .init(middle: .nan)],
                middle: hostile, names: [hostile, hostile], number: { "\($0)\(hostile)" })))),
      ], footer: hostile)
  }

  @Test func whatSomebodyWroteStaysWords() throws {
    let html = try Self.page.html(generator: Self.hostile)
    let accented = "\"\u{301} onload"
    let escape = "\u{1b}"
    let safe = "&lt;script&gt;&quot;&#39;&amp;\\u{1b}[31m&quot;\u{301} onload=x"
    #expect(!html.contains("<script"))
    #expect(!html.contains(escape))
    #expect(!html.contains(accented), "an accent must not carry a quotation mark through")
    #expect(html.contains(safe))
  }

  /// A strict reader takes it as XML but for the two elements that HTML leaves open.
  @Test func everyElementIsClosed() throws {
    var open = [String]()
    let html = try Self.page.html(generator: "cadre")
    for match in html.matches(of: /<(\/?)([a-zA-Z0-9]+)([^<>]*?)(\/?)>/) {
      let name = String(match.output.2)
      if ["meta"].contains(name) || !match.output.4.isEmpty { continue }
      if match.output.1.isEmpty {
        open.append(name)
      } else {
        #expect(open.popLast() == name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func nothingIsLoadedOrRun() throws {
    let html = try Self.page.html(generator: "cadre")
    for word in ["src=", "href=\"http", "url(", "@import", "<link", "onclick"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func aPageWithoutBlocksIsAPage() throws {
    let html = try Page("Empty", []).html(generator: "cadre")
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(html.contains("<h1>Empty</h1>"))
    #expect(!html.contains("<section"))
  }

  @Test(arguments: [
    ([Double](), "from  to "), ([.nan], "from n/a to n/a"), ([0.5], "from 0.5 to 0.5"),
  ])
  func curvesOfOddValuesAreDrawn(values: [Double], label: String) throws {
    var table = TextTable(columns: [.init("name"), .init("curve")])
    table.add(["a", .init(curve: values, in: 1...1)])
    let html = try Page("T", [.table(table)]).html(generator: "cadre")
    #expect(html.contains("aria-label=\"\(label)\""))
    #expect(!html.contains("nan"))
  }
}
