/// What the main part of the explorer shows.
package enum Screen: Int, CaseIterable, Sendable {
  case overview, teams, traffic, plan, why, scenarios

  package var title: String {
    switch self {
    case .overview: "Overview"
    case .teams: "Teams"
    case .traffic: "Traffic"
    case .plan: "Plan"
    case .why: "Why"
    case .scenarios: "Scenarios"
    }
  }

  /// The digit that leads to it.
  var digit: Character { Character("\(rawValue + 1)") }
}

/// Which part of the screen has the keyboard.
enum Focus: Hashable, Sendable {
  case main, levers
}

/// What covers the screen, or asks something below it.
enum Overlay: Hashable, Sendable {
  case help(scroll: Int)
  case palette(text: String, selected: Int)
  /// A line to type.
  case prompt(Prompt, text: String)
  /// A question with yes and no.
  case question(Question)
}

/// What a typed line is for.
enum Prompt: Hashable, Sendable {
  case filter
  case leverValue
  case scenarioName(NameUse)
  case exportFile

  enum NameUse: Hashable, Sendable { case new, duplicate, rename, save }
}

/// What needs a yes before it is done.
enum Question: Hashable, Sendable {
  case quitUnsaved
  case deleteScenario(String)
  case discardChanges

  var text: String {
    switch self {
    case .quitUnsaved: "Leave without saving what you changed?"
    case .deleteScenario(let name): "Delete the scenario \(name)?"
    case .discardChanges: "Take back every change of this scenario?"
    }
  }
}
