import CadreTestSupport
import Organization
import Simulation
import Testing

/// Follow the sun: what several sites leave of nights (22-08) and free time.
@Suite struct RotaWindowsTests {
  private func site(_ offset: Double, summer: Double? = nil) -> Site {
    Site(name: "site", zone: "UTC", offsetHours: (offset, summer ?? offset))
  }

  @Test func oneSiteCarriesEverything() {
    let windows = RotaWindows(sites: [site(1, summer: 2)])
    #expect(windows.night == 1 && windows.offHours == 1)
  }

  @Test func aSecondSiteNextDoorHelpsNobody() {
    let windows = RotaWindows(sites: [site(1), site(1)])
    #expect(windows.night == 1 && windows.offHours == 1)
  }

  @Test(arguments: [0.0, 5.5, -8])
  func twoSitesTwelveHoursApartHaveNoNights(base: Double) {
    let windows = RotaWindows(sites: [site(base), site(base + 12)])
    #expect(windows.night == 0)
    // Two hours of each weekday's evening at each site, and the weekend's days.
    #expect(windows.offHours > 0)
  }

  @Test func threeSitesEightHoursApartKeepOnlyTheWeekend() {
    let windows = RotaWindows(sites: [site(0), site(8), site(16)])
    #expect(windows.night == 0)
    // From the last site's Friday 18:00 to the first site's Monday 08:00, seen from one clock:
    // 62 hours less the 16 that the sites' weeks are apart.
    #expect(agree(windows.offHours * 48, 62 - 16))
  }

  /// With sites so many hours apart, each on call 08-20, the rest of the day is somebody's evening
  /// or night. [PagerDuty's windows, by set subtraction]
  @Test(arguments: [2.0, 4, 6, 9, 10])
  func nightsShrinkByTheHoursApart(apart: Double) {
    let windows = RotaWindows(sites: [site(0), site(apart)])
    // The night of both: 22-08 here and there overlap in 10 hours less the distance.
    #expect(agree(windows.night * 10, 10 - apart))
  }

  @Test func daylightSavingCounts() {
    let moving = RotaWindows(sites: [site(0), site(6, summer: 8)])
    let winter = RotaWindows(sites: [site(0), site(6)])
    let summer = RotaWindows(sites: [site(0), site(8)])
    #expect(agree(moving.night, (winter.night + summer.night) / 2))
    #expect(agree(moving.offHours, (winter.offHours + summer.offHours) / 2))
  }

  @Test func anotherSiteNeverAddsNights() {
    for first in -11...12 {
      for second in -11...12 {
        let two = RotaWindows(sites: [site(0), site(Double(first))])
        let three = RotaWindows(sites: [site(0), site(Double(first)), site(Double(second))])
        #expect(three.night <= two.night)
        #expect(two.night <= 1)
      }
    }
  }
}
