import Foundation

/// Files of the repository that tests compare with.
enum Repository {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Whether golden files are written anew, which makes the test fail so that nobody forgets it.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["CADRE_RECORD"] == "1" }

  static func record(_ text: String, to path: String) throws {
    try text.write(to: root.appending(path: path), atomically: true, encoding: .utf8)
  }
}
