#!/usr/bin/env python3
"""What ruling out seats by reduced costs, and leaving out presolving, do for a programme of one team.

    reduce.py PROGRAMME.mps [--gap 0.01] [--seconds 60]

Needs the package `highspy`. A plan is looked for first, with all seats; then its programme is solved
again from that plan, with all seats and without those that no plan can have that is better by more than
the gap, each with and without presolving. CPU seconds of one thread.
"""

import argparse
import time

import highspy


def solver(gap, seconds, presolve):
    highs = highspy.Highs()
    for name, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", gap),
                        ("time_limit", seconds), ("presolve", presolve)):
        highs.setOptionValue(name, value)
    return highs


def solve(title, program, arguments, presolve="choose", start=None):
    highs = solver(arguments.gap, arguments.seconds, presolve)
    highs.passModel(program)
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = start
        highs.setSolution(solution)
    begin = time.process_time()
    highs.run()
    info = highs.getInfo()
    print(f"{title:42} {info.objective_function_value:14,.0f} {100 * info.mip_gap:6.2f} %"
          f" {info.simplex_iteration_count:8,} {time.process_time() - begin:7.1f} s", flush=True)
    return info.objective_function_value, list(highs.getSolution().col_value)


def reduced(program, best, start, gap):
    """The programme without seats that a plan better by more than the gap cannot have."""
    highs = solver(0, 600, "choose")
    highs.passModel(program)
    whole = [i for i, kind in enumerate(program.integrality_)
             if kind == highspy.HighsVarType.kInteger]
    for column in whole:
        highs.changeColIntegrality(column, highspy.HighsVarType.kContinuous)
    highs.run()
    bound, costs = highs.getInfo().objective_function_value, highs.getSolution().col_dual
    gone = [i for i in whole if start[i] < 0.5 and bound + costs[i] > best * (1 - gap)]
    for column in whole:
        highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
    for column in gone:
        highs.changeColBounds(column, 0, 0)
    print(f"{len(gone)} of {len(whole)} seats are ruled out")
    return highs.getLp()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("programme")
    parser.add_argument("--gap", type=float, default=0.01)
    parser.add_argument("--seconds", type=float, default=60)
    arguments = parser.parse_args()
    highs = solver(0, 60, "choose")
    highs.readModel(arguments.programme)
    program = highs.getLp()
    print(f"{'':42} {'objective':>14} {'gap':>8} {'iterations':>8} {'CPU':>9}")
    best, start = solve("all seats, from nothing", program, arguments)
    fewer = reduced(program, best, start, arguments.gap)
    for presolve in ("choose", "off"):
        solve(f"all seats, presolve {presolve}", program, arguments, presolve, start)
        solve(f"without those ruled out, presolve {presolve}", fewer, arguments, presolve, start)


if __name__ == "__main__":
    main()
