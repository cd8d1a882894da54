import Organization

/// Reads catalogue files and what their Locations lead to.
struct CatalogReader {
  private let source: any FolderSource
  private(set) var entities: [Entity] = []
  private(set) var result = ImportResult(.backstage)
  private var places: [EntityKey: SourcePosition] = [:]
  private var visited: Set<String> = []

  /// Larger files are no catalogues.
  private static let megabytes = 16

  init(_ source: any FolderSource) { self.source = source }

  /// Reads a file, or the catalogue files of a folder.
  mutating func read(_ path: String) {
    do {
      guard let files = try source.files(below: path) else {
        return read(file: FilePath.normalised(path), isNamed: true)
      }
      let catalogs = files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      func isNamed(_ file: String) -> Bool {
        FilePath.name(of: file).hasPrefix("catalog-info.")
      }
      // What these lead to is a catalogue too, whatever it is called.
      for file in catalogs where isNamed(file) { read(file: file, isNamed: true) }
      for file in catalogs where !isNamed(file) { read(file: file, isNamed: false) }
    } catch {
      result.broken += error.diagnostics
    }
  }

  /// Reads a file that the command line names, or that is found in a folder.
  ///
  /// - Parameters:
  ///   - file: its path.
  ///   - isNamed: whether all in it should be entities; other files of a folder are searched for some,
  ///     and may hold anything.
  private mutating func read(file: String, isNamed: Bool) {
    guard visited.insert(file).inserted else { return }
    do {
      let bytes = try source.bytes(of: file, limitMegabytes: Self.megabytes)
      read(bytes, of: file, isNamed: isNamed)
    } catch {
      result.broken += error.diagnostics
    }
  }

  private mutating func read(_ bytes: [UInt8], of file: String, isNamed: Bool) {
    let marker = Array("backstage.io/".utf8)
    guard isNamed || Self.holds(bytes, marker) else { return }
    guard !file.contains("{{") else {
      return skip("file", FilePath.name(of: file), .template, line: 1, of: file)
    }
    let hasPlaceholders = Self.holds(bytes, Array("{{".utf8))
    let documents = YAMLDocuments.read(bytes, file: file)
    let isCatalog = isNamed || documents.contains { $0.root.map(Self.isEntity) ?? false }
    for document in documents {
      guard let root = document.root else {
        if hasPlaceholders {
          skip("document", "", .template, line: document.line, of: file)
        } else if isCatalog {
          result.broken += document.findings
        }
        continue
      }
      result.broken += document.findings
      read(root, isNamed: isNamed, line: document.line)
    }
  }

  private mutating func skip(
    _ kind: String, _ name: String, _ reason: SkipReason, line: Int, of file: String
  ) {
    let position = SourcePosition(file: file, line: line, column: 1)
    result.items.append(ImportItem(kind: kind, name: name, .skipped(reason), at: position))
  }

  private static func holds(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count >= wanted.count else { return false }
      return (0...(bytes.count - wanted.count)).contains { start in
        bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
      }
    }
  }

  private static func isEntity(_ root: SourceNode) -> Bool {
    root.value(of: "apiVersion")?.text?.contains("backstage.io/") ?? false
  }

  private mutating func read(_ root: SourceNode, isNamed: Bool, line: Int) {
    let file = root.position.file
    guard let kind = root.value(of: "kind")?.text, Self.isEntity(root) else {
      if isNamed { skip("document", "", .notAnEntity, line: line, of: file) }
      return
    }
    let metadata = root.value(of: "metadata")
    guard let name = metadata?.value(of: "name")?.text, !name.isEmpty else {
      let position = metadata?.value(of: "name")?.position ?? root.position
      result.report(.badField("metadata.name", expected: "text"), on: kind, at: position)
      return skip(kind, "", .unusable, line: root.position.line, of: file)
    }
    guard !name.contains("{{"), !(metadata?.value(of: "namespace")?.text ?? "").contains("{{")
    else {
      return skip(kind, name, .template, line: root.position.line, of: file)
    }
    add(entity(root, metadata, kind: kind, name: name))
  }

  private func entity(
    _ root: SourceNode, _ metadata: SourceNode?, kind: String, name: String
  ) -> Entity {
    let given = metadata?.value(of: "namespace")
    let namespace =
      given?.isNull == false
      ? given?.text ?? EntityReference.defaultNamespace : EntityReference.defaultNamespace
    var annotations: [String: String] = [:]
    for entry in metadata?.value(of: "annotations")?.entries ?? [] where !entry.value.isNull {
      annotations[entry.key] = entry.value.text
    }
    let spec = root.value(of: "spec")
    return Entity(
      key: EntityKey(kind: kind, namespace: namespace, name: name), kind: kind,
      namespace: namespace, name: name,
      title: metadata?.value(of: "title")?.text
        ?? spec?.value(of: "profile")?.value(of: "displayName")?.text,
      annotations: annotations, spec: spec, position: root.position)
  }

  private mutating func add(_ entity: Entity) {
    if entity.key.kind == "location" { return follow(entity) }
    if let first = places[entity.key] {
      let name = entity.key.kind == "user" ? "" : entity.name
      result.report(
        .duplicateEntity(kind: entity.kind, name: name, first: first), on: name,
        at: entity.position)
      return skip(
        entity.kind, name, .duplicate, line: entity.position.line, of: entity.position.file)
    }
    places[entity.key] = entity.position
    entities.append(entity)
  }

  // MARK: Locations

  private mutating func follow(_ location: Entity) {
    result.items.append(
      ImportItem(
        kind: location.kind, name: location.name, .skipped(.followed), at: location.position))
    for target in location.texts("target") + location.texts("targets") {
      follow(target.text, at: target.position, of: location)
    }
  }

  private mutating func follow(
    _ target: String, at position: SourcePosition, of location: Entity
  ) {
    guard !target.contains("://") else {
      return result.report(
        .unreachable(target, reason: "it is at a URL"), on: location.name, at: position)
    }
    let path = FilePath.resolve(target, namedIn: position.file)
    do {
      for file in try files(at: path) where visited.insert(file).inserted {
        let bytes = try source.bytes(of: file, limitMegabytes: Self.megabytes)
        read(bytes, of: file, isNamed: true)
      }
    } catch {
      let reason = error.diagnostics.first?.problem.message ?? "it cannot be read"
      result.report(.unreachable(target, reason: reason), on: location.name, at: position)
    }
  }

  /// The file at a path, or those that a path with `*` stands for.
  private func files(at path: String) throws(DiagnosticError) -> [String] {
    guard path.contains("*") else { return [path] }
    let fixed = path.split(separator: "/", omittingEmptySubsequences: false)
      .prefix { !$0.contains("*") }.joined(separator: "/")
    let folder = fixed.isEmpty ? "." : fixed
    guard let pattern = try? PathPattern(path.hasPrefix("/") ? path : "/" + path),
      let files = try source.files(below: folder)
    else { return [] }
    return files.filter { pattern.matches($0.hasPrefix("/") ? String($0.dropFirst()) : $0) }
  }
}
