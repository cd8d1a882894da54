#!/usr/bin/env python3
"""Holds what cadre writes against the published schemas of its documents.

Runs a built cadre for every document format, most on small models, and validates every document
by jsonschema, which knows nothing of cadre. As schemas forbid what they do not name, a field that
is not described fails; a property of a schema that no document ever had fails too, but for those
in UNSEEN. Needs jsonschema, and jq for the examples of docs/documents.md.

    check_documents.py [path of cadre]
"""

import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from document_models import files
from document_runs import JSON, ROOT, Cadre, Runs
from document_schemas import Coverage, Schemas

# Properties that a run below need not show, and why. A property is its schema's name and the JSON
# pointer to it.
UNSEEN = {
    ("plan", "/properties/partial/anyOf/0/properties/strategy"):
        "there where a plan is stopped while strategies are compared, which depends on the moment",
    ("plan", "/$defs/search/properties/limitMet"):
        "there where a limit ends a proof, which depends on how quick the machine is",
    ("version", "/properties/commit"): "there in release builds from a repository only",
}


def examples(cadre):
    """Runs what docs/documents.md tells to type, and gives back what fails."""
    (cadre.folder / "models").symlink_to(ROOT / "models")
    (cadre.folder / "data").symlink_to(ROOT / "data")
    environment = cadre.environment | {"PATH": f"{cadre.binary.parent}:{os.environ['PATH']}"}
    text = (ROOT / "docs/documents.md").read_text(encoding="utf-8")
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        outcome = subprocess.run(["bash", "-euo", "pipefail", "-c", block], cwd=cadre.folder,
                                 env=environment, capture_output=True, timeout=60, check=False)
        if outcome.returncode or not outcome.stdout:
            yield f"docs/documents.md: {block}{outcome.stderr.decode()}"


class Check:
    """Validates documents and gathers what is wrong."""

    def __init__(self, schemas):
        self.schemas = schemas
        self.coverage = Coverage(schemas)
        self.used = set()
        self.failures = []
        self.documents = 0
        # By format, the shortest document and its length.
        self.smallest = {}

    def judge(self, name, text, label):
        document = json.loads(text)
        self.used.add(name)
        self.documents += 1
        errors = list(itertools.islice(self.schemas.validators[name].iter_errors(document), 5))
        self.failures += [f"{label}: {error.json_path}: {error.message[:160]}" for error in errors]
        self.coverage.walk(document, self.schemas.raw[name], name, "")
        if len(text) < self.smallest.get(name, (len(text) + 1,))[0]:
            self.smallest[name] = (len(text), document)

    def judge_spoilt(self):
        """A document with a field too many, too few or changed must not pass."""
        for name, (_, document) in self.smallest.items():
            wrong = {"a field more": document | {"unknown": 1},
                     "no format": {key: document[key] for key in document if key != "format"},
                     "another format": document | {"format": "cadre.other/1.0"}}
            wrong |= {f"another {key}": document | {key: {"unknown": 1}} for key in document}
            self.failures += [f"cadre.{name} with {what} passes" for what, spoilt in wrong.items()
                              if self.schemas.validators[name].is_valid(spoilt)]

    def judge_binary(self, cadre):
        """What the program says of its formats is what the folder has."""
        formats = json.loads(cadre(["version", *JSON]))["formats"]
        if set(formats) != self.schemas.formats | {"model", "plan-file"}:
            self.failures.append(f"cadre version names other formats: {sorted(formats)}")
        for name, (_, document) in self.smallest.items():
            if document["format"] != formats.get(name):
                self.failures.append(f"cadre version names {formats.get(name)}, "
                                     f"a document says {document['format']}")
            printed = json.loads(cadre(["schema", name]))
            if printed != self.schemas.validators[name].schema:
                self.failures.append(f"'cadre schema {name}' is not what the folder has")

    def finish(self):
        unused = self.schemas.formats - self.used
        self.failures += [f"no document of cadre.{name} was made" for name in sorted(unused)]
        properties = set(self.schemas.properties())
        unseen = properties - self.coverage.seen
        self.failures += [f"{name}#{place} is in no document, or null in all: let a run show it"
                          for name, place in sorted(unseen - set(UNSEEN))]
        self.failures += [f"{name}#{place} is in the list of those not seen, but no schema has it"
                          for name, place in sorted(set(UNSEEN) - properties)]
        return len(properties)


def main():
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/cadre")
    schemas = Schemas(ROOT / "schemas")
    for validator in schemas.validators.values():
        validator.check_schema(validator.schema)
    check = Check(schemas)
    check.failures += [f"{place} lets every key pass" for place in schemas.open()]
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files().items():
            (pathlib.Path(folder) / name).write_text(text, encoding="utf-8")
        cadre = Cadre(binary.resolve(), pathlib.Path(folder))
        for name, arguments, text in Runs(cadre).all():
            check.judge(name, text, f"cadre {' '.join(arguments)}")
        check.judge_spoilt()
        check.judge_binary(cadre)
        check.failures += examples(cadre)
    count = check.finish()
    print("\n".join(check.failures) or f"{check.documents} documents of {len(schemas.formats)} "
          f"formats are as their schemas say, which describe {count} properties")
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
