/// What a forecast is made of: families of models, each with its weight.
package struct ModelMix: Hashable, Sendable {
  /// Models that look at a past in the same way.
  package enum Kind: String, CaseIterable, Sendable {
    /// Recent values count more than old ones.
    case smoothing
    /// Half of the long-run trend.
    case theta
    /// Past seasons once more.
    case repetition
    /// What followed on values like these.
    case autoregression
    /// The present level for good.
    case level
    /// The long-run growth, which fades.
    case growth
  }

  package struct Part: Hashable, Sendable {
    package var kind: Kind
    /// Its weight, 0 to 1.
    package var share: Double
  }

  /// The largest first; the shares add up to 1.
  package let parts: [Part]

  /// - Parameter shares: the weight of each kind; kinds that are missing have none.
  package init(_ shares: [Kind: Double]) {
    parts = Kind.allCases.compactMap { kind in
      shares[kind].flatMap { $0 > 0 ? Part(kind: kind, share: $0) : nil }
    }
    .sorted { $0.share > $1.share }
  }
}

extension FamilyForecaster {
  /// What the forecast of a series is made of.
  package func mix(of study: SeriesStudy, law: FamilyLaw) -> ModelMix {
    var shares: [ModelMix.Kind: Double] = [:]
    for (kind, weight) in zip(Components.Kind.allCases, law.weights.weights(for: study.trials)) {
      shares[kind.inWords, default: 0] += weight
    }
    return ModelMix(shares)
  }
}

extension Components.Kind {
  fileprivate var inWords: ModelMix.Kind {
    switch self {
    case .smoothing, .complex, .seasonalComplex: .smoothing
    case .theta, .logarithmicTheta: .theta
    case .naive, .meanSeason, .drift: .repetition
    case .autoregression, .seasonalAutoregression: .autoregression
    case .level: .level
    case .growth: .growth
    }
  }
}
