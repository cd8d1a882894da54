import Foundation

/// The target that the environment names; the fuzzer itself takes all arguments.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["CADRE_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
    fatalError("CADRE_FUZZ_TARGET has to be one of \(names), found '\(name)'")
  }
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Ends the run where something that has to hold does not; the fuzzer then keeps the input.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}
