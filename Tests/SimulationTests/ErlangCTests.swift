import CadreTestSupport
import Simulation
import Testing

/// Waiting for somebody on call, against an independent table and the laws of the queue.
@Suite struct ErlangCTests {
  @Test func agreesWithTheReference() {
    let table = ReferenceTable(PackageResources.erlang_csv)
    #expect(table.rows.count == 32)
    for row in table.rows {
      let (minutes, servers) = (row[1], Int(row[2]))
      let load = row[0] / 24 * minutes / 60
      let lost = ErlangC.probabilityOfBlocking(load: load, servers: servers)
      let waits = ErlangC.probabilityOfWaiting(load: load, servers: servers)
      #expect(abs(lost - row[3]) < 1e-9, "\(row)")
      #expect(abs(waits - row[4]) < 1e-9, "\(row)")
    }
  }

  /// Of a single server everybody waits who comes while it is busy.
  @Test(arguments: [0.0, 0.2, 0.99]) func oneServerIsBusyForItsLoad(load: Double) {
    #expect(agree(ErlangC.probabilityOfWaiting(load: load, servers: 1), load))
  }

  @Test func anOverloadedRotaAlwaysLetsWait() {
    for servers in 0...4 {
      #expect(ErlangC.probabilityOfWaiting(load: Double(servers) + 0.5, servers: servers) == 1)
    }
  }

  @Test func morePeopleMakeWaitingRarer() {
    for servers in 1...30 {
      let fewer = ErlangC.probabilityOfWaiting(load: 0.9, servers: servers)
      #expect(ErlangC.probabilityOfWaiting(load: 0.9, servers: servers + 1) < fewer)
      #expect(ErlangC.probabilityOfBlocking(load: 0.9, servers: servers) < fewer)
    }
  }
}
