/// What `cadre explain` says about a code.
package enum Explanation {
  /// A paragraph with an example; `nil` for codes that do not exist.
  package static func text(code: String) -> String? {
    let wanted = code.uppercased()
    return files[wanted] ?? shapes[wanted] ?? values[wanted] ?? tables[wanted]
  }

  /// All codes explained here, in order.
  package static var codes: [String] {
    [files, shapes, values, tables].flatMap(\.keys).sorted()
  }

  private static let files = [
    "C0001": """
    A file could not be read: it does not exist, is a folder, or may not be opened. Paths in a
    model are relative to the file that names them.

        history: {file: ../data/orders.csv}   # next to the model's folder
    """,
    "C0002": """
    A file is larger than cadre reads: 16 MB for a model. Data belongs into CSV files that the
    model names, and a model of that size is better split with `include`.

        include: [teams.yaml, services.yaml]
    """,
    "C0003": """
    A file is not text in UTF-8: it holds a NUL byte, a control character or bytes of another
    encoding. Save it again as UTF-8.

        iconv -f latin1 -t utf-8 model.yaml > fixed.yaml
    """,
    "C0004": """
    A model names a file outside its project, the nearest parent folder that holds a cadre.yaml.
    That protects you from models of other people. Open the folder on the command line if you
    trust the model.

        cadre plan model.yaml --allow-path ../shared
    """,
    "C0005": """
    A file includes itself, directly or through others. Files form a tree: take the include out of
    one of them.

        # a.yaml: include: [b.yaml]
        # b.yaml: include: [a.yaml]   <- remove
    """,
  ]

  private static let shapes = [
    "C0101": """
    The text is not YAML. The usual reasons are a tab in the indentation, text with `: ` in it that
    is not quoted, and brackets that do not match.

        name: "Example: storefront"   # the colon needs quotes
    """,
    "C0102": """
    YAML anchors (`&name`) and aliases (`*name`) are not part of the format, because a small file
    can blow up into a huge one with them. Write the value again, or quote text that begins so.

        owner: "*"   # quoted, this is just text
    """,
    "C0103": """
    The file is nested more than 32 levels deep, or includes reach more than 8 files down. No model
    needs that; look for brackets that are not closed.

        tiers: [[[[1]]]]   # one level is enough
    """,
    "C0104": """
    A key stands twice in one mapping, so that one of its values would be lost. Remove one or give
    it another id.

        teams:
          checkout: {people: {mid: 3}}
          checkout: {people: {mid: 4}}   # the second one
    """,
    "C0105": """
    cadre does not know the key here. Keys are lower case with hyphens; a key that exists may
    belong one level up or down. `models/cadre.schema.json` lets editors complete them.

        hiring: {acceptence: 78 %}   # acceptance
    """,
    "C0106": """
    A key that has no default is missing. A model needs `cadre`, `start`, `drivers`, `teams` and
    `services`; a partner needs `kind` and `rate`; three points need all of low, likely and high.

        partners:
          northwind: {kind: nearshore, rate: 62 EUR per hour}
    """,
    "C0107": """
    Something of another kind stands here: a list where a mapping belongs, text where a number
    belongs.

        people: {mid: 3}    # a mapping of levels, not [mid, mid, mid]
    """,
    "C0108": """
    Ids appear in commands, tables and file names, so they have letters, digits, `-`, `_` and `.`
    only, at most 63 of them.

        checkout-eu: {}    # not "checkout (EU)"
    """,
    "C0109": """
    The first key says which version of the format the file is written in. This version of cadre
    reads version 1.

        cadre: 1
    """,
    "C0110": """
    The file holds nothing but blank lines and comments. Begin with the version of the format.

        cadre: 1
        start: 2027-01
    """,
    "C0111": """
    A line `---` starts a second document. A model is one document; put the other into a file of its
    own and include it.

        include: [second.yaml]
    """,
    "C0112": """
    The file has more values than cadre reads. An organisation of thousands of services has some
    hundred thousand, so this is most likely not a model.

        wc -l model.yaml
    """,
    "C0113": """
    A key is right elsewhere but contradicts what stands next to it: people beside a roster, or
    `like` in one of the default levels.

        checkout: {roster: {file: roster.csv}}   # and no `people`
    """,
    "C0114": """
    Levels copy each other in a circle, so that none of them has a value of its own. Let one of them
    be like a default level.

        levels:
          principal: {like: staff}
    """,
  ]

  private static let values = [
    "C0201": """
    A number is written 3, 1.5, 1_200, 120k or 1.2M with its unit behind it. Commas, infinity and
    NaN are not numbers here.

        cost-per-hire: 9000 EUR    # not 9.000,00 EUR
    """,
    "C0202": """
    The number is outside what makes sense for the key, which most often is a slip of the unit or of
    the decimal point. Shares lie between 0 % and 100 %.

        acceptance: 78 %           # not 78
    """,
    "C0203": """
    The number needs its unit, because cadre would otherwise have to guess: growth needs a percent
    sign, money a currency, rates a period.

        salary: 95000 EUR per year
        growth: 20 %
    """,
    "C0204": """
    The number has a unit of another kind, or one that cadre does not know. Periods are hour, day,
    week, month, quarter and year.

        ramp: 3 months             # not 3 EUR
    """,
    "C0205": """
    A model has one currency, given by `currency` (EUR unless it says otherwise). cadre does not
    convert, because no exchange rate lasts as long as a plan.

        currency: USD
    """,
    "C0206": """
    A month is written with four digits for the year and two for the month.

        start: 2027-01             # not 1/2027 or January 2027
    """,
    "C0207": """
    The date does not exist in the calendar, such as 30 February.

        month: 2027-02
    """,
    "C0208": """
    A three-point value is a low, a likely and a high estimate, in this order.

        growth: {low: 5 %, likely: 20 %, high: 45 %}
    """,
    "C0209": """
    Only certain words may stand here; the hint names them or the nearest.

        workload: read-heavy       # not reads
    """,
    "C0210": """
    A name refers to a driver, level, team, partner, service, site or scenario that the model does
    not have. It is a warning where a data file has names that the model does not use.

        services:
          cart: {owner: checkout}  # needs a team `checkout`
    """,
    "C0211": """
    Sites need a time zone from the IANA list, which knows about daylight saving time.

        sites: {berlin: Europe/Berlin}   # not CET+1 or Berlin
    """,
    "C0212": """
    A value is needed that has no default in this model: default salaries exist in EUR only, and a
    new level must say which level it is like.

        currency: USD
        levels: {mid: {salary: 120k USD per year}}
    """,
  ]

  private static let tables = [
    "C0401": """
    A data file lacks a column that the model names or that its kind of file needs. The first row is
    the header; names are compared as written.

        history: {file: orders.csv, column: orders, time: date}
    """,
    "C0402": """
    A cell holds something other than its column needs, such as text in a column of counts.

        date,orders
        2026-01-31,1200
    """,
    "C0403": """
    A history must have one row per hour, day, week or month. Gaps are allowed, other distances are
    not.

        2026-01, 2026-02, 2026-04   # March is missing: fine
    """,
    "C0404": """
    A data file has a header but no rows, or nothing at all.

        service,time
        cart,2026-03-01T08:15:00Z
    """,
    "C0405": """
    A quoted cell is never closed, so the rest of the file would be one cell.

        cart,"two
        lines"          # fine: the quote closes on the next line
    """,
    "C0406": """
    A quote may stand only around a whole cell; inside one it is written twice.

        cart,"the ""big"" sale"
    """,
    "C0407": """
    All rows of a table have as many cells as its header.

        service,time
        cart,2026-03-01T08:15:00Z
    """,
    "C0408": """
    A history has several columns of values and the model does not say which one it means.

        history: {file: traffic.csv, column: orders}
    """,
    "C0409": """
    An export of another program is not what it should be; mostly it was cut off, or only a part of it
    was saved. The place is where reading stopped. Lines of exports are not quoted, as they may name
    people.

        jq . incidents.json     # what another reader says of a file of JSON
    """,
  ]
}
