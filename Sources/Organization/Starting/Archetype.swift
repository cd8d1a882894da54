/// A kind of site whose traffic and services are known well enough to begin with.
package enum Archetype: String, CaseIterable, Sendable {
  case saas, marketplace, fintech, streaming, education, publisher, social

  /// What it is, in a few words.
  package var title: String {
    switch self {
    case .saas: "software that companies subscribe to"
    case .marketplace: "buyers and sellers, orders and campaigns"
    case .fintech: "payments, accounts and dashboards"
    case .streaming: "video or audio, on demand and live"
    case .education: "courses, classes and exams"
    case .publisher: "news and articles"
    case .social: "posts, feeds and messages"
    }
  }
}

/// What a kind of site begins with: answers to all questions, and services.
///
/// All of it is a guess, and the model that is written says so.
package struct ArchetypePreset: Sendable {
  /// Answers as a user would type them, by question; what is missing has an answer for all.
  package var answers: [ModelQuestion: String]
  /// Ids of what users do.
  package var drivers: [String]
  /// What the busiest event is called, and how many days it takes.
  package var peakEvent: (id: String, days: Int)
  /// How many times normal a sudden spike is.
  package var spike: ThreePoint
  package var services: [ServicePreset]
}

/// A service of a kind of site.
package struct ServicePreset: Sendable {
  /// What of its data is sensitive.
  package enum Sensitivity: Sendable { case none, personal, money }

  package var id: String
  package var tier: Int
  package var workload: Workload
  package var architecture: Architecture
  /// What of the preset's drivers it feels; nothing means all alike.
  package var drivers: [String]
  package var data: Sensitivity
  /// Whether third-party systems are attached to it.
  package var isIntegrated: Bool
  /// Whether it works in real time where the site does.
  package var mayBeRealTime: Bool

  init(
    _ id: String, tier: Int, _ workload: Workload, _ architecture: Architecture = .modular,
    drivers: [String] = [], data: Sensitivity = .none, integrated: Bool = false,
    realTime: Bool = false
  ) {
    self.id = id
    self.tier = tier
    self.workload = workload
    self.architecture = architecture
    self.drivers = drivers
    self.data = data
    isIntegrated = integrated
    mayBeRealTime = realTime
  }
}
