"""What gives way so that a leaflet fits its paper, and what stays together. Needs poppler-utils."""

from itertools import pairwise

import pytest
from leaflet_pages import Picture, boxes
from leaflet_samples import bilingual, booklet, sample, trifold
from leaflet_worker import Worker, para, said

BLACK = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 320 200'><path d='M0 0h320v200H0z'/></svg>"
IMAGE = {"t": "image", "svg": BLACK, "alt": "A black field"}
NOTICES = {"draft": "BOZZA 17: non consegnare", "sample": "Esempio 23: numeri inventati"}
COMBINED = {"both": ["draft", "sample"], "draft": ["draft"], "sample": ["sample"]}


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    assert worker.close() == 0


def heading(text, level=2):
    return {"t": "heading", "level": level, "c": [{"t": "text", "v": text}]}


def foreign(block):
    return {**block, "lang": "it", "dir": "ltr"}


def noticed(doc, keys):
    doc["meta"] |= {key: [{"t": "text", "v": NOTICES[key]}] for key in keys}
    return doc


def printed(worker, doc, pdf):
    answer = worker.print(doc, pdf)
    assert answer["ok"], answer
    return range(1, int(said("pdfinfo", pdf).split("Pages:")[1].split()[0]) + 1)


# ---- notices ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [sample, booklet, trifold, bilingual])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_draft_breaks_as_the_released_leaflet(worker, tmp_path, kind, language):
    def places(keys):
        pdf = tmp_path / "leaflet.pdf"
        pages = printed(worker, noticed(kind(language), keys), pdf)
        lines = [(page, *line) for page in pages for line in boxes(pdf, page)]
        # Right-to-left lines come in an order of their own.
        return [line for line in sorted(lines) if "17" not in line[1] and "23" not in line[1]]

    released = places([])
    assert len(released) > 40
    for keys in COMBINED.values():
        assert places(keys) == released


def band(pdf, page, width):
    """The topmost and the lowest dark row over a page's text, in millimetres."""
    picture = Picture(pdf, page)
    rows = [min(picture.part(width / 2 - 2, y / 10, 4, 0.1)) < 128 for y in range(150)]
    return rows.index(True) / 10, (150 - rows[::-1].index(True)) / 10


@pytest.mark.parametrize("keys", COMBINED.values(), ids=COMBINED)
@pytest.mark.parametrize("kind, width", [(sample, 210), (booklet, 148.5), (trifold, 97)])
def test_notices_stand_in_their_band(worker, tmp_path, kind, width, keys):
    pdf = tmp_path / "leaflet.pdf"
    for page in printed(worker, noticed(kind("ar"), keys), pdf)[1:]:
        top, foot = band(pdf, page, width)
        assert top >= 5.5 and foot <= 15


@pytest.mark.parametrize("key", COMBINED["both"])
def test_a_notice_longer_than_its_band_is_refused(worker, tmp_path, key):
    for length, fits in ((3, True), (12, False)):
        doc = trifold("it")
        doc["meta"][key] = para("non consegnare " * length)["c"]
        answer = worker.print(doc, tmp_path / "leaflet.pdf")
        assert answer["ok"] is fits
    assert answer["kind"] == "overflow" and "notice" in answer["message"] and answer["panels"][0]["panel"] == 1


# ---- pictures ---------------------------------------------------------------------------------------------------


def black(pdf, page, width):
    """The height of the black field on a page, in millimetres."""
    picture = Picture(pdf, page)
    rows = [max(picture.part(width / 2 - 2, y / 10, 4, 0.1)) < 60 for y in range(180, picture.height)]
    return sum(rows) / 10


def pitch(pdf, page):
    """The distance of lines, in points."""
    tops = sorted({top for text, _, top in boxes(pdf, page) if text.startswith("parola")})
    return min(round(below - above, 1) for above, below in pairwise(tops))


@pytest.mark.parametrize("kind, width, least, natural", [(booklet, 148.5, 24, 62), (trifold, 97, 20, 46)])
def test_a_picture_gives_way_before_type_does(worker, tmp_path, kind, width, least, natural):
    pdf, seen = tmp_path / "leaflet.pdf", []
    for count in range(20, 400, 6):
        doc = kind("it")
        doc["panels"][1:-1] = [[heading("Titolo"), IMAGE, para("parola " * count)] for _ in doc["panels"][1:-1]]
        if not worker.print(doc, pdf)["ok"]:
            break
        seen.append((pitch(pdf, 4), black(pdf, 4, width)))
    else:
        pytest.fail("there was room without end")
    assert seen[0][1] == pytest.approx(natural, abs=0.5)
    assert least - 0.2 <= min(height for _, height in seen) < least + 6
    sizes = {size for size, _ in seen}
    assert len(sizes) > 3
    for size in sizes:
        heights = [height for pitch, height in seen if pitch == size]
        # In one size of type, more words leave less picture.
        assert heights == sorted(heights, reverse=True)
    assert max(height for pitch, height in seen if pitch == max(sizes)) - least > 15


def test_pictures_between_two_languages_are_small_and_stay_with_their_heading(worker, tmp_path):
    pdf, sides = tmp_path / "leaflet.pdf", set()
    for filler in range(20, 140, 8):
        doc = bilingual("en")
        del doc["meta"]["illustration"]
        words = [foreign(para("parola " * filler)), para("word " * filler)]
        titled = [foreign(heading("Titolo 41")), heading("Title 42")]
        intro = [foreign(para("Inizio.")), para("Start.")]
        doc["rows"] = [words, words, titled, intro, [IMAGE], intro]
        for page in printed(worker, doc, pdf):
            found = any("Titolo41" in text for text, *_ in boxes(pdf, page))
            high = black(pdf, page, 210)
            assert (high > 20) == found, (filler, page)
            if found:
                sides.add(page)
                assert high == pytest.approx(55 * 200 / 320, abs=0.5)
    assert sides == {1, 2}


# ---- what stays together ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("keys", [[], ["draft", "sample"]], ids=["released", "draft"])
def test_whom_to_call_and_the_code_part_where_a_side_is_too_small_for_both(worker, tmp_path, keys):
    pages = set()
    for length in range(10):
        doc = noticed(bilingual("en"), keys)
        call = [row for row in doc["rows"] if row[1]["t"] in ("contact", "qr")]
        for cell in call[0]:
            centre = {**cell["centres"][0], "lines": [para("Via 1")["c"]] * length}
            cell["centres"] = [centre] * 3
        doc["rows"] = [[foreign(para("Chiama.")), para("Call.")], *call]
        pages.add(len(printed(worker, doc, tmp_path / "leaflet.pdf")))
    assert min(pages) == 1 and max(pages) >= 2


def lines_with(worker, tmp_path, doc, *needles):
    pdf = tmp_path / "leaflet.pdf"
    found = [text for page in printed(worker, doc, pdf) for text, *_ in boxes(pdf, page)]
    return [text for text in found if any(needle in text for needle in needles)]


def test_hours_are_not_parted(worker, tmp_path):
    hours = [{"t": "isolated", "v": "09:00"}, {"t": "text", "v": "–"}, {"t": "isolated", "v": "12:30"}]
    for length in range(1, 25):
        doc = trifold("it")
        doc["panels"][3] = [{"t": "para", "c": [*para("a" * length + " giorni e giorni e ")["c"], *hours]}]
        (line,) = lines_with(worker, tmp_path, doc, "09:00", "12:30")
        assert line.replace("\u2060", "").endswith("09:00–12:30")


def test_a_short_question_at_the_end_of_a_heading_is_not_parted(worker, tmp_path):
    for length in range(1, 12):
        doc = trifold("it")
        doc["panels"][3] = [heading("Se " + "o" * length + " succede. Chi chiamo?"), para("Qui.")]
        (line,) = lines_with(worker, tmp_path, doc, "Chi", "chiamo?")
        assert line.endswith("Chichiamo?")


def test_no_word_of_a_title_stands_alone_on_its_last_line(worker, tmp_path):
    doc = booklet("it")
    for middle in ("primi", "primissimi", "primi e i secondi"):
        doc["meta"]["title"] = f"I {middle} mille giorni"
        (line,) = lines_with(worker, tmp_path, doc, "giorni")[:1]
        assert "mille" in line
