"""Runs of cadre that write every document in all its variants."""

import concurrent.futures
import json
import os
import pathlib
import signal
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
JSON = ["--format", "json"]
# Not --time-limit, with which plans would depend on the machine.
HASTY = ["--replications", "50", "--gap", "50"]
SEARCH = ["--replications", "50", "--gap", "10"]


class Cadre:
    """A binary and a folder to run it in, with nothing of the user's own."""

    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder
        self.environment = {"HOME": str(folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        for library in (ROOT / ".solver/lib").glob("libhighs.*"):
            self.environment["CADRE_HIGHS"] = str(library)

    def __call__(self, arguments, status=0):
        outcome = subprocess.run([self.binary, *arguments], cwd=self.folder, env=self.environment,
                                 capture_output=True, timeout=300, check=False)
        if outcome.returncode != status:
            raise SystemExit(f"cadre {' '.join(arguments)} exits with {outcome.returncode}: "
                             f"{outcome.stderr.decode() or outcome.stdout.decode()}")
        return outcome.stdout.decode()

    def interrupted(self, arguments, seconds):
        """What it writes when it is interrupted after a while; nothing if it had nothing."""
        with subprocess.Popen([self.binary, *arguments], cwd=self.folder, env=self.environment,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            time.sleep(seconds)
            process.send_signal(signal.SIGINT)
            return process.communicate(timeout=300)[0].decode()


def model(name):
    return str(ROOT / "models" / f"{name}.yaml")


def jobs():
    """Command lines that depend on no other, with the format that they write and the status."""
    small, site, storefront = model("small"), model("reference-site"), model("storefront")
    in_house = ["plan", small, "--strategy", "in-house"]
    table = ["forecast", "--series", "series.csv", "--horizon", "3"]
    return [
        ("plan", ["plan", "rare.yaml", "--robust", "--strategy", "hybrid", *SEARCH], 0),
        ("plan", ["plan", "frozen.yaml", "--robust", "--strategy", "hybrid", *SEARCH], 0),
        ("plan", ["plan", "even.yaml", "--strategy", "in-house", "--strategy", "hybrid", *HASTY],
         0),
        ("plan", ["plan", "busy.yaml", "--strategy", "hybrid", *HASTY], 0),
        ("plan", ["plan", "uneven.yaml", "--strategy", "in-house", *SEARCH], 0),
        ("plan", [*in_house, "--months", "14", "--frontier", *SEARCH], 0),
        ("plan", [*in_house, "--months", "9", "--robust", *SEARCH], 0),
        ("plan", [*in_house, "--gap", "0", "--time-limit", "0.02", "--replications", "50"], 0),
        ("plan", ["plan", small, "--quick"], 0),
        ("plan", ["plan", model("seats"), "--quick", "--from", model("plans/seats-last")], 0),
        ("plan", ["plan", model("seats"), "--quick", "--from", "lived.yaml"], 0),
        ("plan-diff", ["plan", "diff", model("plans/seats-last"), model("plans/seats-next")], 0),
        ("plan-diff", ["plan", "diff", model("plans/seats-last"), model("plans/seats-last")], 0),
        ("plan", ["plan", "night.yaml", "--quick"], 0),
        ("compare", ["compare", "rare.yaml", "--quick", "--replications", "20"], 0),
        ("compare", ["compare", "busy.yaml", "--quick", "--replications", "20"], 0),
        ("check", ["check", storefront], 0),
        ("check", ["check", "wrong.yaml"], 65),
        ("diagnostics", ["plan", "wrong.yaml"], 65),
        ("import", ["import", "backstage", "catalog.yaml", "--dry-run", "--skip-broken"], 0),
        ("import", ["import", "backstage", "catalog.yaml", "--merge", small, "--dry-run",
                    "--skip-broken"], 0),
        ("import", ["import", "prometheus", "saved.json", "--as", "rate", "--dry-run"], 0),
        ("import", ["import", "csv", "daily.csv", "--dry-run"], 0),
        ("import", ["import", "roster", "people.csv", "--dry-run"], 0),
        ("rota", ["rota", storefront, "payments"], 0),
        ("rota", ["rota", storefront, "payments", "--people", "crew.csv", "--weeks", "4"], 0),
        ("import", ["import", "ical", "rota.ics", "--dry-run"], 0),
        ("import", ["import", "pagerduty", "incidents.json", "--dry-run"], 0),
        ("oncall", ["oncall", "incidents.json", "rota.ics", "--skip-broken"], 0),
        ("oncall", ["oncall", "incidents.json", "cut.json", "--skip-broken"], 0),
        ("oncall", ["oncall", "rota.ics"], 0),
        ("assumptions", ["assumptions", storefront], 0),
        ("config", ["config", "show"], 0),
        ("explain", ["explain", "C0301"], 0),
        ("explain", ["explain"], 0),
        ("version", ["version"], 0),
        ("forecast", table, 0),
        ("forecast", [*table, "--paths", "2"], 0),
        ("backtest", [*table, "--backtest"], 0),
        ("traffic", ["forecast", storefront], 0),
        ("traffic", ["forecast", small], 0),
        ("simulate", ["simulate", site, "--replications", "20", "--resilience"], 0),
        ("simulate", ["simulate", small, "--precision", "0.3", "--replications", "100"], 0),
        ("story", ["simulate", small, "--trace", "3"], 0),
        ("stress", ["stress", "night.yaml", "--traffic", "100x"], 0),
        ("stress", ["stress", model("short-rota"), "--lose", "any", "--replications", "50"], 0),
        ("shape", ["shape", model("team-shape"), "--replications", "20"], 0),
    ]


def ledger_jobs():
    """Command lines one after the other on one ledger."""
    small = model("small")
    return [
        ("plan", ["plan", model("storefront"), "--quick", "--record"], 0),
        ("plan", ["plan", "busy.yaml", "--quick", "--record"], 0),
        ("simulate", ["simulate", small, "--replications", "20", "--record"], 0),
        ("traffic", ["forecast", "counted.yaml", "--record"], 0),
        ("runs", ["runs", "list"], 0),
        ("run", ["runs", "show", "1"], 0),
        ("run-export", ["runs", "export", "2", "3"], 0),
        ("run-diff", ["runs", "diff", "1", "2"], 0),
        ("run-diff", ["runs", "diff", "2", "1"], 0),
        ("run-diff", ["runs", "diff", "2", "3"], 0),
        ("calibration", ["runs", "calibrate", "3", "--actuals", "actuals.csv"], 0),
        ("pruned", ["runs", "prune", "--keep", "1"], 0),
    ]


def seat_jobs(name, path, plan):
    """Command lines about a seat of each kind of a plan."""
    seats = {seat["partner"] is None: seat["id"] for seat in plan["seats"]}
    brief = ["brief", path, "--plan", f"{name}.json"]
    return [("seats", brief, 0)] + [("brief", [*brief, seat], 0) for seat in seats.values()]


class Runs:
    """Runs cadre for documents, several at a time."""

    def __init__(self, cadre):
        self.cadre = cadre
        self.pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count())

    def all(self):
        """Every job with its document."""
        chains = [self.pool.submit(self.recorded)]
        chains += [self.pool.submit(self.interrupted)]
        chains += [self.pool.submit(self.one_by_one, [job]) for job in jobs()]
        for chain in concurrent.futures.as_completed(chains):
            yield from chain.result()

    def one_by_one(self, jobs):
        return [(name, arguments, self.cadre([*arguments, *JSON], status))
                for name, arguments, status in jobs]

    def recorded(self):
        """Runs of the ledger, and the seats of the plans among them."""
        runs = self.one_by_one(ledger_jobs())
        for name, path, run in [("storefront", model("storefront"), runs[0]),
                                ("busy", "busy.yaml", runs[1])]:
            text = run[2]
            (self.cadre.folder / f"{name}.json").write_text(text, encoding="utf-8")
            runs += self.one_by_one(seat_jobs(name, path, json.loads(text)))
        return runs

    def interrupted(self):
        """A plan that was stopped before it was done, as soon as there is one."""
        arguments = ["plan", model("reference-site")]
        for seconds in (1, 2, 4, 8, 16):
            text = self.cadre.interrupted([*arguments, *JSON], seconds)
            if text:
                return [("plan", arguments, text)]
        raise SystemExit("no interrupted plan was written")
