import ArgumentParser

/// How results are written.
enum ReportFormat: String, CaseIterable {
  case text, csv, json, markdown, html

  /// The format that a file's name ends in.
  init(ofFile name: String) throws(Fault) {
    switch name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() {
    case "txt": self = .text
    case "csv": self = .csv
    case "json": self = .json
    case "md": self = .markdown
    case "html", "htm": self = .html
    default:
      throw .usage("the name '\(name)' does not end in a format", help: "cadre help formats")
    }
  }
}

/// The formats that a command offers, and its help lists.
protocol FormatChoice: CaseIterable, ExpressibleByArgument {
  var format: ReportFormat { get }
}

/// Formats of commands without a single table.
enum DocumentFormat: String, FormatChoice {
  case text, json

  var format: ReportFormat { self == .json ? .json : .text }
}

/// Formats of commands whose result is a page and holds one table.
enum TableFormat: String, FormatChoice {
  case text, markdown, html, csv, json

  var format: ReportFormat {
    switch self {
    case .text: .text
    case .markdown: .markdown
    case .html: .html
    case .csv: .csv
    case .json: .json
    }
  }
}

/// Formats of commands whose result is for programs only.
enum ExportFormat: String, FormatChoice {
  case csv, json

  var format: ReportFormat { self == .csv ? .csv : .json }
}

/// Formats of commands whose result is a page to hand on.
enum PageFormat: String, FormatChoice {
  case text, markdown, html, json

  var format: ReportFormat {
    switch self {
    case .text: .text
    case .markdown: .markdown
    case .html: .html
    case .json: .json
    }
  }
}

/// When to use colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}
