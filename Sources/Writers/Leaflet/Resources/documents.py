"""Leaflet documents, as ../README.md describes them: refused where they are faulty, and made ready for the template.

What needs no layout is done here, since Typst takes far longer for it. So the template looks for no fault
that is found here.
"""

import math
import re
from functools import partial
from itertools import pairwise, zip_longest

STRAY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]")
"""Out: controls, soft hyphens, noncharacters, and every bidi embedding, override and isolate. Directions come from the
document; the plain marks LRM, RLM and ALM may stay, since they cannot reach beyond their place."""
COLOUR = re.compile("#[0-9a-fA-F]{6}")
ADDRESS = re.compile("https?://|mailto:|tel:", re.IGNORECASE)
DARK = re.compile("1+")
QUIET = 4
"""Modules around a code that stay white (ISO/IEC 18004)."""
SYMBOL = 27
"""Millimetres that a code is wide, without those: large enough for old phones and worn paper."""
BULKY = ("para", "heading", "image", "qr")


class Problem(Exception):
    """What a job is refused for; `facts` join the answer."""

    def __init__(self, kind, message, hints=(), **facts):
        super().__init__(message)
        self.kind, self.message, self.hints, self.facts = kind, message, list(hints), facts

    def answer(self, job):
        return {"id": job, "ok": False, "kind": self.kind, "message": self.message, "hints": self.hints, **self.facts}


def faulty(message):
    return Problem("document", message)


def prepared(document):
    """The document in two parts, `meta` and the rest, as the template reads it.

    Every string is cleaned, and codes are drawings. Of panels, `bulk` tells how much there is in each; of rows,
    `outline` tells that, and how they follow each other. The footer joins the rest, since it differs between the
    leaflets of one text.
    """
    document = changed(document, lambda string: STRAY.sub("", string))
    meta = document.get("meta")
    layout = meta.get("layout", "single") if isinstance(meta, dict) else "single"
    among(*DOCUMENTS)(layout, "the layout")
    DOCUMENTS[layout](document, "the document")
    STRUCTURES[layout](document)
    head = {key: value for key, value in meta.items() if key != "footer"}
    body = {key: with_codes_drawn(value) for key, value in document.items() if key != "meta"}
    body["footer"] = meta["footer"]
    if layout == "single":
        body["bulk"] = [bulk(panel) for panel in body["panels"]]
    elif layout == "bilingual":
        body["outline"] = outline(body["rows"], head["lang"])
    return head, body


def changed(value, change):
    """The same JSON value with every string in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [changed(item, change) for item in value]
    if isinstance(value, dict):
        return {key: changed(item, change) for key, item in value.items()}
    return value


def bulk(value):
    """What there is in blocks or inlines: bytes of text, paragraphs, headings, pictures, codes."""
    sums = [0] * (1 + len(BULKY))
    parts = [value]
    while parts:
        part = parts.pop()
        if isinstance(part, list):
            parts += part
        elif isinstance(part, dict):
            if isinstance(part.get("v"), str):
                sums[0] += len(part["v"].encode())
            else:
                parts += part.values()
            if part.get("t") in BULKY:
                sums[1 + BULKY.index(part["t"])] += 1
    return sums


def outline(rows, own):
    """How rows follow each other: `before`, what kind of space stands before each; `chunks`, the indices of those that
    stay together; `cells`, the language of each cell of a row, and how much there is in it."""
    before, chunks = ["nothing"], [[0]]
    for at, (row, following) in enumerate(pairwise(rows), start=1):
        kind, opening = row[0]["t"], following[0]
        if kind == "heading":
            before.append("heading")
        elif opening["t"] == "heading" and opening["level"] == 2:
            before.append("section")
        elif kind == opening["t"] == "list" and opening.get("tight", True):
            before.append("item")
        else:
            before.append("block")
        # A heading stays with the row after it, a picture and whom to call with the row before them, and the code with
        # both.
        last, next_last = row[-1]["t"], following[-1]["t"]
        if kind == "heading" or next_last in ("image", "contact") or (last, next_last) == ("contact", "qr"):
            chunks[-1].append(at)
        else:
            chunks.append([at])
    cells = [[{"lang": cell.get("lang", own), "bulk": bulk(cell)} for cell in row] for row in rows]
    return {"before": before, "chunks": chunks, "cells": cells}


def with_codes_drawn(value):
    if isinstance(value, list):
        return [with_codes_drawn(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("t") == "qr":
        return {key: item for key, item in value.items() if key != "matrix"} | drawn(value["matrix"])
    return {key: with_codes_drawn(item) for key, item in value.items()}


def drawn(rows):
    """A code as one path, and how many millimetres it is wide: 27 for the symbol, and what stays white around it."""
    runs = [(run.start(), y, len(run[0])) for y, row in enumerate(rows) for run in DARK.finditer(row)]
    path = "".join(f"M{x} {y}h{width}v1H{x}z" for x, y, width in runs)
    size = len(rows)
    whole = size + 2 * QUIET
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='-{QUIET} -{QUIET} {whole} {whole}'>"
        f"<path fill='#fff' d='M-{QUIET}-{QUIET}h{whole}v{whole}H-{QUIET}z'/><path d='{path}'/></svg>"
    )
    return {"svg": svg, "width": SYMBOL * whole / size}


# ---- shapes: each is a function of a value and its name that refuses what does not have the shape


def having(shapes):
    """An object with such keys and no others; those whose name ends in "?" may be left out."""
    known = {key.rstrip("?"): shape for key, shape in shapes.items()}
    needed = [key for key in shapes if not key.endswith("?")]

    def shape(value, name):
        if not isinstance(value, dict):
            raise faulty(f"{name} is no object")
        for key in needed:
            if key not in value:
                raise faulty(f"{name} has no '{key}'")
        for key, item in value.items():
            if key not in known:
                raise faulty(f"{name} has a '{key}', which means nothing there")
            known[key](item, f"the '{key}' of {name}")

    return shape


def that(is_right, wanted):
    def shape(value, name):
        if not is_right(value):
            raise faulty(f"{name} is not {wanted}: {value!r:.80}")

    return shape


def among(*values):
    return that(lambda value: value in values, f"one of {', '.join(values)}")


def each(shape):
    def shapes(value, name):
        if not isinstance(value, list):
            raise faulty(f"{name} is no array")
        for item in value:
            shape(item, name)

    return shapes


def one_of(kinds, what):
    """An object whose `t` is one of `kinds`, with the keys of that."""

    def shape(value, _):
        kind = value.get("t") if isinstance(value, dict) else None
        if kind is None:
            raise faulty(f"every {what} is an object with 't'")
        if not isinstance(kind, str) or kind not in kinds:
            raise faulty(f"no {what} is called {kind!r:.80}")
        kinds[kind](value, f"'{kind}'")

    return shape


def is_whole(value, least=0):
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def is_square(rows):
    """Whether they are rows of a code: 21 modules and more, as many as there are rows."""
    if not isinstance(rows, list) or len(rows) < 21:
        return False
    return all(isinstance(row, str) and len(row) == len(rows) and not row.strip("01") for row in rows)


def alternative(value, name):
    string(value, name)
    if not value.strip():
        raise structural("an image has no alternative text")


string = that(lambda value: isinstance(value, str), "a string")
boolean = that(lambda value: isinstance(value, bool), "true or false")
whole, positive = that(is_whole, "a whole number"), that(partial(is_whole, least=1), "a whole number from 1 up")
millimetres = that(lambda value: type(value) in (int, float) and 0 < value < math.inf, "a length in millimetres")
direction = among("ltr", "rtl")
colour = that(lambda value: isinstance(value, str) and COLOUR.fullmatch(value), "a colour of the form #rrggbb")
address = that(lambda value: isinstance(value, str) and ADDRESS.match(value), "an address that a leaflet can link to")
matrix = that(is_square, "a square of 0 and 1")
INLINES, BLOCKS, QUESTIONS, FIELDS = {}, {}, {}, {}
inlines, blocks = each(one_of(INLINES, "inline")), each(one_of(BLOCKS, "block"))
questions, fields = each(one_of(QUESTIONS, "question")), each(one_of(FIELDS, "field of a form"))
picture = {"svg": string, "photo?": string, "alt": alternative}


def own_or_other(shapes):
    """In the leaflet's own language, or in another."""
    own, other = having(shapes), having({"lang": string, "dir": direction} | shapes)
    return lambda value, name: (other if "lang" in value or "dir" in value else own)(value, name)


INLINES |= {
    kind: having({"t": string} | shapes)
    for kind, shapes in {
        "text": {"v": string},
        "strong": {"c": inlines},
        "emph": {"c": inlines},
        "code": {"v": string},
        "br": {},
        "link": {"href": address, "c": inlines},
        "span": {"lang": string, "dir": direction, "c": inlines},
        "isolated": {"v": string, "href?": address},
    }.items()
}
phone = having({"label?": inlines, "number": one_of(INLINES, "inline")})
centre = having({"name": inlines, "lines?": each(inlines), "phones?": each(phone)})
cell = own_or_other({"c": inlines})
BLOCKS |= {
    kind: own_or_other({"t": string} | shapes)
    for kind, shapes in {
        "heading": {"level": positive, "c": inlines},
        "para": {"c": inlines},
        "list": {"items": each(blocks), "tight?": boolean, "start?": whole},
        "quote": {"c": blocks},
        "code": {"v": string},
        "rule": {},
        "image": {**picture, "width?": millimetres},
        "box": {"role": among("note", "important"), "title?": inlines, "c": blocks},
        "contact": {"c?": inlines, "centres": each(centre), "blanks?": each(inlines)},
        "table": {"head": each(cell), "rows": each(each(cell))},
        "qr": {"matrix": matrix, "alt": alternative, "url": address, "label": string, "caption?": inlines},
    }.items()
}
asked = {
    "t": string,
    "label": inlines,
    "italian?": inlines,
    "remarks?": each(inlines),
    "help?": inlines,
    "note?": inlines,
    "hint?": inlines,
}
options = each(having({"label": inlines, "italian?": inlines}))
QUESTIONS |= {
    kind: having(asked | shapes)
    for kind, shapes in {
        "text": {"lines": positive},
        "date": {"like": each(string)},
        "month": {"like": each(string)},
        "choice": {"options": options},
        "choices": {"options": options},
        "confirmation": {},
    }.items()
}
FIELDS |= QUESTIONS | {
    "group": having(asked | {"fields": fields}),
    "list": having(asked | {"times": positive, "fields": questions}),
}
COUNTS = {
    "a4": (lambda count: count in (1, 2), "1 to 2 panels"),
    "a5-booklet": (lambda count: count > 0 and count % 4 == 0, "a multiple of 4 panels"),
    "trifold": (lambda count: count == 6, "6 panels"),
}
"""How many panels there can be, by format. Those that fold have a cover, which may be empty."""
META = {
    "format": among(*COUNTS),
    "layout?": string,
    "max-sides?": positive,
    "code": string,
    "title": string,
    "lang": string,
    "dir": direction,
    "language": string,
    "italian-title?": string,
    "publisher": string,
    "keywords?": each(string),
    "link-words?": having({"phone": string, "email": string}),
    "accent": colour,
    "draft?": inlines,
    "sample?": inlines,
    "illustration?": having(picture),
    "footer": having({"edition": inlines, "review": inlines, "page": string}),
}


def row(value, name):
    blocks(value, name)
    if len(value) not in (1, 2):
        raise faulty("a row has one block or two")


DOCUMENTS = {
    "single": having({"meta": having(META), "panels": each(blocks)}),
    "bilingual": having({"meta": having(META | {"italian-title": string, "max-sides": positive}), "rows": each(row)}),
    "form": having({"meta": having(META | {"max-sides": positive}), "intro": each(inlines), "fields": fields}),
}
"""By layout."""

# ---- the structure that people who hear a leaflet rely on


def structural(message, **facts):
    return Problem("structure", message, **facts)


def check_panels(document):
    panels, format = document["panels"], document["meta"]["format"]
    right, wanted = COUNTS[format]
    if not right(len(panels)):
        raise structural(f"a leaflet of this format has {wanted}, this one has {len(panels)}")
    for at, panel in enumerate(panels, start=1):
        if not panel and (at > 1 or format == "a4"):
            raise structural(f"panel {at} is empty", panel=at)
    check_headings(panels, lambda at: {"panel": at + 1})


def check_rows(document):
    """In one language, then in the other."""
    if not document["rows"]:
        raise structural("a bilingual leaflet has rows, this one has none")
    for cell in (0, -1):
        check_headings([[row[cell] for row in document["rows"]]], lambda _: {})


def check_headings(panels, place):
    """`panels` are lists of blocks that follow one another; `place` says where the one at an index is."""
    last = 1
    for at, panel in enumerate(panels):
        for block, following in zip_longest(panel, panel[1:]):
            if block["t"] != "heading":
                continue
            level = block["level"]
            if level < 2 or level > last + 1:
                raise structural(f"a heading of level {level} follows one of level {last}", **place(at))
            last = level
            if following is None or (following["t"] == "heading" and following["level"] <= level):
                raise structural("a heading has no text under it in its panel", **place(at))


def check_fields(document):
    def check(value):
        if not value:
            raise structural("a form, or a group in it, has fields; this one has none")
        for field in value:
            if "fields" in field:
                check(field["fields"])
            if not field.get("options", True):
                raise structural("a choice has options, this one has none")

    check(document["fields"])


STRUCTURES = {"single": check_panels, "bilingual": check_rows, "form": check_fields}
