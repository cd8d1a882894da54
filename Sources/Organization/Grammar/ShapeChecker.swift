/// Holds a tree against a shape and collects everything that does not fit.
struct ShapeChecker {
  private let quantities: QuantityReader
  private(set) var findings: [Diagnostic] = []
  /// Inside a scenario nothing is required, and entries may be removed.
  private var isPartial = false

  init(quantities: QuantityReader) { self.quantities = quantities }

  /// The checked value; `nil` where nothing usable stands.
  mutating func check(_ node: SourceNode, against shape: Shape) -> Checked? {
    switch shape.meant(by: node) {
    case .object(let fields): checkObject(node, fields, shape)
    case .tagged(let common, let cases): checkTagged(node, common, cases, shape)
    case .map(let inner, let isRemovable): checkMap(node, inner, isRemovable, shape)
    case .list(let inner): checkList(node, inner, shape)
    case .quantity(let quantity): checkQuantity(node, quantity, shape)
    case .choice(let words): checkChoice(node, words, shape)
    case .text, .reference: checkScalar(node, shape) { .text($0) }
    case .flag: checkFlag(node, shape)
    case .month: checkMonth(node, shape)
    case .date: checkDate(node, shape)
    case .version: checkVersion(node, shape)
    case .either(let shapes): check(node, against: shapes[0])
    case .partial(let inner): checkPartial(node, inner)
    }
  }

  private mutating func report(_ problem: Problem, at position: SourcePosition) {
    findings.append(Diagnostic(problem, at: position))
  }

  private mutating func refuse(_ node: SourceNode, _ shape: Shape) -> Checked? {
    let problem = Problem.wrongShape(expected: shape.expectation, found: node.kindName)
    report(problem, at: node.position)
    return nil
  }

  private mutating func checkPartial(_ node: SourceNode, _ inner: Shape) -> Checked? {
    let before = isPartial
    isPartial = true
    defer { isPartial = before }
    return check(node, against: inner)
  }

  private mutating func checkObject(
    _ node: SourceNode, _ fields: [Field], _ shape: Shape
  ) -> Checked? {
    if node.isNull, shape.allowsNothing || isPartial {
      return Checked(position: node.position, content: .fields([:]))
    }
    guard let entries = node.entries else { return refuse(node, shape) }
    return checkFields(entries, fields, at: node.position)
  }

  private mutating func checkFields(
    _ entries: [SourceNode.Entry], _ fields: [Field], at position: SourcePosition
  ) -> Checked {
    var values: [String: Checked] = [:]
    let given = Set(entries.map(\.key))
    for field in fields where field.isRequired && !isPartial && !given.contains(field.name) {
      report(.missingKey(field.name), at: position)
    }
    for entry in entries {
      guard let field = fields.first(where: { $0.name == entry.key }) else {
        let known = fields.map(\.name)
        let nearest = Nearest.name(to: entry.key, among: known.filter { !given.contains($0) })
        report(.unknownKey(entry.key, known: known, nearest: nearest), at: entry.keyPosition)
        continue
      }
      values[entry.key] = check(entry.value, against: field.shape)
    }
    return Checked(position: position, content: .fields(values))
  }

  private mutating func checkTagged(
    _ node: SourceNode, _ common: [Field], _ cases: [(kind: String, fields: [Field])],
    _ shape: Shape
  ) -> Checked? {
    guard let entries = node.entries else { return refuse(node, shape) }
    let kind = Field("kind", .choice(cases.map(\.kind)), required: true, "what it is")
    let given = node.value(of: "kind")?.text
    if let fields = cases.first(where: { $0.kind == given })?.fields {
      return checkFields(entries, [kind] + common + fields, at: node.position)
    }
    // The kind is wrong or, in a scenario, left to the base: then any case's field will do.
    var all = [kind] + common
    for field in cases.flatMap(\.fields) where !all.contains(where: { $0.name == field.name }) {
      all.append(field)
    }
    for index in all.indices where all[index].name != "kind" { all[index].isRequired = false }
    return checkFields(entries, all, at: node.position)
  }

  private mutating func checkMap(
    _ node: SourceNode, _ inner: Shape, _ isRemovable: Bool, _ shape: Shape
  ) -> Checked? {
    if node.isNull { return Checked(position: node.position, content: .entries([])) }
    guard let entries = node.entries else { return refuse(node, shape) }
    var values: [Checked.Entry] = []
    values.reserveCapacity(entries.count)
    for entry in entries {
      if !Identifier.isValid(entry.key) { report(.badID(entry.key), at: entry.keyPosition) }
      if isPartial, isRemovable, entry.value.isNull { continue }
      // An entry that is wrong still exists, so that what refers to it is not wrong as well.
      let value =
        check(entry.value, against: inner)
        ?? Checked(position: entry.value.position, content: .fields([:]))
      values.append(.init(id: entry.key, position: entry.keyPosition, value: value))
    }
    return Checked(position: node.position, content: .entries(values))
  }

  private mutating func checkList(
    _ node: SourceNode, _ inner: Shape, _ shape: Shape
  ) -> Checked? {
    guard case .sequence(let items) = node.content else { return refuse(node, shape) }
    var values: [Checked] = []
    for item in items {
      if let value = check(item, against: inner) { values.append(value) }
    }
    return Checked(position: node.position, content: .list(values))
  }

  private mutating func checkScalar(
    _ node: SourceNode, _ shape: Shape, _ content: (String) -> Checked.Content?
  ) -> Checked? {
    guard let text = node.text, !node.isNull, let content = content(text) else {
      return refuse(node, shape)
    }
    return Checked(position: node.position, content: content)
  }

  private mutating func checkChoice(
    _ node: SourceNode, _ words: [String], _ shape: Shape
  ) -> Checked? {
    guard let text = node.text, !node.isNull else { return refuse(node, shape) }
    guard words.contains(text) else {
      let nearest = Nearest.name(to: text, among: words)
      report(.notAChoice(text, choices: words, nearest: nearest), at: node.position)
      return nil
    }
    return Checked(position: node.position, content: .text(text))
  }

  private mutating func checkFlag(_ node: SourceNode, _ shape: Shape) -> Checked? {
    checkScalar(node, shape) { text in
      switch text {
      case "true": .flag(true)
      case "false": .flag(false)
      default: nil
      }
    }
  }

  private mutating func checkMonth(_ node: SourceNode, _ shape: Shape) -> Checked? {
    guard let text = node.text, !node.isNull else { return refuse(node, shape) }
    if let month = YearMonth(text), (1970...2200).contains(month.year) {
      return Checked(position: node.position, content: .month(month))
    }
    report(CalendarDate.isMissing(text) ? .badDate(text) : .badMonth(text), at: node.position)
    return nil
  }

  private mutating func checkDate(_ node: SourceNode, _ shape: Shape) -> Checked? {
    guard let text = node.text, !node.isNull else { return refuse(node, shape) }
    if let day = CalendarDate.dayNumber(text) {
      return Checked(position: node.position, content: .day(day))
    }
    report(.badDate(text), at: node.position)
    return nil
  }

  private mutating func checkVersion(_ node: SourceNode, _ shape: Shape) -> Checked? {
    guard let text = node.text, !node.isNull else { return refuse(node, shape) }
    if text != "1" { report(.unsupportedVersion(text), at: node.position) }
    return Checked(position: node.position, content: .text(text))
  }

  private mutating func checkQuantity(
    _ node: SourceNode, _ quantity: Quantity, _ shape: Shape
  ) -> Checked? {
    if let entries = node.entries, quantity.allowsThreePoints {
      return checkThreePoint(entries, quantity, at: node.position)
    }
    guard let text = node.text, !node.isNull else { return refuse(node, shape) }
    guard let value = read(text, quantity, at: node.position) else { return nil }
    return Checked(position: node.position, content: .number(ThreePoint(value)))
  }

  private mutating func checkThreePoint(
    _ entries: [SourceNode.Entry], _ quantity: Quantity, at position: SourcePosition
  ) -> Checked? {
    var exact = quantity
    exact.allowsThreePoints = false
    let before = isPartial
    isPartial = false
    defer { isPartial = before }
    let fields = ["low", "likely", "high"].map { Field($0, .quantity(exact), required: true, "") }
    let checked = checkFields(entries, fields, at: position)
    guard let low = checked["low"]?.exact, let likely = checked["likely"]?.exact,
      let high = checked["high"]?.exact
    else { return nil }
    guard low <= likely, likely <= high else {
      report(.disordered(low: low, likely: likely, high: high), at: position)
      return nil
    }
    let number = ThreePoint(low: low, likely: likely, high: high)
    return Checked(position: position, content: .number(number))
  }

  private mutating func read(
    _ text: String, _ quantity: Quantity, at position: SourcePosition
  ) -> Double? {
    do {
      return try quantities.value(of: text, as: quantity)
    } catch {
      report(error, at: position)
      return nil
    }
  }
}
