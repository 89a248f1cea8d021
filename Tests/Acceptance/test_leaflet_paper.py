"""Leaflets that are folded, leaflets in two languages, and what stands on each of their pages. Needs poppler-utils."""

import re
from collections import Counter
from itertools import pairwise

import pikepdf
import pytest
from leaflet_pages import DPI, Picture, boxes, dark
from leaflet_samples import WHOLE, bilingual, booklet, sample, trifold
from leaflet_worker import ARABIC, HAN, Worker, para, said, strings, unspaced, words

HALVES, THIRDS = (148.5, 148.5), (97, 100, 100)
FOLDED = {booklet: "a5-booklet", trifold: "trifold"}
ORDER = {
    # The panels on each side of the sheets, and their widths, from left to right.
    (trifold, "ltr"): [((5, 6, 1), THIRDS), ((2, 3, 4), THIRDS[::-1])],
    (trifold, "rtl"): [((1, 6, 5), THIRDS[::-1]), ((4, 3, 2), THIRDS)],
    (booklet, "ltr"): [((8, 1), HALVES), ((2, 7), HALVES), ((6, 3), HALVES), ((4, 5), HALVES)],
    (booklet, "rtl"): [((1, 8), HALVES), ((7, 2), HALVES), ((3, 6), HALVES), ((5, 4), HALVES)],
}


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    assert worker.close() == 0


@pytest.fixture(scope="module", params=[(kind, language) for kind in FOLDED for language in WHOLE])
def folded(request, worker, tmp_path_factory):
    kind, language = request.param
    folder = tmp_path_factory.mktemp(language)
    doc, pdf, sheets = kind(language), folder / "leaflet.pdf", folder / "print.pdf"
    answer = worker.print(doc, pdf, print=str(sheets))
    assert answer["ok"], answer
    assert answer["print"]["bytes"] == sheets.stat().st_size
    return doc, pdf, sheets, ORDER[kind, doc["meta"]["dir"]]


def sizes(pdf):
    with pikepdf.open(pdf) as opened:
        return [tuple(round(float(x) * 25.4 / 72, 2) for x in p.MediaBox[2:]) for p in opened.pages]


def placed(order):
    """(sheet side, panel, its left edge, its width), all from 1 and in millimetres."""
    for side, (panels, widths) in enumerate(order, 1):
        x = 0
        for panel, width in zip(panels, widths, strict=True):
            yield side, panel, x, width
            x += width


def test_a_folded_leaflet_is_read_a_panel_a_page(folded):
    doc, pdf, _, order = folded
    widths = {panel: width for _, panel, _, width in placed(order)}
    assert sizes(pdf) == [(widths[n], 210) for n in range(1, len(doc["panels"]) + 1)]
    for number, panel in enumerate(doc["panels"], 1):
        text = words(said("pdftotext", "-f", number, "-l", number, pdf, "-"))
        assert not words(" ".join(strings(panel))) - text


def test_each_panel_lies_where_it_is_folded_to(folded):
    doc, pdf, sheets, order = folded
    assert sizes(sheets) == [(297, 210)] * len(order)
    assert len({panel for _, panel, *_ in placed(order)}) == len(doc["panels"])
    for side, panel, x, width in placed(order):
        box = ("-r", DPI, "-x", round(10 * x), "-y", 0, "-W", round(10 * width), "-H", 2100)
        found = said("pdftotext", "-f", side, "-l", side, *box, sheets, "-")
        assert words(found) == words(said("pdftotext", "-f", panel, "-l", panel, pdf, "-"))


def test_a_printed_panel_is_the_panel_that_is_read(folded):
    _, pdf, sheets, order = folded
    pictures = [Picture(sheets, side) for side in range(1, len(order) + 1)]
    for side, panel, x, width in placed(order):
        # Between the marks, and on whole pixels: halves of the sheet begin on half ones.
        printed = pictures[side - 1].part(x + 2, 10, width - 4, 190)
        read = Picture(pdf, panel).part(2, 10, width - 4, 190)
        differing = sum(abs(a - b) > 100 for a, b in zip(printed, read, strict=False))
        assert dark(read) > 0.002 and differing < 0.004 * len(read), (side, panel)


def test_short_marks_show_where_to_fold(folded):
    *_, sheets, order = folded
    for side, (_, widths) in enumerate(order, 1):
        picture = Picture(sheets, side)
        folds = [sum(widths[:n]) for n in range(1, len(widths))]
        for x in folds:
            for y in (5, 201):
                assert dark(picture.part(x - 0.1, y + 0.2, 0.2, 3.6)) > 0.5
            # Nothing else stands on the fold.
            assert dark(picture.part(x - 2, 10, 4, 190)) == 0
        for y in (0, 205.2):
            assert dark(picture.part(0, y, 297, 4.8)) == 0
        assert dark(picture.part(0, 5, 297, 4)) < 0.01


def test_sheets_say_whose_they_are(folded):
    doc, _, sheets, _ = folded
    with pikepdf.open(sheets) as opened:
        assert opened.docinfo["/Title"] == doc["meta"]["title"]
        assert str(opened.Root.Lang).split("-")[0] == doc["meta"]["lang"].split("-")[0]


@pytest.mark.parametrize("kind", FOLDED)
def test_sheets_are_the_same_bytes_again(worker, tmp_path, kind):
    for name in ("one", "other"):
        assert worker.print(kind("ar"), tmp_path / f"{name}.pdf", print=str(tmp_path / f"{name}-print.pdf"))["ok"]
    assert (tmp_path / "one-print.pdf").read_bytes() == (tmp_path / "other-print.pdf").read_bytes()


@pytest.mark.parametrize("doc", [sample("it"), bilingual("ar")], ids=["a4", "bilingual"])
def test_what_does_not_fold_has_no_sheets(worker, tmp_path, doc):
    answer = worker.print(doc, tmp_path / "leaflet.pdf", print=str(tmp_path / "print.pdf"))
    assert answer["kind"] == "job" and "not folded" in answer["message"]
    assert list(tmp_path.iterdir()) == []


def test_where_the_sheets_cannot_be_written_nothing_is(worker, tmp_path):
    answer = worker.print(trifold("it"), tmp_path / "leaflet.pdf", print=str(tmp_path / "none" / "print.pdf"))
    assert answer["kind"] == "output" and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "kind, panels, wanted", [(booklet, 6, "multiple of 4"), (booklet, 0, "multiple of 4"), (trifold, 5, "6 panels")]
)
def test_paper_has_as_many_panels_as_it_has(worker, tmp_path, kind, panels, wanted):
    doc = kind("it")
    doc["panels"] = doc["panels"][:panels]
    answer = worker.print(doc, tmp_path / "no.pdf")
    assert answer["kind"] == "structure" and wanted in answer["message"]


def test_a_cover_may_be_empty(worker, tmp_path):
    for kind in (trifold, booklet):
        doc = kind("it")
        doc["panels"][0] = []
        assert worker.print(doc, tmp_path / "leaflet.pdf")["ok"]
        doc["panels"][1] = []
        answer = worker.print(doc, tmp_path / "no.pdf")
        assert (answer["kind"], answer["panel"]) == ("structure", 2)


def test_a_panel_too_full_is_named(worker, tmp_path):
    for number in (1, 3):
        doc = trifold("it")
        doc["panels"][number - 1].append(para("parola " * 300))
        answer = worker.print(doc, tmp_path / "no.pdf")
        assert answer["kind"] == "overflow", answer
        (panel,) = answer["panels"]
        assert panel["panel"] == number and panel["lines"] > 5 and panel["mm"] > 20


def body(pdf, side):
    """The size of most of the type on a page, and the distance of most lines, in points."""
    sizes = Counter()
    with pikepdf.open(pdf) as opened:
        size = 0.0
        for operands, operator in pikepdf.parse_content_stream(opened.pages[side - 1]):
            if str(operator) == "Tf":
                size = round(float(operands[1]), 2)
            elif str(operator) in ("Tj", "TJ"):
                shown = [operands[0]] if str(operator) == "Tj" else operands[0]
                sizes[size] += sum(len(bytes(part)) for part in shown if isinstance(part, pikepdf.String))
    foot = max(top for text, _, top in boxes(pdf, side) if "MG-01" in text)
    assert not [top for text, _, top in boxes(pdf, side) if "parola" in text and top > foot - 18]
    tops = sorted({top for text, _, top in boxes(pdf, side) if "parola" in text})
    pitches = Counter(round(below - above, 1) for above, below in pairwise(tops))
    return sizes.most_common(1)[0][0], pitches.most_common(1)[0][0]


@pytest.mark.parametrize("kind, least", [(sample, 12), (trifold, 10.5), (booklet, 12), (bilingual, 12)])
def test_the_fullest_leaflet_can_still_be_read(worker, tmp_path, kind, least):
    """Words are added until there is no room for more."""
    pdf, seen = tmp_path / "leaflet.pdf", []
    for count in range(0, 1200, 10):
        doc = kind("it" if kind != bilingual else "en")
        if "rows" in doc:
            doc["meta"]["max-sides"] = 1
            del doc["rows"][2:]
            doc["rows"] += [[para("parola " * count), para("parola " * count)]]
        else:
            doc["panels"][1].insert(2, para("parola " * count))
        if not worker.print(doc, pdf)["ok"]:
            break
        if count > 20:
            seen.append(body(pdf, 1 if "rows" in doc else 2))
    assert worker.print(doc, pdf)["kind"] == "overflow"
    sizes = [size for size, _ in seen]
    assert min(sizes) == least and max(sizes) > least + 0.9
    assert all(pitch >= 1.3 * size - 0.1 for size, pitch in seen)


def notice(text):
    return [{"t": "text", "v": text}]


@pytest.mark.parametrize("kind", [sample, booklet, trifold, bilingual])
@pytest.mark.parametrize("language", ["ar", "bn"])
def test_a_draft_says_so_on_every_page(worker, tmp_path, kind, language):
    doc, pdf, sheets = kind(language), tmp_path / "leaflet.pdf", tmp_path / "print.pdf"
    doc["meta"] |= {"draft": notice("BOZZA 17"), "sample": notice("Esempio 23")}
    more = {"print": str(sheets)} if kind in FOLDED else {}
    answer = worker.print(doc, pdf, **more)
    assert answer["ok"], answer
    pages = said("pdftotext", pdf, "-").split("\f")[:-1]
    assert len(pages) > 1 and all("BOZZA 17" in page and "Esempio 23" in page for page in pages)
    if more:
        printed = said("pdftotext", sheets, "-")
        assert printed.count("BOZZA 17") == len(doc["panels"]) == printed.count("Esempio 23")


@pytest.mark.parametrize("kind", [sample, trifold])
def test_who_hears_a_draft_hears_that_it_is_one_once(worker, tmp_path, kind):
    doc, pdf = kind("it"), tmp_path / "leaflet.pdf"
    doc["meta"]["draft"] = notice("BOZZA 17")
    assert worker.print(doc, pdf)["ok"]
    tree = said("pdfinfo", "-struct-text", pdf)
    assert tree.count("BOZZA") == 1 and tree.index("BOZZA") < tree.index("H1")


def heard(pdf):
    """The text in the order of the structure tree."""
    tree = said("pdfinfo", "-struct-text", pdf)
    return unspaced("".join(re.findall(r'^\s+"(.*)"$', tree, re.MULTILINE)))


def letters(text, script):
    return Counter(re.findall(f"[{script}]", text))


@pytest.mark.parametrize("language, script", [("ar", ARABIC), ("ur", ARABIC), ("zh-Hans", HAN)])
def test_rows_and_lists_are_heard_italian_first(worker, tmp_path, language, script):
    doc, pdf = bilingual(language), tmp_path / "leaflet.pdf"
    assert worker.print(doc, pdf)["ok"]
    text = heard(pdf)
    groups = heard_together(doc["rows"])
    assert len(groups) > 12 and any(len(rows) > 1 for rows in groups)
    starts, position = [], 0
    for rows in groups:
        # A list is heard whole, first in Italian.
        for left, _ in rows:
            place = text.index(unspaced(strings(left)[0])[:9], position)
            if left is rows[0][0]:
                starts.append(place)
            position = place + 1
    for rows, (start, end) in zip(groups, pairwise([*starts, len(text)]), strict=True):
        # Letter by letter, since Arabic comes in the order it is drawn in.
        words = "".join(s for _, right in rows for s in strings(right) if not s.isascii())
        wanted = letters(words, script)
        assert not wanted - letters(text[start:end], script)
        assert sum(letters(text[start:end], script).values()) < 1.2 * sum(wanted.values()) + 4
        last = text.index(unspaced(strings(rows[-1][0])[0])[:9], start)
        assert not letters(text[start:last], script), "no other language before the last Italian item"


def heard_together(rows):
    """The rows one by one, those of a list as one."""
    groups = []
    for row in rows:
        goes_on = groups and row[0]["t"] == "list" == groups[-1][0][0]["t"]
        if goes_on and ("start" in row[0]) == ("start" in groups[-1][0][0]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


@pytest.mark.parametrize("language", ["ar", "en", "zh-Hans"])
def test_italian_stands_left_and_both_begin_on_one_line(worker, tmp_path, language):
    doc, pdf = bilingual(language), tmp_path / "leaflet.pdf"
    assert worker.print(doc, pdf)["ok"]
    lines = [line for side in range(1, len(sizes(pdf)) + 1) for line in boxes(pdf, side)]
    middle = 105 / 25.4 * 72
    level = [left for left, right in doc["rows"] if right["t"] not in ("contact", "qr")]
    italian = {unspaced(strings(left)[0])[:12] for left in level}
    found = [line for line in lines if any(line[0].lstrip("•1234567890.").startswith(start) for start in italian)]
    assert len(found) > 12 and all(left < middle for _, left, _ in found)
    apart = [
        min(abs(top - other) for _, left, other in lines if left > middle or language == "ar") for *_, top in found
    ]
    assert max(apart) < 6


def test_a_heading_stays_with_its_text(worker, tmp_path):
    doc, pdf = bilingual("en"), tmp_path / "leaflet.pdf"
    headings = {unspaced(strings(left)[0])[:12] for left, _ in doc["rows"] if left["t"] == "heading"}
    for filler in range(0, 60, 4):
        longer = [{**para("parola " * filler), "lang": "it", "dir": "ltr"}, para("word " * filler)]
        assert worker.print({**doc, "rows": [longer, *doc["rows"]]}, pdf)["ok"]
        pages = said("pdftotext", "-raw", pdf, "-").split("\f")[:-1]
        for page in pages:
            body = [unspaced(line) for line in page.splitlines()]
            last = [line for line in body if "MG-01" not in line and "reviewed" not in line][-2:]
            assert not any(line.startswith(tuple(headings)) for line in last), last


def test_rows_over_the_limit_are_counted(worker, tmp_path):
    doc = bilingual("ar")
    doc["rows"] += doc["rows"][:-3] * 2
    answer = worker.print(doc, tmp_path / "no.pdf")
    assert answer["kind"] == "overflow" and answer["panels"][0]["panel"] == 4
    assert answer["panels"][0]["lines"] > 10 and answer["panels"][0]["mm"] > 50
    doc["meta"]["max-sides"] = 12
    assert worker.print(doc, tmp_path / "long.pdf")["ok"]


@pytest.mark.parametrize(
    "rows, kind, message",
    [
        ([], "structure", "has rows"),
        ([[]], "document", "one block or two"),
        ([[para("a"), para("b"), para("c")]], "document", "one block or two"),
        ([[{"t": "heading", "level": 3, "c": []}, {"t": "heading", "level": 2, "c": []}]], "structure", "level 3"),
    ],
)
def test_faulty_rows_are_refused_in_words(worker, tmp_path, rows, kind, message):
    answer = worker.print({**bilingual("en"), "rows": rows}, tmp_path / "no.pdf")
    assert answer["kind"] == kind and message in answer["message"], answer


def test_a_block_may_take_both_columns(worker, tmp_path):
    doc, pdf = bilingual("en"), tmp_path / "leaflet.pdf"
    doc["rows"].insert(1, [{"t": "image", **doc["meta"]["illustration"]}])
    assert worker.print(doc, pdf)["ok"]
    assert said("pdfinfo", "-struct", pdf).count("Figure") == 3
