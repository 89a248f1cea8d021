"""No ink stands outside of a panel's margins, however long the words of titles and headings. Needs poppler-utils."""

import pypdfium2
import pytest
from leaflet_pages import Picture
from leaflet_samples import WHOLE, bilingual, booklet, sample, trifold
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
#: Words that are to be printed, at most smaller or with a hyphen, as titles and as headings.
WORDS = {
    "it": ["Aiuto", "Allattamento", "Responsabilmente", "Comunicazione?", "Precipitevolissimevolmente"],
    "de": [
        "Hebamme",
        "Familienberatungen",
        "Familienberatungsstellen",
        "Säuglingspflegeberatung",
        "WOCHENBETTBETREUUNG",
    ],
    "ar": ["أمومة", "والاستشارات", "وبمسؤولياتهما", "المسؤوليات؟"],
    "zh-Hans": ["有人吗？", "没有人给我打电话，怎么办？", "已经有别的机构在帮我，会有什么不一样？"],
    "bn": ["মা", "স্বাস্থ্যকেন্দ্র", "পরামর্শকেন্দ্রগুলোতে", "দায়িত্বশীলভাবে"],
}
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


def stray(pdf, kind):
    """As above, of all pages of a sample in any layout."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
    return ink_outside(pdf, pages, MARGINS.get(kind, lambda _: 16))


def headed(kind, language, word, as_title=True, as_heading=True):
    """A sample leaflet whose title or headings are a word, or several of it in a row."""
    doc = kind(language if language in WHOLE else "en")
    if language == "de":
        doc["meta"]["lang"] = "de"
    if as_title:
        doc["meta"]["title"] = word
    if as_heading:
        for panel in doc.get("panels", []):
            for block in panel:
                if block["t"] == "heading":
                    block["c"] = [{"t": "text", "v": word}]
        for row in doc.get("rows", []):
            if row[-1]["t"] == "heading":
                row[-1]["c"] = [{"t": "text", "v": word}]
    return doc


#: Italian is the other language of each bilingual sheet.
SHEETS = [
    (kind, language, word)
    for kind in (sample, booklet, trifold, bilingual)
    for language in WORDS
    if not (kind is bilingual and language == "it")
    for word in WORDS[language]
]


@pytest.mark.parametrize(("kind", "language", "word"), SHEETS)
def test_no_ink_stands_outside_the_margins(worker, tmp_path, kind, language, word):
    """Words from the shortest to those that only fit smaller or parted: all are printed, none runs off the paper."""
    pdf = tmp_path / "leaflet.pdf"
    answer = worker.print(headed(kind, language, word), pdf)
    assert answer["ok"], answer
    assert stray(pdf, kind) == []


@pytest.mark.parametrize("kind", [sample, booklet, trifold, bilingual])
@pytest.mark.parametrize("part", ["title", "heading"])
def test_a_word_of_any_length_is_within_the_margins_or_refused(worker, tmp_path, kind, part):
    pdf = tmp_path / "leaflet.pdf"
    # M and W are the widest letters; nobody knows where to part such a word.
    for letters in range(4, 50, 3):
        word = ("MW" * 25)[:letters]
        answer = worker.print(headed(kind, "en", word, part == "title", part == "heading"), pdf)
        if answer["ok"]:
            assert stray(pdf, kind) == [], word
        else:
            assert (answer["kind"], answer.get("text")) in (("too-wide", word), ("overflow", None)), answer
            assert letters > 7
