#!/usr/bin/env python3
"""Drives `cadre explore` on a pseudo-terminal and tells how long keys wait and what frames cost.

    swift build -c release --product cadre
    python3 Benchmarks/explorer/measure.py models/storefront.yaml

Standard library only; Linux, as it reads /proc.
"""
import fcntl
import os
import pty
import re
import select
import statistics
import struct
import sys
import termios
import time

RIGHT, DOWN, UP = b"\x1bOC", b"\x1bOB", b"\x1bOA"
REDRAW = b"\x0c"
FUTURES = re.compile(rb"([0-9,]+) futures \xc2\xb1")


class Explorer:
    def __init__(self, binary, model, columns, rows):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            for name in ("COLUMNS", "LINES", "NO_COLOR"):
                os.environ.pop(name, None)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execv(binary, [binary, "explore", model])

    def read(self, quiet, limit=120.0):
        """What comes until nothing does for a while."""
        text, last, end = b"", time.monotonic(), time.monotonic() + limit
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.001)[0]:
                text += os.read(self.terminal, 65536)
                last = time.monotonic()
            elif time.monotonic() - last > quiet:
                break
        return text

    def press(self, key):
        """Seconds to the first byte of the answer."""
        start = time.monotonic()
        os.write(self.terminal, key)
        if not select.select([self.terminal], [], [], 30)[0]:
            raise SystemExit(f"no answer to {key!r}")
        return time.monotonic() - start

    def futures(self):
        """How many futures the screen says are played; 0 before there are any."""
        os.write(self.terminal, REDRAW)
        found = FUTURES.findall(self.read(0.03, 1))
        return int(found[-1].replace(b",", b"")) if found else 0

    def processor(self):
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak(self):
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))

    def leave(self):
        try:
            for key in (b"q", b"y"):
                os.write(self.terminal, key)
                self.read(0.2, 2)
        except OSError:
            pass  # It has left, and its terminal with it.
        os.waitpid(self.pid, 0)


def milliseconds(seconds):
    return (
        f"median {statistics.median(seconds) * 1e3:.0f} ms, worst {max(seconds) * 1e3:.0f} ms"
        f" of {len(seconds)}"
    )


def main():
    binary = os.path.abspath(".build/release/cadre")
    model = sys.argv[1]
    explorer = Explorer(binary, model, 120, 40)
    explorer.read(3)
    os.write(explorer.terminal, b"\t")
    explorer.read(0.2)
    first, thousand = [], []
    for _ in range(20):
        start = time.monotonic()
        first.append(explorer.press(RIGHT))
        while explorer.futures() < 1000:
            time.sleep(0.03)
        thousand.append(time.monotonic() - start)
        explorer.read(2.5)
        os.write(explorer.terminal, b"\x7f" + DOWN)
        explorer.read(2.5)
    print(f"lever to first answer: {milliseconds(first)}")
    print(f"lever to 1,000 futures: {milliseconds(thousand)}")
    before = explorer.processor()
    time.sleep(20)
    print(f"idle for 20 s: {explorer.processor() - before:.2f} s of CPU")
    print(f"peak memory: {explorer.peak():.0f} MB")
    explorer.leave()

    explorer = Explorer(binary, model, 200, 60)
    explorer.read(3)
    for digit in b"123456":
        os.write(explorer.terminal, bytes([digit]) + b"\t")
        explorer.read(3)
        before = explorer.processor()
        count = 400
        for key in [DOWN, UP] * (count // 2):
            explorer.press(key)
            explorer.read(0.002)
        used = explorer.processor() - before
        print(f"frame at 200x60, screen {chr(digit)}: {used / count * 1e3:.1f} ms of CPU")
        os.write(explorer.terminal, b"\t")
        explorer.read(0.2)
    explorer.leave()


if __name__ == "__main__":
    main()
