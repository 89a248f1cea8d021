"""What is printed can't be called back: the address in the QR code of every edition ever released answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from program import copy_of, run

LEDGER = "content/leaflets/editions.tsv"
PHONE = {"width": 360, "height": 640}


def rows(place: Path) -> list[dict[str, str]]:
    head, *lines = [line.split("\t") for line in (place / LEDGER).read_text("utf-8").splitlines()]
    return [dict(zip(head, line, strict=True)) for line in lines]


def page_of(output: Path, row: dict[str, str]) -> Path:
    """Where the code of an edition leads, by the address that was printed."""
    return output / row["language"] / "l" / row["leaflet"] / "index.html"


def answers(page: Path) -> dict[str, list[str]]:
    script = (page.parent / "editions.js").read_text("utf-8")
    return json.loads(script.removeprefix("const editions="))


def build(executable, place, *arguments):
    return run(executable, place, "build", "--no-leaflets", *arguments)


def add(file: Path, line: str, before: str = "reviewed:") -> None:
    text = file.read_text("utf-8")
    assert text.count(f"\n{before}") == 1
    file.write_text(text.replace(f"\n{before}", f"\n{line}\n{before}"), "utf-8")


def problems(done) -> list[str]:
    assert done.returncode == 1, done.stderr
    return re.findall(r"^(\S+: error: \[lost-edition\] .*)$", done.stderr, re.MULTILINE)


def test_every_edition_of_the_ledger_is_answered_at_its_address(project, output):
    assert rows(project)
    for row in rows(project):
        assert row["edition"] in answers(page_of(output, row)), row


@pytest.fixture
def place(project, tmp_path):
    return copy_of(project, tmp_path)


def test_a_leaflet_that_was_deleted_stops_the_build(executable, place):
    count = sum(row["leaflet"] == "MG-04" for row in rows(place))
    (place / "content/leaflets/MG-04.md").unlink()
    (problem,) = problems(build(executable, place))
    assert problem.startswith("content/leaflets/MG-04.md: ") and f"{count} editions" in problem


def test_a_language_that_was_dropped_stops_the_build(executable, place):
    site = place / "content/site.yml"
    count = sum(row["language"] == "bn" for row in rows(place))
    site.write_text(site.read_text("utf-8").replace(", bn]", "]"), "utf-8")
    (problem,) = problems(build(executable, place))
    assert problem.startswith("content/site.yml:") and f"{count} editions" in problem


def test_a_centre_that_was_removed_stops_the_build(executable, place):
    count = sum(row["centre"] == "esempio-sud" for row in rows(place))
    (place / "content/centres/esempio-sud.yml").unlink()
    (problem,) = problems(build(executable, place))
    assert problem.startswith("content/centres/esempio-sud.yml: ") and f"{count} editions" in problem


def test_a_leaflet_that_was_renamed_answers_at_its_old_address(executable, place):
    """With the same answers: the fragment of the code would be lost on a page that only leads on."""
    old, new = place / "content/leaflets/MG-04.md", place / "content/leaflets/MG-07.md"
    new.write_text(old.read_text("utf-8").replace("code: MG-04", "code: MG-07"), "utf-8")
    old.unlink()
    for file in (place / "content").rglob("*.md"):
        file.write_text(file.read_text("utf-8").replace("MG-04.md", "MG-07.md"), "utf-8")
    assert len(problems(build(executable, place))) == 1
    add(new, "aliases: [MG-04]")
    done = build(executable, place)
    assert done.returncode == 0, done.stderr
    for row in rows(place):
        if row["leaflet"] == "MG-04":
            page = page_of(place / "output", row)
            sheet, state, *changes = answers(page)[row["edition"]]
            assert sheet.startswith("MG-07-") and (state, changes) == ("current", []), row
            text = page.read_text("utf-8")
            assert f'<link rel="canonical" href="https://millegiorni.example/{row["language"]}/l/MG-07/">' in text
            assert '<meta name="robots" content="noindex">' in text
    status = json.loads(run(executable, place, "leaflets", "status", "--format", "json").stdout)["sheets"]
    assert {tuple(sheet["changes"]) for sheet in status if sheet["leaflet"] == "MG-07"} == {("wording",)}


@pytest.mark.parametrize("successor", ["MG-01", None])
def test_a_leaflet_that_was_withdrawn_says_so_and_where_to_go(executable, place, visit, successor):
    leaflet = place / "content/leaflets/MG-04.md"
    add(leaflet, "withdrawn: 2026-12-01" + (f"\nsuccessor: {successor}" if successor else ""))
    done = build(executable, place)
    assert done.returncode == 0, done.stderr
    output = place / "output"
    for row in rows(place):
        assert page_of(output, row).is_file()
    assert "MG-04" not in (output / "it/materiali/index.html").read_text("utf-8")
    assert "MG-04" not in (output / "sitemap.xml").read_text("utf-8")
    drawer = (output / "it/edizioni/index.html").read_text("utf-8")
    assert "Ritirato il 1 dicembre 2026: non consegnare" in drawer
    for language in ("it", "ar"):
        (row,) = [
            row
            for row in rows(place)
            if (row["leaflet"], row["language"], row["layout"], row["centre"]) == ("MG-04", language, "single", "-")
        ]
        tab = visit(viewport=PHONE).context.new_page()
        tab.goto(page_of(output, row).as_uri() + "#" + row["edition"])
        notice = tab.locator(".copy")
        assert notice.bounding_box()["y"] < PHONE["height"], "the notice is below the first screen"
        expect(notice).to_contain_text("2026")
        link = notice.locator("a")
        expect(link).to_have_attribute(
            "href", re.compile("/MG-01/index.html$" if successor else "/materiali/index.html$")
        )
        link.click()
        expect(tab.locator("h1")).to_be_visible()
        tab.go_back()
        assert tab.locator(".contact a[href^='tel:']").count(), "there is somebody to call"
        assert not tab.locator("a[href$='.pdf']").count()


def test_withdrawing_is_checked(executable, place):
    leaflet = place / "content/leaflets/MG-04.md"
    add(leaflet, "successor: MG-01")
    assert "[successor-of-current]" in build(executable, place).stderr
    add(leaflet, "withdrawn: 2026-12-01", before="successor:")
    leaflet.write_text(leaflet.read_text("utf-8").replace("successor: MG-01", "successor: MG-0l"), "utf-8")
    assert "[unknown-successor]" in build(executable, place).stderr
    leaflet.write_text(leaflet.read_text("utf-8").replace("successor: MG-0l", "aliases: [MG-01, mg_1]"), "utf-8")
    done = build(executable, place)
    assert "[duplicate-slug]" in done.stderr and "[leaflet-code]" in done.stderr


def test_a_language_that_is_over_answers_in_the_others(executable, place, visit):
    site = place / "content/site.yml"
    site.write_text(site.read_text("utf-8").replace(", bn]", "]") + "former-languages: [bn]\n", "utf-8")
    done = build(executable, place)
    assert done.returncode == 0, done.stderr
    (row, *_) = [row for row in rows(place) if (row["leaflet"], row["language"]) == ("MG-02", "bn")]
    tab = visit(viewport=PHONE).context.new_page()
    tab.goto(page_of(place / "output", row).as_uri() + "#" + row["edition"])
    expect(tab.locator("main")).to_contain_text("MG-02")
    tab.locator(".tiles a[lang=ar]").click()
    expect(tab.locator("html")).to_have_attribute("lang", "ar")
    expect(tab.locator("main")).to_contain_text("MG-02")
    for row in rows(place):
        assert page_of(place / "output", row).is_file()


def test_copies_of_a_centre_that_is_gone_lead_to_the_sheet_for_all(executable, place):
    (place / "content/centres/esempio-sud.yml").unlink()
    site = place / "content/site.yml"
    site.write_text(site.read_text("utf-8") + "former-centres: [esempio-sud]\n", "utf-8")
    done = build(executable, place)
    assert done.returncode == 0, done.stderr
    for row in rows(place):
        if row["centre"] == "esempio-sud":
            answer = answers(page_of(place / "output", row))[row["edition"]]
            assert answer == [f"{row['leaflet']}-{row['language']}", "newer", "contacts"]
