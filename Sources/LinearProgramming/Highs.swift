import CHighs
import Foundation
import Synchronization

/// HiGHS (MIT licence), loaded while the program runs.
///
/// Each search takes one thread, which gives the same plan on every machine; several may go on at
/// once.
package struct Highs: Solver {
  package let name: String

  /// Why it cannot be had.
  package struct Missing: Error, CustomStringConvertible {
    package var description: String
  }

  private static let turn = Mutex(())
  /// Instances that nobody uses at the moment; there are as many as searches ever went on at once.
  private static let idle = Mutex([Instance]())

  /// Used by one thread at a time.
  private struct Instance: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
  }

  /// - Parameter paths: files to try first.
  /// - Throws: ``Missing`` with what was tried last.
  package init(paths: [String] = Highs.usualPaths) throws(Missing) {
    let places = paths.map { strdup($0) }
    defer { places.forEach { free($0) } }
    let fault: String? = Self.turn.withLock { _ in
      let views = places.map { UnsafePointer<CChar>($0) }
      return cadre_highs_load(views, Int32(views.count)).map { String(cString: $0) }
    }
    if let fault { throw Missing(description: fault) }
    name = "HiGHS " + String(cString: cadre_highs_version())
  }

  /// What `CADRE_HIGHS` names; `.solver/lib` of the folder that the program was built in, or of one
  /// above it; beside the program; the system's.
  package static var usualPaths: [String] {
    #if os(macOS)
      let file = "libhighs.dylib"
    #else
      let file = "libhighs.so"
    #endif
    var paths = [String]()
    if let named = ProcessInfo.processInfo.environment["CADRE_HIGHS"], !named.isEmpty {
      paths.append(named)
    }
    var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? ".")
    if let own = Bundle.main.executableURL { folder = own }
    folder = folder.resolvingSymlinksInPath().deletingLastPathComponent()
    paths.append(folder.appendingPathComponent(file).path)
    for _ in 0..<6 where folder.path != "/" {
      paths.append(folder.appendingPathComponent(".solver/lib/\(file)").path)
      folder.deleteLastPathComponent()
    }
    return paths + [file, "libhighs.so.1"]
  }

  package func solve(
    _ program: LinearProgram, limits: SolverLimits, start: SolverStart?,
    watch: (SolverProgress) -> Bool
  ) -> SolverOutcome {
    guard program.variableCount > 0 else {
      let isKept = program.violations(of: []).isEmpty
      return isKept
        ? .solved(Solution(values: [], objective: 0, bound: 0, duals: program.duals)) : .infeasible
    }
    var values = [Double](repeating: 0, count: program.variableCount)
    var duals = program.duals
    let known = start.flatMap { Basis(from: $0, program) }
    var basis = known ?? Basis(logicalOf: program)
    let outcome = withoutActuallyEscaping(watch) { watch in
      let watcher = Watcher { watch($0) || $0.iterations >= limits.iterations }
      let instance =
        Self.idle.withLock { $0.popLast() } ?? cadre_highs_instance().map(Instance.init)
      guard let instance else { return cadre_highs_outcome.failed }
      defer { Self.idle.withLock { $0.append(instance) } }
      return Self.call(
        instance, program, limits, start, begins: known != nil, watcher, &values, &duals, &basis)
    }
    _ = watch(
      SolverProgress(
        seconds: outcome.seconds, best: outcome.objective, bound: outcome.bound,
        nodes: Int(outcome.nodes), iterations: Int(outcome.iterations)))
    guard outcome.has_values else { return outcome.withoutValues(limits) }
    return outcome.checked(
      program, Self.rounded(values, program), duals: duals, basis: outcome.has_basis ? basis : nil)
  }

  /// Whole numbers to the last bit.
  private static func rounded(_ values: [Double], _ program: LinearProgram) -> [Double] {
    zip(values, program.isWhole).map { $1 ? $0.rounded() : $0 }
  }

  /// Carries a closure through C.
  private final class Watcher {
    let watch: (SolverProgress) -> Bool
    init(_ watch: @escaping (SolverProgress) -> Bool) { self.watch = watch }
  }

  private static func call(
    _ instance: Instance, _ program: LinearProgram, _ limits: SolverLimits, _ start: SolverStart?,
    begins: Bool, _ watcher: Watcher,
    _ values: inout [Double], _ duals: inout [Double], _ basis: inout Basis
  ) -> cadre_highs_outcome {
    let whole = program.hasWholeNumbers ? program.isWhole.map { Int32($0 ? 1 : 0) } : nil
    var begin: [Double]?
    if case .values(let values) = start { begin = values }
    return cadre_highs_solve(
      instance.pointer, Int32(program.variableCount), Int32(program.rowCount),
      Int32(program.indices.count),
      program.costs, program.lowerBounds, program.upperBounds, program.rowLowerBounds,
      program.rowUpperBounds, program.starts.map { Int32($0) },
      program.indices.map { Int32($0) }, program.factors, whole, begin,
      cadre_highs_limits(
        seconds: limits.seconds, gap: limits.gap, absolute_gap: limits.absoluteGap,
        seed: limits.seed, explores: limits.explores, jumps: limits.jumps),
      { progress, context in
        guard let context else { return false }
        let watcher = Unmanaged<Watcher>.fromOpaque(context).takeUnretainedValue()
        return watcher.watch(SolverProgress(progress))
      }, Unmanaged.passUnretained(watcher).toOpaque(), &values, &duals, begins,
      &basis.variables, &basis.rows)
  }
}

extension LinearProgram {
  /// A zero for every row.
  fileprivate var duals: [Double] { [Double](repeating: 0, count: rowCount) }
}

extension Basis {
  /// All variables at their limits and no row.
  fileprivate init(logicalOf program: LinearProgram) {
    self.init(
      variables: [Int32](repeating: 0, count: program.variableCount),
      rows: [Int32](repeating: Self.basic, count: program.rowCount))
  }

  /// The basis that a search of a program begins with, if that fits; rows that it does not know are not at
  /// their limits.
  fileprivate init?(from start: SolverStart, _ program: LinearProgram) {
    self.init(logicalOf: program)
    guard case .basis(let known) = start, known.variables.count == variables.count,
      known.rows.count <= rows.count
    else { return nil }
    variables = known.variables
    rows.replaceSubrange(known.rows.indices, with: known.rows)
  }
}

extension SolverProgress {
  fileprivate init(_ progress: cadre_highs_progress) {
    self.init(
      seconds: progress.seconds, best: progress.best, bound: progress.bound,
      nodes: Int(progress.nodes), iterations: Int(progress.iterations))
  }
}

extension cadre_highs_outcome {
  fileprivate static let failed = cadre_highs_outcome(
    status: -1, has_values: false, has_basis: false, objective: .infinity, bound: -.infinity,
    nodes: 0, iterations: 0,
    seconds: 0)

  /// `kHighsModelStatus…` of its C interface.
  private enum Status {
    static let empty: Int32 = 6
    static let optimal: Int32 = 7
    static let infeasible: Int32 = 8
    static let unbounded: Int32 = 10
    static let limits: ClosedRange<Int32> = 11...17
  }

  fileprivate func withoutValues(_ limits: SolverLimits) -> SolverOutcome {
    switch status {
    case Status.infeasible: .infeasible
    case Status.unbounded: .unbounded
    case Status.limits: .stopped(nil)
    default: .failed("HiGHS ended with status \(status)")
    }
  }

  /// Believes what was found only where it keeps to every row and costs what is said.
  fileprivate func checked(
    _ program: LinearProgram, _ values: [Double], duals: [Double], basis: Basis?
  ) -> SolverOutcome {
    if status == Status.unbounded { return .unbounded }
    if let worst = program.violations(of: values).max(by: { $0.excess < $1.excess }) {
      return .failed("what HiGHS found breaks \(worst.place) by \(worst.excess)")
    }
    let cost = program.objective(of: values)
    guard abs(cost - objective) <= 1e-6 * max(1, abs(cost)) else {
      return .failed("what HiGHS found costs \(cost), not \(objective)")
    }
    let solution = Solution(
      values: values, objective: cost, bound: min(bound, cost), duals: duals, basis: basis)
    return status == Status.optimal || status == Status.empty
      ? .solved(solution) : .stopped(solution)
  }
}
