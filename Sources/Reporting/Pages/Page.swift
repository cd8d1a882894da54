/// A text for people made of blocks, before it is known on what it is shown.
///
/// Every report that people read is made of one page, whatever the format, so that a terminal, a
/// Markdown file and a browser show the same sentences and figures. Blocks hold words as they are;
/// whoever shows them makes them harmless for the format, all alike. Arrows and plus-minus signs are
/// written as such and spelled out where a terminal has none.
package struct Page: Sendable {
  package enum Block: Sendable {
    /// Opens a section; what stands beside it belongs to the same line, said less loudly.
    case heading(String, beside: String = "")
    /// Opens a part of a section.
    case subheading(String)
    case paragraph(String, TextRole? = nil)
    /// Names with what belongs to each.
    case fields([(name: String, value: String)])
    case list([String])
    /// Things that are done (true), open (false) or not known.
    case checklist([(isDone: Bool?, text: String)])
    case findings([Finding])
    case table(TextTable)
    /// A drawing with the figures it is made of.
    case chart(Chart)
    /// Lines to be copied as they are.
    case code([String])
    /// Said in passing.
    case note(String)

    /// A table of plain cells that is read and not scanned.
    package static func reading(_ columns: [TextTable.Column], rows: [[String]]) -> Block {
      .table(TextTable(columns: columns, read: rows))
    }
  }

  /// One thing found, with what is known of it.
  package struct Finding: Sendable {
    /// How bad it is.
    package var role: TextRole
    /// What it is about; empty where the text says so.
    package var subject: String
    package var text: String
    /// Said below it in passing, a line each.
    package var details: [String]

    package init(_ role: TextRole, subject: String = "", _ text: String, details: [String] = []) {
      self.role = role
      self.subject = subject
      self.text = text
      self.details = details
    }
  }

  package var title: String
  /// Below the title: what it is of.
  package var subtitles: [String]
  package var blocks: [Block]
  /// At the very end: what it rests on.
  package var footer: String

  package init(
    _ title: String, subtitles: [String] = [], _ blocks: [Block], footer: String = ""
  ) {
    self.title = title
    self.subtitles = subtitles
    self.blocks = blocks
    self.footer = footer
  }
}
