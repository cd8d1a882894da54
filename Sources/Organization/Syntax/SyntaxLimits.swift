/// How large and deep a model file may be; beyond that it is a mistake or an attack.
package enum SyntaxLimits {
  package static let megabytes = 16
  package static let depth = 32
  /// Values and keys; a multiple of what a model of 500 teams and 5,000 services has.
  package static let nodes = 500_000
  /// Findings of one kind that are reported before reading stops.
  static let findings = 50
  static let includeDepth = 8
}
