"""Catalogues as blocks of lines, to see what another program has changed in them; and what a trial finds."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

#: The lines of each message, by its context and msgid; the header is the one with an empty msgid.
Blocks = dict[str, str]


def read(file: Path) -> Blocks:
    """The messages in the order of the file, each with every line of it."""
    blocks: Blocks = {}
    for block in file.read_text("utf-8").strip("\n").split("\n\n"):
        lines = [line for line in block.split("\n") if not line.startswith("#") or line.startswith("#~")]
        blocks[name(lines)] = block
    return blocks


def name(lines: list[str]) -> str:
    """The msgid, in front of it what makes it another message: `#~ ` where it is put aside, and its context."""
    parts: dict[str, str] = {}
    current = ""
    for line in lines:
        keyword, _, rest = line.removeprefix("#~ ").partition(" ")
        if not keyword.startswith('"'):
            current = keyword
        text = rest if not keyword.startswith('"') else line.removeprefix("#~ ")
        parts[current] = parts.get(current, "") + text[1:-1]
    return ("#~ " if lines and lines[0].startswith("#~") else "") + parts.get("msgid", "").replace('\\"', '"')


def changed_blocks(before: Blocks, after: Blocks) -> set[str]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def fuzzy(file: Path) -> set[str]:
    return {
        key
        for key, block in read(file).items()
        if any(line.startswith("#,") and "fuzzy" in line for line in block.split("\n"))
    }


class Report:
    """Says what was found as it is found; a trial has failed when anything was not as expected."""

    def __init__(self) -> None:
        self.failed = 0

    def say(self, what: str, detail: object = "") -> None:
        print(f"-- {what}")
        if detail:
            print(textwrap.indent(str(detail).rstrip("\n"), "   "))
        sys.stdout.flush()

    def expect(self, holds: bool, what: str, detail: object = "") -> None:
        print(f"{'ok' if holds else 'failed'}: {what}")
        if not holds:
            self.failed += 1
            print(textwrap.indent(str(detail), "   "))
        sys.stdout.flush()

    def end(self) -> None:
        print("nothing failed" if not self.failed else f"{self.failed} failed")
        sys.exit(1 if self.failed else 0)
