/// The bytes that have a meaning in delimited text.
enum Byte {
  static let quote: UInt8 = 0x22
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let tab: UInt8 = 0x09
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
