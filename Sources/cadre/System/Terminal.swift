import Reporting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What standard output can show.
struct Terminal {
  var environment: Environment

  /// Whether to use colour: the user's choice, then `NO_COLOR`, `CLICOLOR_FORCE`, then the terminal.
  func hasColor(_ choice: ColorChoice, toFile: Bool) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment.value("NO_COLOR") != nil { return false }
    if let force = environment.value("CLICOLOR_FORCE"), force != "0" { return true }
    return !toFile && Descriptor.standardOutput.isTerminal && environment.value("TERM") != "dumb"
  }

  /// Unicode where the locale says UTF-8; the first variable that is set decides, as in `locale(7)`.
  var glyphs: Glyphs {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.lazy.compactMap(environment.value).first?.lowercased() else {
      return .ascii
    }
    return locale.contains("utf-8") || locale.contains("utf8") ? .unicode : .ascii
  }

  /// Columns of standard output.
  var width: Int { width(of: .standardOutput) }

  /// The columns of a stream: `COLUMNS`, else the terminal's, else 80.
  func width(of stream: Descriptor) -> Int {
    if let text = environment.value("COLUMNS"), let columns = Int(text) { return usable(columns) }
    var size = winsize()
    guard ioctl(stream.number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return 80 }
    return usable(Int(size.ws_col))
  }

  /// Narrower than 40 nothing fits, wider than 160 lines are hard to read.
  private func usable(_ columns: Int) -> Int { min(160, max(40, columns)) }
}
