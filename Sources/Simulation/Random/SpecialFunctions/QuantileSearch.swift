/// Turns distribution functions round.
enum QuantileSearch {
  /// The largest count that is given back, far above any count that a Double tells from the next.
  static let largestCount = 0x1p62

  /// The smallest whole number at which `tails` reaches `probability`.
  ///
  /// Every number is judged by its own tails, never by sums along the way, so that a larger
  /// probability can only give a larger number.
  /// - Parameters:
  ///   - probability: between 0 and 1.
  ///   - first: the smallest number there is.
  ///   - last: the largest number there is.
  ///   - guess: where to look first.
  ///   - tails: of the distribution at a whole number.
  /// - Returns: a whole number, at most `last`.
  /// - Complexity: twice the binary logarithm of the distance from the guess.
  static func whole(
    _ probability: Double, first: Double, last: Double, guess: Double, tails: (Double) -> Tails
  ) -> Double {
    let last = min(last, largestCount)
    var above = guess.isNaN ? first : min(max(guess.rounded(), first), last)
    var below = first - 1
    var step = max(1, above.ulp)
    if above >= last || tails(above).reaches(probability) {
      // Downwards, until something does not reach.
      while above > first {
        let next = max(above - step, first)
        guard tails(next).reaches(probability) else {
          below = next
          break
        }
        above = next
        step *= 2
      }
    } else {
      repeat {
        below = above
        above = min(above + step, last)
        step *= 2
      } while above < last && !tails(above).reaches(probability)
    }
    while true {
      let middle = (below + (above - below) / 2).rounded(.down)
      guard middle > below, middle < above else { return above }
      if tails(middle).reaches(probability) { above = middle } else { below = middle }
    }
  }

  /// The place of `probability` on a scale from -∞ to ∞ on which the logarithms of both tails are
  /// concave, as they are for Gamma on ln x and for Beta on ln x/(1-x).
  ///
  /// Newton's steps on the logarithm of the smaller tail then never swing: after the first they come
  /// from one side.
  /// - Parameters:
  ///   - probability: between 0 and 1.
  ///   - guess: where to begin.
  ///   - range: places beyond which the number is 0 or the largest, to double rounding.
  ///   - curve: tails and density on that scale.
  /// - Returns: a place in `range`.
  /// - Complexity: 3 to 5 evaluations from a good guess, 60 at most.
  static func place(
    _ probability: Double, guess: Double, in range: ClosedRange<Double>,
    curve: (Double) -> (tails: Tails, density: Double)
  ) -> Double {
    let isLower = probability <= 0.5
    let target = isLower ? probability : 1 - probability
    var place = clamp(guess, range.lowerBound, range.upperBound)
    for _ in 0..<60 {
      let (tails, density) = curve(place)
      let tail = isLower ? tails.lower : tails.upper
      guard tail > 0, density > 0 else {
        // Out where the tail is less than the smallest number: go back towards the middle.
        place = clamp(place + (isLower ? 1 : -1), range.lowerBound, range.upperBound)
        continue
      }
      let excess = logarithm(tail / target) * tail / density
      let step = clamp(isLower ? -excess : excess, -4, 4)
      let next = clamp(place + step, range.lowerBound, range.upperBound)
      let moved = abs(next - place)
      place = next
      // Errors are squared from step to step, so that the next would be below rounding.
      if moved < 1e-9 { break }
    }
    return place
  }
}
