"""The blank referral form on paper: that of the site, and how any form is laid out. Needs poppler-utils."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import page
import pikepdf
import pytest
from leaflet_samples import WHOLE, form
from leaflet_worker import ISOLATES, Worker, said, strings, unspaced, words
from lxml import html
from referral_form import form_page

BY_THE_FORM = {"schemaVersion", "referralId", "formLanguage"}
"""What a form on a screen fills in by itself, and paper does not ask."""


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    assert worker.close() == 0


# The site's own form.


def labels(output, language):
    """Of all that paper asks, by their keys."""
    found = json.loads((output / f"referral/v1/labels/{language}.json").read_text("utf-8"))["labels"]
    asked = {key: text for key, text in found.items() if key.split(".")[0] not in BY_THE_FORM}
    assert len(asked) > 80
    return asked


@pytest.fixture(scope="module")
def sheet(output):
    return lambda language: output / f"leaflets/referral-form-{language}.pdf"


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_form_is_valid_in_every_language(built, sheet, profile):
    for language in built.languages:
        result = page.validate_pdf(str(sheet(language)), profile=profile)
        assert result.is_compliant, (language, [(f.rule_id, f.message) for f in result.failures])


@pytest.mark.parametrize("language", ["it", "zh-Hans"])
def test_every_label_of_the_contract_is_printed(output, sheet, language):
    text = unspaced(said("pdftotext", "-raw", sheet(language), "-"))
    for tongue in {language, "it"}:
        # A label that has the Italian in it stands alone.
        lacking = [label for label in labels(output, tongue).values() if unspaced(label) not in text]
        descriptions = [label for key, label in labels(output, tongue).items() if key.endswith(".description")]
        assert not set(lacking) - set(descriptions if tongue != language else []), tongue


def test_repeated_groups_are_printed_twice(output, sheet):
    text = said("pdftotext", "-raw", sheet("it"), "-")
    for key in ("family.adults.role", "family.children.birthMonth", "inCharge.objectives.text"):
        label = labels(output, "it")[f"{key}.label"]
        assert len(re.findall(rf"^(?:\d\. )?{re.escape(label)}(?!\w)", text, re.MULTILINE)) == 2, label


def test_no_code_is_printed(output, built, sheet):
    """Only those that no word of a language can be: joint_contact, givenOn."""
    keys = {part for key in labels(output, "it") for part in key.split(".")}
    codes = {key for key in keys if re.search("_|[a-z][A-Z]", key)}
    assert {"joint_contact", "givenOn"} <= codes
    for language in built.languages:
        text = said("pdftotext", "-raw", sheet(language), "-")
        assert not [code for code in codes if code in text] and "{" not in text, language


def test_the_page_of_the_form_leads_to_the_sheet(built, output, sheet):
    for language in built.languages:
        shown = form_page(built, language)
        (address,) = html.document_fromstring(shown.source).xpath(
            "//*[@class='form']//a[contains(@href, '.pdf')]/@href"
        )
        assert (output / shown.path).parent.joinpath(address).resolve() == sheet(language).resolve()


# Any form.


@pytest.fixture(scope="module", params=WHOLE)
def blank(request, worker, tmp_path_factory):
    doc, pdf = form(request.param), tmp_path_factory.mktemp(request.param) / "form.pdf"
    answer = worker.print(doc, pdf)
    assert answer["ok"], answer
    return doc, pdf


def repeated(fields):
    """The fields with the items of lists as many times as there is room for them."""
    for field in fields:
        yield field | {"fields": []}
        for _ in range(field.get("times", 1)):
            yield from repeated(field.get("fields", []))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_form_is_valid(blank, profile):
    result = page.validate_pdf(str(blank[1]), profile=profile)
    assert result.is_compliant, [(f.rule_id, f.message) for f in result.failures]


def test_a_form_gives_back_its_words(blank):
    doc, pdf = blank
    printed = [*strings(doc["intro"]), *strings(list(repeated(doc["fields"]))), doc["meta"]["title"]]
    found, wanted = words(said("pdftotext", pdf, "-")), words(" ".join(printed))
    assert sum(wanted.values()) > 200
    assert not wanted - found


def test_a_form_is_heard_in_order(blank):
    doc, pdf = blank
    levels = []

    def walk(fields, level):
        for field in fields:
            levels.append(level)
            for _ in range(field.get("times", 1)):
                walk(field.get("fields", []), level + 1)

    walk(doc["fields"], 2)
    tags = said("pdfinfo", "-struct", pdf)
    assert [int(level) for level in re.findall(r"^ *H(\d) ", tags, re.MULTILINE)] == [1, *levels]
    # What is drawn to write on is no part of what is heard.
    assert "Figure" not in tags and not re.search("[☐□○_]|\\.{3}", said("pdftotext", pdf, "-"))


def tagged(element):
    """The languages that a file's structure names."""
    if isinstance(element, pikepdf.Array):
        return {language for child in element for language in tagged(child)}
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
        return set()
    own = {str(element.Lang)} if "/Lang" in element else set()
    return own | tagged(element.get("/K", pikepdf.Array()))


def test_the_italian_is_marked_as_italian(blank):
    doc, pdf = blank
    with pikepdf.open(pdf) as opened:
        found = tagged(opened.Root.StructTreeRoot.K)
    assert ("it" in found) == (doc["meta"]["lang"] != "it")


def places(pdf, side):
    """(word, left, top), in points."""
    found = said("pdftotext", "-bbox", "-f", side, "-l", side, pdf, "-")
    rows = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)".*?>(.*?)</word>', found)
    return [(word, float(left), float(top)) for left, top, word in rows]


def test_dates_run_from_left_to_right_in_every_language(blank):
    _, pdf = blank
    first = places(pdf, 1)
    (day, month, year) = (next(left for word, left, _ in first if word == part) for part in ("31", "12", "2026"))
    assert day < month < year


def test_a_form_starts_where_its_language_does(blank):
    doc, pdf = blank
    sides = range(1, pages(pdf) + 1)
    numbers = [left for side in sides for left in second_items(places(pdf, side))]
    # Of two lists; one has its items side by side, the second one in the middle.
    outer = max(numbers) if doc["meta"]["dir"] == "rtl" else min(numbers)
    assert len(numbers) == 2 and (outer > 530 if doc["meta"]["dir"] == "rtl" else outer < 60), numbers


def second_items(words):
    """Where the number 2 of a list stands; pdftotext may part the dot from it where lines run from the right."""
    plain = [(ISOLATES.sub("", word), left, top) for word, left, top in words]
    dots = [(left, top) for word, left, top in plain if word == "."]
    return [
        left
        for word, left, top in plain
        if word in ("2.", ".2") or (word == "2" and any(top == height and abs(left - dot) < 6 for dot, height in dots))
    ]


def pages(pdf):
    return int(re.search(r"Pages:\s+(\d+)\n", said("pdfinfo", pdf))[1])


def drawn_lines(pdf, side):
    """The heights of lines over half of a side wide, in millimetres from its head."""
    stem = pdf.with_suffix(f".{side}")
    said("pdftoppm", "-r", 254, "-gray", "-singlefile", "-f", side, "-l", side, pdf, stem)
    data = stem.with_name(stem.name + ".pgm").read_bytes()
    width, height, dots = re.match(rb"P5\s(\d+)\s(\d+)\s255\s(.*)", data, re.DOTALL).groups()
    width, height = int(width), int(height)
    rows = [sum(dot < 160 for dot in dots[at * width : (at + 1) * width]) > width / 2 for at in range(height)]
    return [at / 10 for at in range(1, height) if rows[at] and not rows[at - 1]]


def test_there_is_room_for_a_pen(worker, tmp_path):
    """Nine millimetres, on the fullest sheet too."""
    doc, pdf = form("it"), tmp_path / "form.pdf"
    lines = {**doc["fields"][-1], "lines": 8}
    for count in range(14, 0, -1):
        doc["fields"] = [lines] * count
        if worker.print(doc, pdf)["ok"]:
            break
    assert 8 < count < 14 and pages(pdf) == 4
    for side in (1, 4):
        heights = drawn_lines(pdf, side)
        # Between two questions there is a label; the last line is that of the foot.
        gaps = [below - above for above, below in pairwise(heights[:-1])]
        assert sum(gap < 12 for gap in gaps) >= 14 and min(gaps) >= 8.9, (side, gaps)


def test_what_belongs_together_stays_on_one_side(worker, tmp_path):
    """Whatever stands above: a heading with its first question, a question with its options."""
    pdf, seen = tmp_path / "form.pdf", set()
    for count in range(24):
        doc = form("it")
        (filler,) = ({"t": "text", "lines": 1, "label": notice(f"Riga {n}")} for n in [0])
        heading = {"label": notice("Intestazione"), "t": "group"}
        options = [{"label": notice(f"Scelta {n} " + "molto lunga " * 9)} for n in range(6)]
        choice = {"label": notice("Domanda"), "t": "choice", "options": options}
        # Half a row each.
        doc["fields"] = [filler] * (2 * count) + [heading | {"fields": [choice, filler]}]
        assert worker.print(doc, pdf)["ok"]
        texts = said("pdftotext", "-raw", pdf, "-").split("\f")
        (at,) = (at for at, text in enumerate(texts) if "Intestazione" in text)
        assert "Domanda" in texts[at] and all(f"Scelta {n}" in texts[at] for n in range(6)), count
        seen.add(at)
    assert len(seen) > 1


@pytest.mark.parametrize("language", ["it", "ar"])
def test_no_question_runs_into_the_foot(worker, tmp_path, language):
    """However full a side is: rows are as high as they were reckoned to be."""
    pdf, fullest = tmp_path / "form.pdf", 0
    for count in range(1, 9, 2):
        doc = form(language)
        doc["fields"] = doc["fields"][:2] * count + doc["fields"][2:]
        doc["meta"]["max-sides"] = 12
        assert worker.print(doc, pdf)["ok"]
        for side in range(1, pages(pdf) + 1):
            found = said("pdftotext", "-bbox", "-f", side, "-l", side, pdf, "-")
            words = [(float(top), float(end)) for top, end in re.findall(r'yMin="([\d.]+)".*?yMax="([\d.]+)"', found)]
            lines = drawn_lines(pdf, side)
            # The rule over the foot has 5 mm of free room above it; fonts reach out of their lines, by less than 2 mm.
            rule = lines[-1] * 72 / 25.4
            above = [end for top, end in words if top < rule] + [at * 72 / 25.4 for at in lines[:-1]]
            assert max(above) <= rule - 3 * 72 / 25.4, (count, side)
            fullest = max(fullest, max(above) / rule)
    assert fullest > 0.96


def notice(text):
    return [{"t": "text", "v": text}]


def test_a_form_too_long_is_refused(worker, tmp_path):
    doc = form("it")
    doc["meta"]["max-sides"] = 1
    answer = worker.print(doc, tmp_path / "no.pdf")
    assert answer["kind"] == "overflow" and "'it' overflows" in answer["message"], answer
    assert answer["panels"][0]["panel"] == 1 and answer["panels"][0]["lines"] > 5


def test_a_question_larger_than_a_side_is_refused(worker, tmp_path):
    doc = form("it")
    doc["fields"][-1]["lines"] = 40
    answer = worker.print(doc, tmp_path / "no.pdf")
    assert answer["kind"] == "overflow" and answer["panels"][0]["mm"] > 50, answer
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "change, kind, message",
    [
        ({"t": "slider"}, "document", "'slider'"),
        ({"t": "choice", "options": []}, "structure", "has options"),
        ({"t": "text"}, "document", "no 'lines'"),
        ({"t": "list", "times": 2, "fields": []}, "structure", "has fields"),
        ({"t": "group", "fields": []}, "structure", "has fields"),
        (
            {"t": "list", "times": 2, "fields": [{"t": "group", "fields": []}]},
            "document",
            "no question is called 'group'",
        ),
        ({"t": "text", "lines": 0}, "document", "the 'lines' of 'text'"),
        ({"t": "date"}, "document", "no 'like'"),
    ],
)
def test_a_faulty_field_is_refused_in_words(worker, tmp_path, change, kind, message):
    doc = form("it")
    doc["fields"].append({"label": notice("Domanda"), **change})
    answer = worker.print(doc, tmp_path / "no.pdf")
    assert not answer["ok"] and answer["kind"] == kind and message in answer["message"], answer


def test_a_form_without_questions_is_refused(worker, tmp_path):
    answer = worker.print(form("it") | {"fields": []}, tmp_path / "no.pdf")
    assert answer["kind"] == "structure" and "has fields" in answer["message"]


def test_a_form_has_no_sheets_to_fold(worker, tmp_path):
    answer = worker.print(form("it"), tmp_path / "form.pdf", print=str(tmp_path / "print.pdf"))
    assert answer["kind"] == "job" and "not folded" in answer["message"]


def test_a_form_is_the_same_bytes_again(worker, tmp_path):
    for name in ("one", "other"):
        assert worker.print(form("ar"), tmp_path / f"{name}.pdf")["ok"]
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "other.pdf").read_bytes()
