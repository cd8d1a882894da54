import Ledger
import Organization

/// Where recorded runs are kept: in a named file, or where the XDG specification says.
struct LedgerPlace {
  let path: String
  /// Folders are made only in places that the user did not name, and so cannot have mistyped.
  let isNamed: Bool

  /// - Throws: ``Fault/usage(_:help:)`` where nothing says where the user's files are.
  init(_ file: String?, _ environment: Environment) throws(Fault) {
    isNamed = file != nil
    if let file {
      path = file
    } else if let base = environment.value("XDG_STATE_HOME"), base.hasPrefix("/") {
      // The XDG specification tells to ignore paths that are not absolute.
      path = FilePath.joined(base, Self.name)
    } else if let home = environment.value("HOME") {
      path = FilePath.joined(home, ".local/state/" + Self.name)
    } else {
      throw .usage("neither XDG_STATE_HOME nor HOME is set; name a file with --ledger")
    }
  }

  private static let name = "cadre/ledger.sqlite"

  /// Opens what is there.
  func open() throws(Fault) -> Ledger {
    try told { () throws(LedgerError) in try Ledger(path: path, ifAbsent: .refuse) }
  }

  /// Opens what is there, or makes it.
  func make() throws(Fault) -> Ledger {
    try told { () throws(LedgerError) in
      try Ledger(path: path, ifAbsent: .create(makesFolder: !isNamed))
    }
  }

  /// Asks a ledger for something.
  func told<Result>(_ body: () throws(LedgerError) -> Result) throws(Fault) -> Result {
    do {
      return try body()
    } catch {
      throw .ledger(error)
    }
  }
}
