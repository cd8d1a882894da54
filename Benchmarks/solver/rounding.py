#!/usr/bin/env python3
"""How far rows that whole numbers keep to raise the bound of a programme, and what that rules out.

    rounding.py PROGRAMME.mps [--rounds 8] [--best COST] [--gap 0.01]

Needs the packages `highspy` and `numpy`. Each round looks for mixed-integer rounding inequalities [Marchand
& Wolsey 2001] of single rows, with free variables replaced by the rows that define them, and solves the
programme without whole numbers again. With the cost of a plan that is known, it tells how many seats no
plan better by more than the gap can have, before and after. CPU seconds of one thread.
"""

import argparse
import time

import highspy
import numpy as np
from reduce import solver

NEAR, LEAST, DIVISORS = 0.05, 1e-3, 12


class Programme:
    """A programme as arrays, and its rows over what variables are above their lower bounds."""

    def __init__(self, path):
        highs = solver(0, 600, "off")
        highs.readModel(path)
        self.linear = highs.getLp()
        self.lower = np.array(self.linear.col_lower_)
        self.upper = np.array(self.linear.col_upper_)
        self.whole = np.array([kind == highspy.HighsVarType.kInteger
                               for kind in self.linear.integrality_])
        self.free = (self.lower < -1e20) & (self.upper > 1e20)
        self.rows = list(self.tight_rows())

    def entries(self):
        rows = [{} for _ in range(self.linear.num_row_)]
        matrix = self.linear.a_matrix_
        starts, indices, values = list(matrix.start_), list(matrix.index_), list(matrix.value_)
        for column in range(self.linear.num_col_):
            for place in range(starts[column], starts[column + 1]):
                rows[indices[place]][column] = values[place]
        return rows

    def tight_rows(self):
        """Every row as columns, factors and the most that their sum may be."""
        rows = self.entries()
        low, high = self.linear.row_lower_, self.linear.row_upper_
        meaning = {}
        for row, entries in enumerate(rows):
            named = [column for column in entries if self.free[column]]
            if low[row] == high[row] and len(named) == 1 and named[0] not in meaning:
                meaning[named[0]] = row
        for row, entries in enumerate(rows):
            if low[row] == high[row]:
                continue
            sums, constant = {}, 0.0
            for column, factor in entries.items():
                if column not in meaning:
                    sums[column] = sums.get(column, 0) + factor
                    continue
                other = rows[meaning[column]]
                times = factor / other[column]
                constant += times * low[meaning[column]]
                for part, value in other.items():
                    if part != column:
                        sums[part] = sums.get(part, 0) - times * value
            columns = np.array([column for column in sums if abs(sums[column]) > 1e-12], dtype=int)
            if not self.whole[columns].any() or (self.lower[columns] < -1e20).any():
                continue
            factors = np.array([sums[column] for column in columns])
            if high[row] < 1e20:
                yield columns, factors, high[row] - constant
            if low[row] > -1e20:
                yield columns, -factors, constant - low[row]

    def inequality(self, columns, factors, most, values):
        """Distance, columns, factors and right-hand side of what a choice breaks most."""
        if most - factors @ values[columns] > NEAR * np.abs(factors).max():
            return None
        most = most - factors @ self.lower[columns]
        is_whole = self.whole[columns]
        whole, rest = columns[is_whole], columns[~is_whole & (factors < 0)]
        own, slack = factors[is_whole], factors[~is_whole & (factors < 0)]
        above, width = values[whole] - self.lower[whole], self.upper[whole] - self.lower[whole]
        turned = above > width / 2
        most -= own[turned] @ width[turned]
        own = np.where(turned, -own, own)
        above = np.where(turned, width - above, above)
        spare = -slack @ (values[rest] - self.lower[rest])
        best = None

        def look(divisor):
            nonlocal best
            floor = np.floor(most / divisor)
            part = most / divisor - floor
            if not 0.01 < part < 0.99:
                return
            down = np.floor(own / divisor)
            rounded = down + np.maximum(0, own / divisor - down - part) / (1 - part)
            scale = 1 / (divisor * (1 - part))
            size = np.sqrt(rounded @ rounded + scale * scale * (slack @ slack))
            distance = (rounded @ above - spare * scale - floor) / max(size, 1e-9)
            if best is None or distance > best[0]:
                best = distance, rounded, scale, floor, divisor

        open_ = np.flatnonzero((above > 1e-6) & (np.abs(own) > 1e-7))
        for place in open_[np.argsort(-above[open_])][:DIVISORS]:
            look(abs(own[place]))
        for part in (2, 4, 8) if best else ():
            look(best[4] / part)
        if best is None or best[0] < LEAST:
            return None
        distance, rounded, scale, floor, _ = best
        floor -= rounded[turned] @ width[turned]
        rounded = np.where(turned, -rounded, rounded)
        slack = slack * scale
        floor += rounded @ self.lower[whole] + slack @ self.lower[rest]
        return np.concatenate([whole, rest]), np.concatenate([rounded, slack]), floor


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("programme")
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--best", type=float, help="cost of a plan that is known")
    parser.add_argument("--gap", type=float, default=0.01)
    arguments = parser.parse_args()
    programme = Programme(arguments.programme)
    linear = programme.linear
    linear.integrality_ = []
    highs = solver(0, 600, "off")
    highs.passModel(linear)
    solving = looking = 0.0
    for number in range(arguments.rounds + 1):
        begin = time.process_time()
        highs.run()
        solving += time.process_time() - begin
        bound, solution = highs.getInfo().objective_function_value, highs.getSolution()
        ruled = ""
        if arguments.best:
            costs = np.array(solution.col_dual)[programme.whole]
            gone = np.count_nonzero(bound + costs > arguments.best * (1 - arguments.gap))
            ruled = f"  {gone:,} of {len(costs):,} seats ruled out"
        print(f"{number} rounds: {bound:14,.0f}  {highs.getNumRow():6,} rows"
              f"  {solving:6.2f} s solving {looking:6.2f} s looking{ruled}", flush=True)
        if number == arguments.rounds:
            break
        begin = time.process_time()
        values = np.array(solution.col_value)
        found = [programme.inequality(*row, values) for row in programme.rows]
        found = [one for one in found if one is not None]
        looking += time.process_time() - begin
        if not found:
            break
        for columns, factors, most in found:
            used = np.abs(factors) > 1e-9
            highs.addRow(-highspy.kHighsInf, float(most), int(used.sum()),
                         columns[used].astype(np.int32), factors[used])


if __name__ == "__main__":
    main()
