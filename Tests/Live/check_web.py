#!/usr/bin/env python3
"""Asks servers of metrics that misbehave in every way that servers do.

All of them listen on loopback only. Whatever they do, cadre has to end in time, say what is wrong,
write nothing half, and keep its token from everybody but the server that was named.

    check_web.py [path of cadre]
"""

import http.server
import json
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOKEN = "s3cret-t0ken"
HANGS = threading.Event()


def matrix(fields, value="2"):
    """The answer of a server whose only series is constant."""
    start, end, step = (int(fields[key][0]) for key in ("start", "end", "step"))
    points = [[at, value] for at in range(start, end + 1, step)]
    return {"status": "success",
            "data": {"resultType": "matrix", "result": [{"metric": {}, "values": points}]}}


class Handler(http.server.BaseHTTPRequestHandler):
    """Behaves as the first part of the path says."""
    protocol_version = "HTTP/1.1"

    def log_message(self, format, *args):  # pylint: disable=redefined-builtin
        """Says nothing."""

    def answer(self, status, body, headers=()):
        """Sends a whole answer."""
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for key, value in headers:
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def hang_up(self):
        """Ends the connection, whatever was promised."""
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def do_POST(self):
        """As GET, with the form from the body."""
        self.serve(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def do_GET(self):
        """Answers a query in the address."""
        self.serve(urllib.parse.urlsplit(self.path).query)

    def serve(self, form):
        """Does what the path says."""
        path = urllib.parse.urlsplit(self.path).path
        way, fields = path.split("/")[1], urllib.parse.parse_qs(form)
        server = self.server
        server.seen.append((self.command, path, self.headers.get("Authorization")))
        tries = sum(1 for _, other, _ in server.seen if other.split("/")[1] == way)
        good = json.dumps(matrix(fields)).encode()
        if way == "recovers" and tries < 3:
            return self.answer(500 if tries == 1 else 503, b"busy")
        if way == "busy" and tries < 2:
            return self.answer(429, b"", [("Retry-After", "1")])
        if way == "down":
            return self.answer(503, {"status": "error", "errorType": "unavailable",
                                     "error": "\x1b[31mstarting"})
        if way == "closes" and tries < 2:
            return self.hang_up()
        if way == "error":
            return self.answer(200, {"status": "error", "errorType": "internal", "error": "ouch"})
        if way == "bad":
            return self.answer(400, {"status": "error", "errorType": "bad_data",
                                     "error": "1:5: parse error"})
        if way == "html":
            return self.answer(200, b"<html>log in</html>")
        if way == "forbidden":
            return self.answer(403, b"no")
        if way == "missing":
            return self.answer(404, b"no")
        if way == "empty":
            return self.answer(200, {"status": "success",
                                     "data": {"resultType": "matrix", "result": []}})
        if way == "nan":
            return self.answer(200, matrix(fields, "NaN"))
        if way == "truncates":
            self.send_response(200)
            self.send_header("Content-Length", str(len(good)))
            self.end_headers()
            self.wfile.write(good[:len(good) // 2])
            return self.hang_up()
        if way == "breaks":
            return self.answer(200, good[:len(good) // 2])
        if way == "hangs":
            HANGS.wait(60)
            return self.hang_up()
        if way == "drips":
            self.send_response(200)
            self.send_header("Content-Length", str(len(good)))
            self.end_headers()
            for byte in good:
                if HANGS.wait(0.2):
                    return None
                self.wfile.write(bytes([byte]))
            return None
        if way in ("elsewhere", "moves", "circles", "files"):
            target = {"elsewhere": f"http://localhost:{server.other}/plain/x?{form}",
                      "moves": f"/plain/x?{form}", "circles": self.path,
                      "files": "file:///etc/passwd"}[way]
            return self.answer(302, b"", [("Location", target)])
        return self.answer(200, good)


def serve(context=None):
    """A server on a free port of loopback, in a thread of its own."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.seen = []
    server.handle_error = lambda *_: None
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def run(binary, folder, url, *more, token=TOKEN, query="sum(rate(x[1h]))"):
    """Runs an import; gives status, all output and seconds."""
    environment = {"HOME": str(folder), "PATH": os.environ["PATH"]}
    if token:
        environment["CADRE_PROMETHEUS_TOKEN"] = token
    began = time.monotonic()
    outcome = subprocess.run(
        [binary, "import", "prometheus", "--url", url, "--query", query, "--since", "2026-01",
         "--until", "2026-03", "-o", "model.yaml", "--force", *more], cwd=folder, text=True,
        capture_output=True, timeout=60, env=environment, check=False)
    return outcome.returncode, outcome.stdout + outcome.stderr, time.monotonic() - began


# Way, options, exit status, words that have to be told.
WAYS = [
    ("plain", [], 0, "driver"), ("recovers", [], 0, "driver"), ("busy", [], 0, "driver"),
    ("closes", [], 0, "driver"), ("moves", [], 0, "driver"),
    ("down", ["--timeout", "2"], 69, "status 503: unavailable: \\u{1b}[31mstarting"),
    ("hangs", ["--timeout", "1"], 69, "does not answer within 1 s"),
    ("drips", ["--timeout", "1"], 69, "does not answer within 1 s"),
    ("truncates", ["--timeout", "2"], 69, "does not answer: "),
    ("breaks", [], 65, "not JSON at byte"), ("html", [], 65, "not JSON at byte 1"),
    ("error", [], 65, "is refused: internal: ouch"),
    ("bad", [], 65, "is refused: bad_data: 1:5: parse error"),
    ("forbidden", [], 69, "the token may be wrong"), ("missing", [], 69, "status 404"),
    ("empty", [], 65, "gives no points"), ("nan", [], 65, "gives no points"),
    ("circles", [], 69, "without end"), ("files", [], 69, "cannot be used"),
]


def misbehaviour(binary, folder, server, url, failures):
    """Every way a server may go wrong."""
    for way, more, wanted, words in WAYS:
        for name in ("model.yaml", "model-traffic.csv"):
            (folder / name).unlink(missing_ok=True)
        status, text, spent = run(binary, folder, f"{url}/{way}", *more)
        left = sorted(path.name for path in folder.iterdir())
        if status != wanted or words not in text:
            failures.append(f"{way}: exit status {status}, not {wanted}, or no '{words}':\n{text}")
        if TOKEN in text or "\x1b" in text:
            failures.append(f"{way}: the token or a control character is told")
        if wanted and left:
            failures.append(f"{way}: left {left}")
        if spent > 8:
            failures.append(f"{way}: took {spent:.1f} s")
    if not all(token == f"Bearer {TOKEN}" for _, _, token in server.seen):
        failures.append("the token was not sent to the server that was named")


def secrecy(binary, folder, url, other, failures):
    """The token stays with the server that was named, and out of sight."""
    status, text, _ = run(binary, folder, f"{url}/elsewhere")
    if status or not other.seen or any(token for _, _, token in other.seen):
        failures.append(f"the token went to another host, or nothing did: {other.seen}\n{text}")
    secret = "http://me:pass@127.0.0.1/"
    status, text, _ = run(binary, folder, secret)
    if status != 64 or "pass@" in text:
        failures.append(f"an address with a password: {status}\n{text}")
    for token in ("two words", "a\nInjected: x", "\x01"):
        status, text, _ = run(binary, folder, url + "/plain", token=token)
        if status != 64 or token in text:
            failures.append(f"a token {token!r}: {status}\n{text}")
    (folder / "token").write_text(TOKEN + "\n", encoding="ascii")
    status, text, _ = run(binary, folder, url + "/plain", "--token-file", "token", token=None)
    if status or TOKEN in text:
        failures.append(f"a token of a file: {status}\n{text}")


def long_queries(binary, folder, server, url, failures):
    """What is too long for an address is posted."""
    query = "sum(rate(x{a=~\"" + "|".join(f"é{n}" for n in range(2000)) + "\"}[1h]))"
    status, text, _ = run(binary, folder, url + "/plain", query=query)
    if status or server.seen[-1][0] != "POST":
        failures.append(f"a long query: {status}, {server.seen[-1][0]}\n{text}")


def encryption(binary, folder, failures):
    """Certificates are checked; own ones can be trusted."""
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem",
                    "-out", "cert.pem", "-days", "2", "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost,IP:127.0.0.1"], cwd=folder, check=True,
                   capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    server = serve(context)
    url = f"https://localhost:{server.server_address[1]}/plain"
    status, text, _ = run(binary, folder, url)
    if status != 69 or server.seen:
        failures.append(f"an unknown certificate: {status}\n{text}")
    status, text, _ = run(binary, folder, url, "--ca-file", "cert.pem")
    if status:
        failures.append(f"a trusted certificate: {status}\n{text}")
    status, text, _ = run(binary, folder, url, "--ca-file", "none.pem")
    if status != 66:
        failures.append(f"a missing file of certificates: {status}\n{text}")
    server.shutdown()


def interruption(binary, folder, url, failures):
    """A signal ends the waiting at once."""
    with subprocess.Popen([binary, "import", "prometheus", "--url", url + "/hangs", "--query",
                           "rate(x[1h])"], cwd=folder, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, env={"HOME": str(folder)}) as started:
        time.sleep(0.7)
        began = time.monotonic()
        started.terminate()
        status = started.wait(30)
        if status != 143 or time.monotonic() - began > 3:
            failures.append(f"SIGTERM: {status} after {time.monotonic() - began:.1f} s")


def main():
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/debug/cadre").resolve()
    server, other = serve(), serve()
    server.other = other.server_address[1]
    url = f"http://127.0.0.1:{server.server_address[1]}"
    failures = []
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            misbehaviour(binary, folder, server, url, failures)
            secrecy(binary, folder, url, other, failures)
            long_queries(binary, folder, server, url, failures)
            encryption(binary, folder, failures)
            interruption(binary, folder, url, failures)
            status, text, spent = run(binary, folder, "http://127.0.0.1:9", "--timeout", "2")
            if status != 69 or spent > 8:
                failures.append(f"nobody there: {status} after {spent:.1f} s\n{text}")
    finally:
        HANGS.set()
        server.shutdown()
        other.shutdown()
    print("\n".join(failures) or f"{len(WAYS) + 12} ways of servers are met as they should be")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
