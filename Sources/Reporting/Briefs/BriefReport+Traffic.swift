import Organization
import Planning
import Simulation

extension BriefReport {
  /// Nature of the traffic that the seat's services carry.
  var trafficBlocks: [Page.Block] {
    guard !brief.services.isEmpty else { return [.heading("Traffic"), .paragraph(noServices)] }
    var blocks: [Page.Block] = [.heading("Traffic of its services"), serviceTable]
    let left = brief.services.count - Self.mostRows
    if left > 0 { blocks.append(.note("and \(left) more; --format json has all")) }
    let facts = drivers.map(growth) + events.map(words)
    if !facts.isEmpty { blocks.append(.list(facts)) }
    return blocks
  }

  private var serviceTable: Page.Block {
    .reading(
      [
        .init("service", mayShrink: true), .init("tier", .right), .init("traffic"),
        .init("built", mayShrink: true, dropRank: 3),
        .init("peak/s", .right, dropRank: 6, isDroppedEmpty: true),
        .init("headroom", .right, dropRank: 2), .init("SLO", .right, dropRank: 4),
        .init("integrations", .right, dropRank: 5), .init("regimes", mayShrink: true, dropRank: 1),
      ],
      rows: brief.services.prefix(Self.mostRows).map { index in
        let service = service(index)
        return [
          service.id, "\(service.tier)", service.workload.nature, service.architecture.rawValue,
          service.peakRequests.map { NumberText.plain($0, decimals: 1) } ?? "",
          "x\(NumberText.plain(service.headroom.likely))",
          service.metrics.slo.map { NumberText.plain($0 * 100, decimals: 3) + " %" } ?? "",
          service.integrations > 0 ? "\(service.integrations)" : "",
          service.compliance.joined(separator: ", "),
        ]
      })
  }

  private func growth(_ driver: Int) -> String {
    let line = traffic[driver]
    let last = organization.months - 1
    return "\(line.id): x\(NumberText.plain(line.mean[last])) today's traffic by \(month(last)) "
      + "(x\(NumberText.plain(line.low[last])) to x\(NumberText.plain(line.high[last])) in the "
      + "middle 80 %); \(line.basis)"
  }

  private func words(_ event: TrafficEvent) -> String {
    switch event.kind {
    case .campaign(let month, let days, let mean, let peak, let yearly):
      "\(event.id): \(month)\(yearly ? " and every year" : ""), "
        + "\(NumberText.plain(days)) days, mean x\(range(mean)), peak x\(range(peak))"
        + (event.freezeDays.high > 0
          ? "; nothing new is released for \(range(event.freezeDays)) days" : "")
    case .step(let month, let level):
      "\(event.id): from \(month) for good, \(TrafficLine.range(level))"
    case .viral(let perYear, let size, let days):
      "\(event.id): unplanned, \(range(perYear)) a year, x\(range(size)) for \(range(days)) days"
    }
  }

  private func range(_ value: ThreePoint) -> String {
    value.isExact
      ? NumberText.plain(value.likely)
      : "\(NumberText.plain(value.low))-\(NumberText.plain(value.high))"
  }
}

extension Workload {
  /// Reads, writes and whether they are in real time, in words for a brief.
  var nature: String {
    switch self {
    case .readHeavy: "mostly reads"
    case .writeHeavy: "mostly writes"
    case .transactional: "transactions"
    case .realTime: "real time"
    case .batch: "batch"
    }
  }
}
