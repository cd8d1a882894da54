package import Foundation

/// Names of time zones of the IANA database, such as `Europe/Berlin`.
package enum ZoneName {
  /// The zone of a name; `nil` where there is none.
  package static func zone(_ name: String) -> TimeZone? {
    isWellFormed(name) ? TimeZone(identifier: name) : nil
  }

  package static func nearest(to name: String) -> String? {
    Nearest.name(to: name, among: TimeZone.knownTimeZoneIdentifiers)
  }

  /// Zone names become paths inside some time zone libraries, so they are held against a form.
  private static func isWellFormed(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count) else { return false }
    return !name.hasPrefix("/") && !name.contains("..")
      && name.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "+")
      }
  }
}
