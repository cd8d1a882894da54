extension Problem {
  /// What is wrong, in one line.
  package var message: String {
    switch self {
    case .cannotRead(let path, let reason): "cannot read \(shown(path)): \(reason)"
    case .tooLarge(let path, let size, let limit):
      "\(shown(path)) has \(size) MB, more than \(limit) MB"
    case .notText(let path, let reason): "\(shown(path)) is not text: it has \(reason)"
    case .outsideProject(let path, let project):
      "\(shown(path)) is outside the project \(shown(project))"
    case .circularInclude(let path): "\(shown(path)) includes itself"
    case .syntax(let reason): "not valid YAML: \(reason)"
    case .anchor: "anchors and aliases are not part of the format"
    case .nestedTooDeeply(let limit): "nested more than \(limit) levels deep"
    case .duplicateKey(let key): "\(shown(key)) is given twice"
    case .unknownKey(let key, _, _): "unknown key \(shown(key))"
    case .missingKey(let key): "\(shown(key)) is missing"
    case .wrongShape(let expected, let found): "expected \(expected), found \(found)"
    case .badID(let id): "\(shown(id)) cannot be an id"
    case .unsupportedVersion(let version): "format version \(shown(version)) is not known"
    case .emptyFile(let path): "\(shown(path)) is empty"
    case .severalDocuments: "a second document starts here"
    case .tooManyNodes(let limit): "the file has more than \(limit) values"
    case .misplacedKey(let key, let reason): "\(shown(key)) does not belong here: \(reason)"
    case .circularLevels(let id): "level \(shown(id)) is like itself"
    case .notANumber(let text): "\(shown(text)) is not a number"
    case .outOfRange(let value, let allowed): "\(shown(value)) is out of range: \(allowed)"
    case .missingUnit(let value, _): "\(shown(value)) has no unit"
    case .wrongUnit(let value, _): "\(shown(value)) has a unit that does not fit"
    case .wrongCurrency(let found, let expected):
      "money is in \(shown(found)), but the model's currency is \(expected)"
    case .badMonth(let text): "\(shown(text)) is not a month"
    case .badDate(let text): "\(shown(text)) is not in the calendar"
    case .disordered(let low, let likely, let high):
      "low, likely and high are out of order: \(number(low)), \(number(likely)), \(number(high))"
    case .notAChoice(let text, _, _): "\(shown(text)) is not one of the choices"
    case .unknownReference(let name, let kind, _): "there is no \(kind) \(shown(name))"
    case .unknownTimeZone(let zone, _): "there is no time zone \(shown(zone))"
    case .needsValue(let key, let reason): "\(shown(key)) is needed: \(reason)"
    case .missingColumn(let column, _): "column \(shown(column)) is missing"
    case .badCell(let column, let value, _): "column \(shown(column)) has \(shown(value))"
    case .unevenSeries(let series, let reason): "\(shown(series)) is not evenly spaced: \(reason)"
    case .emptyTable(let path): "\(shown(path)) has no rows"
    case .unterminatedQuote: "a quoted cell has no closing quote"
    case .strayQuote: "a quote stands inside a cell that does not begin with one"
    case .unevenRow(let expected, let found): "the row has \(found) cells instead of \(expected)"
    case .badExport(let format, let reason): "not \(format): \(reason)"
    case .unclearColumn(let found): "it is not clear which of \(found.count) columns is meant"
    }
  }

  private func shown(_ text: String) -> String { "'\(Printable.clipped(text))'" }

  private func number(_ value: Double) -> String { Printable.number(value) }
}
