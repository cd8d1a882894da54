import CadreTestSupport
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning

/// Plans that break a row are found out, by what they break.
@Suite struct ProgrammeCheckTests {
  private static func found(
    _ change: (inout Organization) -> Void = { _ in }
  ) -> ProgrammeCase {
    var example = PlanningCase.pair
    example.attritionPerYear = 0
    var organization = example.organization
    change(&organization)
    return ProgrammeCase(organization, .growing(by: 0, like: organization))
  }

  private static func rented(_ count: Int, in found: ProgrammeCase, level: Int = 1) throws
    -> [SeatOption]
  {
    let option = try #require(
      found.options[0].first {
        $0.partner == 0 && $0.seat.openMonth == 0 && $0.seat.level == level
          && $0.seat.endMonth == nil
      })
    return [SeatOption](repeating: option, count: count)
  }

  @Test func fewPartnersAreFine() throws {
    let found = Self.found()
    #expect(found.check(try Self.rented(2, in: found), team: 0).broken.isEmpty)
    #expect(found.check([], team: 0).broken.isEmpty)
  }

  /// Four employees and a share of 0.4: two seats are a third, three are more than 0.4.
  @Test func tooManyPartnersAreFound() throws {
    let found = Self.found()
    let check = found.check(try Self.rented(3, in: found), team: 0)
    #expect(check.broken.contains { $0.hasPrefix("partner share") }, "\(check)")
  }

  @Test func partnersWithoutAnOwnerAreFound() throws {
    let found = Self.found { organization in
      organization.teams[0].members = [Member](repeating: Member(level: 0), count: 5)
    }
    let check = found.check(try Self.rented(1, in: found), team: 0)
    #expect(check.broken.contains { $0.hasPrefix("owner and deputy") }, "\(check)")
  }

  @Test func partnersBeyondTheirWorkAreFound() throws {
    let found = Self.found { organization in
      organization.policy.maxPartnerShare = 0.9
      organization.teams[0].roadmapHoursPerMonth = ThreePoint(0)
    }
    let check = found.check(try Self.rented(9, in: found), team: 0)
    #expect(check.broken.contains { $0.hasPrefix("work open to partners") }, "\(check)")
  }

  /// Two seats of each of three partners are more than the team has work for, however few each has.
  @Test func severalPartnersShareTheWork() throws {
    let found = Self.found { organization in
      organization.policy.maxPartnerShare = 0.9
      organization.teams[0].roadmapHoursPerMonth = ThreePoint(0)
      organization.partners[0].maxSeats = 2
      organization.partners = (0..<3).map { index in
        var partner = organization.partners[0]
        partner.id += "\(index)"
        return partner
      }
    }
    let seats = found.options[0].filter { $0.partner != nil && $0.seat.level == 1 }
      .filter { $0.seat.openMonth == 0 && $0.seat.endMonth == nil }
      .flatMap { [$0, $0] }
    #expect(seats.count == 6)
    let outcome = try Highs().solve(found.programme(of: [0]).fixed(to: seats).relaxed)
    #expect(outcome == .infeasible)
    #expect(!found.check(seats, team: 0).broken.isEmpty)
  }

  /// Today's engagements may be beyond the share already; hires then make room for as many more as
  /// the share leaves among the plan's own seats.
  @Test func engagementsOfTodayMayStay() throws {
    let found = Self.found { organization in
      organization.partners[0].engaged = [PartnerSeats(team: 0, level: 1, count: 8)]
    }
    #expect(found.check([], team: 0).broken.isEmpty)
    let programme = found.programme(of: [0])
    let hire = try #require(
      found.options[0].first { $0.partner == nil && $0.seat.level == 1 && $0.seat.openMonth == 0 })
    let rental = try #require(
      found.options[0].first {
        $0.partner == 0 && $0.seat.level == 1 && $0.seat.openMonth == 12
          && $0.seat.endMonth == nil
      })
    for (hires, rentals) in [(3, 2), (3, 3), (6, 4), (0, 1)] {
      let seats =
        [SeatOption](repeating: hire, count: hires)
        + [SeatOption](repeating: rental, count: rentals)
      let outcome = try Highs().solve(programme.fixed(to: seats).relaxed)
      let check = found.check(seats, team: 0)
      #expect((outcome == .infeasible) == !check.broken.isEmpty, "\(hires) \(rentals) \(check)")
    }
  }

  /// What the policy is missed by costs, and more seats lessen it.
  @Test func missesCost() throws {
    let found = Self.found { $0.teams[0].members = [Member(level: 1)] }
    let nobody = found.check([], team: 0)
    #expect(nobody.missed > 0)
    let hire = try #require(
      found.options[0].first { $0.partner == nil && $0.seat.level == 2 && $0.seat.openMonth == 0 })
    #expect(found.check([hire, hire], team: 0).missed < nobody.missed)
  }
}
