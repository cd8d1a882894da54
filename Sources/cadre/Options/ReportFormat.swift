import ArgumentParser

/// How results are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json
}

/// When to use colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}
