import Importing
import Organization
import Reporting

/// Reads sources, writes the model and reports, the same for every kind of source.
struct ImportWork {
  var sources: [String]
  var options: ImportOptions
  var console: Console
  /// What was read from elsewhere than files, after reading.
  var further: () -> [DiskFiles.Input] = { [] }

  private var output: OutputOptions { options.output }
  private var copies: CopyOptions { options.copies }
  private var display: TableDisplayOptions { options.display }

  /// - Parameter read: understands the sources.
  /// - Returns: 1 where findings were asked to count and there are any.
  /// - Throws: ``DiagnosticError`` or ``Fault``; nothing is then written.
  func run(
    _ read: (_ folders: DiskFolders, _ map: ImportMap, _ names: ModelNames) throws -> ImportResult
  ) throws -> ExitStatus {
    let settings = try console.settings(display, toFile: false)
    try refuse()
    let folders = DiskFolders(
      sources + [options.map].compactMap(\.self), allowed: options.allowPath)
    let files = DiskFiles(model: options.merge ?? DiskFiles.standardInput)
    return try console.diagnosing(settings, files) {
      for path in sources { try console.refuseKeyboard(path, for: "a file to import") }
      let map = try options.map.map {
        try ImportMap(folders.bytes(of: $0, limitMegabytes: 1), file: $0)
      }
      let document = try options.merge.map {
        try ModelDocument(path: $0, source: files, dataFiles: CSVDataFiles())
      }
      let result = try console.journal.measure("reading") {
        try read(folders, map ?? ImportMap(), ModelNames(document?.tree))
      }
      console.journal.note(folders.inputs + files.inputs)
      try Interruption.check()
      return try deliver(result, document, folders, files, settings)
    }
  }

  /// Refuses what could not be written in the end, before any work is done.
  private func refuse() throws(Fault) {
    try copies.refuseExisting(beside: output)
    if let file = output.file, !options.isDryRun {
      try AtomicFile.refuseExisting(file, force: output.force)
    }
    if output.file == nil, !options.isDryRun, display.choice != nil {
      throw .usage(
        "--format is of the report, and the model goes to standard output; add --output, --dry-run or "
          + "--also", help: "cadre import --help")
    }
  }

  private func deliver(
    _ result: ImportResult, _ document: ModelDocument?, _ folders: DiskFolders, _ files: DiskFiles,
    _ settings: Console.Settings
  ) throws -> ExitStatus {
    if !options.skipsBroken, result.broken.contains(where: { $0.severity == .error }) {
      if !display.quiet, settings.format != .json {
        console.streams.note(
          "cadre: nothing was written; --skip-broken goes on without what cannot be read")
      }
      throw DiagnosticError(result.broken)
    }
    let hasRoster = result.teams.contains { !$0.roster.isEmpty }
    let roster = hasRoster ? path("roster", beside: output.file) : nil
    // What would be written is told as if it were.
    let planned = output.file ?? (options.isDryRun ? options.merge ?? "model.yaml" : nil)
    let traffic = result.drivers.isEmpty ? nil : path("traffic", beside: planned)
    for path in [roster, traffic].compactMap(\.self) where !options.isDryRun {
      try AtomicFile.refuseExisting(path, force: output.force)
    }
    let making = ModelMaking(
      result, into: document?.tree, rosterFile: roster.map { FilePath.name(of: $0) },
      trafficFile: traffic.map { FilePath.name(of: $0) })
    var result = result
    var drafts: [String: DraftFiles.Draft] = [:]
    if let roster {
      let (rows, wholeBytes) = making.roster.distinct()
      drafts[roster] = .init(rows, wholeBytes: wholeBytes)
    }
    if let traffic { drafts[traffic] = .init(try months(at: traffic, files, &result)) }
    let text = try text(making, document, files, drafts)
    let header = RunHeader(
      seed: settings.configuration.seed.value,
      inputs: folders.inputs + files.inputs + further())
    let report = ImportReport(
      result, making: making, into: options.merge,
      assuming: document == nil && traffic == nil ? ModelMaking.usualGrowth : nil, header: header)
    if let roster { try write(making.roster.parts, to: roster) }
    if let traffic, let months = drafts[traffic]?.text {
      try write(CollectionOfOne(months), to: traffic)
    }
    try write(text, report, settings)
    let isBad = report.findings.contains { $0.problem.severity != .note }
    return options.strict && (isBad || !result.broken.isEmpty) ? .answeredNo : .done
  }

  private func write(_ parts: some Sequence<String>, to path: String) throws(Fault) {
    guard !options.isDryRun else { return }
    try AtomicFile.write(parts: parts, to: path, force: output.force)
    if !display.quiet { console.streams.note("cadre: wrote \(SafeText.terminal(path))") }
  }

  /// A file of data beside the model, where that goes to a file.
  private func path(_ name: String, beside model: String?) -> String? {
    model.map {
      FilePath.joined(FilePath.folder(of: $0), "\(FilePath.stem(of: $0))-\(name).csv")
    }
  }

  /// The table of months; one that a model which is merged into has already keeps what is not new.
  private func months(
    at path: String, _ files: DiskFiles, _ result: inout ImportResult
  ) throws -> String {
    var old: [UInt8]?
    if options.merge != nil, SystemPath.exists(path) {
      old = try files.bytes(named: path, limitMegabytes: SyntaxLimits.megabytes)
    }
    let (text, kept) = try TrafficTable.text(result.drivers, keeping: old, file: path)
    if kept > 0 {
      result.findings.append(
        ImportFinding(.keptMonths(kept), subject: FilePath.name(of: path), position: nil))
    }
    return text
  }

  /// The model, after making sure that it can be used.
  private func text(
    _ making: ModelMaking, _ document: ModelDocument?, _ files: DiskFiles,
    _ data: [String: DraftFiles.Draft]
  ) throws -> String {
    let text: String
    if let merge = options.merge {
      let bytes = try files.bytes(of: merge, limitMegabytes: SyntaxLimits.megabytes)
      text = try making.text(of: bytes, file: merge)
    } else {
      text = try making.newText(start: Today.nextMonth(console.environment))
    }
    let path = output.file ?? options.merge ?? "the model"
    let drafts = DraftFiles(
      data.merging([path: .init(text)]) { _, model in model }, others: files)
    do throws(DiagnosticError) {
      _ = try ModelFile.load(path: path, source: drafts, dataFiles: CSVDataFiles())
    } catch {
      guard document == nil else { throw error }
      throw Fault.insufficientData(
        "the sources do not make a model: "
          + (error.diagnostics.first?.problem.message ?? "it cannot be used"))
    }
    return text
  }

  private func write(
    _ text: String, _ report: ImportReport, _ settings: Console.Settings
  ) throws {
    var target = output
    target.output = nil
    if options.isDryRun {
      return try console.deliver(
        report, settings, to: target, copies: copies, quiet: display.quiet)
    }
    guard let file = output.file else {
      try console.deliver(report, copies: copies, force: output.force, settings, display.quiet)
      if !display.quiet { console.streams.note(report.page.text(settings.style)) }
      return try console.deliver(text, to: target, quiet: true)
    }
    try write(CollectionOfOne(text), to: file)
    try console.deliver(report, settings, to: target, copies: copies, quiet: display.quiet)
  }
}
