#!/usr/bin/env python3
"""Solve cadre's programmes again by other solvers, and see whether they agree with HiGHS.

    verify.py FOLDER [--solver scip cbc ...] [--seconds N] [--python PATH]

FOLDER holds NAME.mps, written by cadre, and NAME.json, what HiGHS says of it: objective, bound, gap.
CBC comes with the package `pulp`, SCIP with `pyscipopt`; where they are missing, this script makes an
environment of its own with both in .venv beside itself. Writes a table in Markdown to standard output;
fails where two solvers say what cannot both be true.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGES = ("pulp==3.3.2", "pyscipopt==6.3.0")
# Tolerances of the solvers themselves, relative to the objective: rows may be missed by 1e-6 of
# their size, and a missed demand costs thousands a unit.
SLACK = 1e-5


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--solver", nargs="+", default=["scip", "cbc"], choices=["scip", "cbc"])
    parser.add_argument("--seconds", type=float, default=120, help="for each programme and solver")
    return parser.parse_args()


def with_packages():
    """Runs this script again in an environment that has the packages, unless this one has."""
    try:
        import pulp  # noqa: F401
        import pyscipopt  # noqa: F401
        return
    except ImportError:
        if os.environ.get("CADRE_VERIFY_AGAIN"):
            raise
    folder = HERE / ".venv"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    os.environ["CADRE_VERIFY_AGAIN"] = "1"
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def scip(path, gap, seconds):
    """Objective and bound by SCIP; no objective where it found nothing."""
    from pyscipopt import Model
    model = Model()
    model.hideOutput()
    model.readProblem(str(path))
    model.setParam("limits/gap", gap)
    model.setParam("limits/time", seconds)
    model.setParam("randomization/randomseedshift", 1)
    model.optimize()
    if model.getStatus() == "infeasible":
        return None, float("inf")
    found = model.getObjVal() if model.getNSols() else None
    return found, model.getDualbound()


def cbc(path, gap, seconds):
    """The same by CBC, from what it writes."""
    import pulp
    log = path.with_suffix(".cbc")
    program = pulp.PULP_CBC_CMD().path
    with log.open("w") as out:
        subprocess.run(
            [program, str(path), "-ratioGap", str(gap), "-seconds", str(seconds), "-timeMode",
             "elapsed", "-randomCbcSeed", "1", "-solve", "-quit"],
            stdout=out, stderr=subprocess.STDOUT, check=True)
    said = {}
    is_optimal = "Result - Optimal solution found" in log.read_text()
    for line in log.read_text().splitlines():
        name, colon, value = line.partition(":")
        if colon:
            said.setdefault(name.strip(), value.strip())
        if line.startswith("Optimal objective") and "Objective value" not in said:
            said["relaxed"] = line.split()[2]
    log.unlink()
    if "Objective value" not in said:
        # A programme that its presolve solves to the end is told as a relaxation.
        relaxed = said.get("relaxed")
        return (float(relaxed), float(relaxed)) if relaxed else (None, float("-inf"))
    found = float(said["Objective value"])
    if "Lower bound" in said:
        return found, float(said["Lower bound"])
    # Without a bound it was within the gap that was asked for, or says nothing.
    return found, found - gap * abs(found) if is_optimal else float("-inf")


def disagreement(ours, theirs):
    """Why two claims cannot both be true, or nothing."""
    size = SLACK * max(1, abs(ours["objective"]))
    found, bound = theirs
    if found is None:
        # Not to find anything in time says nothing; to prove that there is nothing does.
        return "says infeasible" if bound == float("inf") else ""
    if found < ours["bound"] - size:
        return "beats the bound of HiGHS"
    if ours["objective"] < bound - size:
        return "HiGHS beats its bound"
    proven = bound >= found - 2 * ours["gap"] * abs(found) - size
    both = ours["status"] == "solved" and proven
    if both and abs(found - ours["objective"]) > 2 * ours["gap"] * abs(found) + size:
        return "both within the gap, and yet apart"
    return ""


def number(value):
    return "–" if value is None or abs(value) == float("inf") else f"{value:,.1f}"


def share(found, bound):
    if found is None or abs(bound) == float("inf"):
        return "–"
    return f"{max(0, found - bound) / max(1e-9, abs(found)) * 100:.3f} %"


def main():
    given = arguments()
    with_packages()
    claims = sorted(given.folder.glob("*.json"))
    if not claims:
        sys.exit(f"verify.py: no programmes in {given.folder}")
    solvers = {"scip": scip, "cbc": cbc}
    titles = [f"{name.upper()}: objective | gap | from HiGHS | s" for name in given.solver]
    print("| programme | columns (whole) × rows | HiGHS: objective | gap | s | "
          + " | ".join(titles) + " |")
    print("| --- | ---: | ---: | ---: | ---: |" + " ---: |" * 4 * len(given.solver))
    wrong, silent = [], []
    for path in claims:
        ours = json.loads(path.read_text())
        cells = [
            ours["name"], f"{ours['variables']:,} ({ours['whole']:,}) × {ours['rows']:,}",
            number(ours["objective"]), share(ours["objective"], ours["bound"]),
            f"{ours['seconds']:.1f}"]
        for name in given.solver:
            begun = time.monotonic()
            theirs = solvers[name](path.with_suffix(".mps"), ours["gap"], given.seconds)
            seconds = time.monotonic() - begun
            found, bound = theirs
            apart = "–"
            if found is not None:
                apart = f"{(found / ours['objective'] - 1) * 100:+.3f} %" \
                    if ours["objective"] else f"{found:+.3f}"
            else:
                silent.append(f"{ours['name']}, {name}")
            cells += [number(found), share(found, bound), apart, f"{seconds:.1f}"]
            reason = disagreement(ours, theirs)
            if reason:
                wrong.append(f"{ours['name']}: {name} {reason}: {theirs}, HiGHS "
                             f"({ours['objective']}, {ours['bound']})")
        print("| " + " | ".join(cells) + " |", flush=True)
    print(f"\n{len(claims)} programmes, {len(wrong)} disagreements, {len(silent)} without a plan in "
          "time.", flush=True)
    for line in wrong:
        print(line, file=sys.stderr)
    for line in silent:
        print(f"nothing found: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
