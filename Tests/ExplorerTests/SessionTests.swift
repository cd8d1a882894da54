import CadreTestSupport
import Organization
import Planning
import Simulation
import Testing

@testable import Explorer
@testable import TerminalKit

/// Sessions as scripts: keys in, what is shown out.
@Suite struct SessionTests {
  @Test func aLeverMovesTheAnswerInTheSameFrame() throws {
    var explorer = try Opened.explorer("storefront")
    let before = explorer.answer.total.mean
    explorer.press(.tab)
    #expect(explorer.focus == .levers)
    explorer.press(.shiftRight, .shiftRight, .shiftRight, .shiftRight)
    #expect(explorer.dial?.isChanged == true)
    #expect(explorer.answer.total.mean != before)
    #expect(explorer.answer.basis == .means)
    #expect(explorer.text().contains(" base*  Storefront"))
  }

  @Test func aTypedValueIsTaken() throws {
    var explorer = try Opened.explorer("storefront")
    explorer.press(.tab)
    explorer.type("60")
    explorer.press(.enter)
    #expect(abs((explorer.dial?.value ?? 0) - 0.6) < 1e-9)
    #expect(explorer.organization.drivers[0].growthPerYear?.likely == 0.6)
    explorer.press(.backspace)
    #expect(explorer.dial?.isChanged == false)
    #expect(explorer.variant.settings.isEmpty)
  }

  @Test func whatIsOutOfRangeIsRefusedInWords() throws {
    var explorer = try Opened.explorer("small")
    explorer.press(.tab)
    explorer.type("99999999")
    explorer.press(.enter)
    #expect(explorer.bottom.contains("goes from"))
    #expect(explorer.variant.settings.isEmpty)
  }

  @Test func pressesThatComeTogetherAllCount() throws {
    var explorer = try Opened.explorer("storefront")
    explorer.press(.tab)
    let before = explorer.dial?.value ?? 0
    for _ in 0..<5 { _ = explorer.handle(.key(.right)) }
    _ = explorer.settle()
    #expect(abs((explorer.dial?.value ?? 0) - before - 0.05) < 1e-9)
  }

  @Test func undoBringsBackWhatWasAndRedoWhatWasUndone() throws {
    var explorer = try Opened.explorer("small")
    let before = explorer.answer.total.mean
    explorer.press(.tab, .shiftRight, .shiftRight)
    let after = explorer.answer.total.mean
    explorer.press(.character("u"))
    #expect(explorer.answer.total.mean == before)
    explorer.press(.character("U"))
    #expect(explorer.answer.total.mean == after)
  }

  @Test func escapeAlwaysLeadsHome() throws {
    var random = SeededRandom(seed: 5)
    let keys = Self.keys
    for _ in 0..<20 {
      var explorer = try Opened.explorer("small")
      for _ in 0..<30 {
        _ = explorer.handle(.key(keys.randomElement(using: &random) ?? .escape))
        explorer.exit = nil
      }
      explorer.press(Array(repeating: .escape, count: 8))
      #expect(explorer.screen == .overview)
      #expect(explorer.focus == .main && explorer.overlay == nil)
    }
  }

  @Test func noKeyIsSilent() throws {
    var explorer = try Opened.explorer("small")
    for key in [Key.character("Z"), .insert, .control("x"), .character("漢")] {
      explorer.press(key)
      #expect(explorer.bottom.contains("does nothing here"))
    }
    // A command that cannot act says why.
    explorer.press(.character("u"))
    #expect(explorer.bottom.contains("nothing to undo"))
    explorer.press(.character("4"), .character("x"))
    #expect(explorer.bottom.contains("there is no seat"))
    explorer.press(.character("c"))
    #expect(explorer.bottom.contains("first futures"))
  }

  @Test func teamsAreFilteredWhileTypingAndOpened() throws {
    var explorer = try Opened.explorer("storefront")
    explorer.press(.character("2"), .character("/"))
    explorer.type("pay")
    #expect(explorer.teamRows.map(\.name) == ["payments"])
    explorer.press(.enter, .enter)
    #expect(explorer.openTeam == 2)
    #expect(explorer.text().contains("service team of 8"))
    explorer.press(.escape)
    #expect(explorer.openTeam == 2 && explorer.filterText.isEmpty)
    explorer.press(.escape)
    #expect(explorer.openTeam == nil)
    explorer.press(.character("/"))
    explorer.type("!pay")
    #expect(explorer.teamRows.count == 7)
  }

  @Test func teamsAreSortedByAnyColumn() throws {
    var explorer = try Opened.explorer("storefront")
    explorer.press(.character("2"))
    for _ in TeamOrder.Key.allCases {
      explorer.press(.character("s"))
      #expect(explorer.teamRows.count == 8)
    }
    explorer.teamOrder = TeamOrder(key: .worst)
    let worst = explorer.teamRows.map(\.worst)
    #expect(worst == worst.sorted())
    explorer.press(.character("S"))
    #expect(explorer.teamRows.map(\.worst) == worst.sorted(by: >))
  }

  @Test func seatsAreAddedMovedAndRemovedByHand() throws {
    var explorer = try Opened.refined("small")
    explorer.press(.character("4"), .character("a"))
    #expect(explorer.seats.count == 1)
    explorer.press(.right, .right)
    #expect(explorer.seats.first?.openMonth == 2)
    explorer.press(.character("v"))
    #expect(explorer.seats.first?.level != nil)
    explorer.press(.character("f"))
    #expect(explorer.locked == [0])
    explorer.press(.character("p"))
    #expect(explorer.seats == explorer.recommendedSeats)
    explorer.press(.character("b"))
    #expect(explorer.variant.seats == nil)
  }

  @Test func scenariosAreMadeRenamedMarkedAndDeleted() throws {
    var explorer = try Opened.explorer("storefront")
    explorer.press(.character("6"), .character("n"))
    explorer.type("try-out")
    explorer.press(.enter)
    #expect(explorer.variant.name == "try-out")
    explorer.press(.character(" "), .up, .character(" "))
    #expect(explorer.marked.count == 2)
    explorer.press(.down, .character("r"))
    explorer.press(Array(repeating: .backspace, count: 9))
    explorer.type("other")
    explorer.press(.enter)
    #expect(explorer.variant.name == "other")
    explorer.press(.character("x"), .character("y"))
    #expect(!explorer.draft.variants.contains { $0.name == "other" })
    // Scenarios of the file are not deleted by a key.
    explorer.press(.home, .character("x"))
    #expect(explorer.bottom.contains("stands in the file"))
  }

  @Test func otherScenariosArePlayedWhileTheyAreShown() throws {
    var explorer = try Opened.refined("storefront")
    let own = explorer.answer.total.mean
    explorer.press(.character("6"))
    while explorer.wantsOthers { explorer.prepareNext() }
    #expect(!explorer.arePlayed)
    #expect(explorer.text().contains("with everything at its mean"))
    var played = 0
    while case .refine(let work)? = explorer.settle().first {
      #expect(work.isShort && !work.needsPlan && work.generation == explorer.generation)
      let judge = FutureJudge(work.base)
      var run = FuturesRun(judge, goal: .init(futures: 16))
      while !run.isDone { run.add(run.next.map(judge.play)) }
      explorer.take(
        .futures(Answer(run.estimate, judge: judge), tornado: []), generation: work.generation)
      explorer.take(.done, generation: work.generation)
      played += 1
    }
    #expect(played == 3)
    #expect(explorer.arePlayed)
    // What was played of others is not taken for the scenario that is explored.
    #expect(explorer.answer.total.mean == own)
    let lines = explorer.commandLine?.split(separator: "\n") ?? []
    #expect(lines.count == 4)
    #expect(lines.last?.contains("--scenario downturn") == true)
  }

  @Test func leavingWithChangesAsksFirst() throws {
    var explorer = try Opened.explorer("small")
    explorer.press(.tab, .right, .character("q"))
    #expect(explorer.exit == nil)
    explorer.press(.character("n"))
    #expect(explorer.exit == nil && explorer.overlay == nil)
    explorer.press(.character("q"), .character("y"))
    #expect(explorer.exit == .done)
    var other = try Opened.explorer("small")
    other.press(.character("q"))
    #expect(other.exit == .done)
  }

  @Test func lateAnswersToOldQuestionsAreNotTaken() throws {
    var explorer = try Opened.explorer("small")
    let old = explorer.work
    explorer.press(.tab, .right)
    explorer.take(.progress("of yesterday"), generation: old.generation)
    #expect(explorer.progress == nil)
  }

  @Test func namesOfUsersCannotMoveTheCursor() throws {
    var explorer = try Opened.explorer("small")
    explorer.press(.character("6"), .character("n"))
    explorer.type("a\u{1b}[2Jb")
    let surface = explorer.render(width: 80, height: 24, glyphs: .braille)
    #expect(!surface.text.unicodeScalars.contains("\u{1b}"))
    #expect(surface.text.contains("\\u{1b}"))
  }

  @Test func thousandsOfRandomEventsDoNoHarm() throws {
    var random = SeededRandom(seed: 11)
    let keys = Self.keys
    var explorer = try Opened.refined("small")
    for step in 0..<10_000 {
      let event: TerminalEvent =
        switch Int.random(in: 0..<20, using: &random) {
        case 0:
          .click(
            x: .random(in: -1...210, using: &random), y: .random(in: -1...70, using: &random),
            isDouble: .random(using: &random))
        case 1: .wheel([-3, 3].randomElement(using: &random) ?? 3, x: 5, y: 5)
        default: .key(keys.randomElement(using: &random) ?? .escape)
        }
      if step % 50 == 0 {
        explorer.resize(
          width: .random(in: 0...210, using: &random), height: .random(in: 0...60, using: &random))
      }
      _ = explorer.handle(event)
      explorer.exit = nil
      if step % 10 == 0 { _ = explorer.settle() }
      if step % 25 == 0 {
        _ = explorer.render(
          width: explorer.size.width, height: explorer.size.height, glyphs: .braille)
      }
    }
  }

  private static let keys: [Key] =
    "0123456789.abcdefghijklmnopqrstuvwxyzDGHLSU/:?+-<>[] é漢".map { Key.character($0) } + [
      .up, .down, .left, .right, .shiftLeft, .shiftRight, .home, .end, .pageUp, .pageDown, .enter,
      .escape, .tab, .backTab, .backspace, .delete, .insert, .help, .control("u"), .control("r"),
      .control("l"),
    ]
}
