/// Levels by title: rows that somebody gave, then those that cadre knows.
package struct TitleTable: Sendable {
  /// What a title says of somebody.
  enum Meaning: Hashable {
    case level(String)
    /// Somebody who does not do the work that plans are about.
    case nobody
    case unknown
  }

  /// In the place of a level: not counted.
  package static let nobody = "none"

  private let rules: [TitleRule]

  /// - Parameter rules: tried from the top, before those that cadre knows.
  package init(_ rules: [TitleRule] = []) { self.rules = rules + Self.known }

  func meaning(of title: String) -> Meaning {
    let words = TitleRule.words(of: title)
    guard let rule = rules.first(where: { $0.fits(words: words) }) else { return .unknown }
    return rule.level == Self.nobody ? .nobody : .level(rule.level)
  }

  /// Titles of engineers as companies write them.
  ///
  /// Heads of people come first, as "senior engineering
  /// manager" is no senior engineer, then the words of levels, then those of the work itself.
  private static let known: [TitleRule] = [
    ("manager", nobody), ("head", nobody), ("director", nobody), ("vp", nobody),
    ("vice president", nobody), ("chief", nobody), ("cto", nobody), ("recruit*", nobody),
    ("designer", nobody), ("product owner", nobody), ("scrum master", nobody),
    ("agile coach", nobody), ("assistant", nobody),
    ("principal", "staff"), ("distinguished", "staff"), ("fellow", "staff"), ("staff", "staff"),
    ("architect", "staff"),
    ("intern", "junior"), ("internship", "junior"), ("trainee", "junior"),
    ("apprentice", "junior"), ("working student", "junior"), ("werkstudent*", "junior"),
    ("graduate", "junior"), ("junior", "junior"), ("jr", "junior"), ("associate", "junior"),
    ("senior", "senior"), ("sr", "senior"), ("snr", "senior"), ("lead", "senior"),
    ("engineer iii", "senior"), ("developer iii", "senior"), ("engineer 3", "senior"),
    ("engineer i", "junior"), ("developer i", "junior"), ("engineer 1", "junior"),
    ("mid", "mid"), ("engineer*", "mid"), ("developer*", "mid"), ("programmer", "mid"),
    ("sre", "mid"), ("devops", "mid"), ("sysadmin", "mid"), ("administrator", "mid"),
    ("entwickler*", "mid"), ("softwareentwickler*", "mid"), ("swe", "mid"), ("dba", "mid"),
  ].map { TitleRule($0.0, $0.1) }
}
