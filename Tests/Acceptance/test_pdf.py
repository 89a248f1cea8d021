"""Each leaflet as a printed and a read thing: conformance, language, and a QR code that leads somewhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import page as validation
import pikepdf
import pytest


def _files(output: Path) -> list[Path]:
    return sorted((output / "leaflets").glob("*.pdf"))


@pytest.fixture(scope="session")
def leaflets(output) -> list[Path]:
    """The files to read on screen."""
    files = [file for file in _files(output) if not file.stem.endswith("-print")]
    assert files, f"no leaflet in {output}/leaflets: build the site first (make site)"
    return files


# The PDF engine knows no script subtags: readers of simplified Chinese get it by the region (see ChineseFont.md).
PDF_LANGUAGES = {"zh-Hans": "zh-CN"}


def language_of(file: Path, languages: tuple[str, ...]) -> str:
    """The language in the name of a leaflet, <code>-<language>[-it][-<centre>].pdf; codes hold digits, as MG-01.

    Or in that of the blank form, referral-form-<language>.pdf."""
    rest = re.sub(r"^([A-Za-z]+-\d+|referral-form)-", "", file.stem)
    found = [language for language in languages if rest == language or rest.startswith(language + "-")]
    assert found, f"{file.name}: its name has none of the site's languages"
    return max(found, key=len)


def test_every_language_has_leaflets(leaflets, built):
    present = {language_of(file, built.languages) for file in leaflets}
    assert present == set(built.languages)


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_conformance(leaflets, profile):
    complaints = []
    for file in leaflets:
        report = validation.validate_pdf(str(file), profile=profile)
        failures = sorted({f"{failure.rule_id} {failure.message}" for failure in report.failures})
        complaints += [f"{file.name} ({profile}): {failure}" for failure in failures]
        if not report.is_compliant and not failures:
            complaints.append(f"{file.name} ({profile}): not compliant")
    assert not complaints, "\n" + "\n".join(complaints)


def test_language_and_title(leaflets, built):
    for file in leaflets:
        with pikepdf.open(file) as pdf:
            language = language_of(file, built.languages)
            assert str(pdf.Root.get("/Lang", "")) == PDF_LANGUAGES.get(language, language), file.name
            assert str(pdf.docinfo.get("/Title", "")).strip(), f"{file.name}: has no title"
            preferences = pdf.Root.get("/ViewerPreferences", {})
            assert preferences.get("/DisplayDocTitle", False), f"{file.name}: readers show the file name, not the title"


def test_no_page_is_empty_and_no_font_is_missing(output):
    files = _files(output)
    assert files
    for file in files:
        with pikepdf.open(file) as pdf:
            count = len(pdf.pages)
        for number in range(1, count + 1):
            command = ["pdftotext", "-f", str(number), "-l", str(number), file, "-"]
            text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            assert len(text.split()) > 3, f"{file.name}: page {number} of {count} has no text"
        fonts = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        assert fonts, f"{file.name}: has no font"
        for font in fonts:
            # The last columns: emb sub uni object-number generation.
            assert font.split()[-5] == "yes", f"{file.name}: a font is not embedded: {font}"


def qr_codes(file: Path, folder: Path) -> list[str]:
    """What a reader sees in the QR codes of a PDF printed at 150 dots an inch."""
    subprocess.run(["pdftoppm", "-r", "150", "-png", file, folder / file.stem], check=True)
    images = sorted(folder.glob(f"{file.stem}-*.png"))
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *images]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode in (0, 4), f"{file.name}: zbarimg failed: {run.stderr}"
    return run.stdout.split()


def test_qr_leads_to_a_page_of_the_site(leaflets, built, tmp_path):
    for file in leaflets:
        if file.stem.startswith("referral-form-"):
            continue  # It is filled in, and leads nowhere.
        codes = qr_codes(file, tmp_path)
        assert codes, f"{file.name}: no QR code can be read"
        for code in codes:
            target = built.file_at(code)
            assert target, f"{file.name}: its QR code leads to {code}, which no file serves"
            language = language_of(file, built.languages)
            assert built.pages[target].language == language, f"{file.name}: its QR code leads to {target}"
            assert not urlsplit(code).query, f"{file.name}: {code} has a query, which could tell readers apart"
