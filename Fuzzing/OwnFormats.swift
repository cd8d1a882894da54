import Importing
import Organization

/// Models, plans and maps: YAML that people write for cadre.
enum OwnFormats {
  static func readMap(_ bytes: [UInt8]) {
    do throws(DiagnosticError) {
      let map = try ImportMap(bytes, file: "map.yaml")
      _ = TitleTable(map.titles)
    } catch {
      Places(of: bytes).check(error.diagnostics)
    }
  }

  static func readModel(_ bytes: [UInt8]) {
    let file = LoneFile(path: "model.yaml", content: bytes)
    let found = ModelFile.check(path: file.path, source: file, dataFiles: CSVDataFiles())
    Places(of: bytes).check(found)
  }

  /// Adds a team, a service and a driver to a model, which has to be there as it was.
  static func merge(into bytes: [UInt8]) {
    let file = LoneFile(path: "model.yaml", content: bytes)
    var result = ImportResult(.backstage)
    result.teams = [ImportedTeam(id: "shop-9", people: ["mid": 2])]
    var service = ImportedService(id: "cart-9")
    service.owners = ["shop-9"]
    service.dependsOn = ["a"]
    service.traffic = ["views-9"]
    result.services = [service]
    result.drivers = [
      ImportedDriver(
        id: "views-9", measure: .count, first: YearMonth(year: 2026, month: 1),
        values: [1, nil, 2], origin: "a #\n\u{1b}b: {")
    ]
    do throws(DiagnosticError) {
      let document = try ModelDocument(path: file.path, source: file, dataFiles: CSVDataFiles())
      _ = try document.load()
      let making = ModelMaking(result, into: document.tree)
      guard making.additionCount > 0 else { return }
      let text = try making.text(of: bytes, file: file.path)
      checkLines(of: String(decoding: bytes, as: UTF8.self), areIn: text)
      let merged = LoneFile(path: file.path, content: Array(text.utf8))
      _ = ModelFile.check(path: merged.path, source: merged, dataFiles: CSVDataFiles())
    } catch {
      Places(of: bytes).check(error.diagnostics)
    }
  }

  /// Every line is there as it was, in the same order.
  private static func checkLines(of old: String, areIn new: String) {
    var rest = new.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in old.split(separator: "\n") where line.contains(where: { !$0.isWhitespace }) {
      guard let place = rest.firstIndex(of: line) else { fatalError("a line is lost: \(line)") }
      rest = rest[(place + 1)...]
    }
  }

  static func readPlan(_ bytes: [UInt8]) {
    do throws(DiagnosticError) {
      let plan = try PlanFile(bytes, file: "plan.yaml")
      let text = plan.text
      do throws(DiagnosticError) {
        let again = try PlanFile(Array(text.utf8), file: "plan.yaml")
        require(again.text == text, "a plan is not read as it was written")
      } catch {
        fatalError("a plan is not read as it was written: \(error.diagnostics)")
      }
    } catch {
      Places(of: bytes).check(error.diagnostics)
    }
  }
}
