import ArgumentParser

/// On how many threads a command that plays futures does so.
struct ThreadOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Threads to play on, all cores if left out.", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads must be from 1 to 1024, found \(threads)")
    }
  }
}
