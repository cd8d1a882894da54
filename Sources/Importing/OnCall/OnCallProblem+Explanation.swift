extension OnCallProblem {
  /// A paragraph with an example on each code of pages and shifts.
  static let explanations: [String: String] = [
    "C0561": """
    A time cannot be read, or lies in a year in which nobody was on call. Times carry a day, an hour and
    an offset from UTC; exports that leave the offset out name a zone once for all. Page or shift are
    left out.

        "created_at": "2026-03-31T09:30:00Z"
    """,
    "C0562": """
    A zone is no name of the IANA database, and the calendar does not describe it either. Its times are
    read as UTC, or by `zone` of a map.

        DTSTART;TZID=Europe/Berlin:20260330T090000
    """,
    "C0563": """
    A page has the id of one that came before, mostly because two exports hold the same days. It counts
    once.
    """,
    "C0564": """
    A page was opened later than today. A clock is wrong somewhere, or a time has the wrong zone.
    """,
    "C0565": """
    Something ends before it begins. A page then counts without its end; a shift is left out.
    """,
    "C0566": """
    A calendar or an export has a shift twice, of the same person at the same time. Feeds of pagers are
    known to do that. It counts once.
    """,
    "C0567": """
    Two shifts of one person overlap in one rota and layer. Nobody is on call twice, so that the hours
    count once; mostly an override was put in and what it replaces was not taken out.
    """,
    "C0568": """
    Pages have no end. They count as pages; how long they took is not known, and if many are open they
    may be alerts that nobody looks at.
    """,
    "C0569": """
    A file is an export of another tool than the one that was asked for. It is left out.

        cadre import opsgenie alerts.json        # not: cadre import pagerduty alerts.json
    """,
    "C0570": """
    A file is JSON, but has the keys of no export that cadre knows. It is left out; docs/oncall.md
    lists what is read.
    """,
    "C0571": """
    An elapsed time of Opsgenie would end after the alert was last changed, so that its unit is another
    than milliseconds, or it is wrong. It is left out.

        elapsed: s          # in the file of --map
    """,
    "C0572": """
    A rule of a calendar that says when an event comes back has parts that cadre does not follow, such
    as BYSETPOS. Nothing is guessed: the event counts once.

        RRULE:FREQ=WEEKLY;INTERVAL=6;BYDAY=MO
    """,
    "C0573": """
    A series has no end, or far too many events. It is followed until today, and up to a limit that no
    rota reaches.

        RRULE:FREQ=WEEKLY;UNTIL=20261231T000000Z
    """,
    "C0574": """
    Pages of which the export tells no service are counted for the team that gets them. A model needs
    services to plan for: a map names what tells them.

        services: {api-gateway-prod: api}
    """,
    "C0575": """
    Pages of which nothing tells who got them count for their service and team, and for no person. The
    shifts of the team tell it: name their export too.

        cadre oncall incidents.json schedule.ics
    """,
    "C0576": """
    Two people are on call in one rota and one layer at the same time. Both count; mostly one of them is
    an override, or two rotas share a name.

        teams: {web-europe: web-eu, web-america: web-us}     # in the file of --map
    """,
    "C0577": """
    Schedules and policies of pagers are often called otherwise than teams. A model that is merged into
    gets no team from them that it does not have, so that nobody is counted twice, unless a map says
    which team is meant.

        teams: {"Daily Engineering Rotation": checkout}
    """,
  ]
}
