extension HelpTopic {
  /// The text, without a newline at the end.
  var page: String {
    switch self {
    case .exitCodes: Self.exitCodesPage
    case .formats: Self.formatsPage
    case .environment: Self.environmentPage
    case .modelFile: Self.modelFilePage
    }
  }

  private static var exitCodesPage: String {
    let lines = ExitStatus.allCases.map { status in
      let code = String(status.rawValue)
      return String(repeating: " ", count: 5 - code.count) + code + "  " + status.meaning
    }
    return "Exit codes\n\n" + lines.joined(separator: "\n")
  }

  private static let formatsPage = """
    Formats

      text  for people; may change with any version
      json  one document with `format`, such as `cadre.check/1.0`: a new minor version only adds,
            so ignore keys you do not know; a new major version may break you; where a model or its
            data is invalid, `cadre.diagnostics/1.0` comes on standard output instead;
            `cadre schema check` prints the schema of such a document
      csv   RFC 4180, one table, where a command offers it
      markdown
            the page of text to hand on; GitHub's flavour
      html  the same page as one file with drawings, for a phone, a wide screen and paper, in the
            dark too; no script, nothing to load; such as -o plan.html

    Results go to standard output or to --output FILE, everything else to standard error. A file is
    there completely or not at all, and is replaced only with --force. Numbers in json and csv are
    not rounded, keys are sorted, and the same input and seed give the same bytes. A configured
    format that a command does not offer gives way to text.
    """

  private static let environmentPage = """
    Environment

      CADRE_SEED         seed of the random numbers, as --seed
      CADRE_COLOR        auto, always or never, as --color
      CADRE_FORMAT       text, markdown, html, csv or json, as --format
      CADRE_RECORDING    always or never: whether runs are recorded without --record
      CADRE_PROMETHEUS_TOKEN
                         bearer token for cadre import prometheus --url
      CADRE_DEBUG        1 writes what is done to standard error, more than --verbose
      NO_COLOR           no colour, if not empty
      CLICOLOR_FORCE     colour even without a terminal, if neither empty nor 0
      TERM               `dumb` means no colour
      COLUMNS            width of text
      LC_ALL, LC_CTYPE, LANG
                         drawings use Unicode if the first that is set names UTF-8
      XDG_CONFIG_HOME    where cadre/config.yaml is; default ~/.config
      XDG_STATE_HOME     where cadre/ledger.sqlite is; default ~/.local/state
      SOURCE_DATE_EPOCH  seconds since 1970 that take the place of the clock

    Flags win over the environment, the environment over the project's cadre.yaml (in the nearest
    parent folder), that over the user's config.yaml, that over the defaults. The files hold the
    keys seed, color, format and recording. `cadre config show --origin` tells what holds and why.
    """

  private static let modelFilePage = """
    The model file

    One YAML file describes an organisation. A small one:

      cadre: 1
      start: 2027-01
      drivers:
        orders: {growth: 20 %}
      teams:
        checkout:
          people: {junior: 1, mid: 3, senior: 2}
          rota: {layers: 1}
      services:
        cart: {owner: checkout, tier: 1, traffic: {orders: 1}}

    `cadre init` writes one from a few questions. Everything left out has a default: `cadre
    assumptions` prints them with source and grade. `cadre schema` prints the JSON Schema for
    editors, docs/model-file.md describes every key, and `cadre check` finds what is wrong. Paths in
    a model are relative to the file that names them and must stay inside the project: the nearest
    parent folder that holds a cadre.yaml, else the model file's own folder. --allow-path opens
    another folder.
    """
}
