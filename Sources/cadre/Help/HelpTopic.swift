import Organization

/// Pages of help that belong to no command.
enum HelpTopic: String, CaseIterable {
  case exitCodes = "exit-codes"
  case formats
  case environment
  case modelFile = "model-file"

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The page that `cadre help <topic>` asks for; `nil` leaves the arguments to the parser.
  static func text(for arguments: [String]) throws(Fault) -> String? {
    guard arguments.count == 2, arguments[0] == "help", !arguments[1].hasPrefix("-") else {
      return nil
    }
    if let topic = HelpTopic(rawValue: arguments[1]) { return topic.page + "\n" }
    let known = Cadre.commandNames
    if known.contains(arguments[1]) { return nil }
    let nearest = Nearest.name(to: arguments[1], among: known + allCases.map(\.rawValue))
    let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
    throw .usage("no help on '\(arguments[1])'\(hint)")
  }
}
