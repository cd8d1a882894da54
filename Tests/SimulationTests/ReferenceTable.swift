/// Rows of numbers under a line that says where they come from and a line of column names.
struct ReferenceTable {
  var rows: [[Double]] = []

  init(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    rows = lines.dropFirst(2).map { line in line.split(separator: ",").compactMap { Double($0) } }
  }
}
