/// Probability that everybody on call is busy when a page comes in (M/M/c).
package enum ErlangC {
  /// The share of arrivals that have to wait.
  ///
  /// - Parameters:
  ///   - load: offered load in erlangs, arrivals per hour times hours per page.
  ///   - servers: people on call at the same time, 0 or more.
  /// - Returns: 0 to 1; exactly 1 where the load reaches the number of servers.
  /// - Complexity: O(`servers`). The recursion over Erlang B is the usual one. [Cooper 1981]
  package static func probabilityOfWaiting(load: Double, servers: Int) -> Double {
    guard load > 0 else { return servers > 0 ? 0 : 1 }
    guard servers > 0, load < Double(servers) else { return 1 }
    let blocked = probabilityOfBlocking(load: load, servers: servers)
    let free = Double(servers) - load * (1 - blocked)
    return Double(servers) * blocked / free
  }

  /// Erlang B: the share of arrivals lost where nobody may wait.
  package static func probabilityOfBlocking(load: Double, servers: Int) -> Double {
    var blocked = 1.0
    for server in 0..<max(0, servers) {
      blocked = load * blocked / (Double(server + 1) + load * blocked)
    }
    return blocked
  }
}
