extension LinearProgram {
  /// By variable, what the cost rises by at least with each unit of it.
  ///
  /// `duals` are those of the program without whole numbers.
  ///
  /// - Complexity: O(entries).
  package func reducedCosts(_ duals: [Double]) -> [Double] {
    var reduced = costs
    for (row, dual) in duals.enumerated() where dual != 0 {
      for entry in starts[row]..<starts[row + 1] {
        reduced[indices[entry]] -= dual * factors[entry]
      }
    }
    return reduced
  }

  /// The same without those whole variables that no choice below `cost` can have.
  ///
  /// `relaxed` is the best choice without whole numbers: one unit of a variable adds its reduced cost
  /// to that at least. [Dantzig, Fulkerson & Johnson 1954]
  ///
  /// - Complexity: O(entries).
  package func without(above cost: Double, _ relaxed: Solution) -> LinearProgram {
    var copy = self
    let reduced = reducedCosts(relaxed.duals)
    copy.ruleOut(
      costs.indices.filter { isWhole[$0] && relaxed.objective + reduced[$0] > cost })
    return copy
  }
}
