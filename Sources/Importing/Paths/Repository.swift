import Organization

/// The folders of repositories, and who owns them.
struct Repository {
  let map: ImportMap
  let model: ModelNames
  var result = ImportResult(.codeowners)
  private var ids = IDGiver()
  /// Ids of teams by what owners are called, lower case.
  private var teams: [String: String] = [:]
  private var teamIDs = IDGiver()
  /// Ids of owners such as `@org/team`, lower case, in the file at hand.
  private var teamNames: Set<String> = []

  init(map: ImportMap, model: ModelNames) {
    self.map = map
    self.model = model
  }

  /// Adds the services of one repository.
  ///
  /// - Parameters:
  ///   - owners: its file of owners.
  ///   - path: that file's name.
  ///   - root: the folder of the repository; empty for the working directory.
  ///   - files: all files in it.
  mutating func add(_ owners: OwnersFile, path: String, root: String, files: [String]) {
    result.findings += owners.findings
    let named = owners.sections.flatMap { $0.owners + $0.rules.flatMap(\.owners) }
    teamNames = Set(named.filter(Self.isTeam).map(Self.id))
    let prefix = root.isEmpty || root == "." ? "" : root + "/"
    let inner = files.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    var used: [Int: Int] = [:]
    for (service, files) in services(of: inner, root: root) {
      let ownership = files.map(owners.ownership)
      for case .owned(_, let line) in ownership { used[line, default: 0] += 1 }
      for case .cleared(let line) in ownership { used[line, default: 0] += 1 }
      add(service, ownership, path: path)
    }
    for rule in owners.sections.flatMap(\.rules) {
      let count = used[rule.line] ?? 0
      result.items.append(
        ImportItem(
          kind: "rule", name: rule.text,
          count > 0
            ? .taken(as: count == 1 ? "one file of a service" : "\(count) files of services")
            : .skipped(.noFolder),
          at: SourcePosition(file: path, line: rule.line, column: 1)))
    }
  }

  // MARK: Folders

  /// The services with their files: by the map, in the usual folders, or the repository as a whole.
  private mutating func services(
    of files: [String], root: String
  ) -> [(service: String, files: [String])] {
    if !map.folders.isEmpty {
      return map.folders.map { service, paths in
        let folders = paths.map { FilePath.normalised($0) }
        return (service, files.filter { file in folders.contains { Self.isInside(file, $0) } })
      }
    }
    var found: [(service: String, files: [String])] = []
    for pattern in OwnersImport.usualFolders {
      let parent = String(pattern.dropLast(2))
      let names = Dictionary(grouping: files.filter { $0.hasPrefix(parent + "/") }) { file in
        file.split(separator: "/").count > 2 ? String(file.split(separator: "/")[1]) : ""
      }
      for (name, files) in names.sorted(by: { $0.key < $1.key }) where !name.isEmpty {
        let known = map.services[name.lowercased()] ?? model.service(name)
        found.append((ids.id(for: known ?? name), files))
      }
    }
    if !found.isEmpty {
      result.assumptions.append(.folders(found.count, of: OwnersImport.usualFolders))
      return found
    }
    let name = FilePath.name(of: FilePath.normalised(root))
    guard !files.isEmpty else { return [] }
    let known = map.services[name.lowercased()] ?? model.service(name)
    let id = ids.id(for: known ?? (name.isEmpty || name == "." ? "repository" : name))
    result.assumptions.append(.folders(1, of: ["of the whole repository"]))
    return [(id, files)]
  }

  /// Whether a file is in a folder, in whose name `*` stands for anything but a slash.
  private static func isInside(_ file: String, _ folder: String) -> Bool {
    guard folder.contains("*") else { return FilePath.isInside(file, folder) }
    // A pattern that cannot be one matches nothing, which shows as a service without files.
    guard let pattern = try? PathPattern("/" + folder + "/") else { return false }
    return pattern.matches(file)
  }

  // MARK: Owners

  private mutating func add(_ service: String, _ ownership: [PathOwnership], path: String) {
    let place = SourcePosition(file: path, line: 1, column: 1)
    var counts: [[String]: (files: Int, line: Int)] = [:]
    for case .owned(let names, let line) in ownership {
      counts[names, default: (0, line)].files += 1
    }
    let most = counts.sorted { a, b in
      a.value.files == b.value.files
        ? a.key.lexicographicallyPrecedes(b.key) : a.value.files > b.value.files
    }
    guard let first = most.first else {
      result.report(.folderUnowned, on: service, at: place)
      result.services.append(ImportedService(id: service, position: place))
      return
    }
    let position = SourcePosition(file: path, line: first.value.line, column: 1)
    if most.count > 1 {
      let others = Set(most.dropFirst().flatMap(\.key)).subtracting(first.key).sorted()
      if !others.isEmpty {
        result.report(
          .mixedFolder(
            owner: shown(first.key), others: others.filter(Self.isTeam).map { $0 },
            files: first.value.files, of: ownership.count), on: service, at: position)
        result.assumptions.append(
          .majority(
            service: service, owner: shown(first.key), files: first.value.files,
            of: ownership.count))
      }
    }
    var imported = ImportedService(id: service, position: position)
    imported.owners = self.owners(first.key, of: service, at: position)
    result.services.append(imported)
  }

  /// Names of teams only; people are not named.
  private func shown(_ owners: [String]) -> String {
    let teams = owners.filter(Self.isTeam)
    return teams.isEmpty ? "a person" : teams.joined(separator: " ")
  }

  private static func isTeam(_ owner: String) -> Bool {
    owner.hasPrefix("@") && owner.contains("/")
  }

  /// The name of an owner without its organisation.
  private static func short(_ owner: String) -> String {
    String(owner.dropFirst().split(separator: "/").last ?? "")
  }

  /// The id that an owner would have, lower case.
  private static func id(_ owner: String) -> String {
    IDGiver.cleaned(short(owner)).lowercased()
  }

  /// Ids of the teams that owners are.
  private mutating func owners(
    _ names: [String], of service: String, at position: SourcePosition
  ) -> [String] {
    var found: [String] = []
    for name in names {
      if let team = team(name, at: position) {
        if !found.contains(team) { found.append(team) }
      } else {
        result.report(
          name.hasPrefix("@") ? .ownerIsAPerson : .ownerIsAnAddress, on: service, at: position)
      }
    }
    if found.count > 1 { result.report(.severalOwners(found), on: service, at: position) }
    return found
  }

  /// The team that an owner is: by the map, of the model, or after its name.
  private mutating func team(_ name: String, at position: SourcePosition) -> String? {
    let key = name.lowercased()
    if let known = teams[key] { return known }
    let short = Self.short(name)
    let mapped = map.teams[key] ?? map.teams[short.lowercased()]
    // Without an organisation it may be a team of the model, unless the file has that with one.
    let isKnown =
      name.hasPrefix("@") && model.team(short) != nil && !teamNames.contains(Self.id(name))
    guard mapped != nil || Self.isTeam(name) || isKnown else { return nil }
    let id: String
    if let mapped {
      id = model.team(mapped) ?? mapped
      teamIDs.take(id)
    } else {
      let namespace = name.dropFirst().split(separator: "/").dropLast().joined(separator: ".")
      let given = teamIDs.id(
        for: model.team(short) ?? short, namespace: namespace.isEmpty ? nil : namespace)
      id = model.team(given) ?? given
    }
    teams[key] = id
    if !result.teams.contains(where: { $0.id == id }) {
      result.teams.append(ImportedTeam(id: id, position: position))
    }
    return id
  }
}
