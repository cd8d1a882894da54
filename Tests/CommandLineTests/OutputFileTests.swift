import Foundation
import Testing

@Suite struct OutputFileTests {
  @Test func aFileIsWrittenCompletely() throws {
    let binary = try Binary()
    let outcome = try binary.run("schema", "-o", "schema.json")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(try binary.folder.text(of: "schema.json") == binary.run("schema").output)
    #expect(try binary.folder.names == ["schema.json"])
  }

  @Test func aFileIsNotReplacedWithoutForce() throws {
    let binary = try Binary()
    try binary.folder.write("mine", to: "schema.json")
    let refused = try binary.run("schema", "-o", "schema.json")
    #expect(refused.status == 73)
    #expect(
      refused.errors == """
        cadre: cannot create schema.json: the file exists
          = hint: choose another name, or add --force

        """)
    #expect(try binary.folder.text(of: "schema.json") == "mine")

    #expect(try binary.run("schema", "-o", "schema.json", "--force").status == 0)
    #expect(try binary.folder.text(of: "schema.json") != "mine")
    #expect(try binary.folder.names == ["schema.json"])
  }

  /// Plans tell salaries, so that new files are for their owner alone, whatever the mask says.
  @Test func newFilesArePrivate() throws {
    let binary = try Binary()
    #expect(try binary.run("schema", "-o", "schema.json").status == 0)
    let path = binary.folder.path + "/schema.json"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func replacingKeepsThePermissions() throws {
    let binary = try Binary()
    try binary.folder.write("mine", to: "schema.json")
    let path = binary.folder.path + "/schema.json"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try binary.run("schema", "-o", "schema.json", "--force").status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  #if os(Linux)
    /// Killed as soon as its temporary file appears, the program leaves the old file or the new.
    @Test func aKilledProgramLeavesNoHalfFile() throws {
      let binary = try Binary()
      let rows = (0..<20).map { "s\($0),2026-01-01,1\ns\($0),2026-01-02,2\n" }.joined()
      try binary.folder.write("series,time,value\n" + rows, to: "s.csv")
      let arguments = ["forecast", "--series", "s.csv", "--horizon", "5000", "--format", "csv"]
      let complete = try binary.run(arguments).output
      try binary.folder.write("mine", to: "f.csv")
      let launch = try binary.start(arguments + ["-o", "f.csv", "--force"])
      #expect(
        try launch.wait {
          try binary.folder.names.count > 2 || binary.folder.text(of: "f.csv") != "mine"
        })
      launch.send(9)
      _ = try launch.finish()
      #expect(try ["mine", complete].contains(binary.folder.text(of: "f.csv")))
    }
  #endif

  @Test func aMissingFolderIsReported() throws {
    let outcome = try Binary().run("schema", "-o", "none/schema.json")
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("none/schema.json: no such file or directory"))
  }

  @Test func aFolderIsNotAFile() throws {
    let outcome = try Binary().run("schema", "-o", ".", "--force")
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("is a directory"))
  }

  @Test func aDashIsStandardOutput() throws {
    let binary = try Binary()
    #expect(try binary.run("schema", "-o", "-").output == binary.run("schema").output)
  }
}
