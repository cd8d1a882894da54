"""Writes the tables of quantiles and tails beside this file, in ten minutes: python3 make_quantiles.py

Needs scipy (counts) and mpmath (everything else, in 40 digits); neither shares code with cadre.
"""

import itertools
import pathlib

import mpmath as mp
import scipy
import scipy.stats as st

mp.mp.dps = 40
HERE = pathlib.Path(__file__).parent
MPMATH = f"mpmath {mp.__version__}, 40 digits"
SCIPY = f"scipy {scipy.__version__}"
UNIFORMS = ["0.000001", "0.003", "0.2", "0.5", "0.77", "0.99", "0.9999999"]


def write(name, source, columns, rows):
    lines = [f"# {source}; make_quantiles.py.", columns]
    lines += [",".join(str(cell) for cell in row) for row in rows]
    (HERE / name).write_text("\n".join(lines) + "\n")


def digits(number):
    return mp.nstr(number, 17, min_fixed=-4, max_fixed=9)


def normal():
    tails = ["1.1102230246251565e-16", "1e-14", "1.4e-11", "1.3e-11", "1e-9", "0.000001", "0.001", "0.07",
             "0.0749", "0.0751", "0.1", "0.25", "0.3", "0.4", "0.499", "0.51", "0.7", "0.9251", "0.99"]
    # The number that a Double holds, not the one that is written.
    return [(p, digits(mp.sqrt(2) * mp.erfinv(2 * mp.mpf(float(p)) - 1))) for p in tails]


def integral(logarithm, x, deviation, first, last):
    """Both tails by quadrature, a few deviations at a time, which holds for parameters of any size."""
    def part(low, high):
        if high <= low:
            return mp.mpf(0)
        points = [low + (high - low) * k / 24 for k in range(25)]
        return mp.quad(lambda t: mp.exp(logarithm(t)), points)
    return part(max(first, x - 40 * deviation), x), part(x, min(last, x + 40 * deviation))


def gamma_both(a, x):
    if a < 90:
        return (mp.gammainc(a, 0, x, regularized=True), mp.gammainc(a, x, mp.inf, regularized=True))
    scale = -mp.loggamma(a)
    return integral(lambda t: scale + (a - 1) * mp.log(t) - t, x, mp.sqrt(a), mp.mpf(0), mp.inf)


def gamma_lower(a, x):
    return gamma_both(a, x)[0]


def gamma_upper(a, x):
    return gamma_both(a, x)[1]


def beta_both(a, b, x):
    if min(a, b) <= 100:
        return (mp.betainc(a, b, 0, x, regularized=True), mp.betainc(a, b, x, 1, regularized=True))
    scale = mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b)
    deviation = mp.sqrt(a * b / (a + b + 1)) / (a + b)
    return integral(lambda t: scale + (a - 1) * mp.log(t) + (b - 1) * mp.log1p(-t),
                    x, deviation, mp.mpf(0), mp.mpf(1))


def gamma_tails():
    rows = []
    for a in ["0.01", "0.7", "1", "3.5", "40", "99", "101", "1000", "1000000"]:
        shape = mp.mpf(float(a))
        for z in [-7, -2, 0, 1, 4, 8]:
            # Wilson and Hilferty's cube puts the points where the tails are.
            root = 1 - 1 / (9 * shape) + z / (3 * mp.sqrt(shape))
            if root <= 0.05:
                continue
            x = float(mp.nstr(shape * root**3, 12))
            lower, upper = gamma_both(shape, mp.mpf(x))
            assert abs(lower + upper - 1) < mp.mpf(10) ** -16, (a, x)
            rows.append((a, x, digits(lower), digits(upper)))
    return rows


def beta_tails():
    rows = []
    pairs = [("0.5", "0.5"), ("1", "5"), ("3", "3"), ("4.2", "1.8"), ("0.02", "30"), ("7", "100000"),
             ("100", "1000000"), ("149", "151"), ("160", "9000"), ("500000", "500001"), ("20000", "3")]
    for a, b in pairs:
        p, q = mp.mpf(float(a)), mp.mpf(float(b))
        mean, deviation = p / (p + q), mp.sqrt(p * q / (p + q + 1)) / (p + q)
        for z in [-6, -1.5, 0, 1, 5]:
            x = mean + z * deviation
            if not 0 < x < 1:
                continue
            x = float(mp.nstr(x, 12))
            lower, upper = beta_both(p, q, mp.mpf(x))
            assert abs(lower + upper - 1) < mp.mpf(10) ** -16, (a, b, x, lower + upper)
            rows.append((a, b, x, digits(lower), digits(upper)))
    return rows


def solve(function, target, low, high):
    return mp.findroot(lambda y: mp.log(function(y)) - mp.log(target), (low, high), solver="anderson",
                       tol=mp.mpf(10) ** -50, maxsteps=500)


def gamma_quantiles():
    rows = []
    for a, u in itertools.product(["0.05", "0.4", "1", "2.5", "30", "300", "100000"], UNIFORMS):
        shape, p = mp.mpf(float(a)), mp.mpf(float(u))
        if p <= 0.5:
            def tail(y): return gamma_lower(shape, mp.exp(y))
        else:
            def tail(y): return gamma_upper(shape, mp.exp(y))
        target = min(p, 1 - p)
        start = mp.log(mp.mpf(st.gamma.ppf(float(u), float(a)) or 1e-300))
        y = solve(tail, target, start - mp.mpf("1e-3"), start + mp.mpf("1e-3"))
        rows.append((a, u, digits(mp.exp(y))))
    return rows


def pert_quantiles():
    rows = []
    for likely, u in itertools.product(["0", "0.1", "0.25", "0.5", "0.8", "1"], UNIFORMS):
        mode, p = mp.mpf(float(likely)), mp.mpf(float(u))
        a, b = 1 + 4 * mode, 5 - 4 * mode
        start = mp.mpf(st.beta.ppf(float(u), float(a), float(b)))
        root = mp.findroot(lambda x: mp.betainc(a, b, 0, x, regularized=True) - p, start)
        rows.append((likely, u, digits(mp.re(root))))
    return rows


def counts(law, parameters):
    rows = []
    for given, u in itertools.product(parameters, UNIFORMS):
        frozen = law(*[float(cell) for cell in given])
        count = int(frozen.ppf(float(u)))
        # scipy searches from an approximation: take its word only where its own tails agree.
        while frozen.cdf(count) < float(u):
            count += 1
        while count > 0 and frozen.cdf(count - 1) >= float(u):
            count -= 1
        rows.append((*given, u, count))
    return rows


def bursty(mean, ratio):
    return st.nbinom(mean / (ratio - 1), 1 / ratio)


POISSON = [("0.001",), ("0.5",), ("3",), ("24",), ("63.9",), ("64.1",), ("700",), ("1000000",)]
BINOMIAL = [("1", "0.3"), ("5", "0.02"), ("12", "0.5"), ("40", "0.9"), ("1000", "0.03"), ("1000", "0.93"),
            ("1000", "0.5"), ("1000000", "0.00001"), ("1000000", "0.37")]
NEGATIVE_BINOMIAL = [("0.3", "1.6"), ("2.5", "3"), ("24", "9"), ("60", "1.01"), ("5", "4000"), ("90", "1.5"),
                     ("90", "200"), ("1000000", "2.2"), ("1000000", "500000")]

if __name__ == "__main__":
    write("normal.csv", MPMATH, "probability,quantile", normal())
    write("gamma-tails.csv", MPMATH, "shape,x,lower,upper", gamma_tails())
    write("beta-tails.csv", MPMATH, "a,b,x,lower,upper", beta_tails())
    write("gamma-quantiles.csv", MPMATH, "shape,probability,quantile at scale 1", gamma_quantiles())
    write("pert-quantiles.csv", MPMATH, "likely between 0 and 1,probability,quantile", pert_quantiles())
    write("poisson-quantiles.csv", SCIPY, "mean,probability,count", counts(st.poisson, POISSON))
    write("binomial-quantiles.csv", SCIPY, "trials,of each,probability,count", counts(st.binom, BINOMIAL))
    write("negative-binomial-quantiles.csv", SCIPY, "mean,variance to mean,probability,count",
          counts(bursty, NEGATIVE_BINOMIAL))
