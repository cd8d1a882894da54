import Importing
import Organization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A Prometheus, or what speaks like one, that is asked for points.
///
/// A class because it remembers what it got, so that reports can name it.
final class PrometheusServer {
  private let address: ServerAddress
  private let token: String?
  private let authorities: String?
  private let patience: Patience
  private let client: WebClient
  private var prints: [String] = []
  private var byteCount = 0

  init(
    _ address: ServerAddress, token: String?, authorities: String?, timeout: Duration
  ) throws(Fault) {
    self.address = address
    self.token = token
    self.authorities = authorities
    patience = Patience(total: timeout)
    client = try WebClient()
  }

  /// All answers as one input.
  var inputs: [DiskFiles.Input] {
    guard !prints.isEmpty else { return [] }
    return [
      DiskFiles.Input(
        path: address.text, fingerprint: fingerprint(of: Array(prints.joined().utf8)),
        byteCount: byteCount)
    ]
  }

  /// The body of the answer to a query, which may say itself that the query failed.
  ///
  /// - Throws: ``Fault/unavailable(_:hint:)`` or ``Fault/interrupted(signal:)``.
  func answer(to query: RangeQuery) throws(Fault) -> [UInt8] {
    let start = ContinuousClock.now
    var tries = 0
    while true {
      let elapsed = start.duration(to: .now)
      let (failure, asked): (String, Duration?)
      switch try attempt(query, within: max(.milliseconds(1), patience.total - elapsed)) {
      case .body(let body):
        prints.append(fingerprint(of: body))
        byteCount += body.count
        return body
      case .tryAgain(let reason, let wait): (failure, asked) = (reason, wait)
      }
      tries += 1
      let pause = patience.pause(
        after: tries, elapsed: start.duration(to: .now), asked: asked)
      guard let pause else {
        let often = Printable.count(tries, "try", "tries")
        throw .unavailable("\(address.text) does not answer: \(failure) (\(often))")
      }
      try Self.wait(pause)
    }
  }

  private enum Outcome {
    case body([UInt8])
    case tryAgain(String, wait: Duration?)
  }

  private func attempt(_ query: RangeQuery, within time: Duration) throws(Fault) -> Outcome {
    do {
      let answer = try follow(query, within: time)
      return try judge(answer)
    } catch let failure as WebClient.Failure {
      switch failure {
      case .noAnswer(let reason): return .tryAgain(reason.lowercased(), wait: nil)
      case .tooLate:
        throw .unavailable(
          "\(address.text) does not answer within \(Int(patience.total / .seconds(1))) s",
          hint: "--timeout waits longer; a longer --step asks for less")
      case .tooLarge:
        throw .unavailable(
          "\(address.text) answers with more than \(WebClient.mostMegabytes) MB",
          hint: "aggregate in the query: sum by (service) (…)")
      case .refused(let reason):
        throw .unavailable("\(address.text) cannot be asked: \(reason.lowercased())")
      case .interrupted:
        try Interruption.check()
        throw .unavailable("\(address.text) was not waited for")
      }
    } catch let fault as Fault {
      throw fault
    } catch {
      throw .broken("\(error)")
    }
  }

  /// What to make of an answer by its status.
  private func judge(_ answer: WebClient.Answer) throws(Fault) -> Outcome {
    // Prometheus tells what is wrong with a query in the body.
    let isDocument = answer.body.first { $0 > 0x20 } == UInt8(ascii: "{")
    switch answer.status {
    case 200...299: return .body(answer.body)
    case 400 where isDocument, 422 where isDocument: return .body(answer.body)
    case 429, 500...599:
      return .tryAgain("status \(answer.status)\(Self.told(answer))", wait: answer.retryAfter)
    case 401, 403:
      throw .unavailable(
        "\(address.text) refuses with status \(answer.status)\(Self.told(answer))",
        hint: token == nil
          ? "set CADRE_PROMETHEUS_TOKEN, or name a file with --token-file"
          : "the token may be wrong, or may not read metrics")
    default:
      throw .unavailable(
        "\(address.text) answers with status \(answer.status)\(Self.told(answer))",
        hint: answer.status == 404
          ? "name the address below which /api/v1/query_range is" : nil)
    }
  }

  /// The error in a body, if it holds one.
  private static func told(_ answer: WebClient.Answer) -> String {
    PrometheusFault.told(in: answer.body).map { ": \($0)" } ?? ""
  }

  // MARK: Requests

  private static let mostRedirections = 5
  /// Longer addresses are refused by some servers between here and there.
  private static let longestAddress = 4_000

  /// Sends a query, and follows to where it is sent on; the token goes to the named server only.
  private func follow(
    _ query: RangeQuery, within time: Duration
  ) throws -> WebClient.Answer {
    let start = ContinuousClock.now
    let form = Self.form([
      ("query", query.text), ("start", "\(query.start)"), ("end", "\(query.end)"),
      ("step", "\(query.step)"),
    ])
    let place = address.text + "/api/v1/query_range"
    let isShort = place.utf8.count + form.utf8.count < Self.longestAddress
    var url = isShort ? "\(place)?\(form)" : place
    var origin = address.origin
    for _ in 0...Self.mostRedirections {
      let left = max(.milliseconds(1), time - start.duration(to: .now))
      let answer = try client.send(
        WebClient.Request(
          url: url, form: isShort ? nil : form,
          authorization: origin == address.origin ? token.map { "Bearer \($0)" } : nil,
          authorities: authorities, timeout: left))
      guard (300...399).contains(answer.status), let location = answer.location else {
        return answer
      }
      guard let next = try? ServerAddress(location, mayHaveQuery: true) else {
        // Whatever is wrong with it, nothing can be asked there.
        throw Fault.unavailable("\(address.text) leads to an address that cannot be used")
      }
      guard next.isEncrypted || !address.isEncrypted else {
        throw Fault.unavailable("\(address.text) leads from https to http, which is not followed")
      }
      (url, origin) = (location, next.origin)
    }
    throw Fault.unavailable("\(address.text) leads from one address to the next without end")
  }

  /// Names and values as a form has them [URL Standard, percent-encoding of all but unreserved].
  static func form(_ fields: [(name: String, value: String)]) -> String {
    fields.map { "\($0.name)=\(encoded($0.value))" }.joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-._~".utf8.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func wait(_ pause: Duration) throws(Fault) {
    let end = ContinuousClock.now + pause
    while ContinuousClock.now < end {
      try Interruption.check()
      usleep(50_000)
    }
  }
}
