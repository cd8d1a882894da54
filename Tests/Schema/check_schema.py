#!/usr/bin/env python3
"""Holds models/cadre.schema.json against models that are right and wrong.

SchemaCorpusTests.swift holds the decoder against the same files; this shows that editors agree.
Needs PyYAML and jsonschema; run from anywhere.
"""

import json
import pathlib
import re
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


def core_loader():
    """A loader that takes no months, dates or `on` for anything but text, as YAML 1.2 does."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":float"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), None)
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), None)
    return Loader


MINIMAL = """
cadre: 1
start: 2027-01
drivers: {orders: {growth: 20 %}}
teams: {web: {people: {mid: 4}}}
services: {cart: {owner: web}}
"""

HERE = pathlib.Path(__file__).resolve().parent
RIGHT = (HERE / "right.txt").read_text(encoding="utf-8").splitlines()
WRONG = (HERE / "wrong.txt").read_text(encoding="utf-8").splitlines()


def main():
    validator = jsonschema.Draft202012Validator(
        json.loads((ROOT / "models/cadre.schema.json").read_text(encoding="utf-8")))
    validator.check_schema(validator.schema)
    manual = (ROOT / "docs/model-file.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", manual, re.DOTALL).group(1)
    failures = []

    def judge(text, is_right):
        model = yaml.load(text, Loader=core_loader())
        errors = [f"{error.json_path}: {error.message[:120]}" for error in validator.iter_errors(model)]
        if bool(errors) == is_right:
            failures.append(f"should be {'right' if is_right else 'wrong'}: {text}\n{errors}")

    judge(example, True)
    shipped = [path for path in sorted((ROOT / "models").glob("*.yaml"))
               if path.name not in ("assumptions.yaml", "holidays.yaml")]
    for path in shipped:
        judge(path.read_text(encoding="utf-8"), True)
    judge(MINIMAL, True)
    for extra in RIGHT:
        judge(MINIMAL + extra, True)
    for extra in WRONG:
        judge(MINIMAL + extra, False)
    print("\n".join(failures) or f"the schema judges {len(shipped)} shipped models and "
          f"{len(RIGHT) + len(WRONG) + 2} snippets as it should")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
