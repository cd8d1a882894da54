import Foundation
import Testing

/// The models that come with cadre.
enum Shipped {
  static let names = [
    "small", "reference-site", "storefront", "short-rota", "competency-gap", "two-sites",
  ]

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func model(_ name: String) -> String {
    root.appendingPathComponent("models/\(name).yaml").path
  }
}

extension Binary.Outcome {
  /// Standard output as a JSON document.
  var document: [String: Any] {
    get throws {
      let document = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(document as? [String: Any])
    }
  }

  /// Whether standard output needs nothing but ASCII.
  var isASCII: Bool { output.utf8.allSatisfy { $0 < 0x80 } }

  /// Standard output as rows of a table without quoted cells.
  var rows: [[String]] {
    output.split(separator: "\r\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
