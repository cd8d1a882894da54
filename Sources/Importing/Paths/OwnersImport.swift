package import Organization

/// Reads who owns the folders of a repository: each folder that holds a service becomes one.
package enum OwnersImport {
  /// Where a file of owners may be, in the order in which it is looked for.
  ///
  /// [GitHub Docs, About code owners; GitLab Docs, Code Owners]
  private static let places = [
    ".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS",
  ]

  /// Where services usually are in a repository that holds several.
  static let usualFolders = ["services/*", "apps/*"]

  /// Larger files are no files of owners.
  private static let megabytes = 16

  /// Reads the file of owners of a repository.
  ///
  /// - Parameters:
  ///   - path: the file, or the folder of the repository.
  ///   - source: reads it.
  ///   - dialect: how it is understood; by its content if `nil`.
  /// - Returns: the file, the folder of its repository, and the others that are not used.
  /// - Throws: ``DiagnosticError`` where there is none.
  package static func owners(
    at path: String, from source: any FolderSource, dialect: OwnersDialect?
  ) throws(DiagnosticError) -> (file: OwnersFile, path: String, root: String, others: [String]) {
    guard let files = try source.files(below: path) else {
      let bytes = try source.bytes(of: path, limitMegabytes: megabytes)
      return (OwnersFile(bytes, file: path, dialect: dialect), path, root(of: path), [])
    }
    let root = FilePath.normalised(path)
    let wanted = places.map { root.isEmpty ? $0 : FilePath.joined(root, $0) }
    let found = wanted.filter { files.contains($0) }
    guard let first = found.first else {
      throw DiagnosticError([
        Diagnostic(.cannotRead(path: path, reason: "it has no CODEOWNERS file"))
      ])
    }
    let bytes = try source.bytes(of: first, limitMegabytes: megabytes)
    let isGitLab = first.hasSuffix(".gitlab/CODEOWNERS")
    let file = OwnersFile(bytes, file: first, dialect: dialect ?? (isGitLab ? .gitlab : nil))
    return (file, first, root, Array(found.dropFirst()))
  }

  /// The folder of the repository that a file of owners is in.
  private static func root(of path: String) -> String {
    let folder = FilePath.folder(of: FilePath.normalised(path))
    return [".github", ".gitlab", "docs"].contains(FilePath.name(of: folder))
      ? FilePath.folder(of: folder) : folder
  }

  /// - Parameters:
  ///   - sources: repositories, or their files of owners.
  ///   - source: reads them.
  ///   - dialect: how files are understood; by their content if `nil`.
  ///   - map: which folders hold which service, and what teams are called.
  ///   - model: the names of the model that is merged into.
  /// - Returns: a service for each folder, and the teams that own any.
  /// - Complexity: O(files · rules).
  package static func read(
    _ sources: [String], from source: any FolderSource, dialect: OwnersDialect? = nil,
    map: ImportMap = ImportMap(), model: ModelNames = ModelNames()
  ) -> ImportResult {
    var repository = Repository(map: map, model: model)
    for path in sources {
      do throws(DiagnosticError) {
        let found = try owners(at: path, from: source, dialect: dialect)
        let files = try source.files(below: found.root.isEmpty ? "." : found.root) ?? []
        for other in found.others {
          repository.result.report(
            .otherOwnersFile(other), on: found.path,
            at: SourcePosition(file: other, line: 1, column: 1))
        }
        repository.add(found.file, path: found.path, root: found.root, files: files)
      } catch {
        repository.result.broken += error.diagnostics
      }
    }
    repository.result.sort()
    return repository.result
  }
}
