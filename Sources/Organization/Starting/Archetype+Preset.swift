extension Archetype {
  /// What it begins with.
  package var preset: ArchetypePreset {
    switch self {
    case .saas: Self.saasPreset
    case .marketplace: Self.marketplacePreset
    case .fintech: Self.fintechPreset
    case .streaming: Self.streamingPreset
    case .education: Self.educationPreset
    case .publisher: Self.publisherPreset
    case .social: Self.socialPreset
    }
  }

  private static let saasPreset = ArchetypePreset(
    answers: [
      .growth: "10 %, 30 %, 60 %", .peak: "1.5", .peakMonth: "9", .spikes: "0.5 per year",
      .compliance: "gdpr", .realTime: "no", .integrations: "6",
    ],
    drivers: ["requests", "jobs"], peakEvent: ("season", 10),
    spike: ThreePoint(low: 1.2, likely: 1.5, high: 3),
    services: [
      ServicePreset("web", tier: 1, .readHeavy, drivers: ["requests"], realTime: true),
      ServicePreset("api", tier: 1, .transactional, drivers: ["requests"]),
      ServicePreset("accounts", tier: 1, .transactional, drivers: ["requests"], data: .personal),
      ServicePreset("notifications", tier: 2, .writeHeavy, .eventDriven, realTime: true),
      ServicePreset("billing", tier: 2, .transactional, data: .money, integrated: true),
      ServicePreset("connectors", tier: 2, .batch, drivers: ["jobs"], integrated: true),
      ServicePreset("workers", tier: 2, .batch, .managed, drivers: ["jobs"]),
      ServicePreset("reports", tier: 3, .batch, drivers: ["jobs"], data: .personal),
    ])

  private static let marketplacePreset = ArchetypePreset(
    answers: [
      .growth: "5 %, 20 %, 45 %", .peak: "3", .peakMonth: "11", .spikes: "1 per year",
      .compliance: "pci, gdpr", .realTime: "no", .integrations: "8",
    ],
    drivers: ["page-views", "orders", "messages"], peakEvent: ("campaign", 5),
    spike: ThreePoint(low: 1.4, likely: 2, high: 5),
    services: [
      ServicePreset("catalogue", tier: 1, .readHeavy, drivers: ["page-views"]),
      ServicePreset("search", tier: 1, .readHeavy, .managed, drivers: ["page-views"]),
      ServicePreset("cart", tier: 1, .transactional, drivers: ["orders", "page-views"]),
      ServicePreset(
        "payments", tier: 1, .transactional, .microservices, drivers: ["orders"], data: .money,
        integrated: true),
      ServicePreset("accounts", tier: 2, .transactional, data: .personal),
      ServicePreset("sellers", tier: 2, .writeHeavy, data: .personal, integrated: true),
      ServicePreset(
        "messaging", tier: 2, .writeHeavy, .eventDriven, drivers: ["messages"], data: .personal,
        realTime: true),
      ServicePreset("shipping", tier: 2, .transactional, drivers: ["orders"], integrated: true),
      ServicePreset("reviews", tier: 3, .readHeavy, drivers: ["page-views"]),
      ServicePreset("recommendations", tier: 3, .batch, drivers: ["page-views"]),
    ])

  private static let fintechPreset = ArchetypePreset(
    answers: [
      .growth: "15 %, 35 %, 70 %", .peak: "1.6", .peakMonth: "12", .spikes: "0.5 per year",
      .compliance: "pci, gdpr", .realTime: "yes", .integrations: "10",
    ],
    drivers: ["transactions", "logins"], peakEvent: ("year-end", 5),
    spike: ThreePoint(low: 1.3, likely: 1.8, high: 4),
    services: [
      ServicePreset("ledger", tier: 1, .transactional, drivers: ["transactions"], data: .money),
      ServicePreset(
        "payments", tier: 1, .transactional, .microservices, drivers: ["transactions"],
        data: .money, integrated: true),
      ServicePreset("accounts", tier: 1, .transactional, drivers: ["logins"], data: .personal),
      ServicePreset(
        "fraud", tier: 1, .writeHeavy, .eventDriven, drivers: ["transactions"], data: .money,
        realTime: true),
      ServicePreset(
        "dashboards", tier: 2, .readHeavy, drivers: ["logins"], data: .personal, realTime: true),
      ServicePreset(
        "bank-links", tier: 2, .batch, drivers: ["transactions"], data: .money, integrated: true),
      ServicePreset("statements", tier: 2, .batch, drivers: ["transactions"], data: .personal),
      ServicePreset("notifications", tier: 3, .writeHeavy, .eventDriven, realTime: true),
    ])

  private static let streamingPreset = ArchetypePreset(
    answers: [
      .growth: "8 %, 20 %, 45 %", .peak: "4", .peakMonth: "12", .spikes: "3 per year",
      .compliance: "gdpr", .realTime: "yes", .integrations: "5",
    ],
    drivers: ["streams", "page-views"], peakEvent: ("premiere", 3),
    spike: ThreePoint(low: 1.5, likely: 2.5, high: 6),
    services: [
      ServicePreset("playback", tier: 1, .readHeavy, .managed, drivers: ["streams"]),
      ServicePreset(
        "live", tier: 1, .writeHeavy, .microservices, drivers: ["streams"], realTime: true),
      ServicePreset("catalogue", tier: 1, .readHeavy, drivers: ["page-views"]),
      ServicePreset("ingest", tier: 2, .batch, .eventDriven, drivers: ["streams"]),
      ServicePreset("accounts", tier: 2, .transactional, data: .personal),
      ServicePreset("billing", tier: 2, .transactional, data: .money, integrated: true),
      ServicePreset("recommendations", tier: 3, .batch, drivers: ["page-views"], data: .personal),
      ServicePreset("telemetry", tier: 3, .writeHeavy, .eventDriven, drivers: ["streams"]),
    ])

  private static let educationPreset = ArchetypePreset(
    answers: [
      .growth: "5 %, 15 %, 35 %", .peak: "2.5", .peakMonth: "9", .spikes: "0.2 per year",
      .compliance: "gdpr", .realTime: "yes", .integrations: "5",
    ],
    drivers: ["sessions", "submissions"], peakEvent: ("term-start", 15),
    spike: ThreePoint(low: 1.2, likely: 1.5, high: 3),
    services: [
      ServicePreset("courses", tier: 1, .readHeavy, drivers: ["sessions"]),
      ServicePreset("classroom", tier: 1, .writeHeavy, drivers: ["sessions"], realTime: true),
      ServicePreset(
        "exams", tier: 1, .transactional, drivers: ["submissions"], data: .personal),
      ServicePreset("accounts", tier: 2, .transactional, data: .personal, integrated: true),
      ServicePreset(
        "grades", tier: 2, .transactional, drivers: ["submissions"], data: .personal,
        integrated: true),
      ServicePreset("content", tier: 3, .readHeavy, .managed, drivers: ["sessions"]),
      ServicePreset("reports", tier: 3, .batch, drivers: ["submissions"], data: .personal),
    ])

  private static let publisherPreset = ArchetypePreset(
    answers: [
      .growth: "0 %, 5 %, 20 %", .peak: "2", .peakMonth: "11", .spikes: "6 per year",
      .compliance: "gdpr", .realTime: "no", .integrations: "6",
    ],
    drivers: ["page-views", "comments"], peakEvent: ("big-story", 2),
    spike: ThreePoint(low: 1.5, likely: 3, high: 8),
    services: [
      ServicePreset("articles", tier: 1, .readHeavy, .managed, drivers: ["page-views"]),
      ServicePreset("home", tier: 1, .readHeavy, drivers: ["page-views"], realTime: true),
      ServicePreset("editor", tier: 2, .writeHeavy),
      ServicePreset(
        "subscriptions", tier: 2, .transactional, drivers: ["page-views"], data: .money,
        integrated: true),
      ServicePreset("ads", tier: 2, .readHeavy, drivers: ["page-views"], integrated: true),
      ServicePreset(
        "comments", tier: 3, .writeHeavy, drivers: ["comments"], data: .personal, realTime: true),
      ServicePreset("newsletters", tier: 3, .batch, data: .personal, integrated: true),
      ServicePreset("search", tier: 3, .readHeavy, .managed, drivers: ["page-views"]),
    ])

  private static let socialPreset = ArchetypePreset(
    answers: [
      .growth: "10 %, 40 %, 100 %", .peak: "2", .peakMonth: "1", .spikes: "4 per year",
      .compliance: "gdpr", .realTime: "yes", .integrations: "3",
    ],
    drivers: ["feed-views", "posts", "messages"], peakEvent: ("new-year", 2),
    spike: ThreePoint(low: 1.4, likely: 2, high: 6),
    services: [
      ServicePreset("feed", tier: 1, .readHeavy, .microservices, drivers: ["feed-views"]),
      ServicePreset("posts", tier: 1, .writeHeavy, drivers: ["posts"], data: .personal),
      ServicePreset(
        "messaging", tier: 1, .writeHeavy, .eventDriven, drivers: ["messages"], data: .personal,
        realTime: true),
      ServicePreset("accounts", tier: 1, .transactional, data: .personal, integrated: true),
      ServicePreset("graph", tier: 2, .readHeavy, drivers: ["feed-views"], data: .personal),
      ServicePreset("media", tier: 2, .writeHeavy, .managed, drivers: ["posts"]),
      ServicePreset("notifications", tier: 2, .writeHeavy, .eventDriven, realTime: true),
      ServicePreset("moderation", tier: 2, .batch, drivers: ["posts"], integrated: true),
      ServicePreset("search", tier: 3, .readHeavy, drivers: ["feed-views"]),
    ])
}
