"""No ink stands outside of a panel's margins, however long the words of titles and headings. Needs poppler-utils."""

import pypdfium2
import pytest
from leaflet_pages import Picture
from leaflet_samples import WHOLE, booklet, sample, trifold
from leaflet_worker import Worker

#: Left and right margin of each page, in millimetres; of a trifold, the panels that are narrower have smaller ones.
MARGINS = {sample: lambda _: 18, booklet: lambda _: 15, trifold: lambda number: 10 if number in (4, 5) else 11.5}
#: How far round letters may stand over the edge that their boxes keep.
SLACK = 0.6
#: Words as titles and headings have them; the last one fits nowhere.
LONG = [
    "Gravidanza", "Svezzamento", "Vaccinazioni", "Allattamento", "ALLATTAMENTO", "Comunicazione?", "Accompagnamento?",
    "Responsabilmente", "Familienberatungen", "Wochenbettdepression", "Elternberatungsstellen",
    "Kinderbetreuungseinrichtungen", 45 * "M",
]  # fmt: skip
FITS = {sample: 8, booklet: 8, trifold: 5}


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    assert worker.close() == 0


def ink_outside(pdf, pages, margin):
    """(page, side) of each margin that is not white."""
    found = []
    for number in range(1, pages + 1):
        picture, edge = Picture(pdf, number), margin(number) - SLACK
        width, height = picture.width / 10, picture.height / 10
        for side, x in (("left", 0), ("right", width - edge)):
            if min(picture.part(x, 0, edge, height)) < 200:
                found.append((number, side))
    return found


@pytest.mark.parametrize("kind", MARGINS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", WHOLE)
def test_the_leaflets_keep_their_margins(worker, tmp_path, kind, language):
    doc, pdf = kind(language), tmp_path / "leaflet.pdf"
    assert worker.print(doc, pdf)["ok"]
    assert not ink_outside(pdf, len(doc["panels"]), MARGINS[kind])


@pytest.mark.parametrize("kind", MARGINS, ids=lambda kind: kind.__name__)
def test_a_long_word_of_a_title_fits_or_is_told(worker, tmp_path, kind):
    printed = set()
    for word in LONG:
        doc, pdf = kind("it"), tmp_path / "leaflet.pdf"
        doc["meta"]["title"] = word
        answer = worker.print(doc, pdf)
        if not answer["ok"]:
            assert answer["kind"] == "too-wide" and answer["text"] == word, answer
            continue
        printed.add(word)
        assert not ink_outside(pdf, 1, MARGINS[kind]), word
    assert printed >= set(LONG[: FITS[kind]]) and LONG[-1] not in printed, printed


@pytest.mark.parametrize("kind", MARGINS, ids=lambda kind: kind.__name__)
def test_a_long_word_of_a_heading_fits_or_is_told(worker, tmp_path, kind):
    printed = set()
    for word in LONG:
        doc, pdf = kind("it"), tmp_path / "leaflet.pdf"
        heading = next(block for panel in doc["panels"] for block in panel if block["t"] == "heading")
        heading["c"] = [{"t": "text", "v": word}]
        answer = worker.print(doc, pdf)
        if not answer["ok"]:
            assert answer["kind"] == "too-wide" and answer["text"] == word, answer
            continue
        printed.add(word)
        assert not ink_outside(pdf, len(doc["panels"]), MARGINS[kind]), word
    assert printed >= set(LONG[:9]) and LONG[-1] not in printed, printed


def test_headings_are_as_large_as_the_setting_says(worker, tmp_path):
    """Typst multiplies the size of headings by figures of its own (typst#6022): the template must reckon with it."""
    pdf = tmp_path / "leaflet.pdf"
    doc = sample("it")
    assert worker.print(doc, pdf)["ok"]
    sizes = {}
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        text = page.get_text_range()
        heading = next(block for block in doc["panels"][0] if block["t"] == "heading")
        paragraph = next(block for block in doc["panels"][0][::-1] if block["t"] == "para")
        for name, words in (
            ("title", doc["meta"]["title"]),
            ("heading", heading["c"][0]["v"]),
            ("text", paragraph["c"][0]["v"]),
        ):
            at = text.replace("\r\n", "  ").find(words[:8])
            assert at >= 0, f"{name}: {words}"
            sizes[name] = pypdfium2.raw.FPDFText_GetFontSize(page, at)
    assert sizes["title"] / sizes["text"] == pytest.approx(1.95, rel=0.01)
    assert sizes["heading"] / sizes["text"] == pytest.approx(1.15, rel=0.01)
