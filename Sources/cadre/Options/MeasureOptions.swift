import ArgumentParser
import Importing

/// What numbers of traffic mean.
struct MeasureOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the numbers mean: so many a second, so many in each step, or so many at a time.",
      valueName: "measure"))
  var choice: TrafficMeasure?
}

extension TrafficMeasure: ExpressibleByArgument {}
