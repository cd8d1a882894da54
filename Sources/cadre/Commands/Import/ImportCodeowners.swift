import ArgumentParser
import Importing
import Organization
import Reporting

/// Reads who owns the folders of repositories.
struct ImportCodeowners: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "codeowners",
    abstract: "Owners of the folders of repositories, by CODEOWNERS of GitHub or GitLab.",
    usage: """
      cadre import codeowners repository/ --merge model.yaml -o model.yaml --force
      cadre import codeowners .github/CODEOWNERS --match services/cart/main.go
      git ls-files | cadre import codeowners CODEOWNERS --match -
      cadre import codeowners <source> ... [options]
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders of repositories, or their CODEOWNERS files.", valueName: "source"),
    completion: .file())
  var sources: [String]

  @Option(
    name: .customLong("match"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only print each path, a tab and its owners; `-` reads paths from standard input.",
      valueName: "path"), completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Whose rules hold; those of GitLab where there are sections, if left out.",
      valueName: "host"))
  var dialect: OwnersDialect?

  @OptionGroup var options: ImportOptions

  func validate() throws {
    if !paths.isEmpty, sources.count != 1 {
      throw ValidationError("--match needs one file or repository, found \(sources.count)")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    if !paths.isEmpty { return try match(console) }
    let work = ImportWork(sources: sources, options: options, console: console)
    return try work.run { folders, map, names in
      OwnersImport.read(sources, from: folders, dialect: dialect, map: map, model: names)
    }
  }

  /// Paths with their owners, one a line.
  private func match(_ console: Console) throws -> ExitStatus {
    try console.journal.open(options.display.log, console.environment)
    let folders = DiskFolders(sources, allowed: options.allowPath)
    let found = try OwnersImport.owners(at: sources[0], from: folders, dialect: dialect)
    console.journal.note(folders.inputs)
    if !options.display.quiet {
      for finding in found.file.findings {
        let place = finding.position.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
        console.streams.note(
          SafeText.terminal(
            "\(place)\(finding.problem.severity.rawValue)[\(finding.problem.code)]: "
              + finding.problem.message))
      }
    }
    let lines = try wanted(console).map { path in
      let inner = path.hasPrefix("/") ? String(path.dropFirst()) : path
      let owners = found.file.ownership(of: inner).owners
      return SafeText.terminal(path) + "\t"
        + (owners.isEmpty ? "(unowned)" : SafeText.terminal(owners.joined(separator: " "))) + "\n"
    }
    try console.deliver(lines.joined(), to: options.output, quiet: options.display.quiet)
    return .done
  }

  private func wanted(_ console: Console) throws -> [String] {
    guard paths == [DiskFiles.standardInput] else { return paths }
    try console.refuseKeyboard(DiskFiles.standardInput, for: "paths")
    let bytes = try DiskFiles.standardInputBytes(limitMegabytes: Self.pathMegabytes)
    return bytes.split(separator: 10).map {
      String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self)
    }
  }

  /// Some millions of paths.
  private static let pathMegabytes = 256
}

extension OwnersDialect: ExpressibleByArgument {}
