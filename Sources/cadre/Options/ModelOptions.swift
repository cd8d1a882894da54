import ArgumentParser
import Organization

/// Which model to read.
struct ModelOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The model file; `-` is standard input.", valueName: "model"),
    completion: .file(extensions: ["yaml", "yml"]))
  var model: String

  @OptionGroup var selection: ScenarioOptions
}

/// Which scenario of a model to read, and from where its files may come.
struct ScenarioOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A scenario of the model; `base` if left out.", valueName: "name"),
    completion: .custom { words, _, _ in ScenarioCompletion.names(for: words) })
  var scenario: String?

  @OptionGroup var trial: TrialOptions

  @Option(
    name: .customLong("allow-path"),
    help: ArgumentHelp(
      "A folder outside the project that may be read; repeatable.", valueName: "folder"),
    completion: .directory)
  var allowPath: [String] = []

  /// Values that are tried out.
  var settings: [Setting] { trial.settings }
}

/// Values that are tried out in place of a model's.
struct TrialOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Try another value without changing the file, such as 'hiring.acceptance=90 %'; repeatable.",
      valueName: "key=value"))
  var set: [String] = []

  var settings: [Setting] { self.set.compactMap(Setting.init) }

  func validate() throws {
    if let wrong = self.set.first(where: { Setting($0) == nil }) {
      throw ValidationError("--set needs KEY=VALUE, found '\(wrong)'")
    }
  }
}

extension TypedArguments {
  /// What of a model was read.
  mutating func add(_ selection: ScenarioOptions) {
    add("--scenario", selection.scenario)
    for setting in selection.trial.set { add("--set", setting) }
  }
}

/// Offers the scenarios of the model that the command line names.
enum ScenarioCompletion {
  static func names(for words: [String]) -> [String] {
    guard let model = words.first(where: { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }) else {
      return []
    }
    // A model that cannot be read has no names to offer, and completion is no place for errors.
    let loaded = try? Models.load(
      path: model, scenario: nil, files: DiskFiles(model: model))
    return ["base"] + (loaded?.organization.scenarios ?? [])
  }
}
