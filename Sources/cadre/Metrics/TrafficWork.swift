import Importing
import Organization

/// Words for sources of traffic that give none.
enum TrafficWork {
  /// Does `body`; what it finds to give no driver ends the work.
  ///
  /// - Throws: ``Fault/insufficientData(_:)`` for a ``TrafficError``, and what else `body` throws.
  static func told<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as TrafficError {
      let place = error.position.map { "\($0.file):\($0.line): " } ?? ""
      let hint = error.fault.hint.map { "; \($0)" } ?? ""
      throw Fault.insufficientData(
        "\(place)'\(Printable.clipped(error.subject))' \(error.fault.words)\(hint)")
    }
  }
}
