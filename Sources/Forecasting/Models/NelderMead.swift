/// Minimises a function of a few variables without derivatives [Nelder & Mead 1965].
enum NelderMead {
  /// Searches from `start`, whose neighbours lie `steps` away along each axis.
  ///
  /// - Parameters:
  ///   - start: where the search begins.
  ///   - steps: the size of the first simplex, not zero.
  ///   - evaluations: about how often `cost` is asked at most.
  ///   - cost: what is made small; NaN counts as infinite.
  /// - Returns: the best point found.
  static func minimum(
    from start: [Double], steps: [Double], evaluations: Int, of cost: ([Double]) -> Double
  ) -> [Double] {
    let dimension = start.count
    func rated(_ point: [Double]) -> Vertex {
      let value = cost(point)
      return Vertex(point: point, value: value.isNaN ? .infinity : value)
    }
    var simplex = [rated(start)]
    for axis in 0..<dimension {
      var point = start
      point[axis] += steps[axis]
      simplex.append(rated(point))
    }
    var used = dimension + 1
    while used < evaluations {
      simplex.sort { $0.value < $1.value }
      let (best, worst) = (simplex[0], simplex[dimension])
      if worst.value - best.value <= tolerance * abs(best.value) { break }
      let centre = mean(of: simplex.dropLast())
      let reflected = rated(along(from: worst.point, through: centre, by: 2))
      used += 1
      if reflected.value < best.value {
        let expanded = rated(along(from: worst.point, through: centre, by: 3))
        used += 1
        simplex[dimension] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < simplex[dimension - 1].value {
        simplex[dimension] = reflected
      } else {
        let isOutside = reflected.value < worst.value
        let contracted = rated(
          along(from: worst.point, through: centre, by: isOutside ? 1.5 : 0.5))
        used += 1
        if contracted.value < min(reflected.value, worst.value) {
          simplex[dimension] = contracted
        } else {
          for index in 1...dimension {
            simplex[index] = rated(along(from: best.point, through: simplex[index].point, by: 0.5))
          }
          used += dimension
        }
      }
    }
    return simplex.min { $0.value < $1.value }?.point ?? start
  }

  private struct Vertex {
    var point: [Double]
    var value: Double
  }

  /// Relative to the best value; forecasts do not notice less.
  private static let tolerance = 1e-7

  private static func mean(of vertices: ArraySlice<Vertex>) -> [Double] {
    var sum = [Double](repeating: 0, count: vertices.count)
    for vertex in vertices { for axis in sum.indices { sum[axis] += vertex.point[axis] } }
    return sum.map { $0 / Double(vertices.count) }
  }

  /// The point reached from `start` after `factor` times the way to `target`.
  private static func along(
    from start: [Double], through target: [Double], by factor: Double
  ) -> [Double] {
    start.indices.map { start[$0] + factor * (target[$0] - start[$0]) }
  }
}
