import Organization
import Testing

@Suite struct NearestTests {
  @Test func swapsCountOnce() {
    #expect(Nearest.distance(Array("wbe".utf8), Array("web".utf8)) == 1)
    #expect(Nearest.distance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
    #expect(Nearest.distance([], Array("abc".utf8)) == 3)
  }

  @Test func onlyNearNamesAreOffered() {
    #expect(Nearest.name(to: "wep", among: ["web", "data"]) == "web")
    #expect(Nearest.name(to: "abc", among: ["xyz"]) == nil)
    #expect(Nearest.name(to: "ab", among: ["cd"]) == nil)
    #expect(Nearest.name(to: "acceptence", among: ["early-exit", "acceptance"]) == "acceptance")
  }
}
