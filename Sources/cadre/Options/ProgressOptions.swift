import ArgumentParser

/// Whether long work tells how far it has come.
struct ProgressOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Progress on standard error: `auto` on a terminal, `plain` a line every ten seconds.",
      valueName: "when"))
  var progress = ProgressChoice.auto
}

/// When to show progress.
enum ProgressChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, plain, none
}
