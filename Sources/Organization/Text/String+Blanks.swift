extension String {
  /// Without white space around it.
  package var trimmedBlanks: String {
    var rest = self[...].drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
