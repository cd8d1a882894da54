#!/usr/bin/env python3
"""Compares whom cadre finds to own a path with what another implementation finds.

The other one is the package `codeowners` that scripts/codeowners.sh pins, which knows nothing of
cadre. Files of patterns and paths are generated from a fixed seed. On purpose the two differ in the
rules of RULES, which docs/import.md explains: each rewrites a file so that the other implementation
reads it by GitHub's rule. With all of them both must agree on every path; without one of them they
must not, so that no rule is there that explains nothing.

    check_codeowners.py [path of cadre]
"""

import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / ".tools"))

from codeowners import CodeOwners  # noqa: E402

SEED = 20261121
FILES = 400
PATHS = 60

NAMES = ["a", "b", "ab", "api", "x.js", "y.md", "[id]", "a b", "docs", "A", ".hidden", "a*b"]
# Files that only lines which GitHub skips could name.
STRANGE = ["!a", "#a"]
PIECES = NAMES + ["*", "**", "*.js", "a*", "?", "a?", "*b*", "[ab]", "\\*", "**b", "a**", "a\\?"]
ODD = ["!a", "\\#a", "a***", "***/b", "/", "//"]


def pattern(rng):
    """A pattern of one to four parts, now and then one that GitHub skips."""
    if rng.random() < 0.05:
        return rng.choice(ODD)
    parts = [rng.choice(PIECES).replace(" ", "\\ ") for _ in range(rng.choice([1, 1, 2, 2, 3, 4]))]
    return rng.choice(["", "", "/"]) + "/".join(parts) + rng.choice(["", "", "/"])


def owners(rng, line):
    """Owners of a line: one mostly, but also none, several, a comment or what is no owner."""
    kinds = [f" @o{line}"] * 12 + ["", "", f" @o{line} # @c{line}", " nobody",
                                   f" @org/t{line} user{line}@example.com", f"\t@o{line}  @p{line} "]
    return rng.choice(kinds)


def path(rng):
    """A path of names that patterns hold."""
    return "/".join(rng.choice(NAMES + STRANGE) for _ in range(rng.choice([1, 1, 2, 2, 3, 4])))


def on_pattern(change):
    """A rewriting of lines by what it does to their patterns; None takes the line out."""
    def rewrite(line):
        found = re.match(r"((?:\\.|[^\s\\])+)(.*)", line)
        changed = change(found[1])
        return None if changed is None else changed + found[2]
    return rewrite


def unless(holds):
    """A rewriting that takes lines out whose pattern is such."""
    return on_pattern(lambda name: None if holds(name) else name)


# What cadre does as GitHub does and the other implementation does not: what is written to a file so
# that it does.
RULES = {
    "ranges": on_pattern(lambda name: name.replace("[", "\\[")),
    "negation": unless(lambda name: name.startswith("!")),
    "escaped #": unless(lambda name: name.startswith("\\#")),
    "three stars": unless(lambda name: "***" in name),
    "comments": lambda line: line.split(" #")[0],
    "no owner": lambda line: None if line.endswith(" nobody") else line,
    "** and slash": on_pattern(lambda name: re.sub(r"(^|/)\*\*/$", r"\1**", name)),
    "blanks": lambda line: line.replace("\\ ", "_"),
}


def theirs(text, wanted, rules):
    """What the other implementation says, None where it cannot read the file."""
    rows = text.splitlines()
    for key in rules:
        rows = [row for row in (RULES[key](row) for row in rows) if row is not None]
    if "blanks" in rules:
        wanted = [one.replace(" ", "_") for one in wanted]
    try:
        book = CodeOwners("\n".join(rows))
    except (ValueError, re.error):
        return [None] * len(wanted)
    return [" ".join(name for _, name in book.of(one)) or "(unowned)" for one in wanted]


def ours(binary, folder, text, wanted):
    """What cadre says."""
    (folder / "CODEOWNERS").write_text(text, encoding="utf-8")
    outcome = subprocess.run([binary, "import", "codeowners", "CODEOWNERS", "--match", "-",
                              "--dialect", "github", "--quiet"], cwd=folder, text=True,
                             input="\n".join(wanted) + "\n", capture_output=True, timeout=60,
                             check=True)
    return [line.split("\t")[1] for line in outcome.stdout.splitlines()]


def main():
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/cadre")
    rng = random.Random(SEED)
    count, plain, failures = 0, 0, []
    explained = dict.fromkeys(RULES, 0)
    with tempfile.TemporaryDirectory() as name:
        for number in range(FILES):
            # Half of the files have one pattern, so that nothing hides behind a later line.
            lines = 1 if number % 2 else rng.randint(2, 12)
            text = "".join(f"{pattern(rng)}{owners(rng, line)}\n" for line in range(lines))
            wanted = [path(rng) for _ in range(PATHS)]
            mine = ours(binary.resolve(), pathlib.Path(name), text, wanted)
            count += len(wanted)
            plain += sum(map(str.__ne__, mine, map(str, theirs(text, wanted, []))))
            failures += [f"{text!r} {one!r}: {found}, not {other}" for one, found, other
                         in zip(wanted, mine, theirs(text, wanted, RULES)) if found != other]
            for key in RULES:
                others = theirs(text, wanted, [rule for rule in RULES if rule != key])
                explained[key] += sum(map(str.__ne__, mine, map(str, others)))
    failures += [f"rule '{key}' explains nothing" for key, number in explained.items()
                 if not number]
    print("\n".join(failures[:40]) or f"{count} paths have the same owners in both but for {plain}: "
          + ", ".join(f"{number} by {key}" for key, number in explained.items()))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
