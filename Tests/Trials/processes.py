"""Programs that a trial starts, each ended by its own id, and a folder that goes with them."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

Command = Sequence[str | Path]


class Processes:
    """What runs in the background, in groups of its own: the last started is the first ended."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, name: str, command: Command, **environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        with (self.logs / f"{name}.log").open("ab") as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=os.environ | environment.get("env", {}),
                start_new_session=True,
            )
        self.running.append(process)
        return process

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self.running):
            # SIGINT is PostgreSQL's fast shutdown, and ends the others too.
            for how in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, how)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=15)
                    break


@contextlib.contextmanager
def workplace(name: str, *, keep: bool) -> Iterator[Path]:
    place = Path(tempfile.mkdtemp(prefix=f"{name}-trial-"))
    # Other users' processes (PostgreSQL's) pass through.
    place.chmod(0o711)
    try:
        yield place
    finally:
        if keep:
            print(f"kept: {place}")
        else:
            shutil.rmtree(place, ignore_errors=True)


def check_run(
    command: Command, *, cwd: Path | None = None, env: Mapping[str, str] | None = None, fails: bool = False
) -> str | None:
    """What the command prints; it ends the trial when it fails, or is None where that is allowed."""
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | (env or {}), capture_output=True, text=True, timeout=1800, check=False
    )
    if done.returncode == 0:
        return done.stdout
    if fails:
        return None
    return sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
