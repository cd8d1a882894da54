#!/usr/bin/env python3
"""Measures how quick cadre reads large sources and how much memory that takes, beside plain Python.

Plain Python reads the same file with what is at hand (csv, json, PyYAML's loader in C where there is
one, the package that scripts/codeowners.sh pins) and counts the same, without checking anything.

    measure.py [path of cadre] [--rows N] [reader ...]
    measure.py [path of cadre] --gigabyte [reader ...]     # tables of 1 GB, cadre alone
"""

import argparse
import datetime
import multiprocessing
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TITLES = ["Software Engineer", "Senior Software Engineer", "Staff Engineer", "Junior Developer",
          "SRE", "Engineering Manager", "Designer"]

ROSTER = """
import collections, csv, datetime, sys
counts = collections.Counter()
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        datetime.datetime.strptime(row["Hire Date"], "%d/%m/%Y")
        title = row["Job Title"].lower()
        level = "senior" if "senior" in title else "staff" if "staff" in title else "mid"
        if row["Employment Status"] != "Contractor":
            counts[row["Department"], level] += 1
"""

CATALOG = """
import collections, sys, yaml
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
owners, members = {}, collections.Counter()
with open(sys.argv[1], encoding="utf-8") as file:
    for entity in yaml.load_all(file, loader):
        if entity["kind"] == "Component":
            owners[entity["metadata"]["name"]] = entity["spec"]["owner"]
        else:
            members[entity["metadata"]["name"]] += len(entity["spec"]["members"])
"""

OWNERS = f"""
import sys
sys.path.insert(0, {str(ROOT / ".tools")!r})
from codeowners import CodeOwners
book = CodeOwners(open(sys.argv[1], encoding="utf-8").read())
for line in sys.stdin:
    path = line.rstrip("\\n")
    print(path, " ".join(name for _, name in book.of(path)), sep="\\t")
"""


TRAFFIC = """
import collections, csv, datetime, sys
sums = collections.Counter()
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        if row[0] == "time": continue
        time = datetime.datetime.fromisoformat(row[0])
        sums[time.year, time.month, 0] += float(row[1])
        sums[time.year, time.month, 1] += float(row[2])
"""

VIEWS = """
import collections, datetime, json, sys
sums = collections.Counter()
with open(sys.argv[1], encoding="utf-8") as file:
    for item in json.load(file)["items"]:
        time = datetime.datetime.strptime(item["timestamp"], "%Y%m%d%H")
        sums[item["article"], time.year, time.month] += item["views"]
"""

METRICS = """
import collections, datetime, json, sys
sums = collections.Counter()
with open(sys.argv[1], encoding="utf-8") as file:
    for series in json.load(file)["data"]["result"]:
        for seconds, value in series["values"]:
            time = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)
            sums[time.year, time.month] += float(value)
"""

SERVICES = """
import pathlib, sys, yaml
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
owners = {}
for path in pathlib.Path(sys.argv[1]).rglob("*.y*ml"):
    entity = yaml.load(path.read_text(encoding="utf-8"), loader)
    if "service" in entity:
        owners[entity["service"]["name"]] = entity["service"]["owner"]
    else:
        owners[entity["info"]["x-cortex-tag"]] = entity["info"]["x-cortex-owners"][0]["name"]
"""

PAGES = """
import collections, datetime, json, sys
counts = collections.Counter()
_, path, items, created, service = sys.argv
with open(path, encoding="utf-8") as file:
    for record in json.load(file)[items]:
        time = datetime.datetime.fromisoformat(record[created].replace("Z", "+00:00"))
        of = record[service]
        counts[of if isinstance(of, str) else of["id"], time.hour, time.weekday()] += 1
"""

WEBHOOKS = """
import collections, datetime, json, sys
counts = collections.Counter()
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        for alert in json.loads(line)["alerts"]:
            time = datetime.datetime.fromisoformat(alert["startsAt"].replace("Z", "+00:00"))
            counts[alert["labels"]["service"], time.hour, time.weekday()] += 1
"""

CALENDAR = """
import collections, datetime, sys
hours = collections.Counter()
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        name, _, value = line.rstrip().partition(":")
        if name == "DTSTART": start = datetime.datetime.strptime(value, "%Y%m%dT%H%M%SZ")
        if name == "DTEND": end = datetime.datetime.strptime(value, "%Y%m%dT%H%M%SZ")
        if name == "SUMMARY": hours[value] += (end - start).total_seconds() / 3600
"""

def roster(file, rows):
    """People of 400 teams or more, of whom every 100,000th is alike but for the number."""
    rng = random.Random(1)
    teams = max(400, rows // 5_000)
    file.write("Employee #,First Name,Job Title,Department,Hire Date,Termination Date,"
               "Employment Status\r\n")
    people = []
    for _ in range(min(rows, 100_000)):
        day = f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{rng.randint(2005, 2025)}"
        status = "Full-Time" if rng.random() < 0.95 else "Contractor"
        people.append(
            f",Ann,{rng.choice(TITLES)},Team {rng.randrange(teams)},{day},,{status}\r\n")
    for first in range(0, rows, len(people)):
        file.write("".join(f"{first + row}{person}"
                           for row, person in enumerate(people[:rows - first])))


def catalog(file, entities):
    """A tenth groups of two people, the rest components that depend on two others."""
    for index in range(entities):
        head = "---\napiVersion: backstage.io/v1alpha1\n"
        if index % 10 == 0:
            file.write(f"{head}kind: Group\nmetadata: {{name: g{index}}}\n"
                       f"spec: {{type: team, children: [], members: [u{index}, v{index}]}}\n")
            continue
        others = [f"component:c{number - number % 10 + 1}"
                  for number in (index * 7 % entities, index * 13 % entities)]
        file.write(f"{head}kind: Component\nmetadata:\n  name: c{index}\nspec:\n  type: service\n"
                   f"  owner: g{index - index % 10}\n  dependsOn: [{', '.join(others)}]\n")


def owners(file, services):
    """A line for each service between two for all."""
    file.write("* @o/core\n")
    for service in range(services):
        file.write(f"/services/s{service}/ @o/t{service}\n")
    file.write("*.md @o/docs\n")


def traffic(file, rows):
    """Two columns, a row a minute."""
    file.write("time,orders,views\n")
    start = datetime.date(1950, 1, 1)
    minutes = [f"T{minute // 60:02}:{minute % 60:02}:00Z,{minute % 977},{minute * 7 % 4099}.5\n"
               for minute in range(1_440)]
    for first in range(0, rows, len(minutes)):
        day = (start + datetime.timedelta(days=first // len(minutes))).isoformat()
        file.write("".join(day + minute for minute in minutes[:rows - first]))


def views(file, rows):
    """Days of 250 articles."""
    file.write('{"items":[')
    start = datetime.date(2015, 1, 1)
    for row in range(rows):
        day = start + datetime.timedelta(days=row // 250)
        file.write(("," if row else "") + f'{{"project":"en.wikipedia","article":"A{row % 250}",'
                   f'"granularity":"daily","timestamp":"{day:%Y%m%d}00","access":"all-access",'
                   f'"agent":"user","views":{row % 9973}}}')
    file.write("]}")


def metrics(file, rows):
    """Hours of 50 series."""
    file.write('{"status":"success","data":{"resultType":"matrix","result":[')
    for series in range(50):
        values = ",".join(f'[{1577836800 + 3600 * hour},"{hour % 997}.25"]'
                          for hour in range(max(1, rows // 50)))
        file.write(("," if series else "")
                   + f'{{"metric":{{"service":"s{series}"}},"values":[{values}]}}')
    file.write("]}}")


def minute(row, fraction=""):
    """One of the minutes of a year, in order."""
    time = datetime.datetime(2025, 11, 1) + datetime.timedelta(minutes=row * 525_600 // 1_000_000)
    return time.isoformat() + fraction + "Z"


def listed(key, record):
    """Writes an export of that many records."""
    def write(file, rows):
        file.write(f'{{"{key}":[')
        for row in range(rows):
            file.write(("," if row else "") + record(row) + "\n")
        file.write("]}")
    return write


pagerduty = listed("incidents", lambda row: (
    f'{{"id":"P{row}","incident_number":{row},"title":"Queue","status":"resolved",'
    f'"created_at":"{minute(row)}","resolved_at":"{minute(row + 60)}","urgency":"high",'
    f'"service":{{"id":"S{row % 200}","summary":"service {row % 200}"}},'
    f'"teams":[{{"id":"T{row % 20}","summary":"team {row % 20}"}}],'
    f'"last_status_change_by":{{"id":"U{row % 300}","type":"user_reference","summary":"A"}}}}'))
opsgenie = listed("data", lambda row: (
    f'{{"id":"{row}","tinyId":"{row}","message":"Queue","status":"closed","priority":"P1",'
    f'"createdAt":"{minute(row)}","updatedAt":"{minute(row + 60)}","owner":"u{row % 300}@x.org",'
    f'"responders":[{{"id":"T{row % 20}","type":"team"}}],'
    f'"integration":{{"id":"S{row % 200}","name":"service {row % 200}"}},'
    f'"report":{{"ackTime":60000,"closeTime":600000,"acknowledgedBy":"u{row % 300}@x.org"}}}}'))
grafana = listed("results", lambda row: (
    f'{{"id":"I{row}","integration_id":"S{row % 200}","team_id":"T{row % 20}","alerts_count":1,'
    f'"state":"resolved","created_at":"{minute(row, ".430444")}",'
    f'"resolved_at":"{minute(row + 60)}","acknowledged_at":null,"acknowledged_by":"U{row % 300}",'
    f'"title":"Memory"}}'))
escalations = listed("escalations", lambda row: (
    f'{{"id":"E{row}","title":"Orders","status":"resolved","created_at":"{minute(row)}",'
    f'"escalation_path_id":"path {row % 20}","events":[{{"event":"triggered",'
    f'"occurred_at":"{minute(row)}","users":[]}},{{"event":"notified_users",'
    f'"occurred_at":"{minute(row)}","urgency":"high","users":[{{"id":"U{row % 300}"}}]}}],'
    f'"related_alerts":[],"related_incidents":[{{"id":"{row % 200}"}}]}}'))
incidents = listed("incidents", lambda row: (
    f'{{"id":"{row}","reference":"INC-{row}","name":"S{row % 200}","mode":"standard",'
    f'"created_at":"{minute(row)}","incident_status":{{"category":"closed"}},'
    f'"custom_field_entries":[{{"custom_field":{{"id":"f","name":"Affected services"}},'
    f'"values":[{{"value_catalog_entry":{{"id":"c","name":"service {row % 200}"}}}}]}}]}}'))


def webhooks(file, rows):
    """Alerts that fire, one a line."""
    for row in range(rows):
        file.write(f'{{"version":"4","status":"firing","receiver":"team {row % 20}","alerts":['
                   f'{{"status":"firing","labels":{{"alertname":"Errors","service":"s{row % 200}",'
                   f'"severity":"page"}},"startsAt":"{minute(row, ".123")}",'
                   f'"endsAt":"0001-01-01T00:00:00Z","fingerprint":"{row:x}"}}]}}\n')


def calendar(file, rows):
    """Shifts of eight hours of 40 people."""
    file.write("BEGIN:VCALENDAR\r\nX-WR-CALNAME:shop\r\n")
    start = datetime.datetime(1990, 1, 1)
    for row in range(rows):
        # A century of hours; each holds some shifts.
        first = start + datetime.timedelta(hours=row % 800_000)
        last = first + datetime.timedelta(hours=8)
        file.write(f"BEGIN:VEVENT\r\nUID:{row}\r\nDTSTART:{first:%Y%m%dT%H%M%SZ}\r\n"
                   f"DTEND:{last:%Y%m%dT%H%M%SZ}\r\nSUMMARY:person {row % 40}\r\n"
                   f"END:VEVENT\r\n")
    file.write("END:VCALENDAR\r\n")


def services(folder, count, kind):
    """A file for each service, in folders of their own."""
    for row in range(count):
        place = folder / f"s{row}"
        place.mkdir(parents=True)
        if kind == "opslevel":
            (place / "opslevel.yml").write_text(
                f"version: 1\nservice:\n  name: service {row}\n  owner: team {row % 400}\n"
                f"  tier: tier_{row % 4 + 1}\n  dependencies: [{{alias: service_{row // 2}}}]\n")
        else:
            (place / "cortex.yaml").write_text(
                f"info:\n  title: Service {row}\n  x-cortex-tag: s{row}\n"
                f"  x-cortex-owners: [{{type: group, name: team {row % 400}}}]\n"
                f"  x-cortex-dependency: [{{tag: s{row // 2}}}]\n")


def apart(make, *arguments):
    """Makes files in a process of its own, whose memory would count as that of those started later."""
    process = multiprocessing.get_context("fork").Process(target=make, args=arguments)
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit("the files were not made")


def run(command, folder, stdin=None):
    """Seconds and megabytes at most."""
    with open(stdin or os.devnull, encoding="utf-8") as given:
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdin=given, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - started
    if status:
        raise SystemExit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1000


def made(name, write):
    """Writes a file of so many records when it is measured."""
    def make(folder, count):
        with open(folder / name, "w", encoding="utf-8", newline="") as file:
            write(file, count)
    return make


def paths(folder, rows):
    """Owners of 500 services, and paths of theirs."""
    made("CODEOWNERS", lambda file, _: owners(file, 500))(folder, rows)
    with open(folder / "paths", "w", encoding="utf-8") as file:
        for row in range(rows):
            file.write(f"services/s{row % 500}/src/m{row % 97}/file{row}.go\n")


def escalated(folder, rows):
    """Escalations of 200 incidents."""
    made("escalations.json", escalations)(folder, rows)
    made("incidents.json", incidents)(folder, 200)


def jobs(rows):
    """Of each reader: records, what they are, what makes them, how cadre reads them, and Python."""
    few = max(10, rows // 50)
    dry = lambda kind, name, *more: ["import", kind, name, *more, "--dry-run"]
    pages = lambda kind, write, *keys: (
        kind, rows, "records", made(f"{kind}.json", write), dry(kind, f"{kind}.json"),
        [PAGES, f"{kind}.json", *keys])
    return [
        ("roster", rows, "rows", made("people.csv", roster), dry("roster", "people.csv"),
         [ROSTER, "people.csv"]),
        ("csv", rows, "rows", made("traffic.csv", traffic), dry("csv", "traffic.csv"),
         [TRAFFIC, "traffic.csv"]),
        ("wikimedia", rows, "values", made("views.json", views), dry("wikimedia", "views.json"),
         [VIEWS, "views.json"]),
        ("prometheus", rows, "points", made("saved.json", metrics),
         dry("prometheus", "saved.json", "--as", "rate", "--by", "service"),
         [METRICS, "saved.json"]),
        pages("pagerduty", pagerduty, "incidents", "created_at", "service"),
        pages("opsgenie", opsgenie, "data", "createdAt", "integration"),
        pages("grafana-oncall", grafana, "results", "created_at", "integration_id"),
        ("incidentio", rows, "records", escalated,
         dry("incidentio", "escalations.json", "incidents.json"),
         [PAGES, "escalations.json", "escalations", "created_at", "escalation_path_id"]),
        ("alertmanager", rows, "lines", made("webhook.jsonl", webhooks),
         dry("alertmanager", "webhook.jsonl"), [WEBHOOKS, "webhook.jsonl"]),
        ("ical", rows, "events", made("rota.ics", calendar), dry("ical", "rota.ics"),
         [CALENDAR, "rota.ics"]),
        ("backstage", few, "entities", made("catalog-info.yaml", catalog),
         dry("backstage", "catalog-info.yaml"), [CATALOG, "catalog-info.yaml"]),
        ("opslevel", few, "files",
         lambda folder, count: services(folder / "opslevel", count, "opslevel"),
         dry("opslevel", "opslevel"), [SERVICES, "opslevel"]),
        ("cortex", few, "files",
         lambda folder, count: services(folder / "cortex", count, "cortex"),
         dry("cortex", "cortex"), [SERVICES, "cortex"]),
        ("codeowners", rows, "paths", paths,
         ["import", "codeowners", "CODEOWNERS", "--match", "-"], [OWNERS, "CODEOWNERS"]),
    ]


def gigabytes():
    """Tables of about 1 GB, by what a row takes."""
    return [("csv", 31_000_000, traffic, "traffic.csv"),
            ("roster", 15_500_000, roster, "people.csv")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cadre", nargs="?", default=str(ROOT / ".build/release/cadre"))
    parser.add_argument("readers", nargs="*")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--gigabyte", action="store_true")
    options = parser.parse_args()
    cadre = str(pathlib.Path(options.cadre).resolve())
    if options.gigabyte:
        print("| reader | file | rows | seconds | at most |")
        print("| --- | ---: | ---: | ---: | ---: |")
        for kind, rows, write, name in gigabytes():
            if options.readers and kind not in options.readers:
                continue
            with tempfile.TemporaryDirectory() as place:
                folder = pathlib.Path(place)
                apart(made(name, write), folder, rows)
                size = (folder / name).stat().st_size / 1e6
                seconds, most = run([cadre, "import", kind, name, "-o", "model.yaml"], folder)
                print(f"| `{kind}` | {size:,.0f} MB | {rows:,} | {seconds:,.0f} | {most:,.0f} MB |",
                      flush=True)
        return
    print("| reader | what | a second | at most | Python, a second | at most |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for kind, count, unit, make, arguments, (script, *given) in jobs(options.rows):
        if options.readers and kind not in options.readers:
            continue
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            apart(make, folder, count)
            stdin = folder / "paths" if kind == "codeowners" else None
            mine = run([cadre, *arguments], folder, stdin)
            plain = run([sys.executable, "-c", script, *given], folder, stdin)
            print(f"| `{kind}` | {count:,} {unit} | {count / mine[0]:,.0f} | {mine[1]:,.0f} MB "
                  f"| {count / plain[0]:,.0f} | {plain[1]:,.0f} MB |", flush=True)


if __name__ == "__main__":
    main()
