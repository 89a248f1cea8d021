"""Every leaflet of a build through our printer, WeasyPrint and Chromium: warm, one core each, in turns.

    leaflets.py MILLEGIORNI

A build into a temporary folder is watched for the documents it prints; the rivals get the same ones as HTML
(leaflet_html.py). Our engine keeps for a while what it has laid out, and would print the very same leaflets again in no
time, which no build asks for. So each round prints in an accent colour of its own, once with each engine:

- all of the leaflets, in the order of their names, as a build does, where the variants of one for several centres
  follow each other and ours prints what they share once;
- one of each text, and each in a colour of its own, where nothing is shared.

A leaflet is set in the roomiest type in which it fits, so the rivals look for that too, on as many pages as ours has,
or as they need in the tightest type where that is more. What it costs them without the search is told as well. The
first round warms up and is not counted; nor is the making of HTML and documents."""

from __future__ import annotations

import copy
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import processes
from builds import FONTS, Recorder
from leaflet_html import html, room, styles

ROUNDS = 3
COUNTED = slice(1, ROUNDS + 1)
"""Of the turns: the first warms up, in the last the memory is watched, which takes time."""
RIVALS_PYTHON = ".tools/venv-bench/bin/python3"
OURS, RIVALS = "ours", ("weasyprint", "chromium")
TARGETS = {"weasyprint": 4, "chromium": 3}


# ---- the documents


def recorded(millegiorni: str, folder: Path) -> Recorder:
    """A whole build, with nothing printed before."""
    recorder = Recorder(folder / "recorder")
    command = recorder.command(millegiorni, Path.cwd(), folder / "output", folder / "cache")
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode != 0 or not recorder.jobs():
        sys.exit(f"{made.stderr}leaflets.py: the build has failed, or printed nothing")
    return recorder


def kind(job: dict) -> str:
    meta = job["doc"]["meta"]
    return f"{meta['code']} {meta['format']} {'bilingual' if 'rows' in job['doc'] else 'single'}"


def one_of_each(jobs: list[dict]) -> list[dict]:
    """The first of each text: those of a leaflet for its centres differ in whom to call alone."""
    found: dict[tuple, dict] = {}
    for job in jobs:
        found.setdefault((kind(job), job["doc"]["meta"]["lang"]), job)
    return list(found.values())


def coloured(job: dict, colour: int) -> dict:
    """The same job in an accent colour of its own, to read only: neither picture nor sheets to fold."""
    document = copy.deepcopy(job["doc"])
    document["meta"]["accent"] = f"#{(int(document['meta']['accent'][1:], 16) + colour) % (1 << 24):06x}"
    asked = {key: job[key] for key in ("id", "timestamp", "standards") if key in job}
    return asked | {"doc": document}


# ---- the engines


@dataclass
class Turn:
    """All leaflets once."""

    seconds: dict[str, float]
    """By job."""
    trying: dict[str, float]
    """Of these, those that went into settings that were not kept. Ours does not tell them apart."""
    processor: float
    """Seconds of processor time, in all processes together."""


@dataclass
class Engine:
    """A warm process that prints what it is asked, and what it took."""

    process: subprocess.Popen
    name: str
    takes_html: bool
    folder: Path
    memory_of: str = ""
    """How the names of the processes begin whose memory counts."""
    turns: dict[str, list[Turn]] = field(default_factory=lambda: defaultdict(list))
    """By series."""
    limits: dict[str, int] = field(default_factory=dict)
    """How many pages a job may have."""
    peak: int = 0
    """Bytes of memory, once watched."""

    def ask(self, line: str) -> tuple[dict, float]:
        start = time.perf_counter()
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        return json.loads(answer or "{}"), time.perf_counter() - start

    def print(self, series: str, jobs: list[dict]) -> None:
        before = processes.seconds(self.process.pid)
        seconds, trying = {}, {}
        for job in jobs:
            pdf = str(self.folder / f"{job['id']}.pdf")
            asked = self.as_html(job) if self.takes_html else job
            answer, seconds[job["id"]] = self.ask(json.dumps(asked | {"pdf": pdf}, ensure_ascii=False))
            if not answer.get("ok"):
                sys.exit(f"leaflets.py: {self.name} has not printed {job['id']}: {answer}")
            trying[job["id"]] = answer.get("trying", 0.0)
        self.turns[series].append(Turn(seconds, trying, processes.seconds(self.process.pid) - before))

    def as_html(self, job: dict) -> dict:
        """Until it is known how many pages it may have, in the tightest setting."""
        pages = self.limits.get(job["id"])
        asked = {"html": html(job["doc"]), "room": room(job["doc"]), "pages": pages}
        return asked | {"styles": styles(job["doc"]) if pages else styles(job["doc"])[-1:]}

    def pages(self, job: dict) -> int:
        pdf = self.folder / f"{job['id']}.pdf"
        told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
        return int(told.split("Pages:")[1].split()[0])

    def milliseconds(self, series: str, jobs: list[dict], tries: bool = True) -> list[float]:
        """A leaflet, on average, in each round that counts."""

        def seconds(turn: Turn, name: str) -> float:
            return turn.seconds[name] - (0 if tries else turn.trying[name])

        turns = self.turns[series][COUNTED]
        return [1000 * sum(seconds(turn, job["id"]) for job in jobs) / len(jobs) for turn in turns]

    def processor_milliseconds(self, series: str) -> list[float]:
        return [1000 * turn.processor / len(turn.seconds) for turn in self.turns[series][COUNTED]]

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Keeps the peak of its memory."""
        ended = threading.Event()

        def watch() -> None:
            while not ended.wait(0.02):
                self.peak = max(self.peak, processes.memory(self.process.pid, self.memory_of))

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            yield
        finally:
            ended.set()
            watcher.join()


@contextmanager
def engine(command: list[str], folder: Path, takes_html: bool) -> Iterator[Engine]:
    """Starts it on the last core alone; we stay on the others, where there are any."""
    folder.mkdir()
    with processes.on_last_core():
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env=os.environ | {"FONTCONFIG_FILE": str(fontconfig(folder))},
        )
    try:
        greeting = json.loads(process.stdout.readline() or "{}")
        if not greeting.get("ok"):
            sys.exit(f"leaflets.py: {' '.join(command)} does not start: {greeting}")
        name = greeting["engine"] if takes_html else OURS
        yield Engine(process, name, takes_html, folder, "chrom" if name.startswith("Chromium") else "")
    finally:
        process.stdin.close()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()


def fontconfig(folder: Path) -> Path:
    """Shows the fonts of the leaflets and no others."""
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder}/fontconfig</cachedir></fontconfig>"
    )
    return path


# ---- the figures


def table(engines: list[Engine], series: str, jobs: list[dict]) -> None:
    rivals = engines[1:]
    print(f"\n{series}")
    shown = f"{'ms a leaflet':<27}{'leaflets':>8}{'ours':>9}"
    print(shown + "".join(f"{rival.name:>19}{'':8}" for rival in rivals) + "  pages of each")
    kinds = sorted({kind(job) for job in jobs})
    for name in [*kinds, "all"] if len(kinds) > 1 else kinds:
        chosen = [job for job in jobs if name in (kind(job), "all")]
        line = f"{name:<27}{len(chosen):>8}" + figures([each.milliseconds(series, chosen) for each in engines])
        print(line + "  " + ", ".join(str(sum(each.pages(job) for job in chosen)) for each in engines))
    alone = [each.milliseconds(series, jobs, tries=each.name == OURS) for each in engines]
    print(f"{'all, tries of theirs not counted':<35}{figures(alone)}")
    times = [each.processor_milliseconds(series) for each in engines]
    print(f"{'processor time, all':<35}{figures(times)}")


def notes(engines: list[Engine]) -> None:
    rivals = engines[1:]
    peaks = [each.peak / 1e6 for each in engines]
    print(f"\n{'peak memory, MB':<35}{peaks[0]:>9.0f}" + "".join(f"{peak:>19.0f}{'':8}" for peak in peaks[1:]))
    wanted = ", ".join(f"{target} times {rival.name}" for rival, target in zip(rivals, TARGETS.values(), strict=True))
    print(
        f"Medians of {ROUNDS} rounds, warm, one core each; in brackets how many times ours, the median of the rounds.\n"
        f"We aim for {wanted}. Memory counts what processes share once, and of Chromium the browser alone.\n"
        "All tag what they print, and look for the roomiest type in which a leaflet fits its pages."
    )


def figures(times: list[list[float]]) -> str:
    """The medians; beside those of the rivals the ratio to ours, taken round by round."""
    ours, *rivals = times
    line = f"{statistics.median(ours):>9.1f}"
    for rival in rivals:
        ratio = statistics.median(theirs / mine for theirs, mine in zip(rival, ours, strict=True))
        line += f"{statistics.median(rival):>19.1f} {f'({ratio:.1f})':<7}"
    return line


def main() -> None:
    with tempfile.TemporaryDirectory() as made, ExitStack() as stack:
        folder = Path(made)
        recorder = recorded(os.path.abspath(sys.argv[1]), folder)
        leaflets = [job for job in recorder.jobs() if "fields" not in job["doc"]]  # The form is none.
        chosen = {"All leaflets of a build": leaflets, "One of each text, none like another": one_of_each(leaflets)}
        rival = os.path.join(os.path.dirname(os.path.abspath(__file__)), "leaflet_printers.py")
        commands = {OURS: recorder.worker()} | {name: [RIVALS_PYTHON, rival, name] for name in RIVALS}
        engines = [
            stack.enter_context(engine(command, folder / name, takes_html=name != OURS))
            for name, command in commands.items()
        ]
        colours = itertools.count(1)
        build, apart = chosen
        for turn in range(ROUNDS + 2):
            colour = next(colours)
            jobs = {
                build: [coloured(job, colour) for job in chosen[build]],
                apart: [coloured(job, next(colours)) for job in chosen[apart]],
            }
            for each in engines:
                with each.watched() if turn > ROUNDS else nullcontext():
                    for series, documents in jobs.items():
                        each.print(series, documents)
            if turn == 0:
                for rival in engines[1:]:
                    rival.limits = {job["id"]: max(engines[0].pages(job), rival.pages(job)) for job in leaflets}
        for series, documents in chosen.items():
            table(engines, series, documents)
        notes(engines)


main()
