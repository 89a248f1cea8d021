"""Builds that are watched: a Python that notes what each worker is asked, then does it."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path

PYTHON = os.path.abspath(".tools/venv/bin/python3")
FONTS = os.path.abspath(".tools/fonts")

RECORDER = """#!/bin/sh
# Stands in for {python}. For each worker a folder: its arguments, copies of our files among them, its jobs.
note={folder}/worker-$$
mkdir -p "$note/files"
printf '%s\\n' "$@" >"$note/arguments"
for argument; do
    case $argument in *.py) ours=$(dirname "$argument") ;; esac
done
cp "$ours"/*.py "$note/files"
for argument; do
    case $argument in "$ours"/*) cp -R "$argument" "$note/files" ;; esac
done
# Not a pipeline, which would outlive a worker that dies, and keep its answers' end open.
mkfifo "$note/asked"
exec 3<&0
tee "$note/jobs" <&3 >"$note/asked" 3<&- &
exec 3<&-
exec {python} "$@" <"$note/asked"
"""


class Recorder:
    """What one build asks of its workers, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        (folder / "bin").mkdir(parents=True)
        (folder / "lib").symlink_to(Path(PYTHON).parent.parent / "lib")
        self.folder = folder
        self.python = folder / "bin/recorder"
        self.python.write_text(RECORDER.format(python=shlex.quote(PYTHON), folder=shlex.quote(str(folder))))
        self.python.chmod(0o755)
        os.utime(self.python, (0, 0))  # The cache knows an engine by sizes and times; each recorder is the same one.

    def command(self, millegiorni: str, project: Path, output: Path, cache: Path) -> list[str]:
        command = [millegiorni, "build", "--project", str(project), "--output", str(output)]
        command += ["--python", str(self.python), "--fonts", FONTS]
        return [*command, "--cache", str(cache)]

    @property
    def notes(self) -> list[Path]:
        return sorted(self.folder.glob("worker-*"))

    def jobs(self) -> list[dict]:
        """In the order of their names; a job that was cut off while it was written is none."""
        lines = [line for note in self.notes for line in (note / "jobs").read_bytes().split(b"\n")[:-1]]
        return sorted((json.loads(line) for line in lines), key=lambda job: job["id"])

    def worker(self) -> list[str]:
        """How to start such a worker again, when the build has removed its files."""
        note = self.notes[0]
        copies = {copy.name: str(copy) for copy in (note / "files").iterdir()}
        arguments = (note / "arguments").read_text().splitlines()
        return [PYTHON, *(copies.get(os.path.basename(argument), argument) for argument in arguments)]
