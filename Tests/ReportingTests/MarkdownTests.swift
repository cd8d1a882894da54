import Reporting
import Testing

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("plain words, 1.5 and a-b (c)", "plain words, 1.5 and a-b (c)"),
    ("a|b", "a\\|b"), ("*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"),
    ("[x](http://a.b)", "\\[x\\](http\\://a.b)"), ("![x](y)", "!\\[x\\](y)"),
    ("<script>&amp;", "\\<script\\>\\&amp;"), ("# no", "\\# no"), ("- no", "\\- no"),
    ("12. no", "12\\. no"), ("www.evil.example", "www\\.evil.example"), ("a@b", "a\\@b"),
    ("$x$", "\\$x\\$"), ("back\\slash", "back\\\\slash"), ("two\nlines", "two\\\\u{a}lines"),
  ])
  func whatSomebodyWroteStaysWords(text: String, escaped: String) {
    #expect(Markdown.escaped(text) == escaped)
  }

  @Test func aTableKeepsItsColumns() {
    let page = Page(
      "T", [.reading([.init("a|b"), .init("n", .right)], rows: [["x|y", "1"], ["\n", "2"]])])
    #expect(
      page.markdown == """
        # T

        | a\\|b | n |
        | --- | ---: |
        | x\\|y | 1 |
        | \\\\u{a} | 2 |

        """)
  }

  @Test func aPageIsTextToo() {
    let page = Page(
      "T\u{1b}",
      [
        .fields([("a", "one two three four five six"), ("long", "\u{1b}[31m")]),
        .checklist([(true, "done"), (false, "open"), (nil, "who knows")]), .list(["item"]),
      ])
    #expect(
      page.text(TextStyle(width: 30)) == """
        T\\u{1b}
          a     one two three four
                five six
          long  \\u{1b}[31m
          [x] done
          [ ] open
          [?] who knows
          - item

        """)
  }
}
