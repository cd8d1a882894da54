import Ledger

/// Why a command could not do what it was asked, beside diagnostics of files.
enum Fault: Error {
  /// The command line is wrong; `help` is the command to ask for more.
  case usage(String, help: String = "cadre --help")
  case cannotCreate(path: String, reason: String, hint: String? = nil)
  case cannotWrite(to: String, reason: String)
  case closedPipe
  /// A signal was received.
  case interrupted(signal: Int32)
  case stoppedAtLimit(String)
  /// The data are readable but say too little.
  case insufficientData(String)
  /// A server that was asked gives no answer.
  case unavailable(String, hint: String? = nil)
  case broken(String)
  /// The file of recorded runs cannot be used.
  case ledger(LedgerError)

  var status: ExitStatus {
    switch self {
    case .usage: .badUsage
    case .cannotCreate: .cannotCreate
    case .cannotWrite: .cannotWrite
    case .closedPipe: .closedPipe
    case .interrupted(let signal):
      signal == Interruption.terminate ? .terminated : .interrupted
    case .stoppedAtLimit: .stoppedAtLimit
    case .insufficientData: .invalidInput
    case .unavailable: .unavailable
    case .broken: .internalError
    case .ledger(let error): error.status
    }
  }

  /// Lines for standard error; none where silence is right.
  var lines: [String] {
    switch self {
    case .usage(let message, let help): ["cadre: \(message)", "see '\(help)'"]
    case .cannotCreate(let path, let reason, let hint):
      ["cadre: cannot create \(path): \(reason)"] + (hint.map { ["  = hint: \($0)"] } ?? [])
    case .cannotWrite(let target, let reason): ["cadre: cannot write to \(target): \(reason)"]
    case .closedPipe: []
    case .interrupted: ["cadre: stopped; nothing was written"]
    case .stoppedAtLimit(let message), .insufficientData(let message): ["cadre: \(message)"]
    case .unavailable(let message, let hint):
      ["cadre: \(message)"] + (hint.map { ["  = hint: \($0)"] } ?? [])
    case .broken(let what):
      [
        "cadre: internal error: \(what)",
        "please report it with the command line, the output of 'cadre version --format json' and "
          + "what the command writes with --verbose and CADRE_DEBUG=1",
      ]
    case .ledger(let error): error.lines
    }
  }
}
