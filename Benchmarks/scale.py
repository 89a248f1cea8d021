"""How the largest project that we mean to serve builds, and what a build leaves behind that is cut off.

    scale.py MILLEGIORNI

Everything happens in a temporary folder, in a copy of the project whose centres are made up. The full disk is a small
one in memory, so it must be allowed to mount: `unshare --map-root-user --mount` is enough."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import processes
from builds import Recorder

CENTRES = 40
LANGUAGES = ["it", "en", "fr", "es", "ro", "sq", "ar", "uk", "ru", "zh-Hans", "ur", "bn", "pa"]
FOLDERS = ("content", "translations", "contract")

CENTRE = """\
id: esempio-{number}
name: Centro per le Famiglie Esempio {number}
example: true
municipalities:
  - {{istat: "99{number}01", name: Comune Esempio {number} A}}
  - {{istat: "99{number}02", name: Comune Esempio {number} B}}
address:
  street: Via dell’Esempio {plain}
  postal-code: "000{number}"
  city: Comune Esempio {number} A
phones:
  - {{number: "0500 000 1{number}", label: Sportello Informafamiglie}}
email: esempio-{number}@millegiorni.example
hours:
  - {{days: [monday, wednesday], opens: "09:00", closes: "13:00"}}
  - {{days: [thursday], opens: "14:30", closes: "18:00"}}
languages: [it, en]
mediators: [ar, zh-Hans]
patron-saint: "06-24"
"""


def make_project(millegiorni: str, project: Path) -> None:
    for name in FOLDERS:
        if os.path.isdir(name):
            shutil.copytree(name, project / name)
    centres = project / "content/centres"
    shutil.rmtree(centres)
    centres.mkdir()
    for number in range(1, CENTRES + 1):
        text = CENTRE.format(number=f"{number:02}", plain=number)
        (centres / f"esempio-{number:02}.yml").write_text(text, encoding="utf-8")
    site = (project / "content/site.yml").read_text(encoding="utf-8")
    published = re.search(r"^languages: \[(.*)\]", site, re.MULTILINE)
    there = re.split(r",\s*", published[1]) if published else []
    for code in LANGUAGES:
        if code not in there:
            subprocess.run(
                [millegiorni, "new", "language", code, "--project", str(project)], check=True, capture_output=True
            )


# ---- one build


@dataclass
class Run:
    status: int
    seconds: float
    printed: int
    """Leaflets that workers were asked for."""
    words: str
    """The end of what it said."""
    program: int
    workers: list[int]
    """Peaks of memory in bytes."""
    together: int
    """The peak of all at once, in bytes; what they share is counted once."""


class Scale:
    """A project, and the builds of it."""

    def __init__(self, millegiorni: str, folder: Path) -> None:
        self.millegiorni, self.folder, self.count = millegiorni, folder, 0
        self.project = folder / "project"
        make_project(millegiorni, self.project)

    def build(self, output: Path, cache: Path, interrupt_after: float | None = None) -> Run:
        self.count += 1
        recorder = Recorder(self.folder / f"build-{self.count}")
        command = recorder.command(self.millegiorni, self.project, output, cache)
        words = recorder.folder / "words"
        start = time.monotonic()
        peaks: dict[int, tuple[str, int]] = {}
        together = 0
        with words.open("w") as said:
            # A group of its own, so that it can be interrupted as a terminal does it.
            process = subprocess.Popen(command, stdout=said, stderr=said, process_group=0)
            while process.poll() is None:
                for each in processes.tree(process.pid):
                    peak = max(processes.peak(each), peaks.get(each, ("", 0))[1])  # One that has just ended tells 0.
                    peaks[each] = (processes.name(each), peak)
                together = max(together, processes.memory(process.pid))
                if interrupt_after is not None and time.monotonic() - start > interrupt_after:
                    os.killpg(process.pid, signal.SIGINT)
                    interrupt_after = None
                time.sleep(0.1)
        return Run(
            process.returncode,
            time.monotonic() - start,
            len(recorder.jobs()),
            "\n".join(words.read_text(errors="replace").splitlines()[-3:]),
            peaks.get(process.pid, ("", 0))[1],
            [peak for name, peak in peaks.values() if name.startswith("python")],
            together,
        )


# ---- folders


def fingerprint(folder: Path) -> str:
    """A hash of all names and bytes below it."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(folder)}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def size(folder: Path, pattern: str = "*") -> int:
    """Bytes on disk."""
    return sum(path.lstat().st_blocks * 512 for path in folder.rglob(pattern))


@contextmanager
def disk(place: Path) -> Iterator[None]:
    """A disk in memory, with room for everything."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=90%", "tmpfs", place], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", place], check=True)


def resize(place: Path, room: str) -> None:
    subprocess.run(["mount", "-o", f"remount,size={room}", place], check=True)


# ---- what is told


def tell(name: str, run: Run) -> None:
    peaks = f"{run.together / 1e6:.0f} MB together, {run.program / 1e6:.0f} the program"
    if run.workers:
        peaks += f", {max(run.workers) / 1e6:.0f} the largest of {len(run.workers)} workers"
    print(f"{name:<18}{run.seconds:>8.1f} s, {run.printed} printed; at most {peaks}")


def tell_cut(name: str, run: Run, sound: bool, after: Run, whole: int) -> None:
    print(f"{name:<18}{run.seconds:>8.1f} s, ends with {run.status}, {run.printed} of {whole} asked for", end="; ")
    print("output/ is as it was" if sound else "OUTPUT/ HAS CHANGED")
    print(indented(run.words))
    tell("  the next build", after)
    if after.status != 0:
        print(indented(after.words))


def indented(words: str) -> str:
    return "\n".join(f"    {line}" for line in words.splitlines())


def main() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # Builds obey it, even where we were started without.
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        scale = Scale(os.path.abspath(sys.argv[1]), folder)
        sources = sorted(path.stem for path in (scale.project / "content/leaflets").glob("*.md"))
        print(f"\n{CENTRES} centres, {len(LANGUAGES)} languages, {len(sources)} leaflets, {os.cpu_count()} cores")
        output, cache = folder / "output", folder / "cache"
        cold = scale.build(output, cache)
        tell("cold", cold)
        if cold.status != 0:
            sys.exit(f"{cold.words}\nscale.py: the build has failed")
        tell("again", scale.build(output, cache))
        papers = Counter(path.name.split("-")[1] for path in (output / "leaflets").glob("*.pdf"))
        told = ", ".join(f"MG-{code} {count}" for code, count in sorted(papers.items()))
        print(f"{papers.total()} PDFs ({told}) in {sum(path.is_file() for path in output.rglob('*'))} files")

        before = fingerprint(output)
        cut = scale.build(output, folder / "cache-of-cut", interrupt_after=cold.seconds / 2)
        sound = fingerprint(output) == before
        tell_cut("interrupted", cut, sound, scale.build(output, folder / "cache-of-cut"), cold.printed)

        place = folder / "disk"
        with disk(place):
            shutil.copytree(output, place / "output")
            # Room for a second site up to half its leaflets, wherever they are kept.
            resize(place, str(2 * size(place) - size(place / "output/leaflets", "*.pdf") // 2))
            full = scale.build(place / "output", place / "cache")
            sound = fingerprint(place / "output") == before
            resize(place, "90%")
            tell_cut("disk full", full, sound, scale.build(place / "output", place / "cache"), cold.printed)


main()
