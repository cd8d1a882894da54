import Organization

/// Reads `opslevel.yml` files: a service each, with owner, tier and dependencies.
///
/// [OpsLevel Docs, Config as Code]
package enum OpsLevelImport {
  /// - Parameters:
  ///   - sources: files, or folders that are searched for `opslevel.yml`.
  ///   - source: reads them.
  ///   - map: what somebody says beyond the sources.
  ///   - model: the names of the model that is merged into.
  /// - Returns: services, and teams without people, of which such files say nothing.
  /// - Complexity: O(bytes).
  package static func read(
    _ sources: [String], from source: any FolderSource, map: ImportMap = ImportMap(),
    model: ModelNames = ModelNames()
  ) -> ImportResult {
    var book = ServiceBook(.opslevel, map: map, model: model)
    let files = ServiceFiles(source: source) { path in
      // OpsLevel itself does not see the longer ending.
      FilePath.name(of: path) == "opslevel.yml"
    }
    return book.read(sources, files, record: record)
  }

  private static func record(_ root: SourceNode, _ book: inout ServiceBook) -> ServiceRecord? {
    if let version = root.value(of: "version"), version.text != "1" {
      book.result.report(
        .wrongVersion(version.text ?? version.kindName), on: FilePath.name(of: root.position.file),
        at: version.position)
    }
    let key = ["service", "component"].first { root.value(of: $0) != nil }
    guard let key, let service = root.value(of: key) else {
      let reason: SkipReason = root.value(of: "repository") == nil ? .notAnEntity : .repository
      book.skip("file", FilePath.name(of: root.position.file), reason, at: root.position)
      return nil
    }
    guard let name = service.filledText("name") else {
      book.result.report(
        .badField("\(key).name", expected: "text"), on: key, at: service.position)
      book.skip(key, "", .unusable, at: service.position)
      return nil
    }
    let aliases = (service.value(of: "aliases")?.filledTexts ?? [])
    var record = ServiceRecord(
      kind: key, name: name, id: aliases.first?.text ?? alias(of: name),
      aliases: aliases.map(\.text) + [alias(of: name)], position: service.position,
      ownerPosition: service.value(of: "owner")?.position ?? service.position)
    if let owner = service.filledText("owner") {
      record.owners = [Catalog.isAddress(owner) ? .address : .team(owner)]
    }
    if let tier = service.filledText("tier") {
      record.tier = (tier, service.value(of: "tier")?.position ?? service.position)
    }
    record.lifecycle = service.filledText("lifecycle")
    if case .sequence(let items)? = service.value(of: "dependencies")?.content {
      record.dependsOn = items.compactMap { item in
        (item.text ?? item.value(of: "alias")?.text).map { ($0, item.position) }
      }
    }
    return record
  }

  /// The alias that OpsLevel makes of a name: lower case, other signs as `_`.
  static func alias(of name: String) -> String {
    var alias = ""
    for character in name.lowercased() {
      if character.isLetter || character.isNumber || "-.".contains(character) {
        alias.append(character)
      } else if alias.last != "_" {
        alias += "_"
      }
    }
    return alias
  }
}
