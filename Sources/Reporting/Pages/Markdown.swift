/// Makes text harmless in Markdown: what somebody wrote in a model stays words.
package enum Markdown {
  /// The text on one line, without formatting, links, images, HTML, formulas or table cells.
  package static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(SafeText.terminal(text).unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      if isMarkup(scalar) || opensBlock(place, scalars) || opensLink(place, scalars) {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Marks that mean something wherever they stand.
  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$": true
    default: false
    }
  }

  /// What makes a heading, a list, a rule or a quotation of a line that begins with it.
  private static func opensBlock(_ place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let isNumber = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    switch scalars[place] {
    case "#", "+", "-", "=": return scalars[..<place].allSatisfy { $0 == " " }
    case ".", ")":
      // Only with a space behind it: `1.5` is a number.
      return scalars[..<place].contains(where: isNumber)
        && scalars[..<place].allSatisfy { isNumber($0) || $0 == " " }
        && (place + 1 == scalars.count || scalars[place + 1] == " ")
    default: return false
    }
  }

  /// Addresses that become links by themselves: `http://`, `www.` and those of mail.
  private static func opensLink(_ place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    switch scalars[place] {
    case ":": return scalars[(place + 1)...].starts(with: ["/", "/"])
    case ".":
      return place >= 3 && scalars[(place - 3)..<place].allSatisfy { $0 == "w" || $0 == "W" }
    case "@": return true
    default: return false
    }
  }
}
