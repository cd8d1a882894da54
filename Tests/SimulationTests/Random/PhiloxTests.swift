import Simulation
import Testing

/// The generator against the published answers, and names against those of FNV-1a.
@Suite struct PhiloxTests {
  /// Counter, key and answer: the lines `philox4x32 10` of `tests/kat_vectors` in Random123 1.14.
  static let known: [[UInt32]] = [
    [
      0, 0, 0, 0, 0, 0,
      0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8,
    ],
    [
      0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff,
      0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd,
    ],
    [
      0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344, 0xa409_3822, 0x299f_31d0,
      0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1,
    ],
  ]

  @Test(arguments: known)
  func givesTheKnownAnswers(line: [UInt32]) {
    let counter = Philox.Block(line[0], line[1], line[2], line[3])
    let key = UInt64(line[5]) << 32 | UInt64(line[4])
    #expect(
      Philox.block(counter: counter, key: key)
        == Philox.Block(line[6], line[7], line[8], line[9]))
  }

  @Test func halvesAreTheWordsInOrder() {
    let halves = Philox.Block(1, 2, 3, 4).halves
    #expect(halves.0 == 0x2_0000_0001 && halves.1 == 0x4_0000_0003)
  }

  /// Test vectors of the FNV authors for the 64-bit FNV-1a.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func namesAreHashedByFNV(name: String, hash: UInt64) {
    #expect(EntityID(name).hash == hash)
  }

  @Test func namesKeepTheirPartsAndNumbersApart() {
    let ids = [
      EntityID("ab", "c"), EntityID("a", "bc"), EntityID("abc"), EntityID("abc", ""),
      EntityID("abc").numbered(0), EntityID("abc").numbered(1), EntityID("abc").numbered(-1),
      EntityID("abc").numbered(1 << 40), EntityID("abc").numbered(0).numbered(0),
    ]
    #expect(Set(ids).count == ids.count)
  }

  @Test func purposesFitTheirSixBits() {
    #expect(DrawPurpose.allCases.allSatisfy { $0.rawValue < 64 })
    #expect(Set(DrawPurpose.allCases.map(\.rawValue)).count == DrawPurpose.allCases.count)
  }
}
