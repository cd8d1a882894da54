import ArgumentParser

/// The same report in other formats beside the result, without doing the work again.
struct CopyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also write the report to a file, in the format that its name ends in: .txt, .md, .html, .csv or "
        + ".json; repeatable, replaced only with --force.", valueName: "file"),
    completion: .file())
  var also: [String] = []

  func validate() throws {
    for file in also {
      do {
        _ = try ReportFormat(ofFile: file)
      } catch {
        throw ValidationError(
          "--also tells the format by the end of the name: .txt, .md, .html, .csv or .json, found "
            + "'\(file)'")
      }
      if also.count(where: { $0 == file }) > 1 {
        throw ValidationError("--also \(file) is named twice")
      }
    }
  }

  /// Refuses what could not be written in the end, before any work is done.
  func refuseExisting(beside output: OutputOptions) throws(Fault) {
    if let file = output.file, also.contains(file) {
      throw .usage("'\(file)' cannot hold two reports", help: "cadre help formats")
    }
    for file in also { try AtomicFile.refuseExisting(file, force: output.force) }
  }
}
