import ArgumentParser
import Organization
import Reporting

/// Explains a code of a diagnostic or a finding.
struct Explain: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a code such as C0301, or list all codes.",
    usage: """
      cadre explain C0301
      cadre explain
      """)

  @Argument(help: ArgumentHelp("The code, such as C0301.", valueName: "code"))
  var code: String?

  @OptionGroup var display: DisplayOptions

  func execute(_ console: Console) throws -> ExitStatus {
    let settings = try console.settings(display)
    guard let code else {
      console.streams.write(list(settings))
      return .done
    }
    let name = code.uppercased()
    guard let text = Models.explanation(of: name) else {
      throw Fault.usage(
        "no code '\(code)'; codes look like C0301", help: "cadre explain --help")
    }
    if settings.format == .json {
      let document: JSONValue = [
        "format": "cadre.explain/1.0", "code": .string(name), "text": .string(text),
      ]
      console.streams.write(document.prettyText)
    } else {
      console.streams.write("\(settings.style.ink(.heading, name)): \(text)\n")
    }
    return .done
  }

  /// Every code with the beginning of what it says.
  private func list(_ settings: Console.Settings) -> String {
    if settings.format == .json {
      let codes = Models.codes.map { code -> JSONValue in
        ["code": .string(code), "text": .optional(Models.explanation(of: code))]
      }
      let document: JSONValue = ["format": "cadre.explain/1.0", "codes": .array(codes)]
      return document.prettyText
    }
    var table = TextTable(columns: [.init(""), .init("", mayShrink: true)])
    for code in Models.codes {
      table.add([.init(code, .heading), .init(Models.summary(of: code))])
    }
    return table.text(settings.style)
  }
}
