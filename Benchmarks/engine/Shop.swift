import Foundation
import Organization
import Simulation

/// The example shop with its traffic, loaded once.
struct Shop {
  let organization: Organization
  let outlook: TrafficOutlook
  static let seed: UInt64 = 1

  init() throws {
    organization = try ModelFile.load(
      path: "models/storefront.yaml", source: WorkingFolder(), dataFiles: CSVDataFiles()
    ).organization
    outlook = try TrafficProjection(organization, seed: Self.seed).outlook()
  }
}

/// Files by their paths from the working directory.
private struct WorkingFolder: FileSource {
  func bytes(of path: String, limitMegabytes: Int) throws(DiagnosticError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DiagnosticError([
        Diagnostic(.cannotRead(path: path, reason: "run the benchmarks at the top of the project"))
      ])
    }
    return [UInt8](data)
  }
}
