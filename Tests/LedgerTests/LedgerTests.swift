import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct LedgerTests {
  @Test func aRunComesBackAsItWasRecorded() throws {
    let place = try TemporaryLedger()
    let id = try place.open().record(.example(), .example())
    let run = try #require(try place.open().run(id))
    #expect(run == RecordedRun(id: id, facts: .example(), result: .example()))
    #expect(try place.open().run(id + 1) == nil)
  }

  /// A number that was told to somebody never means another run.
  @Test func numbersAreNotUsedAgain() throws {
    let ledger = try TemporaryLedger().open()
    let first = try ledger.record(.example(), .example())
    try ledger.remove([first])
    #expect(try ledger.record(.example(), .example()) > first)
  }

  @Test func theNewestAreListedLast() throws {
    let ledger = try TemporaryLedger().open()
    for command in ["plan", "simulate", "forecast"] {
      _ = try ledger.record(.example(command), .example())
    }
    #expect(try ledger.runs(limit: 2).map(\.facts.command) == ["simulate", "forecast"])
    #expect(try ledger.runs().count == 3)
    #expect(try ledger.runs().first?.figures == RunResult.example().figures)
  }

  @Test func pruningKeepsTheNewestOrTheLater() throws {
    let ledger = try TemporaryLedger().open()
    for day in 0..<4 { _ = try ledger.record(.example(recorded: day * 86_400), .example()) }
    #expect(try ledger.doomed(by: .keeping(3)).map(\.id) == [1])
    #expect(try ledger.doomed(by: .keeping(9)).isEmpty)
    let day = try #require(Moment(day: "1970-01-03"))
    #expect(try ledger.doomed(by: .before(day)).map(\.id) == [1, 2])
    try ledger.remove([1, 2])
    #expect(try ledger.runs().map(\.id) == [3, 4])
  }

  /// What was removed is not left lying in the file.
  @Test func nothingOfARemovedRunStays() throws {
    let place = try TemporaryLedger()
    let ledger = try place.open()
    let id = try ledger.record(.example(), .example("the secret plan"))
    try ledger.remove([id])
    for name in try FileManager.default.contentsOfDirectory(atPath: place.folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: place.folder + "/" + name))
      #expect(bytes.range(of: Data("the secret plan".utf8)) == nil, "\(name)")
    }
  }

  @Test func filesAreForTheirOwnerAlone() throws {
    let place = try TemporaryLedger()
    let path = place.folder + "/a/b/ledger.sqlite"
    let ledger = try Ledger(path: path, ifAbsent: .create(makesFolder: true))
    _ = try ledger.record(.example(), .example())
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(place.folder + "/a") == 0o700)
    let folder = place.folder + "/a/b"
    #expect(try mode(folder) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      #expect(try mode(folder + "/" + name) == 0o600, "\(name)")
    }
  }

  // MARK: What is no ledger

  @Test func aLedgerThatIsNotThereIsMissing() throws {
    let place = try TemporaryLedger()
    #expect(throws: LedgerError.missing(path: place.path)) {
      try Ledger(path: place.path, ifAbsent: .refuse)
    }
    #expect(throws: LedgerError.self) {
      try Ledger(
        path: place.folder + "/none/ledger.sqlite", ifAbsent: .create(makesFolder: false))
    }
  }

  @Test func othersFilesAreLeftAlone() throws {
    let place = try TemporaryLedger()
    let text = Data(String(repeating: "a letter to somebody\n", count: 99).utf8)
    try text.write(to: URL(fileURLWithPath: place.path))
    #expect(
      throws: LedgerError.notALedger(path: place.path, reason: "it is not a database")
    ) { try place.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == text)
    #expect(throws: LedgerError.self) {
      try Ledger(path: place.folder, ifAbsent: .create(makesFolder: false))
    }
  }

  @Test func othersDatabasesAreLeftAlone() throws {
    let place = try TemporaryLedger()
    let other = try DatabaseQueue(path: place.path)
    try other.write { try $0.execute(sql: "CREATE TABLE letter (text TEXT)") }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: place.path))
    #expect(
      throws: LedgerError.notALedger(
        path: place.path, reason: "it is a database of something else")
    ) { try place.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == before)
  }

  @Test func aNewerLedgerIsRefused() throws {
    let place = try TemporaryLedger()
    let ledger = try place.open()
    try ledger.queue.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 from the future')")
    }
    #expect(throws: LedgerError.newer(path: place.path)) { try place.open() }
  }

  /// Files of the first version stay readable: later steps begin from what its own step made.
  @Test func aLedgerOfTheFirstVersionIsBroughtUpToDate() throws {
    let place = try TemporaryLedger()
    let first = try DatabaseQueue(path: place.path)
    try LedgerSchema.migrator.migrate(first, upTo: "1 runs")
    try first.write { database in
      try database.execute(
        sql: """
          INSERT INTO run VALUES
            (7, 0, 'plan', 'cadre 0.1.0', '1', 'Shop', 'base', '2027-01', 12, '{}')
          """)
    }
    try first.close()
    let run = try #require(try place.open().run(7))
    #expect(run.result.document == "{}")
    #expect(try place.open().record(.example(), .example()) == 8)
  }

  /// Whoever was killed right after making the file has left it empty.
  @Test func anEmptyFileIsTheBeginningOfALedger() throws {
    let place = try TemporaryLedger()
    try Data().write(to: URL(fileURLWithPath: place.path))
    #expect(try place.open().runs().isEmpty)
  }

  @Test func aDamagedLedgerIsToldByTheIntegrityCheck() throws {
    let place = try TemporaryLedger()
    let ledger = try place.open()
    let long = String(repeating: "plan ", count: 20_000)
    for _ in 0..<4 { _ = try ledger.record(.example(), .example(long)) }
    try ledger.queue.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: place.path))
    // The middle of pages, not of the header.
    for place in stride(from: 8_192, to: bytes.count, by: 512) { bytes[place] ^= 0xff }
    try bytes.write(to: URL(fileURLWithPath: place.path))
    let error = #expect(throws: LedgerError.self) { try place.open() }
    guard case .damaged = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    (
      ResultCode.SQLITE_FULL,
      LedgerError.cannotWrite(path: "l", reason: "no space left on the device")
    ),
    (.SQLITE_BUSY, .busy(path: "l", seconds: 5)),
    (.SQLITE_NOTADB, .notALedger(path: "l", reason: "it is not a database")),
    (.SQLITE_READONLY, .cannotWrite(path: "l", reason: "it may not be written")),
  ])
  func errorsOfTheDatabaseHaveOurWords(code: ResultCode, error: LedgerError) {
    #expect(LedgerError(DatabaseError(resultCode: code), path: "l") == error)
  }

  /// A file that somebody else wrote into must not bring the program down.
  @Test(arguments: [
    "UPDATE run SET recorded = -9223372036854775808",
    "UPDATE run SET months = 9223372036854775807", "UPDATE run SET start = '2027-99'",
    "UPDATE run SET seed = '-1'", "UPDATE interval SET months = 9223372036854775807",
    "UPDATE interval SET high = 9e999", "UPDATE interval SET quantity = 'luck'",
    "UPDATE seat SET open = ''", "DROP TABLE figure",
  ])
  func nonsenseInTheTablesIsDamage(change: String) throws {
    let place = try TemporaryLedger()
    let ledger = try place.open()
    let id = try ledger.record(.example(), .example())
    try ledger.queue.write { try $0.execute(sql: change) }
    let error = #expect(throws: LedgerError.self) { try ledger.run(id) }
    guard case .damaged = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
  }

  // MARK: Several at once

  @Test func severalWhoMakeTheSameLedgerDoNotGetInEachOthersWay() async throws {
    let place = try TemporaryLedger()
    let path = place.path
    let ids = try await withThrowingTaskGroup(of: [Int64].self) { group in
      for _ in 0..<8 {
        group.addTask {
          let ledger = try Ledger(path: path, ifAbsent: .create(makesFolder: false))
          return try (0..<10).map { _ in try ledger.record(.example(), .example()) }
        }
      }
      return try await group.reduce(into: [Int64]()) { $0 += $1 }
    }
    #expect(ids.sorted() == Array(1...80))
    #expect(try place.open().runs().count == 80)
  }
}
