"""PDF engines that the tests make: they print nothing, keep a log, and fail as they are told."""

from __future__ import annotations

import os
import signal
import sys
import textwrap
import time
from pathlib import Path

#: What every engine of ours begins with. A build starts it as `python3 -I -B worker.py TEMPLATE FONTS`.
PRELUDE = """#!{python} -I
import hashlib, json, os, signal, sys, time

HOME = {home!r}
FINGERPRINT = {fingerprint!r}


def log(name, text):
    with open(os.path.join(HOME, name), "a") as file:
        file.write(text + "\\n")


def say(**answer):
    print(json.dumps(answer), flush=True)


def ready():
    say(ok=True, engine="none", families=[], fingerprint=FINGERPRINT)


def jobs():
    for line in sys.stdin:
        job = json.loads(line)
        log("jobs", job["id"])
        yield job


def done(job):
    for part in ("pdf", "print", "png"):
        if job.get(part):
            with open(job[part], "wb") as file:
                file.write(f"{{part}} of {{job['id']}} by {{FINGERPRINT}} ".encode() + b"x" * 5000)
    say(ok=True, id=job["id"], bytes=5000, sha256="0" * 64)


log("starts", str(os.getpid()))
"""

#: An engine that does what it is told.
OBEDIENT = """
    ready()
    for job in jobs():
        done(job)
"""


class Engine:
    """An environment like that of `python3 -m venv`, whose Python is a script of ours."""

    def __init__(self, home: Path, script: str = OBEDIENT, fingerprint: str = "f" * 64) -> None:
        self.home = home
        self.python = home / "bin/python3"
        self.package = home / "lib/python3.11/site-packages/typst/__init__.py"
        self.fonts = home / "fonts"
        for file in (self.package, self.home / "pyvenv.cfg", self.fonts / "Sans.ttf", self.python):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{file.name}\n", "utf-8")
        self.becomes(script, fingerprint)

    def becomes(self, script: str, fingerprint: str = "f" * 64) -> None:
        prelude = PRELUDE.format(python=sys.executable, home=str(self.home), fingerprint=fingerprint)
        self.python.write_text(prelude + textwrap.dedent(script), "utf-8")
        self.python.chmod(0o755)

    @property
    def options(self) -> list[str]:
        return ["--python", str(self.python), "--fonts", str(self.fonts)]

    @property
    def starts(self) -> list[int]:
        """The processes that were started, since the log was last forgotten."""
        return [int(line) for line in self._lines("starts")]

    @property
    def jobs(self) -> list[str]:
        """What they were asked to print."""
        return self._lines("jobs")

    def forget(self) -> None:
        for name in ("starts", "jobs"):
            (self.home / name).unlink(missing_ok=True)

    def _lines(self, name: str) -> list[str]:
        file = self.home / name
        return file.read_text("utf-8").splitlines() if file.is_file() else []

    def running(self) -> list[int]:
        """Those that still run."""
        return [process for process in self.starts if is_running(process)]

    def end(self) -> None:
        """Ends those that a failed test has left."""
        for process in self.running():
            os.kill(process, signal.SIGKILL)

    def is_gone(self, seconds: float = 10) -> bool:
        """Whether all of them end in time."""
        deadline = time.monotonic() + seconds
        while self.running() and time.monotonic() < deadline:
            time.sleep(0.02)
        return not self.running()


def is_running(process: int) -> bool:
    """Whether a process is there and is more than an entry that nobody has asked about."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    try:
        status = Path(f"/proc/{process}/stat").read_text("utf-8")
    except FileNotFoundError:
        return Path("/proc/self").exists() is False
    return status.rpartition(")")[2].split()[0] != "Z"
