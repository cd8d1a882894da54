/// Draws with the elements of Scalable Vector Graphics. [SVG 1.1]
///
/// Colours are classes that the page's style sheet knows; texts are made harmless.
struct SVG {
  let width: Double
  let height: Double
  private var elements = ""

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func line(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ style: String)
  {
    add(
      "line",
      [("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)], style)
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String
  ) {
    add("rect", [("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))], style)
  }

  mutating func circle(_ center: (x: Double, y: Double), radius: Double, _ style: String) {
    add("circle", [("cx", center.x), ("cy", center.y), ("r", radius)], style)
  }

  /// A curve through points, broken where one is not a number.
  mutating func curve(_ points: [(x: Double, y: Double)], _ style: String) {
    var path = ""
    var isDown = false
    for point in points {
      guard point.x.isFinite, point.y.isFinite else {
        isDown = false
        continue
      }
      path += "\(isDown ? "L" : "M")\(Self.number(point.x)) \(Self.number(point.y))"
      isDown = true
    }
    guard !path.isEmpty else { return }
    elements += "<path d=\"\(path)\" class=\"\(style)\"/>\n"
  }

  /// The area between two curves from left to right.
  mutating func area(_ upper: [(x: Double, y: Double)], _ lower: [(x: Double, y: Double)]) {
    let outline = (upper + lower.reversed()).filter { $0.x.isFinite && $0.y.isFinite }
    guard outline.count > 2 else { return }
    let points = outline.map { "\(Self.number($0.x)),\(Self.number($0.y))" }
    elements += "<polygon points=\"\(points.joined(separator: " "))\" class=\"band\"/>\n"
  }

  enum Anchor: String { case start, middle, end }

  mutating func text(
    _ text: String, x: Double, y: Double, _ anchor: Anchor = .start, isQuiet: Bool = false
  ) {
    let style = isQuiet ? " class=\"quiet-text\"" : ""
    elements +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor.rawValue)\""
      + "\(style)>\(HTMLText.escaped(text))</text>\n"
  }

  /// The whole drawing with its title and what it shows in words.
  func document(name: String, title: String, description: String) -> String {
    """
    <svg class="chart" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" role="img" \
    aria-labelledby="\(name)-title \(name)-description">
    <title id="\(name)-title">\(HTMLText.escaped(title))</title>
    <desc id="\(name)-description">\(HTMLText.escaped(description))</desc>
    \(elements)</svg>
    """
  }

  private mutating func add(_ element: String, _ numbers: [(String, Double)], _ style: String) {
    let attributes = numbers.map { " \($0)=\"\(Self.number($1))\"" }.joined()
    elements += "<\(element)\(attributes) class=\"\(style)\"/>\n"
  }

  /// With one decimal, which is less than anybody sees.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  /// A curve in the line of a table.
  static func spark(_ values: [Double], in range: ClosedRange<Double>) -> String {
    let (width, height) = (96.0, 18.0)
    let span = max(1e-12, range.upperBound - range.lowerBound)
    var drawing = SVG(width: width, height: height)
    let step = (width - 4) / Double(max(1, values.count - 1))
    drawing.curve(
      values.enumerated().map { place, value in
        let share = min(1, max(0, (value - range.lowerBound) / span))
        return (2 + Double(place) * step, value.isFinite ? height - 2 - share * (height - 4) : .nan)
      }, "curve")
    let ends = [values.first, values.last].compactMap(\.self).map {
      NumberText.plain($0, decimals: 2)
    }
    return
      "<svg class=\"spark\" viewBox=\"0 0 \(number(width)) \(number(height))\" role=\"img\" "
      + "aria-label=\"from \(ends.first ?? "") to \(ends.last ?? "")\">\(drawing.elements)</svg>"
  }
}
