/// What can be wrong, as data; ``Problem/message`` and ``Problem/hint`` are the only words for it.
package enum Problem: Hashable, Sendable {
  // Files: C00xx.
  case cannotRead(path: String, reason: String)
  case tooLarge(path: String, megabytes: Int, limit: Int)
  case notText(path: String, reason: String)
  case outsideProject(path: String, project: String)
  case circularInclude(path: String)

  // Shape of the model file: C01xx.
  case syntax(String)
  case anchor
  case nestedTooDeeply(limit: Int)
  case duplicateKey(String)
  case unknownKey(String, known: [String], nearest: String?)
  case missingKey(String)
  case wrongShape(expected: String, found: String)
  case badID(String)
  case unsupportedVersion(String)
  case emptyFile(path: String)
  case severalDocuments
  case tooManyNodes(limit: Int)
  case misplacedKey(String, because: String)
  case circularLevels(String)

  // Values: C02xx.
  case notANumber(String)
  case outOfRange(value: String, allowed: String)
  case missingUnit(value: String, expected: String)
  case wrongUnit(value: String, expected: String)
  case wrongCurrency(found: String, expected: String)
  case badMonth(String)
  case badDate(String)
  case disordered(low: Double, likely: Double, high: Double)
  case notAChoice(String, choices: [String], nearest: String?)
  case unknownReference(String, kind: String, nearest: String?)
  case unknownTimeZone(String, nearest: String?)
  case needsValue(key: String, because: String)

  // Data files: C04xx.
  case missingColumn(String, found: [String])
  case badCell(column: String, value: String, expected: String)
  case unevenSeries(series: String, reason: String)
  case emptyTable(path: String)
  case unterminatedQuote
  case strayQuote
  case unevenRow(expected: Int, found: Int)
  case unclearColumn(found: [String])
  /// An export of another program; the format as in "valid JSON".
  case badExport(format: String, reason: String)
}
