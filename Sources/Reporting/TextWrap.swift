/// Breaks text into lines between words.
package enum TextWrap {
  /// Lines of at most `width` cells; those after the first start with `hanging` spaces.
  ///
  /// A word that is wider than a line stays whole, so that addresses can be copied.
  package static func lines(_ text: String, width: Int, hanging: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: hanging)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if CellWidth.of(longer) <= width || line.isEmpty || line == margin {
        line = longer
      } else {
        lines.append(line)
        line = margin + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
