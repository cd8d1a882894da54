import Foundation
import Testing

/// Texts that are kept as files, so that every change of them is seen in review.
enum Golden {
  /// Recording makes the run fail, so that nobody takes it for a passed test.
  static var isRecording: Bool { ProcessInfo.processInfo.environment["CADRE_RECORD"] == "1" }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  /// Expects `text` to be what the file says.
  static func expect(_ text: String, is name: String) throws {
    let file = folder.appendingPathComponent(name + ".txt")
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
