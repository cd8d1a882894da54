/// The normal distribution with mean 0 and standard deviation 1.
package enum StandardNormal {
  /// The inverse of the distribution function: algorithm AS 241, PPND16. [Wichura 1988]
  ///
  /// - Parameter probability: 0 to 1.
  /// - Returns: -∞ at 0, ∞ at 1; otherwise a number with a relative error below 10⁻¹⁵, which is
  ///   within ±8.21 for the numbers of a stream.
  package static func quantile(_ probability: Double) -> Double {
    let centred = probability - 0.5
    if abs(centred) <= 0.425 {
      return centred * Self.middle(0.180625 - centred * centred)
    }
    let tail = centred < 0 ? probability : 1 - probability
    guard tail > 0 else { return centred < 0 ? -.infinity : .infinity }
    let distance = (-logarithm(tail)).squareRoot()
    let size = distance <= 5 ? Self.near(distance - 1.6) : Self.far(distance - 5)
    return centred < 0 ? -size : size
  }

  /// From 0.075 to 0.925, in (0.425² - (p - 1/2)²).
  private static func middle(_ r: Double) -> Double {
    var above = 2.509_080_928_730_122_672_7e3
    above = above * r + 3.343_057_558_358_812_810_5e4
    above = above * r + 6.726_577_092_700_870_085_3e4
    above = above * r + 4.592_195_393_154_987_145_7e4
    above = above * r + 1.373_169_376_550_946_112_5e4
    above = above * r + 1.971_590_950_306_551_442_7e3
    above = above * r + 1.331_416_678_917_843_774_5e2
    above = above * r + 3.387_132_872_796_366_608_0
    var below = 5.226_495_278_852_854_561_0e3
    below = below * r + 2.872_908_573_572_194_267_4e4
    below = below * r + 3.930_789_580_009_271_061_0e4
    below = below * r + 2.121_379_430_158_659_586_7e4
    below = below * r + 5.394_196_021_424_751_107_7e3
    below = below * r + 6.871_870_074_920_579_083_0e2
    below = below * r + 4.231_333_070_160_091_125_2e1
    return above / (below * r + 1)
  }

  /// Tails from 0.075 down to e⁻²⁵, in sqrt(-ln tail) - 1.6.
  private static func near(_ r: Double) -> Double {
    var above = 7.745_450_142_783_414_076_40e-4
    above = above * r + 2.272_384_498_926_918_458_33e-2
    above = above * r + 2.417_807_251_774_506_117_70e-1
    above = above * r + 1.270_458_252_452_368_382_58
    above = above * r + 3.647_848_324_763_204_605_04
    above = above * r + 5.769_497_221_460_691_405_50
    above = above * r + 4.630_337_846_156_545_295_90
    above = above * r + 1.423_437_110_749_683_577_34
    var below = 1.050_750_071_644_416_843_24e-9
    below = below * r + 5.475_938_084_995_344_946_00e-4
    below = below * r + 1.519_866_656_361_645_719_66e-2
    below = below * r + 1.481_039_764_274_800_745_90e-1
    below = below * r + 6.897_673_349_851_000_045_50e-1
    below = below * r + 1.676_384_830_183_803_849_40
    below = below * r + 2.053_191_626_637_758_821_87
    return above / (below * r + 1)
  }

  /// Tails below e⁻²⁵, in sqrt(-ln tail) - 5.
  private static func far(_ r: Double) -> Double {
    var above = 2.010_334_399_292_288_132_65e-7
    above = above * r + 2.711_555_568_743_487_578_15e-5
    above = above * r + 1.242_660_947_388_078_438_60e-3
    above = above * r + 2.653_218_952_657_612_309_30e-2
    above = above * r + 2.965_605_718_285_048_912_30e-1
    above = above * r + 1.784_826_539_917_291_335_80
    above = above * r + 5.463_784_911_164_114_369_90
    above = above * r + 6.657_904_643_501_103_777_20
    var below = 2.044_263_103_389_939_785_64e-15
    below = below * r + 1.421_511_758_316_445_888_70e-7
    below = below * r + 1.846_318_317_510_054_681_80e-5
    below = below * r + 7.868_691_311_456_132_591_00e-4
    below = below * r + 1.487_536_129_085_061_485_25e-2
    below = below * r + 1.369_298_809_227_358_053_10e-1
    below = below * r + 5.998_322_065_558_879_376_90e-1
    return above / (below * r + 1)
  }
}
