import Foundation
import Testing

@Suite struct JournalTests {
  @Test func verboseSaysWhatIsDone() throws {
    let quiet = try Binary().run("plan", "--quick", Shipped.model("small"))
    #expect(quiet.errors.isEmpty)
    let verbose = try Binary().run("plan", "--quick", Shipped.model("small"), "--verbose")
    #expect(verbose.status == 0)
    #expect(verbose.output == quiet.output)
    for words in ["small.yaml, ", "reading took", "planning took", "runs of the recursion"] {
      #expect(verbose.errors.contains(words))
    }
    #expect(!verbose.errors.contains("debug"))
  }

  @Test func debuggingSaysMore() throws {
    var binary = try Binary()
    binary.environment["CADRE_DEBUG"] = "1"
    let outcome = try binary.run("plan", "--quick", Shipped.model("small"))
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("SHA-256"))
    #expect(outcome.errors.contains("planning in-house (strategy 2 of 4): "))
    binary.environment["CADRE_DEBUG"] = "0"
    #expect(try binary.run("plan", "--quick", Shipped.model("small")).errors.isEmpty)
  }

  @Test func aLogIsANewFileForItsOwner() throws {
    let binary = try Binary()
    let arguments = ["plan", "--quick", Shipped.model("small"), "--log", "cadre.log"]
    let outcome = try binary.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(try binary.folder.text(of: "cadre.log").contains("planning took"))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: binary.folder.path + "/cadre.log")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let again = try binary.run(arguments)
    #expect(again.status == 73)
    #expect(again.errors.contains("cadre.log: file exists"))
  }

  @Test(arguments: [["plan", "storefront"], ["check", "storefront"], ["forecast", "storefront"]])
  func documentsDoNotTellTheTime(arguments: [String]) throws {
    var binary = try Binary()
    let options = arguments[0] == "plan" ? ["--quick"] : []
    let command = [arguments[0], Shipped.model(arguments[1]), "--format", "json"] + options
    let plain = try binary.run(command).output
    binary.environment["CADRE_DEBUG"] = "1"
    #expect(try binary.run(command + ["--log", "l", "--verbose"]).output == plain)
  }

  /// Names may stand in a roster to count people; the log of a whole run is without them.
  @Test func namesOfPeopleStayOut() throws {
    var binary = try Binary()
    binary.environment["CADRE_DEBUG"] = "1"
    try binary.folder.write(
      """
      cadre: 1
      start: 2027-01
      drivers: {orders: {growth: 20 %}}
      teams:
        web: {roster: {file: r.csv}}
      services:
        site: {owner: web, traffic: {orders: 1}}
      """, to: "m.yaml")
    try binary.folder.write(
      "team,level,person\nweb,mid,Zebulon Quux\nweb,senior,Zebulon Xuuq\n", to: "r.csv")
    for command in ["check", "forecast", "plan"] {
      let log = "\(command).log"
      let outcome = try binary.run(command, "m.yaml", "--log", log, "--verbose")
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      let told = try binary.folder.text(of: log)
      #expect(told.contains("m.yaml"), "the log of \(command) tells of the run")
      for text in [told, outcome.output, outcome.errors] {
        #expect(!text.contains("Zebulon") && !text.contains("uu"), "\(command)")
      }
    }
  }
}
