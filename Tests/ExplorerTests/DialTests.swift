import Organization
import Simulation
import Testing

@testable import Explorer
@testable import TerminalKit

@Suite struct DialTests {
  /// A lever leads to the number that it shows: through the model file's own reader.
  @Test(arguments: ["small", "storefront"])
  func everyLeverCanBeTurnedAndShowsWhatItDoes(model: String) throws {
    var maker = SceneMaker(document: try Opened.document(model), months: nil, seed: 1)
    let base = Variant(name: "base", origin: "base", isInFile: true)
    let first = try maker.scene(of: base)
    #expect(first.dials.allSatisfy { !$0.isChanged })
    #expect(Set(first.dials.map(\.id)).count == first.dials.count)
    for dial in first.dials where dial.group != .single {
      let up = dial.moved(by: 1, isLarge: true)
      let target = abs(up - dial.value) > 1e-12 ? up : dial.moved(by: -1, isLarge: true)
      var variant = base
      variant.apply(
        dial.settings(target, currency: first.organization.currency),
        replacing: dial.parts.map(\.path))
      let turned = try maker.scene(of: variant).dials.first { $0.id == dial.id }
      // A factor on shares stops where a share does.
      guard !dial.isFactor else { continue }
      #expect(
        abs((turned?.value ?? .nan) - target) <= 1e-4 * max(1, abs(target)),
        "\(dial.id) to \(target)")
    }
  }

  @Test func whatMayBeMovesAlongWithWhatIsLikely() {
    let part = DialPart(
      path: "x", quantity: Quantity(kind: .growth, range: -0.9...10),
      value: ThreePoint(low: 0.1, likely: 0.2, high: 0.4),
      origin: ThreePoint(low: 0.1, likely: 0.2, high: 0.4))
    #expect(
      part.setting(likely: 0.5, currency: "EUR").value
        == "{low: 40 %, likely: 50 %, high: 70 %}")
    let days = DialPart(
      path: "x", quantity: Quantity(kind: .duration(in: .day), range: 1...1_000),
      value: ThreePoint(100), origin: ThreePoint(100))
    #expect(days.setting(likely: 80, currency: "EUR").value == "80 days")
  }

  /// What is kept of the past must not be what another past led to.
  @Test func trafficThatIsProjectedFromKeptForecastsIsTheSame() throws {
    var maker = SceneMaker(document: try Opened.document("storefront"), months: nil, seed: 1)
    for setting in [
      Setting(path: "drivers.orders.growth", value: "60 %"),
      Setting(path: "events.hype.rate", value: "9 per year"),
      Setting(path: "assumptions.traffic.peak_to_mean", value: "4"),
      Setting(path: "horizon", value: "30 months"),
    ] {
      var variant = Variant(name: "base", origin: "base", isInFile: true)
      variant.settings = [setting]
      let scene = try maker.scene(of: variant)
      let fresh = try TrafficProjection(scene.organization, seed: 1).outlook()
      #expect(scene.outlook.mean == fresh.mean, "\(setting.text)")
    }
  }

  @Test func aLeverAtTheModelsOwnValueSetsNothing() throws {
    let explorer = try Opened.explorer("small")
    for dial in explorer.scene.dials {
      #expect(dial.settings(dial.origin, currency: "EUR").isEmpty)
    }
  }

  @Test func estimatesOfTheTornadoAreLevers() throws {
    let explorer = try Opened.explorer("storefront")
    let ids = Set(explorer.scene.dials.map(\.id))
    let names = explorer.organization.estimates.map { $0.name(in: explorer.organization) }
    let known = names.filter(ids.contains)
    // Roadmaps, single services' upkeep and the like have no lever of their own.
    #expect(Double(known.count) > 0.5 * Double(names.count))
  }
}
