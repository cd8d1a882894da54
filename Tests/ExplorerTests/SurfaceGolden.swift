import Foundation
import TerminalKit
import Testing

/// Screens that are kept as files: the text, and below it a letter for the role of each cell.
enum SurfaceGolden {
  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["CADRE_RECORD"] == "1"
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  static func expect(_ surface: Surface, is name: String) throws {
    let text = surface.text + "\u{2014} roles \u{2014}\n" + surface.roles
    let file = folder.appendingPathComponent(name + ".txt")
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(recorded == text, "\(name) is not as recorded")
  }
}
