/// What the exit code says; one table, and never one code for two meanings.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case done = 0
  case answeredNo = 1
  case provedImpossible = 3
  case badUsage = 64
  case invalidInput = 65
  case missingInput = 66
  case unavailable = 69
  case internalError = 70
  case cannotCreate = 73
  case cannotWrite = 74
  case stoppedAtLimit = 75
  case hungUp = 129
  case interrupted = 130
  case closedPipe = 141
  case terminated = 143

  var meaning: String {
    switch self {
    case .done: "done"
    case .answeredNo:
      "done, and the answer to the question asked is no (--strict, --require, --exit-code)"
    case .provedImpossible: "proved that no plan meets the policy"
    case .badUsage: "the command line cannot be understood"
    case .invalidInput: "the model or its data is invalid"
    case .missingInput: "an input is missing or cannot be read"
    case .unavailable: "a service asked for data does not answer"
    case .internalError: "internal error; please report it"
    case .cannotCreate: "the output file cannot be created, or exists and --force was not given"
    case .cannotWrite: "the output could not be written completely"
    case .stoppedAtLimit: "stopped at a limit without a result; may be tried again"
    case .hungUp: "the terminal went away"
    case .interrupted: "interrupted (Ctrl-C)"
    case .closedPipe: "whoever read the output went away"
    case .terminated: "asked to end (SIGTERM)"
    }
  }
}
