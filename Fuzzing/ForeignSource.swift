import Importing
import Organization

/// A file of somebody else's tool, and what holds of its import whatever stands in it.
struct ForeignSource {
  private let target: FuzzTarget
  private let folder: LoneFile
  private let places: Places

  init(_ target: FuzzTarget, _ bytes: [UInt8]) {
    self.target = target
    folder = LoneFile(
      path: Self.name(of: target), content: bytes,
      others: ["services/cart/x y/z", "services/mail/main.go", "apps/a/b.md"])
    places = Places(of: bytes)
  }

  private static func name(of target: FuzzTarget) -> String {
    switch target {
    case .backstage: "catalog-info.yaml"
    case .codeownersGitHub: ".github/CODEOWNERS"
    case .codeownersGitLab: ".gitlab/CODEOWNERS"
    case .opslevel: "opslevel.yml"
    case .cortex: "cortex.yaml"
    case .ical: "rota.ics"
    case .roster, .csv: "table.csv"
    default: "saved.json"
    }
  }

  /// Somebody's today, so that the same input always gives the same.
  private static let today = 20_000

  private func read(_ model: ModelNames = ModelNames()) -> ImportResult {
    let name = folder.path
    switch target {
    case .backstage: return BackstageImport.read([name], from: folder, model: model)
    case .codeownersGitHub:
      return OwnersImport.read(["."], from: folder, dialect: .github, model: model)
    case .codeownersGitLab:
      return OwnersImport.read(["."], from: folder, dialect: .gitlab, model: model)
    case .opslevel: return OpsLevelImport.read([name], from: folder, model: model)
    case .cortex: return CortexImport.read([name], from: folder, model: model)
    case .roster: return RosterImport.read([name], from: folder, today: Self.today, model: model)
    case .wikimedia: return TableImport.readPageViews([name], from: folder, model: model)
    case .csv: return TableImport.read([name], from: folder, model: model)
    case .prometheus: return readPrometheus(model)
    default:
      guard let kind = ImportKind(rawValue: target.rawValue) else {
        fatalError("\(target) is no import")
      }
      return OnCallImport.read(
        [name], of: kind, from: folder,
        now: Instant(seconds: Self.today * Instant.secondsPerDay), model: model)
    }
  }

  private func readPrometheus(_ model: ModelNames) -> ImportResult {
    var wishes = PrometheusImport.Wishes()
    wishes.rule = .by(label: "service")
    wishes.skipsBroken = true
    do throws(TrafficError) {
      return try PrometheusImport.read(
        [folder.path], from: folder, driver: nil, measure: .rate, wishes, model: model)
    } catch {
      return ImportResult(.prometheus)
    }
  }

  func check() {
    let result = read()
    places.check(result.broken)
    for finding in result.findings {
      let problem = finding.problem
      require(
        ImportProblem.explanations[problem.code] != nil, "\(problem.code) explains nothing")
      require(!problem.message.isEmpty, "\(problem.code) says nothing")
      if let position = finding.position { places.check(position, of: problem.code) }
    }
    for item in result.items { places.check(item.position, of: item.kind) }
    require(result.teams.allSatisfy { Identifier.isValid($0.id) }, "a team has no id")
    require(result.services.allSatisfy { Identifier.isValid($0.id) }, "a service has no id")
    _ = result.assumptions.map(\.words)
    checkDrivers(result.drivers)
    checkModel(result)
  }

  private func checkDrivers(_ drivers: [ImportedDriver]) {
    guard !drivers.isEmpty else { return }
    require(
      drivers.allSatisfy { $0.values.allSatisfy { $0.map { $0.isFinite && $0 >= 0 } ?? true } },
      "a month's traffic is no number")
    do throws(DiagnosticError) {
      let table = try TrafficTable.text(drivers)
      let again = try TrafficTable.text(drivers, keeping: Array(table.text.utf8))
      require(again.text == table.text, "a table of months is not read as it was written")
    } catch {
      fatalError("a table of months is not read: \(error.diagnostics)")
    }
  }

  /// What is written is a model, or one that lacks teams or services; its syntax is never wrong.
  private func checkModel(_ result: ImportResult) {
    let making = ModelMaking(result, into: nil)
    let roster = making.roster
    require(
      roster.parts.joined().utf8.count == roster.distinct().wholeBytes,
      "people take other bytes than they are said to")
    do throws(DiagnosticError) {
      let text = try making.newText(start: YearMonth(year: 2027, month: 1))
      let file = LoneFile(path: "model.yaml", content: Array(text.utf8))
      let document = try ModelDocument(
        path: file.path, source: file, dataFiles: CSVDataFiles())
      _ = try document.load()
      checkMerging(into: document, text)
    } catch {
      let isLacking = error.diagnostics.allSatisfy { ["C0212", "C0106"].contains($0.problem.code) }
      require(isLacking, "the model is wrong: \(error.diagnostics)")
    }
  }

  /// Importing the same again changes nothing.
  private func checkMerging(into document: ModelDocument, _ text: String) {
    let making = ModelMaking(read(ModelNames(document.tree)), into: document.tree)
    do throws(DiagnosticError) {
      let merged = try making.text(of: Array(text.utf8), file: "model.yaml")
      require(merged == text, "importing the same again changes the model: \(merged)")
    } catch {
      fatalError("importing the same again fails: \(error.diagnostics)")
    }
  }
}
