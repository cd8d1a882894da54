import Organization
import TerminalKit

extension Explorer {
  /// The levers that pass the filter.
  var shownDials: [Dial] {
    guard !leverFilter.isEmpty else {
      // Those that others move together come forward only where somebody asks for them, or where
      // they were changed.
      return scene.dials.filter { $0.group != .single || $0.isChanged || $0.id == lever }
    }
    return scene.dials.filter { Self.passes("\($0.title) \($0.id)", leverFilter) }
  }

  /// The lever under the cursor.
  var dial: Dial? {
    let shown = shownDials
    return shown.first { $0.id == lever } ?? shown.first
  }

  mutating func turn(by steps: Int, isLarge: Bool) {
    guard let dial else { return }
    // Presses that came before the last answer are counted from what they led to.
    let now = pending(dial)
    var moving = dial
    if let now { moving = moving.at(now) }
    set(dial, to: moving.moved(by: steps, isLarge: isLarge))
  }

  mutating func set(_ dial: Dial, to value: Double) {
    lever = dial.id
    let paths = dial.parts.map(\.path)
    let settings = dial.settings(value, currency: organization.currency)
    turned = (dial.id, min(dial.allowed.upperBound, max(dial.allowed.lowerBound, value)))
    change(about: "lever \(dial.id)") { $0.apply(settings, replacing: paths) }
  }

  mutating func resetLever() {
    guard let dial else { return }
    set(dial, to: dial.origin)
  }

  /// Where a lever has been turned to, while the scene still shows where it was.
  private func pending(_ dial: Dial) -> Double? {
    guard let turned, turned.id == dial.id, scene.variant != variant else { return nil }
    return turned.value
  }

  mutating func typedLever(_ text: String) {
    guard let dial else { return }
    guard let value = dial.typed(text) else {
      say(text.isEmpty ? "nothing was changed" : "'\(text)' is no number", .warning)
      return
    }
    guard dial.allowed.contains(value) else {
      let (low, high) = (dial.text(dial.allowed.lowerBound), dial.text(dial.allowed.upperBound))
      say("\(dial.title) goes from \(low) to \(high)", .warning)
      return
    }
    set(dial, to: value)
  }
}

extension Dial {
  /// The same lever at another value.
  fileprivate func at(_ value: Double) -> Dial {
    var copy = self
    for index in copy.parts.indices {
      let likely = isFactor ? copy.parts[index].origin.likely * value : value
      copy.parts[index].value = ThreePoint(likely)
    }
    return copy
  }
}
