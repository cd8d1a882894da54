import DelimitedText
import Organization

/// Why an answer of Prometheus holds no series.
package enum PrometheusFault: Error, Hashable, Sendable {
  /// The server says itself that it failed, whatever the status of HTTP.
  case refused(type: String, message: String)
  /// It is not JSON, or breaks off; bytes before the place.
  case unreadable(reason: String, offset: Int)
  /// It is JSON, but no answer to a query over a range.
  case unexpected(String)

  /// In a few words.
  package var words: String {
    switch self {
    case .refused(let type, let message):
      "\(Printable.clipped(type)): \(Printable.clipped(message, to: 300))"
    case .unreadable(let reason, let offset): "not JSON at byte \(offset + 1): \(reason)"
    case .unexpected(let what): what
    }
  }
}

/// An answer of `/api/v1/query_range` [Prometheus, HTTP API].
struct PrometheusAnswer: Sendable {
  private(set) var series: [MetricSeries] = []
  private(set) var warnings: [String] = []
  private(set) var infos: [String] = []

  private var status = ""
  private var errorType = ""
  private var error = ""
  private var resultType: String?

  /// - Throws: ``PrometheusFault``.
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8]) throws(PrometheusFault) {
    do throws(JSONFault) {
      var scanner = JSONScanner(bytes)
      var whole = Self(empty: ())
      try scanner.members { (scanner, key) throws(JSONFault) in
        switch key {
        case "status": whole.status = try scanner.string()
        case "errorType": whole.errorType = try scanner.string()
        case "error": whole.error = try scanner.string()
        case "warnings": whole.warnings = try Self.texts(&scanner)
        case "infos": whole.infos = try Self.texts(&scanner)
        case "data": try whole.readData(&scanner)
        default: try scanner.skip()
        }
      }
      try scanner.finish()
      self = whole
    } catch {
      throw .unreadable(reason: error.reason, offset: error.offset)
    }
    if status == "error" {
      throw .refused(type: errorType.isEmpty ? "error" : errorType, message: error)
    }
    guard status == "success" else {
      throw .unexpected("it is no answer of Prometheus: it has no `status`")
    }
    guard resultType == "matrix" else {
      let found = resultType.map { "a \(Printable.clipped($0))" } ?? "nothing"
      throw .unexpected("a matrix of points over time is needed, found \(found)")
    }
  }

  private init(empty: ()) {}

  private static func texts(_ scanner: inout JSONScanner) throws(JSONFault) -> [String] {
    guard try scanner.kind() == .array else {
      try scanner.skip()
      return []
    }
    var texts: [String] = []
    try scanner.items { (scanner) throws(JSONFault) in texts.append(try scanner.string()) }
    return texts
  }

  private mutating func readData(_ scanner: inout JSONScanner) throws(JSONFault) {
    guard try scanner.kind() == .object else { return try scanner.skip() }
    var series: [MetricSeries] = []
    var resultType: String?
    try scanner.members { (scanner, key) throws(JSONFault) in
      switch key {
      case "resultType": resultType = try scanner.string()
      case "result":
        guard try scanner.kind() == .array else { return try scanner.skip() }
        try scanner.items { (scanner) throws(JSONFault) in
          // A scalar is a list of two numbers; only the type of the result says so.
          guard try scanner.kind() == .object else { return try scanner.skip() }
          series.append(try Self.oneSeries(&scanner))
        }
      default: try scanner.skip()
      }
    }
    self.series = series
    self.resultType = resultType
  }

  private static func oneSeries(_ scanner: inout JSONScanner) throws(JSONFault) -> MetricSeries {
    var series = MetricSeries(labels: [:], points: [])
    try scanner.members { (scanner, key) throws(JSONFault) in
      switch key {
      case "metric":
        try scanner.members { (scanner, label) throws(JSONFault) in
          series.labels[label] = try scanner.string()
        }
      case "values":
        try scanner.items { (scanner) throws(JSONFault) in
          series.points.append(try point(&scanner))
        }
      default: try scanner.skip()
      }
    }
    return series
  }

  /// `[1435781430.781, "1"]`.
  private static func point(_ scanner: inout JSONScanner) throws(JSONFault) -> MetricSeries.Point {
    var time: Double?
    var value: Double?
    let start = scanner.offset
    try scanner.items { (scanner) throws(JSONFault) in
      if time == nil {
        time = try scanner.number()
      } else if value == nil {
        let place = scanner.offset
        let text = try scanner.string()
        guard let number = number(text) else {
          throw JSONFault(reason: "'\(Printable.clipped(text))' is no sample", offset: place)
        }
        value = number
      } else {
        try scanner.skip()
      }
    }
    guard let time, let value, MonthSpan.seconds.contains(time) else {
      throw JSONFault(reason: "a sample is a time and a value", offset: start)
    }
    return MetricSeries.Point(time: time, value: value)
  }

  /// A sample's value; one beyond all numbers is infinite.
  private static func number(_ text: String) -> Double? {
    switch text {
    case "NaN": .nan
    case "+Inf", "Inf": .infinity
    case "-Inf": -.infinity
    default:
      DelimitedText.NumberText.double(Array(text.utf8)[...])
        ?? Double(text).flatMap { $0.isInfinite ? $0 : nil }
    }
  }
}

extension PrometheusFault {
  /// What a body says that is an error of Prometheus; `nil` for others.
  package static func told(in body: [UInt8]) -> String? {
    do throws(PrometheusFault) {
      _ = try PrometheusAnswer(body)
      return nil
    } catch {
      guard case .refused = error else { return nil }
      return error.words
    }
  }
}
