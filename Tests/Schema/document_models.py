"""Models and tables of which cadre makes documents that no shipped model makes."""

import datetime
import json
import pathlib

PLANS = pathlib.Path(__file__).resolve().parents[2] / "models" / "plans"

# Models that make what no shipped one makes: seats of partners with an end, prices of partners'
# seats, plans that depend on the scenario and how it shows, a pager that could follow the sun, a
# history with holidays.
# One team has people to spare, the other too few and too few seniors: people move, and rise.
UNEVEN = """\
cadre: 1
name: Uneven (invented)
start: 2027-01
horizon: 12 months
levels:
  mid: {promoted-after: 6 months}
drivers: {orders: {growth: 5 %}}
teams:
  rich: {roadmap: 100 hours per month, people: {mid: 8, senior: 4}, rota: {layers: 1, shift: 1 week}}
  poor: {roadmap: 100 hours per month, people: {mid: 5, senior: 1}, rota: {layers: 1, shift: 1 week}}
services:
  quiet: {owner: rich, tier: 3}
  cart: {owner: poor, tier: 1, upkeep: 600 hours per month}
  till: {owner: poor, tier: 1}
"""

# Seats of a plan to go on with: one takes somebody's place, the other is a partner's and ends.
LIVED = """\
seats:
  - {id: core-mid-2026-11-1, team: core, level: mid, state: budgeted, replaces: ann, open: 2026-11,
     note: "money since the autumn"}
  - {id: shop-mid-northwind-2026-10-1, team: shop, level: mid, source: partner, partner: northwind,
     state: open, open: 2026-10, start: 2027-01, end: 2027-12, competency: observability}
"""

TEAM = """
cadre: 1
name: {name}
start: 2027-01
horizon: {horizon} months
drivers: {{orders: {{growth: {{low: 0 %, likely: 30 %, high: 60 %}}}}}}
teams:
  web:
    people: {{mid: {mid}, senior: 1}}
    rota: {{layers: 1, sites: {{berlin: Europe/Berlin}}}}
    roadmap: {roadmap} hours per month
services:
  cart:
    {{owner: web, tier: 1, pages: {pages} per month, compliance: [pci],
     upkeep: {upkeep} hours per month}}
  mail: {{owner: web, pages: 6 per month}}
work:
  audit:
    {{kind: recurring, teams: [web], hours: 20 hours per month, from: 2027-01, goal: pass}}
partners:
  near:
    {{kind: nearshore, rate: 50 EUR per hour, seats: {seats}, may-touch: [pci], pager: true,
     lead: 1 month, ramp: 1 month, notice: 1 month, minimum-term: 3 months}}
  far: {{kind: offshore, rate: 30 EUR per hour, seats: 2}}
scenarios:
  boom: {{drivers: {{orders: {{growth: {boom} %}}}}}}
  {other}
"""
BUST = "bust: {drivers: {orders: {growth: -80 %}}}"
FREEZE = """frozen:
    drivers: {orders: {growth: 150 %}}
    hiring: {freeze: {from: 2027-04, to: 2027-12}}"""
NIGHT = """
cadre: 1
name: Night
start: 2027-01
horizon: 12 months
drivers: {orders: {growth: 60 %}}
regions:
  oceania: {opens: 2027-04, traffic: 80 %, zone: Australia/Sydney}
teams:
  web:
    people: {mid: 9, senior: 5}
    rota: {layers: 2, sites: {berlin: Europe/Berlin}}
    roadmap: 900 hours per month
services:
  cart: {owner: web, pages: 60 per month, upkeep: 900 hours per month}
hiring: {attrition: 0 %}
"""
COUNTED = """
cadre: 1
name: Counted
start: 2026-01
horizon: 12 months
drivers: {orders: {history: {file: daily.csv, column: orders, time: date}, holidays: [DE]}}
teams: {web: {people: {mid: 3, senior: 1}}}
services: {site: {owner: web, traffic: {orders: 1}}}
"""


# A catalogue with something of everything that an import tells.
CATALOG = """\
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: web, annotations: {pagerduty.com/service-id: P12}}
spec: {type: service, lifecycle: experimental, owner: group:crew, dependsOn: [component:till]}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: till}
spec: {type: service, lifecycle: production, owner: group:crwe}
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: crew}
spec: {type: team, children: [], members: [somebody]}
---
apiVersion: backstage.io/v1alpha1
kind: Domain
metadata: {name: shop}
spec: {}
---
broken: [
"""


# A rota of three people, and ten weeks of pages to it, some without a service.
ROTA = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:shop\r\n" + "".join(
    f"BEGIN:VEVENT\r\nUID:{person}\r\nDTSTART;TZID=Europe/Berlin:202601{day:02}T090000\r\n"
    f"DURATION:P1W\r\nRRULE:FREQ=WEEKLY;INTERVAL=3;COUNT=6\r\nSUMMARY:@{person}\r\n"
    "END:VEVENT\r\n" for person, day in [("ann", 5), ("bob", 12), ("cy", 19)]) + "END:VCALENDAR\r\n"


def incidents():
    """Incidents of PagerDuty: most end, one is given twice, one has low urgency."""
    first = datetime.datetime(2026, 1, 6, 2)
    found = [{
        "id": f"P{number}", "urgency": "low" if number == 3 else "high", "status": "resolved",
        "created_at": (first + datetime.timedelta(hours=41 * number)).isoformat() + "Z",
        "resolved_at": (first + datetime.timedelta(hours=41 * number + 1)).isoformat() + "Z",
        "acknowledgements": [{
            "at": (first + datetime.timedelta(hours=41 * number, minutes=4)).isoformat() + "Z",
            "acknowledger": {"id": "U1", "type": "user_reference", "summary": "ann"}}],
        "service": {"summary": "cart"} if number % 5 else None,
        "teams": [{"summary": "shop"}]} for number in range(40)]
    return json.dumps({"incidents": [*found, found[0]], "more": False})


def files():
    """What commands read, by name."""
    rare = {"horizon": 12, "mid": 4, "roadmap": 200, "pages": 12, "upkeep": 300, "seats": 6,
            "boom": 400, "other": BUST}
    quiet = "cadre: 1\nstart: 2027-01\n"
    return {
        "uneven.yaml": UNEVEN, "lived.yaml": lived(),
        "rare.yaml": TEAM.format(name="Rare", **rare),
        "frozen.yaml": TEAM.format(name="Frozen", **rare | {
            "mid": 5, "upkeep": 200, "boom": 150, "other": FREEZE}),
        "busy.yaml": TEAM.format(name="Busy", **rare | {
            "horizon": 18, "mid": 3, "pages": 60, "upkeep": 200, "seats": 1}),
        "even.yaml": TEAM.format(name="Even", **rare | {
            "horizon": 18, "roadmap": 350, "pages": 24, "upkeep": 200, "seats": 1}),
        "night.yaml": NIGHT, "counted.yaml": COUNTED, "wrong.yaml": quiet + "horizn: 2 months\n",
        "crew.csv": "person,start\nA,2026-12\nB,2020-01\n", "saved.json": metrics(),
        "catalog.yaml": CATALOG, "rota.ics": ROTA, "incidents.json": incidents(),
        "cut.json": incidents()[:500],
        "people.csv": people(), "daily.csv": daily(), "series.csv": series(), "actuals.csv": actuals(),
    }


def people():
    """A roster of more rows than are told one by one, the last of people who have left."""
    lines = ["Employee ID,Department,Job Title,Employment Status"]
    for row in range(50_060):
        status = "Active" if row < 50_050 else "Terminated"
        lines.append(f"{row},Team {row % 20},Software Engineer,{status}")
    return "\n".join(lines) + "\n"


def metrics():
    """An answer of Prometheus: two months of points every six hours, some of which are none."""
    points = [[1767225600 + 21600 * step, "NaN" if step % 50 == 0 else str(step)]
              for step in range(1, 237)]
    result = [{"metric": {"job": "shop"}, "values": points}]
    return json.dumps({"status": "success", "warnings": ["partial"],
                       "data": {"resultType": "matrix", "result": result}})


def lived():
    """The plan that is shipped, with other seats."""
    text = (PLANS / "seats-last.yaml").read_text(encoding="utf-8")
    return text[: text.index("seats:\n")] + LIVED


def daily():
    """Counts of three years that grow a little, with less on German holidays."""
    holidays = {(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)}
    first = datetime.date(2024, 1, 1)
    rows = []
    for day in range(3 * 365 + 1):
        date = first + datetime.timedelta(day)
        factor = 0.5 if (date.month, date.day) in holidays else 1
        rows.append(f"{date},{round(factor * (1000 + day + 40 * (day * day % 7)))}")
    return "date,orders\n" + "\n".join(rows) + "\n"


def series():
    """Three years of one series and too little of another."""
    rows = [f"long,{2024 + month // 12}-{month % 12 + 1:02},{100 + 3 * month + month * month % 7}"
            for month in range(36)]
    return "\n".join(["series,time,value", *rows, "short,2024-01,1", "short,2024-02,2"]) + "\n"


def actuals():
    """Far more pages, and longer searches, than any plan of the small model states."""
    months = [f"{2027 + month // 12}-{month % 12 + 1:02}" for month in range(20)]
    rows = [f"pages,{team},{month},60" for team in ("product", "platform") for month in months]
    rows += [f"time_to_fill,{level},{month},{300 + 200 * (place % 2)}"
             for level in ("mid", "senior") for place, month in enumerate(months)]
    return "\n".join(["quantity,subject,month,value", *rows]) + "\n"
