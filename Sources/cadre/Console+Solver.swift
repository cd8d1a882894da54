import LinearProgramming
import Reporting

extension Console {
  /// The solver, or a note that there is none.
  ///
  /// - Parameters:
  ///   - quiet: leaves the note out.
  ///   - options: names what cannot be done without it; `nil` where the heuristic will do.
  /// - Returns: `nil` where there is none and none is needed.
  /// - Throws: ``Fault/usage(_:help:)`` where it is needed and not there.
  func solver(quiet: Bool, required options: String?) throws -> (any Solver)? {
    do {
      return try Highs()
    } catch {
      if let options {
        throw Fault.usage(
          "\(options) need the solver HiGHS: \(error)", help: "cadre plan --help")
      }
      if !quiet {
        streams.note(
          "cadre: no solver, so that plans are the heuristic's: \(SafeText.terminal("\(error)")); "
            + "'make setup' fetches it, CADRE_HIGHS names one")
      }
      return nil
    }
  }
}
