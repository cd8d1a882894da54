extension Problem {
  /// What to do about it, where more can be said than the message does.
  package var hint: String? {
    switch self {
    case .tooLarge, .circularInclude, .emptyTable, .circularLevels, .unevenSeries: nil
    case .cannotRead: "paths are relative to the file that names them"
    case .notText: "save the file as UTF-8 text"
    case .outsideProject: "move the file into the project or open its folder with --allow-path"
    case .syntax: "indent with spaces and quote text that has ': ' or ' #' in it"
    case .anchor: "write the value again, or quote text that starts with & or *"
    case .nestedTooDeeply: "the format itself needs fewer than ten levels"
    case .duplicateKey: "remove one of them or rename it"
    case .unknownKey(_, let known, let nearest):
      nearest.map(didYouMean) ?? "known keys are \(list(known))"
    case .missingKey(let key): "add '\(key):' here"
    case .wrongShape: nil
    case .badID: "use letters, digits, '-', '_' and '.', at most 63"
    case .unsupportedVersion: "this version of cadre reads 'cadre: 1'"
    case .emptyFile: "start with 'cadre: 1'; `cadre init` writes an example"
    case .severalDocuments: "put each model into a file of its own"
    case .tooManyNodes: "split the organisation into several models"
    case .misplacedKey: "remove the key"
    case .notANumber(let text): numberHint(text)
    case .outOfRange(let value, let allowed): rangeHint(value, allowed)
    case .missingUnit(_, let expected), .wrongUnit(_, let expected):
      "write it like '\(expected)'"
    case .wrongCurrency(_, let expected):
      "convert it to \(expected), or change 'currency' for the whole model"
    case .badMonth: "a month is written 2027-01"
    case .badDate: "a date is written 2027-11-26, and its month must have that day"
    case .disordered: "low is the smallest and high the largest"
    case .notAChoice(_, let choices, let nearest):
      nearest.map(didYouMean) ?? "choose \(list(choices))"
    case .unknownReference(_, _, let nearest): nearest.map(didYouMean)
    case .unknownTimeZone(_, let nearest):
      nearest.map(didYouMean) ?? "use a name such as Europe/Berlin"
    case .needsValue: nil
    case .missingColumn(_, let found): "the file has \(list(found))"
    case .badCell(_, _, let expected): "expected \(expected)"
    case .unterminatedQuote: "a cell may hold line breaks, so the quote may have opened further up"
    case .strayQuote: "put the whole cell in quotes and write each quote in it twice"
    case .unevenRow: "a cell that holds the delimiter needs quotes around it"
    case .badExport: "is the file whole? Export it again"
    case .unclearColumn(let found): "name one of \(list(found)) with `column`"
    }
  }

  private func didYouMean(_ name: String) -> String { "did you mean '\(name)'?" }

  private func list(_ words: [String]) -> String {
    let shown = words.prefix(16).joined(separator: ", ")
    return words.count > 16 ? shown + ", …" : shown
  }

  private func numberHint(_ text: String) -> String {
    let decimal = text.utf8.contains(UInt8(ascii: ","))
    return decimal
      ? "write 1200 or 1_200, and a point for decimals"
      : "a number is written 3, 1.5, 1_200, 120k or 1.2M, with its unit behind it"
  }

  private func rangeHint(_ value: String, _ allowed: String) -> String? {
    let isPercentage = allowed.utf8.contains(UInt8(ascii: "%"))
    guard isPercentage, !value.utf8.contains(UInt8(ascii: "%")) else { return nil }
    return "percentages need the sign: '\(Printable.clipped(value)) %'"
  }
}
