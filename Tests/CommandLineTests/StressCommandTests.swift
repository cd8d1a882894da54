import Foundation
import Testing

@Suite struct StressCommandTests {
  private func stress(_ options: String...) throws -> Binary.Outcome {
    try Binary().run(["stress", Shipped.model("storefront")] + options)
  }

  @Test func tenTimesTheTrafficIsWhatIsTriedFirst() throws {
    let plain = try stress()
    #expect(plain.status == 0)
    #expect(try stress("--traffic", "10x").output == plain.output)
    #expect(try stress("--traffic", "10").output == plain.output)
    #expect(plain.output.contains("recommendations: headroom"))
    let document = try stress("--traffic", "3x", "--driver", "messages", "--format", "json")
      .document
    let traffic = try #require(document["traffic"] as? [String: Any])
    let failures = try #require(traffic["failures"] as? [[String: Any]])
    #expect(failures.contains { $0["service"] as? String == "notifications" })
    #expect(document["losses"] is NSNull)
  }

  @Test func lossesAreToldByRole() throws {
    let document = try stress("--lose", "payments", "--replications", "20", "--format", "json")
      .document
    let losses = try #require(document["losses"] as? [String: Any])
    let outcomes = try #require(losses["outcomes"] as? [[String: Any]])
    #expect(
      outcomes.map { $0["loss"] as? String } == [
        "payments loses one staff", "payments loses one senior", "payments loses one mid",
        "payments loses one junior",
      ])
    #expect(document["traffic"] is NSNull)
    #expect(
      try stress("--lose", "northwind", "--replications", "20").output.contains("northwind goes"))
  }

  @Test(arguments: [
    ["--traffic", "0.5x"], ["--traffic", "tenfold"], ["--driver", "order"], ["--service", "carts"],
    ["--lose", "nobody"], ["--driver", "orders", "--service", "cart"], ["--replications", "0"],
  ])
  func whatMakesNoSenseIsRefused(options: [String]) throws {
    let outcome = try Binary().run(["stress", Shipped.model("storefront")] + options)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }

  @Test func nearNamesAreOffered() throws {
    #expect(try stress("--driver", "order").errors.contains("did you mean 'orders'"))
  }
}
