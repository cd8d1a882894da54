import CCurl

/// Sends single requests over HTTP by libcurl, which is loaded when first needed.
///
/// [The decision](docs/decisions/http.md) tells why not by Foundation or NIO.
struct WebClient {
  struct Request {
    var url: String
    /// Posted as a form where there is one.
    var form: String?
    var authorization: String?
    /// A file of certificates to trust in place of the system's.
    var authorities: String?
    /// Time until all of the answer is there.
    var timeout: Duration
  }

  struct Answer {
    var status: Int
    var body: [UInt8]
    /// Where a redirection leads, as an absolute URL.
    var location: String?
    /// What the server asks to wait before another try.
    var retryAfter: Duration?
  }

  /// Why there is no answer.
  enum Failure: Error {
    /// Another try may help.
    case noAnswer(String)
    case tooLate
    case tooLarge
    case refused(String)
    case interrupted
  }

  /// Bodies beyond this are refused.
  static let mostMegabytes = 256

  /// - Throws: ``Fault/unavailable(_:hint:)`` where the library is missing.
  init() throws(Fault) {
    if let reason = cadre_curl_load() {
      throw .unavailable(
        "libcurl cannot be loaded: \(String(cString: reason))",
        hint: "install it (libcurl4 on Debian), or import answers that were saved with curl")
    }
  }

  /// Sends a request; redirections are not followed.
  func send(_ request: Request) throws(Failure) -> Answer {
    var found = cadre_curl_answer()
    defer { cadre_curl_free(&found) }
    perform(request, &found)
    let reason = withUnsafeBytes(of: found.reason, Self.text)
    switch found.outcome {
    case cadre_curl_done: break
    case cadre_curl_no_answer: throw .noAnswer(reason)
    case cadre_curl_too_late: throw .tooLate
    case cadre_curl_too_large: throw .tooLarge
    case cadre_curl_stopped: throw .interrupted
    default: throw .refused(reason)
    }
    let location = withUnsafeBytes(of: found.location, Self.text)
    let body = found.body.map { start in
      Array(UnsafeRawBufferPointer(start: start, count: found.length))
    }
    return Answer(
      status: Int(found.status), body: body ?? [], location: location.isEmpty ? nil : location,
      retryAfter: found.retry_after >= 0 ? .seconds(found.retry_after) : nil)
  }

  private func perform(_ request: Request, _ answer: inout cadre_curl_answer) {
    let milliseconds = max(1, Int((request.timeout / .milliseconds(1)).rounded(.up)))
    request.url.withCString { url in
      Self.withOptional(request.form) { form in
        Self.withOptional(request.authorization) { authorization in
          Self.withOptional(request.authorities) { authorities in
            "cadre/\(Version.number)".withCString { agent in
              var wish = cadre_curl_request(
                url: url, form: form, authorization: authorization, user_agent: agent,
                authorities: authorities,
                connect_milliseconds: min(milliseconds, Self.connectMilliseconds),
                milliseconds: milliseconds, most_bytes: Self.mostMegabytes * 1_000_000,
                should_stop: { Interruption.signal != nil })
              cadre_curl_perform(&wish, &answer)
            }
          }
        }
      }
    }
  }

  /// A host that takes longer to be reached is not there.
  private static let connectMilliseconds = 10_000

  private static func withOptional(
    _ text: String?, _ body: (UnsafePointer<CChar>?) -> Void
  ) {
    guard let text else { return body(nil) }
    text.withCString(body)
  }

  /// The text of a C array up to its end.
  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
