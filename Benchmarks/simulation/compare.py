#!/usr/bin/env python3
"""Compare cadre with its twins: CPU time on one thread, and whether the results agree.

    compare.py [--cadre PATH] [--python PATH] [--compiler NAME ...] [--futures N] [--rounds N]

Writes a table in Markdown to standard output; fails where results do not agree.
"""

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FLAGS = ("-O3", "-std=c++20")
# Standard errors of a difference beyond which results differ, and beyond which they are counted.
MOST, NOTED = 5, 3


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cadre", default=str(ROOT / ".build" / "release" / "cadre"))
    parser.add_argument("--python", default=sys.executable, help="one that has numpy")
    parser.add_argument("--compiler", nargs="+", default=["clang++", "g++"])
    parser.add_argument("--futures", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def programs(given, folder):
    """The commands to measure, by name."""
    model, numbers, futures = HERE / "equal.yaml", HERE / "equal.json", str(given.futures)
    cadre = [given.cadre, "simulate", model, "--replications", futures, "--format", "json",
             "--progress", "none"]
    result = {
        "cadre": [*cadre, "--threads", "1"],
        "cadre, 2 threads": [*cadre, "--threads", "2"],
        "numpy": [given.python, HERE / "equal_numpy.py", futures],
    }
    for number, compiler in enumerate(given.compiler):
        program = folder / f"equal-{number}"
        subprocess.run([compiler, *FLAGS, HERE / "equal.cpp", "-o", program], check=True)
        result[f"C++, {Path(compiler).name}"] = [program, numbers, futures]
    return result


def measure(command, output):
    """CPU seconds, of the user and the system, and seconds by the clock."""
    with output.open("w") as file:
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, stdout=file, check=True, env=os.environ | {"OMP_NUM_THREADS": "1"})
        elapsed = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, elapsed


def run(commands, rounds, folder):
    """The least CPU and clock times over rounds, and what came out, by program."""
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(measure(command, folder / f"{name}.json"))
    least = {name: tuple(map(min, zip(*rows))) for name, rows in times.items()}
    return least, {name: json.loads((folder / f"{name}.json").read_text()) for name in commands}


# Agreement.


def figures(document):
    """The mean of each figure with its standard error, by name."""
    count = document["futures"]["played"]
    result = {}

    def add(name, figure):
        result[name] = (figure["mean"], figure["standardError"])

    for name, figure in document["figures"].items():
        add(name, figure)
    for team in document["teams"]:
        for number, month in enumerate(team["months"]):
            for name, value in month.items():
                if name == "broken":
                    for limit, chance in value.items():
                        error = math.sqrt(chance * (1 - chance) / count)
                        result[team["team"], number, "broken", limit] = (chance, error)
                elif isinstance(value, dict):
                    add((team["team"], number, name), value)
    return result


def distance(a, b):
    """The difference of two means in joint standard errors."""
    difference, error = abs(a[0] - b[0]), math.hypot(a[1], b[1])
    if difference <= 1e-9 * max(abs(a[0]), abs(b[0]), 1):
        return 0
    return difference / error if error > 0 else math.inf


def compare(ours, theirs):
    """How far figures are apart: the number that vary, are noted, are too far, are the very same."""
    ours, theirs = figures(ours), figures(theirs)
    shared = [name for name in ours if name in theirs]
    missing = [name for name in theirs if name not in ours]
    varying = [name for name in shared if ours[name][1] > 0 or theirs[name][1] > 0]
    far = {name: distance(ours[name], theirs[name]) for name in shared}
    same = sum(ours[name] == theirs[name] for name in shared)
    wrong = [name for name in shared if far[name] > MOST] + missing
    return len(shared), len(varying), same, sum(far[n] > NOTED for n in varying), wrong, far


def print_agreement(name, ours, theirs):
    shared, varying, same, noted, wrong, far = compare(ours, theirs)
    print(
        f"{name}: {shared} means, {varying} of them of something that varies; {same} the very same, "
        f"{noted} ({noted / varying:.2%}) beyond {NOTED} standard errors, "
        f"{len(wrong)} beyond {MOST}; the largest difference is {max(far.values()):.2f}."
    )
    for place in wrong[:20]:
        print(f"  {place}: {figures(ours).get(place)} and {figures(theirs).get(place)}")
    return not wrong


def print_times(times):
    own = times["cadre"]
    print("| program | CPU seconds | seconds | CPU relative to cadre |")
    print("| --- | --- | --- | --- |")
    for name, (cpu, clock) in times.items():
        print(f"| {name} | {cpu:.2f} | {clock:.2f} | {cpu / own[0]:.2f} |")
    fastest = min(cpu for name, (cpu, _) in times.items() if name.startswith("C++"))
    print(f"\nnumpy / cadre {times['numpy'][0] / own[0]:.2f}, cadre / C++ {own[0] / fastest:.2f}, ", end="")
    print(f"one thread / two {own[1] / times['cadre, 2 threads'][1]:.2f} by the clock.\n")


def main():
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        times, documents = run(programs(given, folder), given.rounds, folder)
    print(f"{given.futures} futures, the least of {given.rounds} rounds:\n")
    print_times(times)
    ours = documents.pop("cadre")
    agreed = [print_agreement(name, ours, theirs) for name, theirs in documents.items()]
    sys.exit(0 if all(agreed) else 1)


if __name__ == "__main__":
    main()
