#!/usr/bin/env python3
"""Imports a year of 100 services from a real Prometheus and compares every month.

The server is Debian's, which scripts/prometheus.sh unpacks, and listens on loopback only. Its data are
generated from a fixed seed: counters that start anew now and then, gauges with gaps and NaN. What a
month should be is computed here from the generated numbers, by no code of cadre and no PromQL.

    check_prometheus.py [path of cadre]
"""

import calendar
import csv
import json
import math
import os
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".tools/prometheus/usr/bin"
SEED = 20261122
YEAR = 2025
HOUR, DAY = 3600, 86400
START = calendar.timegm((YEAR, 1, 1, 0, 0, 0))
HOURS = 365 * 24
# Shares of a month that have to be known; as docs/import.md says.
LEAST = 0.9
SECONDS = 85


def generate(rng):
    """What is counted, by service: kind, and values by hour from START to the end of the year."""
    services = {}
    for number in range(100):
        kind = "rate" if number < 40 else "gauge" if number < 70 else "count"
        name = f"{kind}-{number:02}"
        base = 10 ** rng.uniform(0, 6)
        total, values = rng.randrange(1000), []
        for hour in range(HOURS + 1):
            step = int(base * (1.5 + math.sin(hour / 24 * 2 * math.pi)) * rng.uniform(0.5, 1.5)) + 1
            if kind == "gauge":
                values.append(rng.uniform(0, base))
                if rng.random() < 0.01:
                    values[-1] = math.nan
                continue
            total += step
            if rng.random() < 0.002:
                total = rng.randrange(5)
            values.append(float(total))
        # Holes of some hours, and in some services of days: one too few to matter, one not.
        for _ in range(20):
            hole(values, rng.randrange(HOURS), rng.randint(1, 6), kind)
        if number % 3 == 0:
            hole(values, rng.randrange(HOURS), rng.randint(24, 240), kind)
        services[name] = (kind, values)
    return services


def hole(values, first, length, kind):
    """Takes values out; of counts by day none at midnight, where a day's count begins and ends."""
    for hour in range(first, min(first + length, HOURS + 1)):
        if kind != "count" or hour % 24:
            values[hour] = None


def increase(earlier, later):
    """How far a counter came, which starts at zero when it starts anew."""
    return later - earlier if later >= earlier else later


def points(kind, values):
    """What is known of stretches of time: start, length, amount a second or of the stretch."""
    if kind == "gauge":
        return [(hour * HOUR, HOUR, value) for hour, value in enumerate(values[:HOURS])
                if value is not None and not math.isnan(value)]
    if kind == "rate":
        pairs = zip(range(HOURS), values, values[1:])
        return [(hour * HOUR, HOUR, increase(a, b) / HOUR) for hour, a, b in pairs
                if a is not None and b is not None]
    days = []
    for day in range(HOURS // 24):
        known = [value for value in values[day * 24:day * 24 + 25] if value is not None]
        days.append((day * DAY, DAY, math.fsum(map(increase, known, known[1:]))))
    return days


def months(kind, values):
    """The value of each month, None where too little is known."""
    known = points(kind, values)
    result = []
    for month in range(1, 13):
        first = calendar.timegm((YEAR, month, 1, 0, 0, 0)) - START
        days = calendar.monthrange(YEAR, month)[1]
        own = [(length, value) for at, length, value in known if first <= at < first + days * DAY]
        share = sum(length for length, _ in own) / (days * DAY)
        if share < LEAST:
            result.append(None)
            continue
        mean = math.fsum(value for _, value in own) / len(own)
        scale = {"rate": days * DAY, "gauge": days, "count": days}[kind]
        result.append(mean * scale)
    return result


def write_openmetrics(services, path):
    """The data as promtool reads them, metric by metric."""
    families = [("rate", "shop_requests", "counter", "_total"), ("gauge", "shop_online", "gauge", ""),
                ("count", "shop_orders", "counter", "_total")]
    with open(path, "w", encoding="ascii") as out:
        for wanted, metric, kind, suffix in families:
            out.write(f"# TYPE {metric} {kind}\n")
            for name, (own, values) in services.items():
                if own != wanted:
                    continue
                for hour, value in enumerate(values):
                    if value is not None:
                        text = "NaN" if math.isnan(value) else repr(value)
                        out.write(f'{metric}{suffix}{{service="{name}"}} {text} '
                                  f"{START + hour * HOUR}\n")
        out.write("# EOF\n")


QUERIES = {
    "rate": 'rate(shop_requests_total{{service="{}"}}[1h])',
    "gauge": 'shop_online{{service="{}"}}',
    "count": 'increase(shop_orders_total{{service="{}"}}[1d])',
}


def write_map(services, path):
    """One query for each service."""
    lines = ["queries:"]
    for name, (kind, _) in services.items():
        query = json.dumps(QUERIES[kind].format(name))
        lines.append(f"  {name}: {{query: {query}, as: {kind}}}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def free_port():
    """A port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(url, server, deadline):
    """Waits until the server says that it is ready."""
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"prometheus ended with {server.returncode}")
        try:
            with urllib.request.urlopen(url + "/-/ready", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("prometheus does not become ready")


def table(path):
    """The columns of a CSV file by month."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {column: {row["month"]: row[column] for row in rows} for column in rows[0]
            if column != "month"}


def compare(services, columns, failures):
    """How many months agree."""
    count = 0
    for name, (kind, values) in services.items():
        for month, wanted in enumerate(months(kind, values), 1):
            found = columns.get(name, {}).get(f"{YEAR}-{month:02}", "")
            same = (found == "") == (wanted is None)
            if same and wanted is not None:
                same = abs(float(found) - wanted) <= 1e-9 * abs(wanted)
            if not same:
                failures.append(f"{name} {YEAR}-{month:02}: {found or 'nothing'}, not {wanted}")
            count += 1
    return count


def run(binary, folder, url, *arguments):
    """Runs an import as on the first day after the year, with no secrets or proxies around."""
    began = time.monotonic()
    now = str(calendar.timegm((YEAR + 1, 1, 1, 0, 0, 0)))
    outcome = subprocess.run(
        [binary, "import", "prometheus", "--url", url, *arguments], cwd=folder, text=True,
        capture_output=True, timeout=60, check=False,
        env={"HOME": str(folder), "PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": now})
    if outcome.returncode != 0:
        raise RuntimeError(f"cadre ended with {outcome.returncode}: {outcome.stderr}")
    return time.monotonic() - began


def check(binary, folder, deadline):
    """The whole comparison in a folder of its own."""
    services = generate(random.Random(SEED))
    write_openmetrics(services, folder / "data.om")
    write_map(services, folder / "map.yaml")
    subprocess.run([TOOLS / "promtool", "tsdb", "create-blocks-from", "openmetrics",
                    "--max-block-duration=8760h", "data.om", "data"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL, timeout=deadline - time.monotonic())
    (folder / "prometheus.yaml").write_text("global: {}\n", encoding="ascii")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    failures = []
    with open(folder / "prometheus.log", "wb") as log, subprocess.Popen(
            [TOOLS / "prometheus", "--config.file=prometheus.yaml", "--storage.tsdb.path=data",
             "--storage.tsdb.retention.time=10y", f"--web.listen-address=127.0.0.1:{port}"],
            cwd=folder, stdout=log, stderr=log) as server:
        try:
            wait_until_ready(url, server, deadline)
            spent = run(binary, folder, url, "--map", "map.yaml", "-o", "model.yaml")
            count = compare(services, table(folder / "model-traffic.csv"), failures)
            # All rates by one query.
            run(binary, folder, url, "--query", "sum by (service) (rate(shop_requests_total[1h]))",
                "--by", "service", "--since", f"{YEAR}-01", "--until", f"{YEAR}-12", "-o", "by.yaml")
            rates = {name: own for name, own in services.items() if own[0] == "rate"}
            count += compare(rates, table(folder / "by-traffic.csv"), failures)
            subprocess.run([binary, "check", "model.yaml"], cwd=folder, check=True, timeout=60,
                           stdout=subprocess.DEVNULL)
            subprocess.run([binary, "plan", "model.yaml", "--quick"], cwd=folder, check=True,
                           timeout=60, stdout=subprocess.DEVNULL)
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
    missing = sum(value is None for kind, values in services.values() for value in
                  months(kind, values))
    if not missing:
        failures.append("no month is missing, which leaves the rule of 90 % untested")
    print("\n".join(failures[:40]) or f"{count} months of 100 services of a real Prometheus are as "
          f"computed, {missing} of them missing; imported in {spent:.1f} s")
    return 1 if failures else 0


def main():
    if not (TOOLS / "promtool").exists():
        print("no Prometheus in .tools; run scripts/prometheus.sh where there is apt-get")
        return 0 if sys.platform == "darwin" else 1
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/cadre")
    # Ended from outside, it ends its server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory() as name:
        return check(binary.resolve(), pathlib.Path(name), time.monotonic() + SECONDS)


if __name__ == "__main__":
    sys.exit(main())
