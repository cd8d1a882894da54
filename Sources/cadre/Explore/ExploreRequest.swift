import Explorer
import Organization
import TerminalKit

/// What the command line asks the explorer for.
struct ExploreRequest: Sendable {
  var model: String
  var scenario: String?
  var settings: [Setting]
  var allowedPaths: [String]
  var months: Int?
  var seed: UInt64
  var theme: Theme
  var glyphs: GlyphSet?
  var hasMouse: Bool
  var hasColour: Bool
  /// The name of the terminal.
  var terminal: String?
  var isInsideTmux: Bool

  static let noTerminal = Fault.usage(
    "the explorer needs a terminal for its input and output; 'cadre plan' prints the answer "
      + "anywhere", help: "cadre explore --help")

  static let dumbTerminal = Fault.usage(
    "this terminal cannot place a cursor (TERM); 'cadre plan' prints the answer anywhere",
    help: "cadre explore --help")

  /// Opens the model and runs until the user leaves; whatever is wrong with the model is told before
  /// the screen is taken.
  @MainActor
  func explore() throws -> ExitStatus {
    let files = DiskFiles(model: model, allowed: allowedPaths)
    let document = try ModelDocument(path: model, source: files, dataFiles: CSVDataFiles())
    // Wrong settings and scenarios are told by line and column.
    _ = try document.load(scenario: scenario, settings: settings)
    let explorer: Explorer
    do throws(SceneObstacle) {
      explorer = try Explorer(
        document, path: model, scenario: scenario, settings: settings, months: months, seed: seed)
    } catch {
      throw Fault.insufficientData(error.sentence)
    }
    let screen = try takeTerminal()
    let session = ExploreSession(
      explorer, on: screen,
      glyphs: .fitting(wish: glyphs, isUTF8: screen.hasUnicode, terminal: terminal),
      saving: ModelSaving(document, path: model, files: files), isInsideTmux: isInsideTmux)
    let status = session.run(hasMouse: hasMouse)
    screen.close()
    // Whoever solves in the background must not find its libraries taken away.
    if session.isBusy { status.leaveAtOnce() }
    return status
  }

  @MainActor
  private func takeTerminal() throws(Fault) -> CursesTerminal {
    do throws(CursesTerminal.Refusal) {
      return try CursesTerminal(theme: theme, hasColour: hasColour, hasMouse: hasMouse)
    } catch {
      switch error {
      case .noTerminal: throw Self.noTerminal
      case .dumb: throw Self.dumbTerminal
      }
    }
  }
}
