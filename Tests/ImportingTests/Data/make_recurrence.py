#!/usr/bin/env python3
"""Writes recurrence.csv: when events of calendars come, by another implementation.

That is python-dateutil 2.9.0, which knows nothing of cadre. Each row has a rule, the start of the
first event, the last time that is asked for, and the times, which are those of the clock on the
wall. Starts are such that the rule takes them; what else happens RFC 5545 leaves open.

    make_recurrence.py > recurrence.csv
"""

import csv
import datetime
import itertools
import random
import sys

from dateutil.rrule import rrulestr

SEED = 20261122
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
STAMP = "%Y%m%dT%H%M%S"
MOST = 60

# What rotas are known to be, and corners of the calendar.
KNOWN = [
    ("FREQ=DAILY", "20260327T090000", 10),
    ("FREQ=DAILY;INTERVAL=2;COUNT=5", "20260227T220000", 60),
    ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "20260102T180000", 30),
    ("FREQ=DAILY;BYMONTHDAY=-1,15", "20260115T000000", 120),
    ("FREQ=WEEKLY", "20261025T013000", 60),
    ("FREQ=WEEKLY;INTERVAL=6;BYDAY=MO", "20260105T090000", 400),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "20260106T090000", 90),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "20260106T090000", 90),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=SA,SU;WKST=WE", "20260103T080000", 200),
    ("FREQ=WEEKLY;UNTIL=20260301T090000", "20260104T090000", 400),
    ("FREQ=WEEKLY;UNTIL=20260301T085959", "20260104T090000", 400),
    ("FREQ=WEEKLY;BYDAY=MO,FR;BYMONTH=2,12", "20260202T070000", 500),
    ("FREQ=MONTHLY", "20260131T090000", 500),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "20260131T090000", 500),
    ("FREQ=MONTHLY;BYDAY=1MO", "20260105T090000", 400),
    ("FREQ=MONTHLY;BYDAY=-1FR,2TU", "20260113T090000", 400),
    ("FREQ=MONTHLY;INTERVAL=3;BYDAY=5SU", "20260329T090000", 1500),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "20260213T090000", 2000),
    ("FREQ=YEARLY", "20240229T120000", 6000),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "20200329T020000", 4000),
    ("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "20201025T030000", 4000),
    ("FREQ=YEARLY;BYMONTH=3,11;BYDAY=2SU", "20200308T020000", 4000),
    ("FREQ=HOURLY;INTERVAL=12", "20260327T210000", 12),
]


def generated(rng):
    """A rule of the parts that cadre knows, and a start that it takes."""
    frequency = rng.choice(["DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = [f"FREQ={frequency}", f"INTERVAL={rng.choice([1, 1, 2, 3, 5, 8])}"]
    if frequency in ("DAILY", "WEEKLY") and rng.random() < 0.6:
        parts.append("BYDAY=" + ",".join(rng.sample(DAYS, rng.randint(1, 4))))
    if frequency in ("WEEKLY",) and rng.random() < 0.6:
        parts.append("WKST=" + rng.choice(DAYS))
    if frequency == "YEARLY" or rng.random() < 0.15:
        parts.append("BYMONTH=" + ",".join(map(str, sorted(rng.sample(range(1, 13), 3)))))
    if frequency in ("MONTHLY", "YEARLY"):
        if rng.random() < 0.5:
            place = rng.choice(["1", "2", "-1", "-2", "", "5"])
            parts.append("BYDAY=" + place + rng.choice(DAYS))
        else:
            parts.append(f"BYMONTHDAY={rng.choice([1, 15, 28, 29, 30, 31, -1, -3])}")
    if rng.random() < 0.3:
        parts.append(f"COUNT={rng.randint(1, 20)}")
    start = datetime.datetime(2026, 1, 1) + datetime.timedelta(
        days=rng.randrange(365), hours=rng.randrange(24))
    return ";".join(parts), start, rng.choice([60, 200, 800])


def times(rule, start, days):
    last = start + datetime.timedelta(days=days)
    found = itertools.takewhile(lambda time: time <= last, rrulestr(rule, dtstart=start))
    return last, list(itertools.islice(found, MOST))


def main():
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["rule", "start", "last", "times"])
    rows = [(rule, datetime.datetime.strptime(start, STAMP), days) for rule, start, days in KNOWN]
    rng = random.Random(SEED)
    rows += [generated(rng) for _ in range(300)]
    for rule, start, days in rows:
        plain = ";".join(part for part in rule.split(";") if not part.startswith("COUNT"))
        first = next(iter(rrulestr(plain, dtstart=start)), None)
        if first is None:
            continue
        last, found = times(rule, first, days)
        if len(found) == MOST:
            last = found[-1]
        writer.writerow([rule, first.strftime(STAMP), last.strftime(STAMP),
                         " ".join(time.strftime(STAMP) for time in found)])


main()
