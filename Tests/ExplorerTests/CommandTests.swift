import Testing

@testable import Explorer
@testable import TerminalKit

@Suite struct CommandTests {
  @Test func noTwoCommandsHaveOneName() {
    let ids = CommandTable.all.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  /// The first that is at hand would hide the other.
  @Test func noKeyMeansTwoThingsInOnePlace() throws {
    var explorer = try Opened.explorer("small")
    for focus in [Focus.main, .levers] {
      for screen in Screen.allCases {
        explorer.screen = screen
        explorer.focus = focus
        // Levers take their keys before everything else.
        let known = CommandTable.all.filter {
          $0.isAtHand(explorer) && (focus == .main || $0.place == .levers)
        }
        let keys = known.flatMap(\.keys)
        let twice = Dictionary(grouping: keys, by: \.self).filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, "\(screen) \(focus): \(twice.map(\.name))")
      }
    }
  }

  @Test func theFooterShowsOnlyWhatIsAtHand() throws {
    var explorer = try Opened.explorer("small")
    explorer.press(.character("2"))
    let footer = explorer.text(width: 120, height: 40).split(separator: "\n").last ?? ""
    #expect(footer.contains("s sort ") && footer.contains("? help"))
    #expect(!footer.contains("duplicate"))
  }

  @Test func helpAndManualNameEveryCommand() throws {
    var explorer = try Opened.explorer("small")
    explorer.resize(width: 100, height: 200)
    explorer.press(.character("?"))
    let help = explorer.text(width: 100, height: 200)
    for command in CommandTable.all { #expect(help.contains(command.title)) }
    #expect(Explorer.commands.count == CommandTable.all.count)
  }

  @Test func thePaletteFindsCommandsByWords() throws {
    let explorer = try Opened.explorer("small")
    #expect(explorer.paletteCommands("copy com").map(\.id) == ["copy-command"])
    #expect(explorer.paletteCommands("").allSatisfy { $0.isAtHand(explorer) })
    #expect(explorer.paletteCommands("no such command").isEmpty)
  }
}
