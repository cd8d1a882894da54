package import Organization
/// What every document says about how it was made, so that it can be made again.
package struct RunHeader: Hashable, Sendable {
  package struct Input: Hashable, Sendable {
    package var path: String
    package var sha256: String

    package init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// Name and version of the program.
  package var generator: String
  package var seed: UInt64
  package var inputs: [Input]

  package init(generator: String, seed: UInt64, inputs: [Input]) {
    self.generator = generator
    self.seed = seed
    self.inputs = inputs
  }

  /// The first fields of a document of the given format.
  package func document(_ format: String, _ fields: [String: JSONValue]) -> JSONValue {
    var all = fields
    all["format"] = .string(format)
    all["generator"] = .string(generator)
    all["seed"] = .string(String(seed))
    all["inputs"] = .array(
      inputs.map { ["path": .string($0.path), "sha256": .string($0.sha256)] })
    return .object(all)
  }
}
