import CadreTestSupport
import Organization

/// A finding as tests compare it: code and place.
struct Place: Hashable, CustomStringConvertible {
  var code: String
  var line: Int
  var column: Int

  init(_ code: String, line: Int, column: Int) {
    self.code = code
    self.line = line
    self.column = column
  }

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.problem.code
    line = diagnostic.position?.line ?? 0
    column = diagnostic.position?.column ?? 0
  }

  var description: String { "\(code) at \(line):\(column)" }
}

/// A model in which `‹C0105›` marks where a finding must be; the marks are taken out before reading.
struct MarkedModel {
  var text = ""
  var places: [Place] = []

  init(_ marked: String) {
    var line = 1
    var column = 1
    var code: String?
    for character in marked {
      if character == "‹" {
        code = ""
      } else if character == "›" {
        places.append(Place(code ?? "", line: line, column: column))
        code = nil
      } else if code != nil {
        code?.append(character)
      } else {
        text.append(character)
        column += 1
        if character == "\n" { (line, column) = (line + 1, 1) }
      }
    }
  }

  /// What cadre finds in it.
  var findings: [Place] {
    check(text).map { Place($0) }
  }
}

/// All findings of a model in one file.
func check(_ text: String, data: StubDataFiles = StubDataFiles()) -> [Diagnostic] {
  ModelFile.check(path: "model.yaml", source: MemoryFiles(["model.yaml": text]), dataFiles: data)
}

/// A loaded model in one file.
func load(
  _ text: String, scenario: String? = nil, data: StubDataFiles = StubDataFiles()
) throws -> Organization {
  try ModelFile.load(
    path: "model.yaml", scenario: scenario, source: MemoryFiles(["model.yaml": text]),
    dataFiles: data
  ).organization
}

/// The parts that every model needs, to which tests add what they are about.
func minimal(_ extra: String = "", service: String = "{owner: web}") -> String {
  """
  cadre: 1
  start: 2027-01
  drivers:
    orders: {growth: 20 %}
  teams:
    web: {people: {mid: 4, senior: 2}}
  services:
    cart: \(service)
  \(extra)

  """
}
