import Foundation
import Testing

@Suite struct ShippedModelTests {
  private static let commands = ["check", "forecast", "plan"]

  @Test(arguments: commands, Shipped.names)
  func everyCommandTakesEveryModel(command: String, model: String) throws {
    let outcome = try Binary().runQuick(command, Shipped.model(model))
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
    #expect(outcome.isASCII, "no locale means ASCII")
    #expect(!outcome.output.contains("\u{1b}"), "no terminal means no colour")
  }

  /// A model that names nothing beside teams, services and traffic rests on defaults.
  @Test(arguments: ["check", "forecast", "plan", "simulate", "stress", "shape"])
  func aFewLinesAreEnough(command: String) throws {
    let binary = try Binary()
    try binary.folder.write(
      """
      cadre: 1
      start: 2027-01
      drivers:
        orders: {growth: {low: 5 %, likely: 20 %, high: 45 %}}
      teams:
        checkout: {people: {junior: 1, mid: 3, senior: 2}, rota: {layers: 1}}
      services:
        cart: {owner: checkout, tier: 1, workload: transactional}
        wishlist: {owner: checkout, tier: 3}

      """, to: "shop.yaml")
    let outcome = try binary.run(command, "shop.yaml")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.isEmpty)
  }

  @Test(arguments: commands, Shipped.names)
  func documentsSayHowTheyWereMade(command: String, model: String) throws {
    let document = try Binary().runQuick(command, Shipped.model(model), "--format", "json").document
    let format = try #require(document["format"] as? String)
    #expect(format.hasPrefix("cadre.") && format.hasSuffix("/1.0"))
    #expect(document["seed"] as? String == "1")
    #expect(document["generator"] as? String == "cadre 0.1.0")
    let inputs = try #require(document["inputs"] as? [[String: String]])
    #expect(inputs.first?["path"] == Shipped.model(model))
    for input in inputs {
      let digits = try #require(input["sha256"])
      #expect(digits.count == 64 && digits.allSatisfy(\.isHexDigit))
    }
  }

  @Test(arguments: commands, Shipped.names)
  func sameInputAndSeedGiveTheSameBytes(command: String, model: String) throws {
    let binary = try Binary()
    let first = try binary.runQuick(command, Shipped.model(model), "--format", "json")
    let second = try binary.runQuick(command, Shipped.model(model), "--format", "json")
    #expect(first.output == second.output)
  }

  @Test(arguments: commands)
  func anUnknownScenarioIsAnErrorWithAHint(command: String) throws {
    let outcome = try Binary().run(
      command, Shipped.model("storefront"), "--scenario", "donturn")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("error[C0210]: there is no scenario 'donturn'"))
    #expect(outcome.errors.contains("did you mean 'downturn'?"))
  }

  @Test(arguments: commands)
  func scenariosAreNamedInTheDocument(command: String) throws {
    let outcome = try Binary().runQuick(
      command, Shipped.model("storefront"), "--scenario", "downturn", "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#""downturn""#))
  }

  @Test(arguments: commands)
  func drawingsFollowTheLocale(command: String) throws {
    var binary = try Binary()
    let plain = try binary.runQuick(command, Shipped.model("small")).output
    binary.environment["LC_ALL"] = "C"
    binary.environment["LANG"] = "de_DE.UTF-8"
    #expect(try binary.runQuick(command, Shipped.model("small")).output == plain)
    binary.environment["LC_ALL"] = "C.UTF-8"
    let drawn = try binary.runQuick(command, Shipped.model("small"))
    #expect(!drawn.isASCII)
  }

  /// Digits are the same everywhere: `12.5`, never `12,5`.
  @Test func numbersDoNotFollowTheLocale() throws {
    var binary = try Binary()
    let arguments = ["plan", Shipped.model("small"), "--quick", "--format", "json"]
    let plain = try binary.run(arguments).output
    binary.environment["LC_ALL"] = "de_DE.UTF-8"
    #expect(try binary.run(arguments).output == plain)
  }

  @Test(arguments: commands)
  func colourIsOnlyInk(command: String) throws {
    let binary = try Binary()
    let colored = try binary.runQuick(command, Shipped.model("small"), "--color", "always").output
    let plain = try binary.runQuick(command, Shipped.model("small")).output
    #expect(colored.contains("\u{1b}["))
    #expect(try colored.replacing(Regex("\u{1b}\\[[0-9;]*m"), with: "") == plain)
  }

  @Test(arguments: ["check", "forecast"], [60, 80, 120])
  func textFitsTheColumns(command: String, columns: Int) throws {
    var binary = try Binary()
    binary.environment["COLUMNS"] = String(columns)
    let output = try binary.runQuick(command, Shipped.model("small")).output
    let widest = output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(widest <= columns)
  }

  @Test(arguments: commands)
  func warningsAndNotesCanBeLeftOut(command: String) throws {
    let binary = try Binary()
    let quiet = try binary.runQuick(
      command, Shipped.model("storefront"), "--quiet", "-o", "result.txt")
    #expect(quiet.status == 0)
    #expect(quiet.output.isEmpty)
    #expect(quiet.errors.isEmpty)
    let loud = try binary.runQuick(
      command, Shipped.model("storefront"), "-o", "result.txt", "--force")
    #expect(loud.errors.hasSuffix("cadre: wrote result.txt\n"))
  }

  @Test(arguments: commands)
  func nothingIsReplacedUnasked(command: String) throws {
    let binary = try Binary()
    try binary.folder.write("mine", to: "result.txt")
    let outcome = try binary.runQuick(command, Shipped.model("small"), "-o", "result.txt")
    #expect(outcome.status == 73)
    #expect(try binary.folder.text(of: "result.txt") == "mine")
  }

  #if os(Linux)
    @Test(arguments: commands)
    func aFullDiskIsReported(command: String) throws {
      let outcome = try Binary().run(
        command, Shipped.model("small"), output: .file("/dev/full"))
      #expect(outcome.status == 74)
    }
  #endif

  @Test(arguments: commands)
  func aClosedPipeEndsQuietly(command: String) throws {
    let outcome = try Binary().runQuick(command, Shipped.model("small"), output: .closedPipe)
    #expect(outcome.status == 141)
    #expect(!outcome.errors.contains("cadre:"))
  }

  @Test(arguments: commands)
  func modelsComeThroughPipesToo(command: String) throws {
    let path = Shipped.model("small")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let piped = try Binary().runQuick(command, "-", input: .text(text))
    #expect(piped.status == 0)
    #expect(try piped.output == Binary().runQuick(command, path).output)
  }
}
