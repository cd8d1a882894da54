package import Organization
package import Simulation

/// Plays changed organisations in the same futures as the one there is.
package struct ShapeTrial: Sendable {
  package let advice: ShapeAdvice
  package let futures: Int
  /// The organisation as it is, then every proposal.
  private let plans: [FuturePlan]

  /// - Parameters:
  ///   - advice: what to try.
  ///   - traffic: its courses.
  ///   - seed: of all random numbers.
  ///   - futures: to play of each.
  package init(_ advice: ShapeAdvice, traffic: TrafficOutlook, seed: UInt64, futures: Int) {
    self.advice = advice
    self.futures = futures
    let base = FuturePlan(advice.organization, traffic: traffic, seed: seed)
    plans =
      [base]
      + advice.proposals.map { base.changed($0.organization, staffing: $0.staffing) }
  }

  /// Futures of one organisation that are played at once.
  package struct Piece: Hashable, Sendable {
    var plan: Int
    var futures: Range<Int>
  }

  /// What is to be played, in the order in which ``outcome(_:)`` wants it.
  package var pieces: [Piece] {
    plans.indices.flatMap { plan in
      stride(from: 0, to: futures, by: 25).map {
        Piece(plan: plan, futures: $0..<min(futures, $0 + 25))
      }
    }
  }

  /// The figures of each future of a piece.
  package func play(_ piece: Piece) -> [[Double]] {
    var course = FutureCourse(plans[piece.plan])
    return piece.futures.map { future in
      course.play(future)
      return ShapeFigure.values(of: course.result)
    }
  }

  /// What comes of all pieces.
  package func outcome(_ played: [[[Double]]]) -> ShapeOutcome {
    let each = played.count / plans.count
    let rows = plans.indices.map { plan in
      Array(played[plan * each..<(plan + 1) * each].joined())
    }
    let today = ShapeFigure.allCases.map { figure in
      var estimate = MeanEstimate()
      for row in rows[0] { estimate.insert(row[figure.rawValue]) }
      return estimate
    }
    let tried = advice.proposals.indices.map { index in
      TriedShape(
        proposal: advice.proposals[index],
        change: ShapeFigure.allCases.map { figure in
          var difference = PairedDifference()
          for (after, before) in zip(rows[index + 1], rows[0]) {
            difference.insert(after[figure.rawValue], before[figure.rawValue])
          }
          return difference
        })
    }
    return ShapeOutcome(
      organization: advice.organization, futures: futures, today: today,
      tried: tried.sorted {
        ($0.verdict.rawValue, $0[.cost].mean) < ($1.verdict.rawValue, $1[.cost].mean)
      },
      notes: advice.notes)
  }
}

/// What trying other shapes came to.
package struct ShapeOutcome: Sendable {
  package let organization: Organization
  package let futures: Int
  /// By ``ShapeFigure``, of the organisation as it is.
  let today: [MeanEstimate]
  /// The best first.
  package let tried: [TriedShape]
  package let notes: [String]

  package subscript(figure: ShapeFigure) -> MeanEstimate { today[figure.rawValue] }
}

/// A change with what it does, future by future.
package struct TriedShape: Sendable {
  /// Whether a change is worth it, by differences that 95 of 100 such runs would find too.
  package enum Verdict: Int, Sendable {
    /// It costs less, what is not done included, at no price in coverage or burnout.
    case gain
    /// Something gets better and something else worse or not clearly cheaper.
    case tradeOff
    case noGain

    package var name: String {
      switch self {
      case .gain: "gain"
      case .tradeOff: "trade-off"
      case .noGain: "no gain"
      }
    }
  }

  package let proposal: ShapeProposal
  /// By ``ShapeFigure``, with the change less without it.
  let change: [PairedDifference]

  package subscript(figure: ShapeFigure) -> MeanEstimate { change[figure.rawValue].difference }

  /// How likely a future costs less with the change.
  package var probabilityOfLess: ProbabilityEstimate {
    change[ShapeFigure.cost.rawValue].probabilityOfLess
  }

  package func isBetter(_ figure: ShapeFigure) -> Bool { isClear(figure, better: true) }
  package func isWorse(_ figure: ShapeFigure) -> Bool { isClear(figure, better: false) }

  private func isClear(_ figure: ShapeFigure, better: Bool) -> Bool {
    guard let interval = self[figure].interval(confidence: 0.95) else { return false }
    return better == figure.isGood
      ? interval.lowerBound > figure.least : interval.upperBound < -figure.least
  }

  package var verdict: Verdict {
    if isBetter(.cost), !isWorse(.coverage), !isWorse(.burnout) { return .gain }
    let judged: [ShapeFigure] = [.cost, .coverage, .burnout, .onCall]
    return judged.contains(where: isBetter) ? .tradeOff : .noGain
  }
}
