import Explorer
import Organization
import Reporting
import TerminalKit

/// The loop of the explorer: events in, screens out, and whatever it wants done.
///
/// A class because it owns the terminal and the work in the background.
@MainActor
final class ExploreSession {
  private var explorer: Explorer
  private let terminal: CursesTerminal
  private let glyphs: GlyphSet
  private var saving: ModelSaving
  private let isInsideTmux: Bool
  private let worker = ExploreWorker()

  init(
    _ explorer: Explorer, on terminal: CursesTerminal, glyphs: GlyphSet,
    saving: ModelSaving, isInsideTmux: Bool
  ) {
    self.explorer = explorer
    self.terminal = terminal
    self.glyphs = glyphs
    self.saving = saving
    self.isInsideTmux = isInsideTmux
  }

  /// Whether work in the background has not ended yet.
  var isBusy: Bool { worker.isBusy }

  /// More events than these at once wait for the next screen.
  private static let mostEvents = 256

  /// Runs until the user leaves.
  func run(hasMouse: Bool) -> ExitStatus {
    explorer.setMouse(hasMouse)
    while explorer.exit == nil {
      perform(explorer.settle())
      draw()
      // Other scenarios are looked at while nobody presses anything.
      let isIdle = !explorer.wantsOthers
      var event = terminal.next(waiting: isIdle ? nil : 0)
      if event == nil, !isIdle { explorer.prepareNext() }
      var count = 0
      while let happened = event, explorer.exit == nil {
        perform(explorer.handle(happened))
        count += 1
        event = count < Self.mostEvents ? terminal.next(waiting: 0) : nil
      }
      for (finding, generation) in worker.take() {
        explorer.take(finding, generation: generation)
      }
    }
    worker.cancel()
    return Self.status(explorer.exit)
  }

  private static func status(_ exit: Explorer.Exit?) -> ExitStatus {
    switch exit {
    case .signal(Interruption.interrupt): .interrupted
    case .signal(Interruption.terminate): .terminated
    case .signal, .gone: .hungUp
    case .done, nil: .done
    }
  }

  private func draw() {
    let size = terminal.size
    explorer.resize(width: size.width, height: size.height)
    terminal.show(explorer.render(width: size.width, height: size.height, glyphs: glyphs))
  }

  // MARK: Effects

  private func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .refine(let work): worker.refine(work)
    case .optimise(let work, let locked): worker.optimise(work, locked: locked)
    case .cancel: worker.cancel()
    case .copy(let text): copy(text)
    case .export(let name, let text): export(text, to: name)
    case .save(let variant, let name): save(variant, as: name)
    case .saveCopy(let variant, let name, let file): saveCopy(variant, as: name, to: file)
    case .suspend: terminal.suspend()
    case .setMouse(let isOn): terminal.setMouse(isOn)
    case .redraw: terminal.redraw()
    case .leave: break
    }
  }

  private func copy(_ text: String) {
    guard text.utf8.count <= Clipboard.mostBytes else {
      return explorer.report("too long for a terminal's clipboard; e writes a file", isBad: true)
    }
    terminal.copy(text, isInsideTmux: isInsideTmux)
    let lines = text.split(separator: "\n")
    let what = lines.count == 1 ? String(lines[0]) : "\(lines.count) lines"
    explorer.report(
      "sent to the terminal's clipboard (if it allows that, else e writes a file): \(what)")
  }

  private func export(_ text: String, to name: String) {
    do throws(Fault) {
      try AtomicFile.write(text, to: name, force: false)
      explorer.didExport(name)
    } catch {
      explorer.report(Self.words(error), isBad: true)
    }
  }

  private func save(_ variant: Variant, as name: String) {
    do throws(ModelSaving.Failure) {
      try saving.save(variant, as: name)
      explorer.didSave(variant, as: name, to: saving.path, document: saving.document)
    } catch {
      explorer.report(error.sentence, isBad: true)
    }
  }

  private func saveCopy(_ variant: Variant, as name: String, to file: String) {
    do throws(ModelSaving.Failure) {
      let path = try saving.save(variant, as: name, to: file)
      explorer.report("wrote the model with the scenario \(name) to \(path)")
    } catch {
      explorer.report(error.sentence, isBad: true)
    }
  }

  static func words(_ fault: Fault) -> String {
    let line = fault.lines.first ?? "it did not work"
    return line.hasPrefix("cadre: ") ? String(line.dropFirst(7)) : line
  }
}
