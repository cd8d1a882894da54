import Organization

/// The secret that a server asks for; it is never an argument, because others see those.
enum BearerToken {
  static let variable = "CADRE_PROMETHEUS_TOKEN"

  /// The token of the file if one is named, else of the environment; `nil` without either.
  ///
  /// - Throws: ``DiagnosticError`` where the file cannot be read, or ``Fault/usage(_:help:)``.
  static func read(file: String?, _ environment: Environment) throws -> String? {
    guard let file else {
      return try environment.value(variable).map { try checked($0, of: variable) }
    }
    let bytes = try DiskFiles.read(file: file, shown: file, limitMegabytes: 1)
    return try checked(String(decoding: bytes, as: UTF8.self), of: file)
  }

  /// Without blanks around it; what is inside may be printed signs only, so that it stays one header.
  private static func checked(_ text: String, of place: String) throws(Fault) -> String {
    var token = text[...]
    while let last = token.last, last.isWhitespace { token.removeLast() }
    token = token.drop { $0.isWhitespace }
    guard !token.isEmpty, token.utf8.count <= longest,
      token.utf8.allSatisfy({ (0x21...0x7e).contains($0) })
    else {
      throw .usage(
        "\(place) holds no token: one word of printable ASCII is needed",
        help: "cadre import prometheus --help")
    }
    return String(token)
  }

  private static let longest = 16_384
}
