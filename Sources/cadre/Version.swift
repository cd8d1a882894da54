import CBuild

/// What this build is.
enum Version {
  static let number = "0.1.0"
  static let line = "cadre \(number)"

  /// The commit it was built from, "+" behind it where files had been changed; `nil` in debug builds
  /// and where the sources came without their history.
  static var commit: String? {
    let name = String(cString: cadre_build_commit)
    return name.isEmpty ? nil : name
  }

  /// The documents that this build reads or writes; a new major version breaks readers.
  static let formats = [
    "model": "cadre/1", "check": "cadre.check/1.0", "assumptions": "cadre.assumptions/1.0",
    "config": "cadre.config/1.0", "explain": "cadre.explain/1.0", "version": "cadre.version/1.0",
    "forecast": "cadre.forecast/1.0", "backtest": "cadre.backtest/1.0",
    "traffic": "cadre.traffic/1.0", "plan": "cadre.plan/1.0",
    "plan-diff": "cadre.plan-diff/1.0", "plan-file": "cadre.plan-file/1.0",
    "diagnostics": "cadre.diagnostics/1.0", "brief": "cadre.brief/1.0",
    "seats": "cadre.seats/1.0", "rota": "cadre.rota/1.0", "runs": "cadre.runs/1.0",
    "run": "cadre.run/1.0",
    "run-diff": "cadre.run-diff/1.0", "run-export": "cadre.run-export/1.0",
    "pruned": "cadre.pruned/1.0", "calibration": "cadre.calibration/1.0",
    "simulate": "cadre.simulate/1.0", "story": "cadre.story/1.0", "stress": "cadre.stress/1.0",
    "shape": "cadre.shape/1.0", "compare": "cadre.compare/1.0", "import": "cadre.import/1.0",
    "oncall": "cadre.oncall/1.0",
  ]
}
