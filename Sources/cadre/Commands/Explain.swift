import ArgumentParser
import Organization
import Reporting

/// Explains a code of a diagnostic or a finding.
struct Explain: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a code such as C0301.", usage: "cadre explain C0301")

  @Argument(help: ArgumentHelp("The code, such as C0301.", valueName: "code"))
  var code: String

  @OptionGroup var display: DisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display)
    let code = self.code.uppercased()
    guard let text = AuditRule.explanation(ofCode: code) ?? Models.explanation(of: code) else {
      throw Fault.usage(
        "no code '\(self.code)'; codes look like C0301", help: "cadre explain --help")
    }
    if settings.format == .json {
      let document: JSONValue = [
        "format": "cadre.explain/1.0", "code": .string(code), "text": .string(text),
      ]
      console.streams.write(document.prettyText)
    } else {
      console.streams.write("\(settings.style.ink(.heading, code)): \(text)\n")
    }
    return .done
  }
}
