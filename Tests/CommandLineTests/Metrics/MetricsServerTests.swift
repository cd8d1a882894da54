import Testing

@testable import cadre

@Suite struct MetricsServerTests {
  @Test(arguments: [
    ("http://localhost:9090", "http://localhost:9090"),
    ("HTTPS://Example.com/", "https://example.com:443"),
    ("http://example.com/prometheus/", "http://example.com:80"),
    ("http://[::1]:9090", "http://[::1]:9090"),
    ("https://[2001:DB8::1]", "https://[2001:db8::1]:443"),
  ])
  func addressesHaveAnOrigin(text: String, origin: String) throws {
    let address = try ServerAddress(text)
    #expect(address.origin == origin)
    #expect(!address.text.hasSuffix("/"))
  }

  @Test(arguments: [
    "", "http://", "http:///x", "ftp://x", "x", "http://u@x", "http://u:p@x:80", "http://x:0",
    "http://x:70000",
    "http://x:", "http://x:a", "http://x y", "http://x\n", "http://é", "http://x?a", "http://x#a",
    "http://x\\@y",
    "http://x:99999999999999999999",
  ])
  func whatIsNoAddressIsRefused(text: String) {
    #expect(throws: ServerAddress.Fault.self) { try ServerAddress(text) }
  }

  @Test func onlyThisMachineIsLocal() throws {
    for text in ["http://localhost:1", "http://127.0.0.1", "http://[::1]:9090"] {
      #expect(try ServerAddress(text).isLocal)
    }
    for text in ["http://127.example.com", "http://localhost.example.com", "http://10.0.0.1"] {
      #expect(try !ServerAddress(text).isLocal)
    }
  }

  @Test func pausesDoubleAndEnd() {
    let patience = Patience(total: .seconds(60))
    let pauses = (1...7).map { patience.pause(after: $0, elapsed: .zero, asked: nil) }
    #expect(
      pauses == [
        .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(16), nil,
      ])
    #expect(patience.pause(after: 1, elapsed: .zero, asked: .seconds(30)) == .seconds(30))
    #expect(patience.pause(after: 1, elapsed: .zero, asked: .seconds(90)) == nil)
    #expect(patience.pause(after: 1, elapsed: .milliseconds(59_600), asked: nil) == nil)
  }

  @Test func formsAreEncoded() {
    let form = PrometheusServer.form([("query", "a{b=\"c&d\"} + é"), ("step", "60")])
    #expect(form == "query=a%7Bb%3D%22c%26d%22%7D%20%2B%20%C3%A9&step=60")
  }
}
