import CadreTestSupport
import Organization

@testable import Importing

/// Reads exports that exist only in a test, on a day in November 2026.
enum OnCallExample {
  static let now = OnCallExample.instant("2026-11-22T00:00:00Z")

  static func records(
    _ files: [String: String], kind: ImportKind? = nil, map: String = "",
    asked: OnCallSpan = OnCallSpan()
  ) throws -> OnCallRecords {
    let wishes =
      map.isEmpty ? ImportMap() : try ImportMap(Array(map.utf8), file: "map.yaml")
    return OnCallSources.read(
      files.keys.sorted(), from: MemoryFolder(files), kind: kind, map: wishes, asked: asked,
      now: now)
  }

  static func instant(_ text: String) -> Instant {
    OnCallBook.instant(text, clock: nil) ?? Instant(seconds: 0)
  }

  static func codes(_ records: OnCallRecords) -> [String] {
    records.result.findings.map(\.problem.code)
  }
}
