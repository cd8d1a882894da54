import Organization

/// Reads the entity descriptors of Cortex: services and teams.
///
/// [Cortex Docs, Defining entities with YAML]
package enum CortexImport {
  /// - Parameters:
  ///   - sources: files, or folders that are searched for `cortex.yaml` and folders named `.cortex`.
  ///   - source: reads them.
  ///   - map: what somebody says beyond the sources.
  ///   - model: the names of the model that is merged into.
  /// - Returns: services and teams, with as many people as their descriptors list.
  /// - Complexity: O(bytes).
  package static func read(
    _ sources: [String], from source: any FolderSource, map: ImportMap = ImportMap(),
    model: ModelNames = ModelNames()
  ) -> ImportResult {
    var book = ServiceBook(.cortex, map: map, model: model)
    let files = ServiceFiles(source: source) { path in
      let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
      return ["cortex.yaml", "cortex.yml"].contains(FilePath.name(of: path))
        || isYAML && path.split(separator: "/").contains(".cortex")
    }
    return book.read(sources, files, record: record)
  }

  /// The service of a descriptor; teams go into the book at once.
  private static func record(_ root: SourceNode, _ book: inout ServiceBook) -> ServiceRecord? {
    guard let info = root.value(of: "info"),
      let tag = info.filledText("x-cortex-tag")
    else {
      book.skip("file", FilePath.name(of: root.position.file), .notAnEntity, at: root.position)
      return nil
    }
    let title = info.filledText("title") ?? tag
    switch (info.filledText("x-cortex-type") ?? "service").lowercased() {
    case "service": return service(info, tag: tag, title: title)
    case "team":
      var count = 0
      if case .sequence(let members)? = info.value(of: "x-cortex-team")?.value(of: "members")?
        .content
      {
        count = members.count
      }
      book.addTeam(tag, aliases: [title], people: count, at: info.position)
    case "domain": book.skip("domain", tag, .grouping, at: info.position)
    case let type: book.skip(type, tag, .kind, at: info.position)
    }
    return nil
  }

  private static func service(_ info: SourceNode, tag: String, title: String) -> ServiceRecord {
    let owners = info.value(of: "x-cortex-owners")
    var record = ServiceRecord(
      kind: "service", name: tag, id: tag, aliases: [title], position: info.position,
      ownerPosition: owners?.position ?? info.position)
    if case .sequence(let items)? = owners?.content { record.owners = items.compactMap(owner) }
    let groups = (info.value(of: "x-cortex-groups")?.filledTexts ?? [])
    record.tier = groups.first { $0.text.lowercased().hasPrefix("tier") }
      .map { ($0.text, $0.position) }
    record.dependsOn = dependencies(info.value(of: "x-cortex-dependency"))
    if let pager = info.value(of: "x-cortex-oncall")?.value(of: "pagerduty") {
      record.isPaged = true
      let isService = pager.filledText("type")?.uppercased() == "SERVICE"
      record.pagerDutyID = isService ? pager.filledText("id").flatMap(pagerID) : nil
    }
    return record
  }

  private static func owner(_ node: SourceNode) -> ServiceRecord.Owner? {
    switch node.filledText("type")?.lowercased() {
    case "group": node.filledText("name").map { .team($0) }
    case "email": .address
    case "user": .person
    default: nil
    }
  }

  /// The tags in a list of dependencies, or in lists by the protocol that they are used by.
  private static func dependencies(
    _ node: SourceNode?
  ) -> [(name: String, position: SourcePosition)] {
    switch node?.content {
    case .sequence(let items):
      items.compactMap { item in
        (item.text ?? item.filledText("tag")).map { ($0, item.position) }
      }
    case .mapping(let entries): entries.flatMap { dependencies($0.value) }
    case .scalar, nil: []
    }
  }

  private static func pagerID(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    return isPlain && (1...32).contains(text.utf8.count) ? text : nil
  }
}
