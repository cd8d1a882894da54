#!/usr/bin/env python3
"""Measures how quick cadre reads large sources and how much memory that takes, beside plain Python.

Plain Python reads the same file with what is at hand (csv, PyYAML's loader in C where there is one,
the package that scripts/codeowners.sh pins) and counts the same, without checking anything.

    measure.py [path of cadre] [--rows N]
"""

import argparse
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


def roster(file, rows):
    """People of 400 teams."""
    rng = random.Random(1)
    file.write("Employee #,First Name,Job Title,Department,Hire Date,Termination Date,"
               "Employment Status\r\n")
    for row in range(rows):
        day = f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{rng.randint(2005, 2025)}"
        status = "Full-Time" if rng.random() < 0.95 else "Contractor"
        file.write(f"{row},Ann,{rng.choice(TITLES)},Team {rng.randrange(400)},{day},,{status}\r\n")


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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cadre", nargs="?", default=str(ROOT / ".build/release/cadre"))
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    rows, entities, services = options.rows, max(10, options.rows // 50), 500
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path, write, count in [("people.csv", roster, rows),
                                   ("catalog-info.yaml", catalog, entities),
                                   ("CODEOWNERS", owners, services)]:
            with open(folder / path, "w", encoding="utf-8", newline="") as file:
                write(file, count)
        with open(folder / "paths", "w", encoding="utf-8") as file:
            for row in range(rows):
                file.write(f"services/s{row % services}/src/m{row % 97}/file{row}.go\n")
        cadre = str(pathlib.Path(options.cadre).resolve())
        jobs = [
            ("roster", rows, "rows", ["import", "roster", "people.csv", "--dry-run"], ROSTER,
             "people.csv", None),
            ("backstage", entities, "entities",
             ["import", "backstage", "catalog-info.yaml", "--dry-run"], CATALOG,
             "catalog-info.yaml", None),
            ("codeowners", rows, "paths", ["import", "codeowners", "CODEOWNERS", "--match", "-"],
             OWNERS, "CODEOWNERS", folder / "paths"),
        ]
        print("| reader | what | a second | at most | Python, a second | at most |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for kind, count, unit, arguments, script, file, stdin in jobs:
            mine = run([cadre, *arguments], folder, stdin)
            plain = run([sys.executable, "-c", script, file], folder, stdin)
            print(f"| `{kind}` | {count:,} {unit} | {count / mine[0]:,.0f} | {mine[1]:,.0f} MB "
                  f"| {count / plain[0]:,.0f} | {plain[1]:,.0f} MB |", flush=True)


if __name__ == "__main__":
    main()
