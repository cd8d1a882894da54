/// Words of a title, and the level that they mean.
package struct TitleRule: Hashable, Sendable {
  /// Lower case words that stand in the title in this order, one after the other; `*` at the end of a
  /// word stands for any letters.
  let words: [String]
  package let level: String

  package init(_ pattern: String, _ level: String) {
    words = Self.words(of: pattern, keeping: "*")
    self.level = level
  }

  /// Whether the words stand in a title; capitals and what is between words do not count.
  package func fits(_ title: String) -> Bool { fits(words: Self.words(of: title)) }

  func fits(words title: [String]) -> Bool {
    guard !words.isEmpty, words.count <= title.count else { return false }
    return (0...(title.count - words.count)).contains { start in
      zip(words, title[start...]).allSatisfy { pattern, word in
        pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : word == pattern
      }
    }
  }

  /// The words of a text: letters, digits, `+` and `#` together.
  static func words(of text: String, keeping kept: String = "") -> [String] {
    text.lowercased()
      .split { !($0.isLetter || $0.isNumber || $0 == "+" || $0 == "#" || kept.contains($0)) }
      .map(String.init)
  }
}
