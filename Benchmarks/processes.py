"""What a process and those it has started take, as Linux tells in /proc."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

TICKS = os.sysconf("SC_CLK_TCK")
CORES = sorted(os.sched_getaffinity(0))


def tree(root: int) -> list[int]:
    """The process and all below it that still run."""
    found = [root]
    for parent in found:
        with suppress(OSError):
            for thread in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{thread}/children") as children:
                    found += map(int, children.read().split())
    return found


def name(process: int) -> str:
    with suppress(OSError), open(f"/proc/{process}/comm") as comm:
        return comm.read().strip()
    return ""


def seconds(root: int) -> float:
    """Processor time of the tree, those that have ended in it included."""
    ticks = 0
    for process in tree(root):
        with suppress(OSError), open(f"/proc/{process}/stat") as stat:
            ticks += sum(map(int, stat.read().rpartition(")")[2].split()[11:15]))
    return ticks / TICKS


def memory(root: int, named: str = "") -> int:
    """Bytes in memory of those in the tree whose name begins so; what they share is counted once."""
    chosen = (process for process in tree(root) if name(process).startswith(named))
    return sum(kilobytes(f"/proc/{process}/smaps_rollup", "Pss") for process in chosen) * 1024


def peak(process: int) -> int:
    """The most bytes that this one process has had in memory so far."""
    return kilobytes(f"/proc/{process}/status", "VmHWM") * 1024


def kilobytes(path: str, key: str) -> int:
    with suppress(OSError), open(path) as lines:
        found = re.search(rf"^{key}:\s+(\d+) kB", lines.read(), re.MULTILINE)
        return int(found[1]) if found else 0
    return 0


@contextmanager
def on_last_core() -> Iterator[None]:
    """What is started meanwhile runs on the last core alone; we stay on the others from then on, if there are any."""
    os.sched_setaffinity(0, CORES[-1:])
    try:
        yield
    finally:
        os.sched_setaffinity(0, CORES[:-1] or CORES)
