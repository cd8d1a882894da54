/// People of a team in the order of their rows, of whom many are alike: four bytes each.
package struct ImportedPeople: Sendable {
  /// Everything that there is at all.
  private var kinds: [ImportedPerson] = []
  private var numbers: [ImportedPerson: UInt32] = [:]
  private var people: [UInt32] = []

  package init() {}

  package mutating func append(_ person: ImportedPerson) {
    if let number = numbers[person] {
      people.append(number)
    } else {
      let number = UInt32(kinds.count)
      numbers[person] = number
      kinds.append(person)
      people.append(number)
    }
  }

  /// How many there are of each level.
  package var countsByLevel: [String: Int] {
    var counts = [Int](repeating: 0, count: kinds.count)
    for number in people { counts[Int(number)] += 1 }
    return Dictionary(zip(kinds.map(\.level), counts), uniquingKeysWith: +)
  }
}

extension ImportedPeople: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { people.count }
  package subscript(index: Int) -> ImportedPerson { kinds[Int(people[index])] }
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
