import TerminalKit

/// All that the user can do, in the order in which it is told.
enum CommandTable {
  static let all: [Command] = levers + moving + teams + traffic + plan + scenarios + general

  /// What a key does where the user is; nothing where it means nothing there.
  static func command(for key: Key, in explorer: Explorer) -> Command? {
    all.first { $0.keys.contains(key) && $0.isAtHand(explorer) }
  }

  // MARK: Levers

  private static func turn(
    _ id: String, _ keys: [Key], _ title: String, by steps: Int, isLarge: Bool = false,
    inFooter: Bool = false
  ) -> Command {
    Command(
      id: id, keys: keys, title: title, place: .levers, isInFooter: inFooter,
      obstacle: { $0.dial == nil ? "no lever is chosen" : nil },
      act: { explorer in
        explorer.turn(by: steps, isLarge: isLarge)
        return []
      })
  }

  private static let levers: [Command] = [
    turn("lever-less", [.left, .character("h"), .character("-")], "less", by: -1, inFooter: true),
    turn("lever-more", [.right, .character("l"), .character("+")], "more", by: 1, inFooter: true),
    turn(
      "lever-much-less", [.shiftLeft, .character("H"), .character("<")], "much less", by: -1,
      isLarge: true),
    turn(
      "lever-much-more", [.shiftRight, .character("L"), .character(">")], "much more", by: 1,
      isLarge: true),
    Command(
      id: "lever-type", keys: "0123456789.".map { Key.character($0) } + [.enter],
      title: "type a value", place: .levers,
      isInFooter: true, obstacle: { $0.dial == nil ? "no lever is chosen" : nil },
      act: { explorer in
        explorer.overlay = .prompt(.leverValue, text: "")
        return []
      }),
    Command(
      id: "lever-reset", keys: [.backspace, .delete], title: "as in the model", place: .levers,
      isInFooter: true, footerTitle: "reset",
      obstacle: { explorer in
        guard let dial = explorer.dial else { return "no lever is chosen" }
        return dial.isChanged ? nil : "this lever is as in the model"
      },
      act: { explorer in
        explorer.resetLever()
        return []
      }),
  ]

  // MARK: Moving

  private static func move(_ id: String, _ keys: [Key], _ title: String, _ rows: Move) -> Command {
    Command(
      id: id, keys: keys, title: title, place: .everywhere,
      act: { explorer in
        explorer.move(rows)
        return []
      })
  }

  private static let moving: [Command] = [
    move("up", [.up, .character("k")], "up", .rows(-1)),
    move("down", [.down, .character("j")], "down", .rows(1)),
    move("page-up", [.pageUp, .control("b")], "a page up", .pages(-1)),
    move("page-down", [.pageDown, .control("f")], "a page down", .pages(1)),
    move("top", [.home, .character("g")], "to the top", .top),
    move("bottom", [.end, .character("G")], "to the bottom", .bottom),
    Command(
      id: "open", keys: [.enter], title: "open", place: .main, isInFooter: true,
      obstacle: { $0.openingObstacle },
      act: { explorer in
        explorer.open()
        return []
      }),
    Command(
      id: "levers", keys: [.tab, .backTab], title: "levers", place: .everywhere, isInFooter: true,
      act: { explorer in
        explorer.focus = explorer.focus == .main ? .levers : .main
        return []
      }),
    Command(
      id: "back", keys: [.escape], title: "back, or stop what is running", place: .everywhere,
      obstacle: { $0.backObstacle }, act: { $0.back() }),
    Command(
      id: "filter", keys: [.character("/")], title: "filter", place: .everywhere, isInFooter: true,
      obstacle: { $0.filterObstacle },
      act: { explorer in
        explorer.overlay = .prompt(.filter, text: explorer.filterText)
        return []
      }),
  ]

  // MARK: Screens

  private static func demand(
    _ id: String, _ keys: [Key], _ title: String, by step: Int, inFooter: String? = nil
  ) -> Command {
    Command(
      id: id, keys: keys, title: title, place: .screens([.teams]), isInFooter: inFooter != nil,
      footerTitle: inFooter,
      act: { explorer in
        explorer.chooseDemand(by: step)
        return []
      })
  }

  private static let teams: [Command] = [
    demand("previous-demand", [.left, .character("h")], "demand or team before", by: -1),
    demand(
      "next-demand", [.right, .character("l")], "next demand of the policy, next team", by: 1,
      inFooter: "next"),
    Command(
      id: "sort", keys: [.character("s")], title: "sort by the next column",
      place: .screens([.teams]), isInFooter: true, footerTitle: "sort",
      obstacle: { $0.openTeam == nil ? nil : "one team has nothing to sort" },
      act: { explorer in
        explorer.sortByNext()
        return []
      }),
    Command(
      id: "turn-order", keys: [.character("S")], title: "turn the order round",
      place: .screens([.teams]),
      obstacle: { $0.openTeam == nil ? nil : "one team has nothing to sort" },
      act: { explorer in
        explorer.teamOrder.isDescending.toggle()
        return []
      }),
    Command(
      id: "heat", keys: [.character("t")], title: "table or heat map", place: .screens([.teams]),
      isInFooter: true, footerTitle: "heat map",
      obstacle: { $0.openTeam == nil ? nil : "a team has no heat map of its own" },
      act: { explorer in
        explorer.isHeatMap.toggle()
        return []
      }),
  ]

  private static let traffic: [Command] = [
    Command(
      id: "previous-driver", keys: [.left, .character("h")], title: "driver before",
      place: .screens([.traffic]),
      act: { explorer in
        explorer.chooseDriver(by: -1)
        return []
      }),
    Command(
      id: "next-driver", keys: [.right, .character("l")], title: "next driver",
      place: .screens([.traffic]), isInFooter: true,
      act: { explorer in
        explorer.chooseDriver(by: 1)
        return []
      }),
  ]

  private static let plan: [Command] = [
    Command(
      id: "take-plan", keys: [.character("p")], title: "play the recommended seats",
      place: .screens([.overview, .plan]), isInFooter: true, footerTitle: "play seats",
      obstacle: { explorer in
        if explorer.refinement.recommendation == nil { return "no plan has been found yet" }
        return explorer.variant.seats == explorer.recommendedSeats
          ? "the recommended seats are played already" : nil
      },
      act: { explorer in
        explorer.takeRecommendedSeats()
        return []
      }),
    Command(
      id: "backfills", keys: [.character("b")], title: "play backfills only",
      place: .screens([.overview, .plan]),
      obstacle: { $0.variant.seats == nil ? "backfills only are played already" : nil },
      act: { explorer in
        explorer.change { $0.seats = nil }
        return []
      }),
    Command(
      id: "add-seat", keys: [.character("a")], title: "add a seat like this one",
      place: .screens([.plan]), isInFooter: true, footerTitle: "add",
      act: { explorer in
        explorer.addSeat()
        return []
      }),
    Command(
      id: "remove-seat", keys: [.character("x"), .delete], title: "remove the seat",
      place: .screens([.plan]), isInFooter: true, footerTitle: "remove",
      obstacle: { $0.seatObstacle },
      act: { explorer in
        explorer.removeSeat()
        return []
      }),
    Command(
      id: "earlier", keys: [.left, .character("h"), .character("[")], title: "a month earlier",
      place: .screens([.plan]), isInFooter: true, footerTitle: "earlier",
      obstacle: { $0.seatObstacle },
      act: { explorer in
        explorer.moveSeat(by: -1)
        return []
      }),
    Command(
      id: "later", keys: [.right, .character("l"), .character("]")], title: "a month later",
      place: .screens([.plan]), isInFooter: true, footerTitle: "later",
      obstacle: { $0.seatObstacle },
      act: { explorer in
        explorer.moveSeat(by: 1)
        return []
      }),
    Command(
      id: "seat-team", keys: [.character("t")], title: "give the seat to the next team",
      place: .screens([.plan]), obstacle: { $0.seatObstacle },
      act: { explorer in
        explorer.changeSeatTeam()
        return []
      }),
    Command(
      id: "seat-level", keys: [.character("v")], title: "next level or partner for the seat",
      place: .screens([.plan]), obstacle: { $0.seatObstacle },
      act: { explorer in
        explorer.changeSeatLevel()
        return []
      }),
    Command(
      id: "lock", keys: [.character("f")], title: "fix the seat, so that optimising keeps it",
      place: .screens([.plan]), isInFooter: true, footerTitle: "fix", obstacle: { $0.lockObstacle },
      act: { explorer in
        explorer.toggleLock()
        return []
      }),
  ]

  private static let scenarios: [Command] = [
    Command(
      id: "mark", keys: [.character(" ")], title: "mark to compare", place: .screens([.scenarios]),
      isInFooter: true, footerTitle: "mark", obstacle: { $0.markObstacle },
      act: { explorer in
        explorer.toggleMark()
        return []
      }),
    Command(
      id: "new", keys: [.character("n")], title: "new", place: .screens([.scenarios]),
      isInFooter: true,
      act: { explorer in
        explorer.overlay = .prompt(.scenarioName(.new), text: "")
        return []
      }),
    Command(
      id: "duplicate", keys: [.character("d")], title: "duplicate", place: .screens([.scenarios]),
      isInFooter: true,
      act: { explorer in
        explorer.overlay = .prompt(.scenarioName(.duplicate), text: explorer.freeName)
        return []
      }),
    Command(
      id: "rename", keys: [.character("r")], title: "rename", place: .screens([.scenarios]),
      obstacle: { $0.renamingObstacle },
      act: { explorer in
        explorer.overlay = .prompt(.scenarioName(.rename), text: explorer.chosenVariant?.name ?? "")
        return []
      }),
    Command(
      id: "delete", keys: [.character("x"), .delete], title: "delete",
      place: .screens([.scenarios]), obstacle: { $0.renamingObstacle },
      act: { explorer in
        explorer.overlay = .question(.deleteScenario(explorer.chosenVariant?.name ?? ""))
        return []
      }),
  ]

  // MARK: Everywhere

  private static let screens: [Command] = Screen.allCases.map { screen in
    Command(
      id: "screen-\(screen.title.lowercased())", keys: [.character(screen.digit)],
      title: screen.title, place: .main,
      act: { explorer in
        explorer.show(screen)
        return []
      })
  }

  private static let general: [Command] =
    screens + [
      Command(
        id: "optimise", keys: [.character("o")], title: "optimise", place: .everywhere,
        isInFooter: true, obstacle: { $0.optimisingObstacle }, act: { $0.optimise() }),
      Command(
        id: "undo", keys: [.character("u"), .control("u")], title: "undo", place: .everywhere,
        obstacle: { $0.history.canUndo ? nil : "there is nothing to undo" },
        act: { explorer in
          explorer.history.undo()
          return []
        }),
      Command(
        id: "redo", keys: [.character("U"), .control("r")], title: "redo", place: .everywhere,
        obstacle: { $0.history.canRedo ? nil : "there is nothing to redo" },
        act: { explorer in
          explorer.history.redo()
          return []
        }),
      Command(
        id: "discard", keys: [.character("D")], title: "take back all changes of the scenario",
        place: .everywhere,
        obstacle: { explorer in
          explorer.variant.settings.isEmpty && explorer.variant.seats == nil
            ? "nothing of this scenario was changed" : nil
        },
        act: { explorer in
          explorer.overlay = .question(.discardChanges)
          return []
        }),
      Command(
        id: "save", keys: [.character("w")], title: "write into the model file",
        place: .everywhere, obstacle: { $0.savingObstacle },
        act: { explorer in
          explorer.overlay = .prompt(.scenarioName(.save), text: explorer.savingName)
          return []
        }),
      Command(
        id: "export", keys: [.character("e")], title: "export to a file", place: .everywhere,
        act: { explorer in
          explorer.overlay = .prompt(.exportFile, text: explorer.exportName)
          return []
        }),
      Command(
        id: "copy", keys: [.character("y")], title: "copy what is shown", place: .everywhere,
        act: { [.copy($0.exportedText)] }),
      Command(
        id: "copy-command", keys: [.character("c")], title: "copy as command", place: .everywhere,
        obstacle: { $0.commandObstacle },
        act: { explorer in
          guard let line = explorer.commandLine else { return [] }
          return [.copy(line)]
        }),
      Command(
        id: "palette", keys: [.character(":")], title: "all commands", place: .everywhere,
        act: { explorer in
          explorer.overlay = .palette(text: "", selected: 0)
          return []
        }),
      Command(
        id: "help", keys: [.character("?"), .help], title: "help", place: .everywhere,
        isInFooter: true,
        act: { explorer in
          explorer.overlay = .help(scroll: 0)
          return []
        }),
      Command(
        id: "mouse", keys: [.character("m")], title: "mouse on or off, off to select text",
        place: .everywhere,
        act: { explorer in
          explorer.hasMouse.toggle()
          explorer.say(
            explorer.hasMouse
              ? "the mouse is on" : "the mouse is off; the terminal selects text again")
          return [.setMouse(explorer.hasMouse)]
        }),
      Command(
        id: "redraw", keys: [.control("l")], title: "draw anew", place: .everywhere,
        act: { _ in [.redraw] }),
      Command(
        id: "suspend", keys: [.control("z")], title: "suspend", place: .everywhere,
        act: { _ in [.suspend] }),
      Command(
        id: "quit", keys: [.character("q")], title: "quit", place: .everywhere, isInFooter: true,
        act: { $0.quit() }),
    ]
}

extension Explorer {
  /// All keys in a paragraph for each place, for help and the manual.
  package static var manual: String {
    var places = [String]()
    var entries = [String: [String]]()
    for command in commands {
      if entries[command.place] == nil { places.append(command.place) }
      entries[command.place, default: []].append("\(command.keys) \(command.title)")
    }
    return places.map { place in
      let first = place.prefix(1).uppercased() + place.dropFirst()
      return "\(first): " + (entries[place] ?? []).joined(separator: "; ") + "."
    }.joined(separator: "\n\n")
  }

  /// All commands, for the manual.
  package static var commands: [CommandEntry] {
    CommandTable.all.map { command in
      let place =
        switch command.place {
        case .everywhere: "everywhere"
        case .main: "on screens"
        case .levers: "in the levers"
        case .screens(let screens):
          "on " + screens.map(\.title).joined(separator: ", ")
        }
      let keys = command.id == "lever-type" ? "0-9, Enter" : command.keyNames
      return CommandEntry(keys: keys, title: command.title, place: place)
    }
  }
}
