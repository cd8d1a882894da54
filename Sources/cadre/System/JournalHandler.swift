import Logging
import Reporting

/// Writes each note as one line with the milliseconds since the program began.
struct JournalHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  var logLevel: Logger.Level
  private let descriptor: Descriptor
  private let start: ContinuousClock.Instant

  init(_ descriptor: Descriptor, start: ContinuousClock.Instant, logLevel: Logger.Level) {
    self.descriptor = descriptor
    self.start = start
    self.logLevel = logLevel
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let text = SafeText.terminal("\(event.message)")
    let line = "cadre: \(event.level) +\(start.duration(to: .now).milliseconds) ms: \(text)\n"
    // A log that cannot be written must not stop what it only describes.
    try? descriptor.write(Array(line.utf8))
  }
}
