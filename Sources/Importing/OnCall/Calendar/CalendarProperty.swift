import Organization

/// One line of a calendar: a name, parameters and a value [RFC 5545, 3.1].
struct CalendarProperty: Sendable {
  /// In capitals.
  var name: String
  /// By name in capitals.
  var parameters: [String: String]
  var value: String
  var position: SourcePosition

  /// Takes a content line apart; `nil` where it is none.
  init?(_ line: Substring, at position: SourcePosition) {
    var rest = line
    let head = rest.prefix { $0 != ";" && $0 != ":" }
    guard !head.isEmpty, head.utf8.allSatisfy(Self.isNameByte) else { return nil }
    rest = rest.dropFirst(head.count)
    var parameters: [String: String] = [:]
    while rest.first == ";" {
      rest = rest.dropFirst()
      let key = rest.prefix { $0 != "=" && $0 != ":" && $0 != ";" }
      rest = rest.dropFirst(key.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      let value: Substring
      if rest.first == "\"" {
        value = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 2)
        // Further values of a list.
        rest = rest.drop { $0 != ";" && $0 != ":" }
      } else {
        value = rest.prefix { $0 != ";" && $0 != ":" }
        rest = rest.dropFirst(value.count)
      }
      parameters[key.uppercased()] = String(value)
    }
    guard rest.first == ":" else { return nil }
    name = head.uppercased()
    self.parameters = parameters
    value = String(rest.dropFirst())
    self.position = position
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == UInt8(ascii: "-")
  }

  /// The value as text, without its escapes [RFC 5545, 3.3.11].
  var text: String {
    var result = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        result.append(character == "n" || character == "N" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result.trimmedBlanks
  }
}

/// The lines of a calendar with their continuations, one at a time.
struct CalendarLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line = 1

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { index = 3 }
  }

  mutating func next() -> (text: Substring, position: SourcePosition)? {
    while index < bytes.count {
      let position = SourcePosition(file: file, line: line, column: 1)
      var content = physical()
      // A line that begins with a blank goes on with the one before.
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 9 {
        index += 1
        content += physical()
      }
      if content.isEmpty { continue }
      return (Substring(String(decoding: content, as: UTF8.self)), position)
    }
    return nil
  }

  private mutating func physical() -> ArraySlice<UInt8> {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    var content = bytes[index..<end]
    if content.last == UInt8(ascii: "\r") { content = content.dropLast() }
    index = Swift.min(end + 1, bytes.count)
    line += 1
    return content
  }
}
