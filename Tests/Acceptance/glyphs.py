"""What is drawn on a page, glyph by glyph: text extraction follows the file, a reader's eye follows the paper."""

from __future__ import annotations

import itertools
import re
import unicodedata
from ctypes import c_double
from dataclasses import dataclass
from pathlib import Path

import pypdfium2


@dataclass(frozen=True)
class Glyph:
    text: str
    #: In points, from the left and from the foot of the page.
    left: float
    right: float
    baseline: float
    size: float


def glyphs(pdf: Path) -> list[list[Glyph]]:
    """Of each page; without spaces and marks that have no place of their own."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_glyphs(page.get_textpage()) for page in document]


def _glyphs(page: pypdfium2.PdfTextPage) -> list[Glyph]:
    found = []
    for index in range(page.count_chars()):
        text = unicodedata.normalize("NFKC", page.get_text_range(index, 1))
        if not text.strip() or unicodedata.category(text[0]) in ("Mn", "Cf", "Cc"):
            continue
        left, foot, right, top = page.get_charbox(index, loose=True)
        x, y = c_double(), c_double()
        assert pypdfium2.raw.FPDFText_GetCharOrigin(page, index, x, y)
        found.append(Glyph(text, left, right, y.value, top - foot))
    return found


def lines(page: list[Glyph], *, rtl: bool = False) -> list[str]:
    """What an eye reads line by line, those that begin at the same edge one after the other."""
    rows: dict[int, list[Glyph]] = {}
    for glyph in page:
        rows.setdefault(round(glyph.baseline), []).append(glyph)
    runs: list[tuple[float, float, str]] = []
    for height, row in rows.items():
        row.sort(key=lambda glyph: -glyph.right if rtl else glyph.left)
        run = [row[0]]
        for before, glyph in itertools.pairwise(row):
            gap = before.left - glyph.right if rtl else glyph.left - before.right
            if gap > 1.2 * glyph.size:
                runs.append(_run(run, height, rtl=rtl))
                run = []
            run.append(glyph)
        runs.append(_run(run, height, rtl=rtl))
    columns: dict[int, list[tuple[float, str]]] = {}
    for edge, height, text in runs:
        column = next((known for known in columns if abs(known - edge) < 4), round(edge))
        columns.setdefault(column, []).append((-height, text))
    return ["".join(text for _, text in sorted(column)) for column in columns.values()]


def _run(run: list[Glyph], height: float, *, rtl: bool) -> tuple[float, float, str]:
    return (run[0].right if rtl else run[0].left), height, "".join(glyph.text for glyph in run)


def letters(text: str) -> str:
    """The same of words: no spaces, no marks."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(c for c in normal if not c.isspace() and unicodedata.category(c) not in ("Mn", "Cf", "Cc"))


def as_drawn(text: str) -> str:
    """Letters of a right-to-left text from the right: what is left to right in it is met from its end."""
    return re.sub(r"[A-Za-z0-9][A-Za-z0-9.,:/@-]*", lambda run: run[0][::-1], letters(text))
