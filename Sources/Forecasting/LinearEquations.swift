/// Symmetric positive definite equations.
enum LinearEquations {
  /// Solves by Cholesky's method.
  ///
  /// - Parameters:
  ///   - matrix: only the part on and below the diagonal is read.
  ///   - right: one number for each row.
  /// - Returns: `nil` if the matrix is not positive definite.
  static func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    let size = right.count
    var lower = Array(repeating: [Double](repeating: 0, count: size), count: size)
    var half = right
    for row in 0..<size {
      for column in 0...row {
        var sum = matrix[row][column]
        for inner in 0..<column { sum -= lower[row][inner] * lower[column][inner] }
        if row == column {
          guard sum > 0 else { return nil }
          lower[row][row] = sum.squareRoot()
        } else {
          lower[row][column] = sum / lower[column][column]
        }
      }
      for inner in 0..<row { half[row] -= lower[row][inner] * half[inner] }
      half[row] /= lower[row][row]
    }
    var solution = half
    for row in (0..<size).reversed() {
      for inner in row + 1..<max(size, row + 1) {
        solution[row] -= lower[inner][row] * solution[inner]
      }
      solution[row] /= lower[row][row]
    }
    return solution
  }
}
