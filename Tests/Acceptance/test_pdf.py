"""Each sheet of paper as a printed and a read thing: conformance, language, words, a QR code that leads somewhere."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import glyphs
import page as validation
import pikepdf
import pytest
import yaml
from built import RIGHT_TO_LEFT
from leaflet_worker import ISOLATES, words
from lxml import html

#: MG-01-ar, MG-01-ar-it, MG-01-ar-esempio-nord, MG-01-ar-it-esempio-nord; referral-form-ar.
NAME = re.compile(r"(?P<code>[A-Z]+-\d+|referral-form)-(?P<rest>.+)")

# The PDF engine knows no script subtags: readers of simplified Chinese get it by the region (see ChineseFont.md).
PDF_LANGUAGES = {"zh-Hans": "zh-CN"}


@dataclass(frozen=True)
class Sheet:
    """A file to read on screen."""

    file: Path
    code: str
    language: str
    is_bilingual: bool
    #: None on the sheet for all centres.
    centre: str | None

    @property
    def is_form(self) -> bool:
        return self.code == "referral-form"

    @property
    def name(self) -> str:
        return self.file.stem


def sheet_of(file: Path, languages: tuple[str, ...]) -> Sheet:
    named = NAME.fullmatch(file.stem)
    assert named, f"{file.name}: its name is not that of a sheet"
    rest = named["rest"]
    language = max((each for each in languages if rest == each or rest.startswith(each + "-")), key=len, default=None)
    assert language, f"{file.name}: its name has none of the site's languages"
    rest = rest.removeprefix(language).removeprefix("-")
    is_bilingual = rest == "it" or rest.startswith("it-")
    centre = rest.removeprefix("it").removeprefix("-") if is_bilingual else rest
    return Sheet(file, named["code"], language, is_bilingual, centre or None)


@pytest.fixture(scope="session")
def sheets(output, built) -> list[Sheet]:
    files = sorted(file for file in (output / "leaflets").glob("*.pdf") if not file.stem.endswith("-print"))
    assert files, f"no leaflet in {output}/leaflets: build the site first (make site)"
    return [sheet_of(file, built.languages) for file in files]


@pytest.fixture(scope="session")
def leaflets(sheets) -> list[Sheet]:
    return [sheet for sheet in sheets if not sheet.is_form]


@pytest.fixture(scope="session")
def sources(project) -> dict[str, dict]:
    """The front matter of each leaflet, by code."""
    files = sorted((project / "content/leaflets").glob("*.md"))
    return {file.stem: yaml.safe_load(file.read_text("utf-8").split("---")[1]) for file in files}


def test_every_leaflet_is_there_in_every_language_layout_and_for_every_centre(sheets, sources, built, project, output):
    centres = [
        yaml.safe_load(file.read_text("utf-8"))["id"] for file in sorted((project / "content/centres").glob("*.yml"))
    ]
    wanted = {f"referral-form-{language}" for language in built.languages}
    folded = set()
    for code, source in sources.items():
        for language in built.languages:
            for centre in ["", *(f"-{centre}" for centre in centres if source["per-centre"])]:
                wanted.add(f"{code}-{language}{centre}")
                if language != built.source_language:
                    wanted.add(f"{code}-{language}-it{centre}")
                if source["format"] != "a4":
                    folded.add(f"{code}-{language}{centre}-print")
    assert {sheet.name for sheet in sheets} == wanted
    assert {file.stem for file in (output / "leaflets").glob("*-print.pdf")} == folded
    previews = {f"{code}-{language}" for code in sources for language in built.languages}
    assert {file.stem for file in (output / "leaflets").glob("*.png")} == previews


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_conformance(sheets, profile):
    complaints = []
    for sheet in sheets:
        report = validation.validate_pdf(str(sheet.file), profile=profile)
        failures = sorted({f"{failure.rule_id} {failure.message}" for failure in report.failures})
        complaints += [f"{sheet.name} ({profile}): {failure}" for failure in failures]
        if not report.is_compliant and not failures:
            complaints.append(f"{sheet.name} ({profile}): not compliant")
    assert not complaints, "\n" + "\n".join(complaints)


def test_language_and_title(sheets, built):
    for sheet in sheets:
        with pikepdf.open(sheet.file) as pdf:
            assert str(pdf.Root.get("/Lang", "")) == PDF_LANGUAGES.get(sheet.language, sheet.language), sheet.name
            path = f"{sheet.language}/l/{sheet.code}/index.html"
            if not sheet.is_form:
                title = " ".join(built.pages[path].tree.xpath("//h1")[0].text_content().split())
                assert str(pdf.docinfo.get("/Title", "")) == title, sheet.name
            assert str(pdf.docinfo.get("/Title", "")).strip(), f"{sheet.name}: has no title"
            preferences = pdf.Root.get("/ViewerPreferences", {})
            assert preferences.get("/DisplayDocTitle", False), (
                f"{sheet.name}: readers show the file name, not the title"
            )


def structure(element):
    """Elements of the structure tree, each before those inside it."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            assert kid.P.objgen == element.objgen, "an element whose parent is another"
            yield from structure(kid)


def test_lists_beside_each_other_are_one_in_each_language(leaflets, project):
    """A list of three must not be heard as three lists of one."""
    for sheet in leaflets:
        text = (project / f"content/leaflets/{sheet.code}.md").read_text("utf-8")
        items = [block for block in re.split(r"\n\n(?!  )", text) if re.match(r"(- |1\. )", block)]
        lengths = [len(re.findall(r"^(?:- |\d+\. )", block, re.MULTILINE)) for block in items]
        with pikepdf.open(sheet.file) as pdf:
            lists = [element for element in structure(pdf.Root.StructTreeRoot.K[0]) if element.get("/S") == "/L"]
            found = sorted(len(element.K) for element in lists)
        assert found == sorted(lengths * (2 if sheet.is_bilingual else 1)), sheet.name


def test_links_are_described_in_the_language_they_stand_in(leaflets, project):
    for sheet in leaflets:
        catalogue = (project / f"translations/{sheet.language}.po").read_text("utf-8") if sheet.language != "it" else ""
        own = re.search(r'msgctxt "furniture"\nmsgid "Telefono"\nmsgstr "(.+)"', catalogue)
        words = {own[1] if own else "Telefono"} | ({"Telefono"} if sheet.is_bilingual else set())
        with pikepdf.open(sheet.file) as pdf:
            links = [link for page in pdf.pages for link in page.get("/Annots", [])]
            described = [str(link.Contents) for link in links if str(link.A.get("/URI", "")).startswith("tel:")]
        assert {each.rsplit(" ", 1)[0] for each in described} <= words, sheet.name
        assert len({each.rsplit(" ", 1)[0] for each in described}) == (len(words) if described else 0), sheet.name


def test_sheets_to_fold_tell_the_printer_how(output):
    files = sorted((output / "leaflets").glob("*-print.pdf"))
    assert files
    for file in files:
        with pikepdf.open(file) as pdf:
            preferences = pdf.Root.ViewerPreferences
            assert preferences.Duplex == "/DuplexFlipShortEdge", file.name
            assert preferences.PrintScaling == "/None" and preferences.PickTrayByPDFSize, file.name


def test_the_number_of_pages_is_that_of_the_format(leaflets, sources, output):
    for sheet in leaflets:
        with pikepdf.open(sheet.file) as pdf:
            count, box = len(pdf.pages), [float(value) * 25.4 / 72 for value in pdf.pages[0].mediabox]
        paper = sources[sheet.code]["format"]
        if sheet.is_bilingual or paper == "a4":
            assert [round(value) for value in box[2:]] == [210, 297], sheet.name
        elif paper == "trifold":
            assert (count, round(box[3])) == (6, 210), sheet.name
        else:
            assert count % 4 == 0 and [round(value, 1) for value in box[2:]] == [148.5, 210], sheet.name
        if not sheet.is_bilingual and paper != "a4":
            with pikepdf.open(output / f"leaflets/{sheet.name}-print.pdf") as pdf:
                assert len(pdf.pages) == (2 if paper == "trifold" else count // 2), sheet.name
                assert [round(float(value) * 25.4 / 72) for value in pdf.pages[0].mediabox[2:]] == [297, 210]


@cache
def text_of(file: Path, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, text=True, check=True).stdout


def test_no_page_is_empty_and_no_font_is_missing(output):
    for file in sorted((output / "leaflets").glob("*.pdf")):
        for number, page in enumerate(text_of(file).split("\f")[:-1], 1):
            assert len(page.split()) > 3, f"{file.name}: page {number} has no text"
        fonts = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert fonts, f"{file.name}: has no font"
        for font in fonts:
            # The last columns: emb sub uni object-number generation.
            assert font.split()[-5] == "yes", f"{file.name}: a font is not embedded: {font}"


# Arabic vowel signs and shadda come out of every engine and font garbled: they are left out on both sides. The
# leaflet's page, which each sheet names, is its accessible twin.
ARABIC_MARKS = re.compile("[\u064b-\u0655\u0670]")


def plain(text: str) -> str:
    return ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", ISOLATES.sub("", text)))


def unspaced(text: str) -> str:
    """What a text says, whatever its lines and the forms of its letters."""
    return re.sub(r"[\s\u00ad\u200b]", "", plain(text))


def is_given_back(text: str, sheet: Path, area: list[str], language: str) -> bool:
    # Some programs read by lines, others in the order of the file; headings beside their text need the second.
    by_line = text_of(sheet, *area)
    if any(unspaced(text) in unspaced(printed) for printed in (by_line, text_of(sheet, "-raw", *area))):
        return True
    # By lines, a right-to-left line with Latin words or numbers in it is taken for several: all its words have to be
    # there, in whatever order.
    is_mixed = language in RIGHT_TO_LEFT and re.search("[A-Za-z0-9]", text)
    return bool(is_mixed) and not words(plain(text)) - words(plain(by_line))


def passages(tree) -> list[str]:
    """The text of a leaflet's page that is also on its paper: all after the rule under the introduction."""
    body = tree.xpath(
        "//main//hr[1]/following-sibling::*/descendant-or-self::*[self::h2 or self::h3 or self::p or self::li]"
    )
    found = []
    for node in body:
        # The paper has the contacts in a box of its own, and a list item's paragraphs stand for it.
        if node.xpath("ancestor-or-self::*[contains(@class, 'box') or contains(@class, 'centre')]"):
            continue
        if node.tag == "li" and node.xpath(".//p"):
            continue
        if text := node.text_content().strip():
            found.append(text)
    return found


def test_the_paper_gives_back_the_words_of_its_page(leaflets, built):
    """All of them, in every language, also where the reader's program shows or reads the text and not the paper."""
    for sheet in leaflets:
        for language, area in columns(sheet, built.source_language):
            expected = passages(built.pages[f"{language}/l/{sheet.code}/index.html"].tree)
            assert len(expected) > 10, f"{sheet.name}: its page has no text to compare with"
            missing = [text for text in expected if not is_given_back(text, sheet.file, area, language)]
            assert not missing, f"{sheet.name} does not give back {missing}"


def test_no_glyph_is_said_to_be_an_isolate(sheets):
    """What a file says of one space it says of all: who listens would lose the words after each."""
    for sheet in sheets:
        found = sorted(set(text_of(sheet.file)) & set("\u2066\u2067\u2068\u2069"))
        assert not found, f"{sheet.name} says of a glyph that it is U+{ord(found[0]):04X}"


def columns(sheet: Sheet, source_language: str) -> list[tuple[str, list[str]]]:
    """Each language of a sheet with the part of the page it stands in, since pdftotext takes two columns for one."""
    if not sheet.is_bilingual:
        return [(sheet.language, [])]
    half = ["-y", "0", "-W", "298", "-H", "842"]  # Points at 72 to the inch, of A4.
    return [(source_language, ["-x", "0", *half]), (sheet.language, ["-x", "298", *half])]


def qr_codes(file: Path, folder: Path) -> list[str]:
    """What a reader sees in the QR codes of a PDF printed at 150 dots an inch; the last page that has one is enough."""
    with pikepdf.open(file) as pdf:
        count = len(pdf.pages)
    for number in range(count, 0, -1):
        image = folder / f"{file.stem}-{number}"
        pages = ["-f", str(number), "-l", str(number)]
        subprocess.run(["pdftoppm", "-r", "150", "-gray", *pages, "-singlefile", file, image], check=True)
        command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", image.with_suffix(".pgm")]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.returncode in (0, 4), f"{file.name}: zbarimg failed: {run.stderr}"
        image.with_suffix(".pgm").unlink()
        if run.stdout.strip():
            return run.stdout.split()
    return []


def test_qr_leads_to_the_leaflets_page_with_its_edition(leaflets, built, tmp_path):
    for sheet in leaflets:
        codes = qr_codes(sheet.file, tmp_path)
        assert codes, f"{sheet.name}: no QR code can be read"
        for code in codes:
            assert built.file_at(code) == f"{sheet.language}/l/{sheet.code}/index.html", f"{sheet.name}: {code}"
            assert not urlsplit(code).query, f"{sheet.name}: {code} has a query, which could tell readers apart"
            edition = urlsplit(code).fragment
            assert re.fullmatch("[0-9a-f]{8}", edition), f"{sheet.name}: {code} names no edition"
            # The same that stands at its foot, and that the page's data know as this very sheet.
            assert edition in text_of(sheet.file), f"{sheet.name}: its foot says another edition than its code"
            data = (built.output / sheet.language / "l" / sheet.code / "editions.js").read_text("utf-8")
            assert f'"{edition}":["{sheet.name}"' in data, f"{sheet.name}: its page does not know {edition}"


def test_a_centres_sheet_has_its_number_and_no_other(leaflets, project):
    centres = [yaml.safe_load(file.read_text("utf-8")) for file in sorted((project / "content/centres").glob("*.yml"))]
    numbers = {
        centre["id"]: next(phone["number"] for phone in centre["phones"] if phone.get("calls", True))
        for centre in centres
    }
    for sheet in leaflets:
        text = ISOLATES.sub("", text_of(sheet.file))
        found = {centre for centre, number in numbers.items() if number in text}
        assert found == ({sheet.centre} if sheet.centre else set(numbers)), sheet.name


@pytest.mark.parametrize("language", ["ar", "zh-Hans"])
def test_headings_are_drawn_in_the_order_of_their_words(leaflets, output, language):
    """By the place of each glyph: what a file says in order may be drawn out of it."""
    rtl = language in RIGHT_TO_LEFT
    headings: dict[str, list[str]] = {}
    wrong, seen = [], 0
    for sheet in leaflets:
        if sheet.language != language or sheet.is_bilingual:
            continue
        if sheet.code not in headings:
            page = html.parse(output / language / "l" / sheet.code / "index.html")
            headings[sheet.code] = [heading.text_content() for heading in page.xpath("//main//*[self::h1 or self::h2]")]
        drawn = [line for side in glyphs.glyphs(sheet.file) for line in glyphs.lines(side, rtl=rtl)]
        for heading in headings[sheet.code]:
            seen += 1
            expected = glyphs.as_drawn(heading) if rtl else glyphs.letters(heading)
            if not any(expected in line for line in drawn):
                wrong.append(f"{sheet.name}: {heading.strip()}")
    assert seen > 20 and not wrong, "\n".join(wrong)
