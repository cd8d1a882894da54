import Organization
import Planning
import Reporting
import TerminalKit

/// Numbers and names as screens show them.
struct Words {
  let organization: Organization
  let glyphs: GlyphSet

  func month(_ index: Int) -> String { (organization.start + index).description }

  func money(_ amount: Double) -> String { NumberText.shortMoney(amount, organization.currency) }

  func percent(_ share: Double, decimals: Int = 0) -> String {
    NumberText.percent(share, decimals: decimals)
  }

  func team(_ index: Int) -> String {
    organization.teams.indices.contains(index)
      ? SafeText.terminal(organization.teams[index].id) : "?"
  }

  func level(_ index: Int) -> String {
    organization.levels.indices.contains(index)
      ? SafeText.terminal(organization.levels[index].id) : "?"
  }

  /// A mean with its standard error, where that is known.
  func withError(_ figure: Figure, _ text: (Double) -> String) -> String {
    guard let error = figure.standardError else { return text(figure.mean) }
    return "\(text(figure.mean)) \(glyphs.plusMinus) \(text(error))"
  }

  /// What lies between one future in ten and nine in ten.
  func spread(_ figure: Figure, _ text: (Double) -> String) -> String {
    guard let low = figure.low, let high = figure.high else { return "" }
    return "\(text(low)) to \(text(high))"
  }

  /// What an answer is made of.
  func basis(_ answer: Answer) -> String {
    switch answer.basis {
    case .means: "first answer, all at its mean"
    case .futures(let count): NumberText.count(count, "future", "futures")
    }
  }

  /// Blocks of a report as lines without colours, and without empty ones.
  func lines(_ blocks: [Page.Block], width: Int) -> [String] {
    let style = TextStyle(glyphs: glyphs.isUnicode ? .unicode : .ascii, width: max(40, width))
    return Page("", blocks).text(style).split(separator: "\n").map(String.init)
  }

  func coverageRole(_ coverage: Double) -> Role {
    let wanted = organization.policy.coverage.threshold
    return coverage >= wanted ? .good : coverage >= wanted - 0.1 ? .warning : .bad
  }

  func burnoutRole(_ share: Double) -> Role {
    let most = organization.policy.burnout.threshold
    return share <= most * 0.8 ? .good : share <= most ? .warning : .bad
  }
}
