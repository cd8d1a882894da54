/// The published JSON Schema of a document that cadre writes, by the name of its format.
///
/// The files are those of the folder `schemas`; docs/documents.md tells how they are read.
package enum DocumentSchema: String, CaseIterable, Sendable {
  case assumptions, backtest, brief, calibration, check, compare, config, diagnostics, explain,
    forecast, `import`, oncall, plan
  case planDiff = "plan-diff"
  case pruned, rota, run
  case runDiff = "run-diff"
  case runExport = "run-export"
  case runs, seats, shape, simulate, story, stress, traffic, version

  /// Finds the schema of `format`, which may be a name or what a document says of itself, such as
  /// `cadre.plan/1.0`; fails where there is none.
  package init?(format: String) {
    let parts = format.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 1 || parts[1] == "1" || parts[1].hasPrefix("1.") else { return nil }
    let name = parts[0].hasPrefix("cadre.") ? parts[0].dropFirst("cadre.".count) : parts[0]
    self.init(rawValue: String(name))
  }

  /// The schema with all that it refers to inside of it, so that it needs no other file.
  package var text: String {
    let own = Self.text(file)
    let reference = "\"cadre.common-1.schema.json#/$defs/"
    guard own.contains(reference) else { return own }
    let whole = own.replacing(reference, with: "\"#/$defs/common/$defs/")
    let common = "    \"common\": {\n      \"$defs\": {\n\(Self.parts)\n      }\n    }"
    if let start = whole.firstRange(of: Self.start)?.upperBound {
      return whole[..<start] + common + ",\n" + whole[start...]
    }
    return whole.dropLast("\n}\n".count) + "," + Self.start + common + Self.end
  }

  private static let start = "\n  \"$defs\": {\n"
  private static let end = "\n  }\n}\n"

  /// What schemas share, as it stands in their `$defs`.
  private static var parts: String {
    let text = text(PackageResources.cadre_common_1_schema_json)
    guard let start = text.firstRange(of: start)?.upperBound, text.hasSuffix(end) else {
      preconditionFailure("the schema of common parts does not end with its $defs")
    }
    return text[start...].dropLast(end.count)
      .replacing("\"#/$defs/", with: "\"#/$defs/common/$defs/")
      .split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
  }

  private static func text(_ file: [UInt8]) -> String { String(decoding: file, as: UTF8.self) }

  private var file: [UInt8] {
    switch self {
    case .assumptions: PackageResources.cadre_assumptions_1_schema_json
    case .backtest: PackageResources.cadre_backtest_1_schema_json
    case .brief: PackageResources.cadre_brief_1_schema_json
    case .calibration: PackageResources.cadre_calibration_1_schema_json
    case .check: PackageResources.cadre_check_1_schema_json
    case .compare: PackageResources.cadre_compare_1_schema_json
    case .config: PackageResources.cadre_config_1_schema_json
    case .diagnostics: PackageResources.cadre_diagnostics_1_schema_json
    case .explain: PackageResources.cadre_explain_1_schema_json
    case .forecast: PackageResources.cadre_forecast_1_schema_json
    case .import: PackageResources.cadre_import_1_schema_json
    case .oncall: PackageResources.cadre_oncall_1_schema_json
    case .plan: PackageResources.cadre_plan_1_schema_json
    case .planDiff: PackageResources.cadre_plan_diff_1_schema_json
    case .pruned: PackageResources.cadre_pruned_1_schema_json
    case .rota: PackageResources.cadre_rota_1_schema_json
    case .run: PackageResources.cadre_run_1_schema_json
    case .runDiff: PackageResources.cadre_run_diff_1_schema_json
    case .runExport: PackageResources.cadre_run_export_1_schema_json
    case .runs: PackageResources.cadre_runs_1_schema_json
    case .seats: PackageResources.cadre_seats_1_schema_json
    case .shape: PackageResources.cadre_shape_1_schema_json
    case .simulate: PackageResources.cadre_simulate_1_schema_json
    case .story: PackageResources.cadre_story_1_schema_json
    case .stress: PackageResources.cadre_stress_1_schema_json
    case .traffic: PackageResources.cadre_traffic_1_schema_json
    case .version: PackageResources.cadre_version_1_schema_json
    }
  }
}
