import Organization

/// People of a team in the order of their rows, of whom many are alike: six bytes each.
package struct ImportedPeople: Sendable {
  // Only a map can name many levels; as it has a megabyte at most, their places fit into 16 bits.
  private var names: [String] = []
  private var numbers: [String: UInt16] = [:]
  /// The place of everybody's level in ``names``.
  private var levels: [UInt16] = []
  /// The index of the month of joining.
  private var starts: [Int32] = []

  /// In the place of a month that is not known.
  private static let unknown = Int32.min

  package init() {}

  package mutating func append(_ person: ImportedPerson) {
    let number = numbers[person.level] ?? UInt16(names.count)
    if Int(number) == names.count {
      numbers[person.level] = number
      names.append(person.level)
    }
    levels.append(number)
    starts.append(person.start.map { Int32($0.index) } ?? Self.unknown)
  }

  /// How many there are of each level.
  package var countsByLevel: [String: Int] {
    var counts = [Int](repeating: 0, count: names.count)
    for level in levels { counts[Int(level)] += 1 }
    return Dictionary(zip(names, counts), uniquingKeysWith: +)
  }
}

extension ImportedPeople: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { levels.count }
  package subscript(index: Int) -> ImportedPerson {
    let start = starts[index]
    return ImportedPerson(
      level: names[Int(levels[index])],
      start: start == Self.unknown ? nil : YearMonth(index: Int(start)))
  }
}

extension ImportedPeople: Hashable {
  package static func == (a: ImportedPeople, b: ImportedPeople) -> Bool { a.elementsEqual(b) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for person in self { hasher.combine(person) }
  }
}

extension ImportedPeople: ExpressibleByArrayLiteral {
  package init(arrayLiteral people: ImportedPerson...) {
    for person in people { append(person) }
  }
}
