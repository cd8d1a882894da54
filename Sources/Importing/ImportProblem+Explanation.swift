extension ImportProblem {
  /// A paragraph with an example on each code; what `cadre explain` says.
  package static let explanations = ofSources.merging(OnCallProblem.explanations) { first, _ in
    first
  }

  private static let ofSources: [String: String] = [
    "C0501": """
    Something in the sources has no owner, so that the service is unowned in the model and nobody
    plans its work. Backstage needs `spec.owner`; the owner of the system is a hint, not an answer.

        spec: {type: service, lifecycle: production, owner: checkout}
    """,
    "C0502": """
    The owner is a name that is no group of the sources. It may be misspelt, the group may come from
    elsewhere, or the name may be a placeholder that nobody filled in. The service is unowned in the
    model until the name is right or mapped.

        teams: {team-shop: checkout}     # in the file of --map
    """,
    "C0503": """
    The owner is a person. People leave and change teams, and a plan staffs teams; cadre does not
    write names into models, so that the service is unowned there. Name the person's team.

        owner: group:checkout            # not user:somebody
    """,
    "C0504": """
    The owner is an e-mail address. It may forward to a team, to one person or to nobody. Name the
    team, or map the address under `teams`.

        teams: {payments@example.com: payments}
    """,
    "C0505": """
    The owner is a Domain, a System or another thing that is no group of people. Whoever owns that is
    named as a hint.

        owner: group:payments            # not domain:payments
    """,
    "C0506": """
    More than one team is named as the owner, which leaves open who answers a page. The model names
    all of them, and `cadre check` finds the same.

        x-cortex-owners: [{type: group, name: payments, provider: CORTEX}]
    """,
    "C0511": """
    A reference to an entity is written [kind:][namespace/]name, none of which may be empty.

        dependsOn: [resource:default/orders-db]
    """,
    "C0512": """
    A reference leads to nothing in the sources. It may be misspelt, of another kind or namespace, or
    in a file that was not imported. The dependency is left out of the model.

        dependsOn: [component:payments/ledger]     # the namespace counts
    """,
    "C0513": """
    `dependsOn` and `dependencyOf` may name components and resources alike, so that a reference has
    to say which; Backstage refuses a bare name there. cadre takes it for a component, or else for a
    resource, and tells it.

        dependsOn: [component:cart, resource:orders-db]
    """,
    "C0514": """
    Two entities have the same kind, namespace and name, where capitals do not count. The first is
    used. Backstage refuses the second too.

        metadata: {name: cart, namespace: legacy}
    """,
    "C0515": """
    Groups are above each other in a circle by `parent` and `children`. Who is above whom is not used
    among them.

        spec: {type: team, parent: shop, children: []}
    """,
    "C0516": """
    A group is below several others: by its own `parent` and by `children` of others, or of several.
    One parent at most is allowed; the first that the sources name is used.

        spec: {type: team, parent: shop, children: []}
    """,
    "C0517": """
    A person is a member of several teams, none of them above another. Heads are counted once: in
    the team that owns something, or else in the first by name. No name is told or kept.

        checkout: {people: {mid: 4}}     # correct the model where it should be another
    """,
    "C0518": """
    A group lists members that the sources have no User for. They are counted all the same, as a
    group that names them has them.
    """,
    "C0519": """
    A field has another shape than the format says, such as a mapping where a name belongs, or is
    missing altogether. What it would have said is left out.

        metadata: {name: cart}
    """,
    "C0520": """
    A Location names a file that was not read: it is at a URL, is not there, or lies outside the
    folder of the source. Check the sources out side by side and name the folder above them, or open
    it.

        cadre import backstage catalog/ --allow-path ../other-repository
    """,
    "C0521": """
    A name cannot be an id in a model, or two things have the same name in different namespaces. The
    id in the model is a similar one.
    """,
    "C0522": """
    A model that is merged into says one thing and the sources another. What somebody wrote by hand
    stays; the difference is told, so that somebody decides.

        cart: {owner: checkout}          # the sources say payments
    """,
    "C0531": """
    A pattern in CODEOWNERS cannot be used. GitHub's patterns are those of .gitignore without `!`,
    without ranges `[a-z]` (brackets are taken as they stand) and without `\\#`. The line is skipped
    and the others count, as on GitHub.

        /services/cart/ @example/checkout
    """,
    "C0532": """
    An owner in CODEOWNERS is @user, @org/team or an e-mail address. GitHub skips a line with anything
    else; here the owner is left out and the line counts.

        *.sql @example/data
    """,
    "C0533": """
    GitHub ignores a CODEOWNERS file of 3 MB or more, so that nobody owns anything by it. Wildcards
    make it smaller.
    """,
    "C0534": """
    A repository has several CODEOWNERS files. GitHub uses the first of `.github/CODEOWNERS`,
    `CODEOWNERS` and `docs/CODEOWNERS`, and so does cadre.
    """,
    "C0535": """
    The files of one service belong to different owners. The model names the one that owns most of
    them. What is shared by many is a sign that the folder holds more than one service.

        folders: {cart: [services/cart], cart-worker: [services/cart/worker]}
    """,
    "C0536": """
    No line of CODEOWNERS matches the files of a service, or the last that matches has no owner, which
    takes ownership away. The service is unowned in the model.

        /services/cart/ @example/checkout
    """,
    "C0537": """
    GitLab's sections begin with [name], optional ones with ^[name]; a number of approvals and owners
    that hold for lines without any may stand behind it.

        [Payments][2] @example/payments
    """,
    "C0541": """
    A tier is an alias that cadre cannot place. Its own are 1 (the business) to 4. Say in a map which
    one is meant.

        tiers: {gold: 1, bronze: 3}
    """,
    "C0542": """
    The first key of an opslevel.yml says the version of its format. cadre reads version 1.

        version: 1
    """,
    "C0551": """
    A roster has no column for something that is needed: the title or level, and the team. Headers of
    common HR systems are known; others are named in a map.

        columns: {team: "Cost Centre", title: "Job Profile"}
    """,
    "C0552": """
    Several headers of a roster may mean the same. The first is taken; a map says which is right.

        columns: {team: "Squad"}
    """,
    "C0553": """
    No row of the table of titles fits, so that whoever has the title is not counted. Rows of a map are
    tried first, then those that cadre knows; the level `none` is for people who do other work.

        titles: [{pattern: "architect", level: staff}]
    """,
    "C0554": """
    A cell of a column of dates is none. The person is taken without that date.

        2026-03-31
    """,
    "C0555": """
    Dates such as 03/31/2026 and 31/03/2026 stand in one column, so that 03/04/2026 could be either.
    Nothing is guessed: export the column as 2026-03-31.
    """,
    "C0556": """
    A row has nothing in the column of the team. The person is not counted.
    """,
    "C0557": """
    An employee number stands in several rows that are there at the same time. One person is counted
    once.
    """,
    "C0558": """
    A person has a last day in the future. The model has the person until somebody takes them out;
    leavers beyond those known are expected by the model itself.
    """,
    "C0581": """
    A month is made of its points only where 90 % of its time is known: what is missing is then taken to
    be like the rest. Other months stay empty, and the forecast bridges them. The first and the last
    month of a history are mostly such.
    """,
    "C0582": """
    Points that are missing, NaN, infinite or negative are no traffic. Their time counts as unknown.

        clamp_min(sum(rate(http_requests_total[1h])), 0)
    """,
    "C0583": """
    Prometheus answered and added a warning or a remark, such as that a part of a federation did not
    answer. The numbers may be too low.
    """,
    "C0584": """
    The query computes a rate over less time than lies between its points, so that a part of the traffic
    is never looked at.

        sum(rate(http_requests_total[1h]))     # with --step 1h
    """,
    "C0585": """
    The server keeps metrics for a shorter time than was asked for. What is there is taken. Import again
    every month with --merge: months that the file has and the server no longer has stay.
    """,
    "C0586": """
    A driver moves the services that name it under `traffic`. Services that name no driver feel all
    drivers of the model alike.

        cart: {owner: checkout, traffic: {orders: 1}}
    """,
    "C0587": """
    Two sources, or two rows of one, have another value for the same time. The first counts.
    """,
    "C0588": """
    A query, file or column gives no driver, and --skip-broken says to go on without it. Several series
    need a rule: --sum, --by LABEL, or an aggregation in the query.

        sum by (service) (rate(http_requests_total[1h]))
    """,
    "C0589": """
    Months go to a CSV file beside the model. A model that goes to standard output has none, so that its
    drivers grow as is assumed.

        cadre import prometheus saved.json --as rate -o model.yaml
    """,
    "C0590": """
    The file of months beside the model had months that the sources no longer have. They stay, so that a
    history may grow longer than the server keeps its metrics.
    """,
    "C0591": """
    A cell in a column of traffic is no number of 0 or more. Its time counts as unknown.

        2026-03-31,1234.5
    """,
  ]
}
