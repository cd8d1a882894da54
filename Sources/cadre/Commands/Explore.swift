import ArgumentParser
import Explorer
import TerminalKit

/// Opens a model on the screen, to try things out.
struct Explore: ConsoleCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a model on the screen: turn levers, and see at once what happens.",
    usage: """
      cadre explore models/storefront.yaml
      cadre explore models/storefront.yaml --scenario viral
      cadre explore models/storefront.yaml --theme light --no-mouse
      cadre explore models/storefront.yaml --glyphs ascii
      cadre explore <model> [options]
      """,
    discussion: "'?' lists these keys on the screen.\n\n" + Explorer.manual)

  @OptionGroup var model: ModelOptions

  @Option(help: ArgumentHelp("Months to plan, 1 to 60; the model's if left out.", valueName: "n"))
  var months: Int?

  @Option(help: ArgumentHelp("Seed of the random numbers.", valueName: "n"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("Colours; none forces a background.", valueName: "theme"))
  var theme = Theme.standard

  @Option(
    help: ArgumentHelp(
      "Characters to draw with; what the terminal and its locale can show if left out.",
      valueName: "set"))
  var glyphs: GlyphSet?

  @Flag(inversion: .prefixedNo, help: "Take clicks and the wheel; 'm' switches it too.")
  var mouse = true

  @Option(help: ArgumentHelp("Colour at all.", valueName: "when"))
  var color: ColorChoice?

  @Flag(name: .shortAndLong, help: "Leave out warnings on standard error.")
  var quiet = false

  @OptionGroup var log: LogOptions

  func validate() throws {
    if let months, !(1...60).contains(months) {
      throw ValidationError("--months must be from 1 to 60, found \(months)")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let environment = console.environment
    let terminal = environment.value("TERM")
    try refuseWhatIsNoTerminal(terminal)
    try console.journal.open(log, environment)
    var configuration = try Configuration(environment: environment)
    configuration.apply(seed: seed, color: color)
    let request = ExploreRequest(
      model: model.model, scenario: model.selection.scenario, settings: model.selection.settings,
      allowedPaths: model.selection.allowPath, months: months, seed: configuration.seed.value,
      theme: theme, glyphs: glyphs, hasMouse: mouse,
      hasColour: Terminal(environment: environment)
        .hasColor(configuration.color.value, toFile: false),
      terminal: terminal, isInsideTmux: environment.value("TMUX") != nil)
    // The program has one thread until here, the main one.
    return try MainActor.assumeIsolated { try request.explore() }
  }

  private func refuseWhatIsNoTerminal(_ name: String?) throws(Fault) {
    guard model.model != DiskFiles.standardInput else {
      throw .usage(
        "the explorer reads keys from standard input; name a model file",
        help: "cadre explore --help")
    }
    guard Descriptor.standardInput.isTerminal, Descriptor.standardOutput.isTerminal else {
      throw ExploreRequest.noTerminal
    }
    guard let name, name != "dumb" else { throw ExploreRequest.dumbTerminal }
  }
}

extension Theme: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
