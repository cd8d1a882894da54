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
