/// The address of a server on the web, without secrets in it.
struct ServerAddress: Hashable {
  /// Without a slash at its end.
  let text: String
  /// Scheme, host and port: what may see a token.
  let origin: String
  var isEncrypted: Bool { origin.hasPrefix("https://") }

  enum Fault: Error {
    case scheme, host, secret, characters, port, query

    var words: String {
      switch self {
      case .scheme: "it has to begin with http:// or https://"
      case .host: "it names no host"
      case .secret:
        "it holds a user or password, which others can see in a list of programs; use --token-file"
      case .characters: "it holds blanks or signs that no URL has"
      case .port: "its port is none"
      case .query: "it goes on with ? or #; name the server only"
      }
    }
  }

  /// Reads an address.
  ///
  /// - Parameters:
  ///   - text: the address.
  ///   - mayHaveQuery: whether `?` may follow, as in redirections.
  /// - Throws: ``Fault``.
  init(_ text: String, mayHaveQuery: Bool = false) throws(Fault) {
    guard text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }) else {
      throw .characters
    }
    let lower = text.lowercased()
    guard let scheme = ["http", "https"].first(where: { lower.hasPrefix($0 + "://") }) else {
      throw .scheme
    }
    let rest = text.dropFirst(scheme.count + 3)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@") else { throw .secret }
    let (host, port) = Self.parts(of: authority)
    guard !host.isEmpty else { throw .host }
    guard let port else { throw .port }
    if !mayHaveQuery, rest.contains("?") || rest.contains("#") { throw .query }
    let number = port.isEmpty ? (scheme == "https" ? 443 : 80) : Int(port) ?? 0
    guard (1...65_535).contains(number) else { throw .port }
    origin = "\(scheme)://\(host.lowercased()):\(number)"
    var path = text[...]
    while path.hasSuffix("/") { path.removeLast() }
    self.text = String(path)
  }

  /// Host and port; the port is empty where there is none, and `nil` where it is no number.
  private static func parts(of authority: Substring) -> (host: Substring, port: Substring?) {
    // An IPv6 address stands in brackets, and has colons itself.
    let end = authority.lastIndex(of: "]") ?? authority.startIndex
    guard let colon = authority[end...].lastIndex(of: ":") else { return (authority, "") }
    let port = authority[authority.index(after: colon)...]
    let isNumber = !port.isEmpty && port.allSatisfy { $0.isASCII && $0.isNumber }
    return (authority[..<colon], isNumber ? port : nil)
  }

  /// Whether only this machine sees what is sent there.
  var isLocal: Bool {
    let host = origin.drop { $0 != "/" }.dropFirst(2)
    if host.hasPrefix("localhost:") || host.hasPrefix("[::1]:") { return true }
    return host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." || $0 == ":" }
  }
}
