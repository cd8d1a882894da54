import Explorer
import Organization

/// Writes scenarios into the model file, after making sure that it still reads as before.
struct ModelSaving {
  private(set) var document: ModelDocument
  let path: String
  private let files: DiskFiles

  struct Failure: Error {
    var sentence: String
  }

  init(_ document: ModelDocument, path: String, files: DiskFiles) {
    self.document = document
    self.path = path
    self.files = files
  }

  /// Adds a scenario to the model file.
  mutating func save(_ variant: Variant, as name: String) throws(Failure) {
    let text = try text(with: variant, as: name)
    try write(text, to: path, force: true)
    do {
      document = try ModelDocument(path: path, source: files, dataFiles: CSVDataFiles())
    } catch {
      throw Failure(sentence: "\(path) was written, but cannot be read again")
    }
  }

  /// Writes the model with the scenario to another file, beside it so that its paths still lead to
  /// its data.
  ///
  /// - Returns: the path written to.
  func save(_ variant: Variant, as name: String, to file: String) throws(Failure) -> String {
    let text = try text(with: variant, as: name)
    let target =
      file.contains("/") ? file : FilePath.joined(FilePath.folder(of: path), file)
    try write(text, to: target, force: false)
    return target
  }

  private func write(_ text: String, to file: String, force: Bool) throws(Failure) {
    do throws(Fault) {
      try AtomicFile.write(text, to: file, force: force)
    } catch {
      let line = error.lines.first ?? "cannot write \(file)"
      throw Failure(sentence: line.hasPrefix("cadre: ") ? String(line.dropFirst(7)) : line)
    }
  }

  /// The file with one more scenario, which means what was explored.
  private func text(with variant: Variant, as name: String) throws(Failure) -> String {
    let bytes = try currentBytes()
    let text: String
    do {
      text = try document.text(
        adding: name, basedOn: variant.origin, settings: variant.settings, to: bytes)
    } catch {
      throw Failure(sentence: Self.sentence(error))
    }
    let edited = DraftFiles([path: .init(text)], others: files)
    do {
      let before = try document.load(scenario: variant.origin, settings: variant.settings)
      let after = try ModelDocument(path: path, source: edited, dataFiles: CSVDataFiles())
        .load(scenario: name)
      guard Self.isAlike(before.organization, after.organization) else {
        throw Failure(
          sentence: "the scenario would not read as it was explored; nothing was written")
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(sentence: "the file would no longer be sound; nothing was written")
    }
    return text
  }

  /// Whether two organisations have the same numbers, whatever they are called.
  private static func isAlike(_ a: Organization, _ b: Organization) -> Bool {
    a.teams == b.teams && a.services == b.services && a.levels == b.levels
      && a.partners == b.partners && a.hiring == b.hiring && a.policy == b.policy
      && a.events == b.events && a.regions == b.regions && a.work == b.work
      && a.assumptions.rows.map(\.value) == b.assumptions.rows.map(\.value)
      && a.drivers.map(\.growthPerYear) == b.drivers.map(\.growthPerYear)
      && a.drivers.map(\.ceiling) == b.drivers.map(\.ceiling)
  }

  private func currentBytes() throws(Failure) -> [UInt8] {
    do {
      return try files.bytes(of: path, limitMegabytes: Self.mostMegabytes)
    } catch {
      throw Failure(sentence: "\(path) can no longer be read")
    }
  }

  private static let mostMegabytes = 8

  private static func sentence(_ obstacle: SavingObstacle) -> String {
    switch obstacle {
    case .badName(let name): "'\(name)' is no name for a scenario"
    case .nameTaken(let name): "the file has a scenario \(name) already"
    case .unusualLayout:
      "the scenarios of this file stand in another file or on one line; write this one by hand"
    case .changedFile: "the file is no longer what was read; open it again first"
    }
  }
}
