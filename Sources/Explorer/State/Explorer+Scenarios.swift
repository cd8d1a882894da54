import Organization
import TerminalKit

extension Explorer {
  /// Places of the variants that pass the filter.
  var variantRows: [Int] {
    draft.variants.indices.filter {
      Self.passes(draft.variants[$0].name, filter[.scenarios] ?? "")
    }
  }

  /// The scenario under the cursor of the list.
  var chosenVariant: Variant? {
    let rows = variantRows
    return rows.indices.contains(cursorRow) && screen == .scenarios
      ? draft.variants[rows[cursorRow]] : variant
  }

  var freeName: String { free(chosenVariant.map { "\($0.name)-2" } ?? "scenario") }

  private func free(_ wish: String) -> String {
    let taken = Set(draft.variants.map(\.name))
    guard taken.contains(wish) else { return wish }
    let stem = wish.hasSuffix("-2") ? String(wish.dropLast(2)) : wish
    let number = (2...10_000).first { !taken.contains("\(stem)-\($0)") } ?? 2
    return "\(stem)-\(number)"
  }

  var renamingObstacle: String? {
    guard let chosen = chosenVariant else { return "there is no scenario here" }
    return chosen.isInFile ? "\(chosen.name) stands in the file; edit it there" : nil
  }

  // MARK: Marks

  /// So many columns fit side by side.
  static let mostMarked = 5

  var markObstacle: String? {
    guard let name = chosenVariant?.name else { return "there is no scenario here" }
    return marked.contains(name) || marked.count < Self.mostMarked
      ? nil : "\(Self.mostMarked) scenarios are marked; unmark one first"
  }

  mutating func toggleMark() {
    guard let name = chosenVariant?.name else { return }
    if let place = marked.firstIndex(of: name) {
      marked.remove(at: place)
    } else {
      marked.append(name)
    }
  }

  // MARK: Names

  mutating func name(_ name: String, for use: Prompt.NameUse) -> [Effect] {
    guard Identifier.isValid(name), name != "base" else {
      say("a name has letters, digits, '-', '_' and '.' only, at most 63", .warning)
      return []
    }
    if use == .save {
      // Seats are decisions and stand in plans, not in scenarios.
      return [.save(variant, name: name)]
    }
    guard !draft.variants.contains(where: { $0.name == name }) else {
      say("there is a scenario \(name) already", .warning)
      return []
    }
    switch use {
    case .new:
      add(Variant(name: name, origin: "base", isInFile: false))
    case .duplicate:
      guard let chosen = chosenVariant else { return [] }
      var copy = chosen
      copy.name = name
      copy.isInFile = false
      add(copy)
    case .rename:
      guard let chosen = chosenVariant else { return [] }
      history.change(about: nil) { draft in
        if let place = draft.variants.firstIndex(of: chosen) { draft.variants[place].name = name }
      }
      marked = marked.map { $0 == chosen.name ? name : $0 }
    case .save: break
    }
    return []
  }

  private mutating func add(_ variant: Variant) {
    history.change(about: nil) { draft in
      draft.variants.append(variant)
      draft.current = draft.variants.count - 1
    }
    filter[.scenarios] = nil
    cursor[.scenarios] = draft.variants.count - 1
    say("now exploring \(variant.name); Tab leads to its levers", .good)
  }

  mutating func deleteVariant(_ name: String) {
    history.change(about: nil) { draft in
      guard let place = draft.variants.firstIndex(where: { $0.name == name && !$0.isInFile })
      else { return }
      draft.variants.remove(at: place)
      if draft.current >= place { draft.current = max(0, draft.current - 1) }
    }
    marked.removeAll { $0 == name }
    say("deleted \(name); u brings it back")
  }

  // MARK: Saving

  var savingObstacle: String? {
    variant.settings.isEmpty && variant.isInFile
      ? "nothing of this scenario differs from the file (seats are exported, not saved)" : nil
  }

  var savingName: String { variant.isInFile ? free("\(variant.name)-2") : variant.name }

  // MARK: Typed lines

  mutating func typed(_ text: String, for prompt: Prompt) -> [Effect] {
    switch prompt {
    case .filter:
      filterText = text
      return []
    case .leverValue:
      typedLever(text)
      return []
    case .scenarioName(let use): return name(text, for: use)
    case .exportFile:
      guard !text.isEmpty else {
        say("nothing was written")
        return []
      }
      if screen == .scenarios, text.hasSuffix(".yaml") || text.hasSuffix(".yml") {
        return [.saveCopy(variant, name: savingName, file: text)]
      }
      return [.export(name: text, text: exportedText(for: text))]
    }
  }
}
