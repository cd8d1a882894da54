/// A text for people made of blocks, before it is known on what it is shown.
///
/// Blocks hold words as they are; whoever shows them makes them harmless for the format, all alike.
package struct Page: Sendable {
  package enum Block: Sendable {
    case heading(String)
    case paragraph(String)
    /// Names with what belongs to each.
    case fields([(name: String, value: String)])
    case list([String])
    /// Things that are done (true), open (false) or not known.
    case checklist([(isDone: Bool?, text: String)])
    case table([TextTable.Column], rows: [[String]])
    /// Said in passing.
    case note(String)
  }

  package var title: String
  package var blocks: [Block]

  package init(_ title: String, _ blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}
