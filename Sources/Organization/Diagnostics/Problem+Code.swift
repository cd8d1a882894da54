extension Problem {
  /// The stable code that `cadre explain` knows.
  package var code: String {
    switch self {
    case .cannotRead: "C0001"
    case .tooLarge: "C0002"
    case .notText: "C0003"
    case .outsideProject: "C0004"
    case .circularInclude: "C0005"
    case .syntax: "C0101"
    case .anchor: "C0102"
    case .nestedTooDeeply: "C0103"
    case .duplicateKey: "C0104"
    case .unknownKey: "C0105"
    case .missingKey: "C0106"
    case .wrongShape: "C0107"
    case .badID: "C0108"
    case .unsupportedVersion: "C0109"
    case .notANumber: "C0201"
    case .outOfRange: "C0202"
    case .missingUnit: "C0203"
    case .wrongUnit: "C0204"
    case .wrongCurrency: "C0205"
    case .badMonth: "C0206"
    case .badDate: "C0207"
    case .disordered: "C0208"
    case .notAChoice: "C0209"
    case .unknownReference: "C0210"
    case .unknownTimeZone: "C0211"
    case .needsValue: "C0212"
    case .missingColumn: "C0401"
    case .badCell: "C0402"
    case .unevenSeries: "C0403"
    case .emptyTable: "C0404"
    }
  }
}
