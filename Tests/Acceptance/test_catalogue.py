"""The paper on the website, as people reach for it: a midwife who needs the right PDF, a mother who scans the code of
an old copy, and whoever goes through a drawer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from program import copy_of, run

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
AXE = {"rules": {"target-size": {"enabled": True}}}
OPEN_ALL = "() => document.querySelectorAll('details').forEach(details => { details.open = true })"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SCRIPT_BUDGET = 3_072

CATALOGUE, DRAWER = "materiali", "edizioni"


def _address(output: Path, page: str, fragment: str = "") -> str:
    """A page opened from disk, where nothing may depend on a server."""
    return (output / page / "index.html").as_uri() + fragment


def _shown(tab: Page) -> list[str]:
    return tab.locator(".leaflets:visible").evaluate_all("sections => sections.map(section => section.id)")


@pytest.fixture
def north(project) -> dict:
    """A centre, as its file describes it."""
    return yaml.safe_load((project / "content/centres/esempio-nord.yml").read_text("utf-8"))


# --- The catalogue


def test_two_clicks_from_the_home_page_to_the_pdf_without_script(output, server, visit):
    tab = visit(viewport=PHONE, java_script_enabled=False).context.new_page()
    tab.goto(server + "it/index.html")
    with tab.expect_navigation():
        tab.locator(f'a[href="{CATALOGUE}/index.html"]').first.click()
    arabic = tab.locator("section#ar")
    expect(arabic.get_by_role("heading", level=2)).to_have_text("العربية arabo")
    addresses = arabic.locator('a[href$=".pdf"]').evaluate_all("links => links.map(link => link.href)")
    for name in ("MG-01-ar.pdf", "MG-01-ar-it.pdf"):
        assert server + "leaflets/" + name in addresses
        assert (output / "leaflets" / name).is_file()


def test_without_script_links_take_the_place_of_the_lists(server, visit, north):
    tab = visit(viewport=PHONE, java_script_enabled=False).context.new_page()
    tab.goto(f"{server}it/{CATALOGUE}/index.html")
    assert not tab.locator("main select, main button").count()
    tab.get_by_role("link", name="العربية arabo").click()
    assert tab.url.endswith("#ar")
    tab.locator("[data-filter=centre] summary").click()
    with tab.expect_navigation():
        tab.get_by_role("link", name=north["name"]).click()
    box = tab.locator("main .box").first
    for town in north["municipalities"]:
        expect(box).to_contain_text(town["name"])
    expect(box.locator("a[href^='tel:']")).to_have_text(north["phones"][0]["number"])
    own = tab.locator('section#ar a[href$="MG-02-ar-esempio-nord.pdf"]')
    expect(own).to_have_count(1)
    with tab.expect_navigation():
        box.get_by_role("link", name="Tutti i Centri").click()
    assert tab.url == f"{server}it/{CATALOGUE}/index.html"


@pytest.mark.parametrize("language", ["it", "ar"])
def test_the_language_is_kept_in_the_address(server, visit, language):
    tab = visit(viewport=PHONE).context.new_page()
    tab.goto(f"{server}{language}/{CATALOGUE}/index.html")
    assert len(_shown(tab)) > 2 and _shown(tab)[0] == language
    choose = tab.locator("#choose-language")
    assert "العربية – arabo" in choose.locator("option").all_inner_texts()
    choose.select_option("zh-Hans")
    assert tab.url.endswith("#zh-Hans") and _shown(tab) == ["zh-Hans"]
    tab.reload()
    assert _shown(tab) == ["zh-Hans"] and choose.input_value() == "zh-Hans"
    tab.evaluate("location.hash = 'ar'")
    expect(choose).to_have_value("ar")
    assert _shown(tab) == ["ar"]
    choose.select_option("")
    assert "#" not in tab.url and len(_shown(tab)) > 2
    tab.evaluate("location.hash = 'content'")
    assert len(_shown(tab)) > 2, "a fragment that is no language hides the leaflets"


def test_by_keyboard_to_the_sheets_of_a_town(output, visit):
    tab = visit(viewport=DESK).context.new_page()
    tab.goto(_address(output, f"it/{CATALOGUE}"))
    keyboard = tab.keyboard

    def tab_to(selector: str) -> None:
        for _ in range(60):
            if tab.locator(selector).evaluate("element => element === document.activeElement"):
                return
            keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {selector}")

    tab_to("#choose-language")
    while tab.locator("#choose-language").input_value() != "bn":
        keyboard.press("ArrowDown")
    assert _shown(tab) == ["bn"]
    tab_to("#choose-centre")
    here = tab.url
    keyboard.type("Comune Esempio Sette")
    assert tab.url == here, "choosing a town must not lead away before somebody asks for it"
    tab_to(".choice button")
    with tab.expect_navigation():
        keyboard.press("Enter")
    assert tab.url == _address(output, f"it/{CATALOGUE}/esempio-sud", "#bn")
    assert _shown(tab) == ["bn"]
    # Which of its towns was meant is not in the address, so the list names the centre.
    expect(tab.locator("#choose-centre option:checked")).to_have_text("Centro per le Famiglie Esempio Sud")
    tab.locator("#choose-centre").select_option(label="Tutti i Centri")
    with tab.expect_navigation():
        tab.locator(".choice button").click()
    assert tab.url == _address(output, f"it/{CATALOGUE}", "#bn")


def test_every_town_is_in_the_list_under_its_centre(project, output, visit, north):
    tab = visit(viewport=PHONE).context.new_page()
    tab.goto(_address(output, f"it/{CATALOGUE}"))
    towns = tab.locator("#choose-centre optgroup").evaluate_all(
        "groups => groups.map(group => [group.label, [...group.children].map(town => town.label)])"
    )
    assert dict(towns)[north["name"]] == [town["name"] for town in north["municipalities"]]
    assert len(towns) == len(list((project / "content/centres").glob("*.yml")))


# --- The list of editions


def test_the_drawer_list_is_a_table_that_can_be_read_aloud_and_printed(output, visit):
    tab = visit(viewport=DESK).context.new_page()
    tab.goto(_address(output, f"it/{DRAWER}"))
    table = tab.get_by_role("table").first
    expect(table.get_by_role("heading")).to_have_text("MG-01 · Le visite a casa")
    assert table.get_by_role("columnheader").all_inner_texts() == ["Lingua", "Edizione", "Con l’italiano a fianco"]
    expect(table.get_by_role("rowheader", name="العربية arabo").first).to_be_visible()
    tab.emulate_media(media="print")
    assert not tab.locator(".filters:visible").count()
    assert table.locator("thead").evaluate("head => getComputedStyle(head).display") == "table-header-group"


def test_each_page_of_the_paper_fits_a_phone_and_axe_finds_nothing(server, visit):
    tab = visit(viewport=PHONE).context.new_page()
    complaints = []
    for language in ("it", "ar"):
        for page in (
            CATALOGUE,
            f"{CATALOGUE}/esempio-nord",
            DRAWER,
            f"{DRAWER}/esempio-nord",
            "l/MG-01",
            "l/MG-02#00000000",
        ):
            path, _, code = page.partition("#")
            tab.goto(f"{server}{language}/{path}/index.html" + (code and "#" + code))
            tab.evaluate(OPEN_ALL)
            if code:
                expect(tab.get_by_role("status")).not_to_be_empty()
            if (wider := tab.evaluate(OVERFLOW)) > 0:
                complaints.append(f"{language}/{page}: {wider} px wider than the screen")
            complaints += [
                f"{language}/{page}: {violation['id']}: {violation['nodes'][0]['html'][:120]}"
                for violation in Axe().run(tab, options=AXE).response["violations"]
            ]
    assert not complaints, "\n" + "\n".join(complaints)


def test_the_scripts_are_small(output):
    for name in ("catalogue", "copy"):
        (script,) = (output / "assets").glob(f"{name}-*.js")
        assert script.stat().st_size < SCRIPT_BUDGET, script.name


# --- Is my copy current?

LEAFLET = """\
---
code: {code}
title: "Prova di foglio"
description: "Foglio per una prova."
format: a4
per-centre: true
reviewed: 2026-11-21
review-by: 2027-05-21
---

Parole di prova: {service.contact_within_working_days}.

```{contact}
```
"""
ARABIC = {
    "Prova di foglio": "ورقة تجربة",
    "Foglio per una prova.": "ورقة للتجربة.",
    "Parole di prova: {service.contact_within_working_days}.": "كلمات تجربة: {service.contact_within_working_days}.",
    "Altre parole di prova.": "كلمات تجربة أخرى.",
}


@dataclass
class Copies:
    """A site whose paper has a past: what the QR code of each copy has at its end, by language and centre."""

    output: Path
    first: dict[tuple[str, str, str], str]
    second: dict[tuple[str, str, str], str]
    closed: str = "c105ed00"


def _change(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_text("utf-8")
    assert old in text, f"{path} has no '{old}'"
    file.write_text(text.replace(old, new), "utf-8")


def _in_force(ledger: Path) -> dict[tuple[str, str, str], str]:
    lines = [line.split("\t") for line in ledger.read_text("utf-8").splitlines()[1:]]
    return {(language, layout, centre): whole for _, language, layout, centre, _, whole, *_ in lines}


@pytest.fixture(scope="module")
def copies(project, executable, tmp_path_factory) -> Copies:
    place = copy_of(project, tmp_path_factory.mktemp("copies"))
    ledger = place / "content/leaflets/editions.tsv"
    ledger.unlink(missing_ok=True)
    # Small ones in the places of all, so that nothing hangs on what the real ones say, or how far they are translated.
    for file in (place / "content/leaflets").glob("MG-*.md"):
        file.write_text(LEAFLET.replace("{code}", file.stem), "utf-8")
    with (place / "translations/ar.po").open("a", encoding="utf-8") as catalogue:
        for text, translation in ARABIC.items():
            catalogue.write(f'\n#, python-brace-format\nmsgid "{text}"\nmsgstr "{translation}"\n')

    def millegiorni(*arguments: str) -> None:
        done = run(executable, place, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr

    def release(day: str) -> None:
        millegiorni("leaflets", "release", "--leaflet", "MG-01", "--language", "it", "--language", "ar", "--date", day)

    release("2026-01-10")
    first = _in_force(ledger)
    _change(place, "content/centres/esempio-nord.yml", "0500 000 001", "0500 000 777")
    release("2026-02-10")
    _change(
        place,
        "content/leaflets/MG-01.md",
        "Parole di prova: {service.contact_within_working_days}",
        "Altre parole di prova",
    )
    release("2026-03-10")
    with (place / "content/site.yml").open("a", encoding="utf-8") as text:
        text.write("former-centres: [chiuso]\n")
    with ledger.open("a", encoding="utf-8") as text:
        parts = ["11111111"] * 3
        text.write("\t".join(["MG-01", "ar", "single", "chiuso", "2026-03-10", Copies.closed, *parts]) + "\n")
    _change(place, "content/centres/esempio-centro.yml", "15:00", "15:45")
    millegiorni("build", "--language", "it", "--language", "ar")
    return Copies(place / "output", first, _in_force(ledger))


@pytest.fixture
def ask(copies, visit):
    """ask(language, code): the status region of the leaflet's page after the QR code of a copy was scanned."""
    tab = visit(viewport=PHONE).context.new_page()

    def answer(language: str, code: str, leaflet: str = "MG-01"):
        tab.goto(_address(copies.output, f"{language}/l/{leaflet}", "#" + code))
        region = tab.get_by_role("status")
        expect(region).not_to_be_empty()
        return region

    return answer


both_languages = pytest.mark.parametrize("language", ["it", "ar"])


def _words(region) -> set[str]:
    """The names of the answers that are said."""
    return set(
        region.evaluate(
            """region => [...document.querySelectorAll('template')]
                .filter(each => region.innerText.includes(each.content.firstElementChild.firstChild.textContent.trim()))
                .map(each => each.dataset.answer)"""
        )
    )


@both_languages
def test_a_copy_of_the_edition_in_force_is_current(ask, copies, language):
    region = ask(language, copies.second[language, "single", "-"])
    assert _words(region) == {"current"}
    assert region.bounding_box()["y"] < PHONE["height"], "the answer is below the first screen"


@both_languages
def test_an_old_copy_of_a_centre_is_told_what_has_changed(ask, copies, language):
    region = ask(language, copies.first[language, "single", "esempio-nord"])
    assert _words(region) == {"newer", "numbers", "rules", "wording"}
    expect(region).to_contain_text("Centro per le Famiglie Esempio Nord")
    expect(region.locator("a[href^='tel:']")).to_have_text("0500 000 777")
    expect(region.locator('a[href$=".pdf"]')).to_have_attribute(
        "href", re.compile(f"/MG-01-{language}-esempio-nord.pdf$")
    )


@both_languages
def test_contacts_that_did_not_change_are_not_warned_of(ask, copies, language):
    region = ask(language, copies.first[language, "single", "esempio-sud"])
    assert _words(region) == {"newer", "rules", "wording"}


@both_languages
def test_an_hour_that_changed_leaves_the_numbers_of_a_copy_right(ask, copies, language):
    region = ask(language, copies.second[language, "single", "esempio-centro"])
    assert _words(region) == {"hours"}
    expect(region).to_contain_text("Centro per le Famiglie Esempio Centro")
    expect(region.locator(".when")).to_contain_text("15:45")
    assert not region.locator('a[href$=".pdf"]').count(), "the copy in hand is still the newest"


@both_languages
def test_without_a_script_an_old_copy_finds_what_has_changed(copies, visit, language):
    tab = visit(viewport=PHONE, java_script_enabled=False).context.new_page()
    tab.goto(_address(copies.output, f"{language}/l/MG-01"))
    tab.locator(".edition summary").last.click()
    changed = {
        item.locator("bdi").inner_text()[-8:]: item.locator("small").inner_text()
        for item in tab.locator("ul.before li").all()
    }
    old = {code for (of, _, _), code in copies.first.items() if of == language}
    assert old <= changed.keys()
    words = {"it": ("numeri", "orari"), "ar": ("أرقام", "أوقات")}[language]
    north, south, middle = (
        changed[copies.first[language, "single", f"esempio-{c}"]] for c in ("nord", "sud", "centro")
    )
    assert words[0] in north and words[1] not in north
    assert words[0] not in south and words[1] not in south
    assert words[1] in middle and words[0] not in middle


def test_the_new_sheet_has_the_layout_of_the_old(ask, copies):
    region = ask("ar", copies.first["ar", "bilingual", "esempio-nord"])
    expect(region.locator('a[href$=".pdf"]')).to_have_attribute("href", re.compile("/MG-01-ar-it-esempio-nord.pdf$"))


def test_a_copy_of_a_closed_centre_gets_the_sheet_for_all(ask, copies):
    region = ask("ar", copies.closed)
    assert _words(region) == {"newer", "contacts"}
    expect(region.locator('a[href$=".pdf"]')).to_have_attribute("href", re.compile("/MG-01-ar.pdf$"))


@both_languages
def test_a_draft_says_that_it_is_one(ask, copies, language):
    page = (copies.output / f"it/{CATALOGUE}/index.html").read_text("utf-8")
    section = page.split(f'id="{language}"')[1].split("</section>")[0]
    code = re.search(r"MG-02.*?<bdi[^>]*>([0-9a-f]{8})</bdi>", section, re.DOTALL)[1]
    region = ask(language, code, "MG-02")
    assert _words(region) == {"draft"}
    assert not region.locator("a").count()


@both_languages
@pytest.mark.parametrize("code", ["0badc0de", "2025-01-01-0badc0de", "x"])
def test_a_code_that_is_not_ours_gets_the_edition_here(ask, language, code):
    region = ask(language, code)
    assert _words(region) == {"unknown"}
    expect(region.locator('a[href$=".pdf"]')).to_have_attribute("href", re.compile(f"/MG-01-{language}.pdf$"))


@both_languages
def test_the_whole_name_of_an_edition_is_known_too(ask, copies, language):
    region = ask(language, "2026-03-10-" + copies.second[language, "single", "-"].upper())
    assert _words(region) == {"current"}


def test_the_next_copy_gets_an_answer_of_its_own(ask, copies):
    region = ask("ar", copies.first["ar", "single", "-"])
    region.evaluate("(_, code) => { location.hash = code }", copies.second["ar", "single", "-"])
    expect(region).not_to_contain_text(re.compile("PDF"))
    assert _words(region) == {"current"}


def test_who_comes_without_a_copy_loads_nothing_and_sees_the_edition(copies, visit):
    tab = visit(viewport=PHONE).context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    for fragment in ("", "#content"):
        tab.goto(_address(copies.output, "ar/l/MG-01", fragment))
        expect(tab.get_by_role("status")).to_be_empty()
    assert not [url for url in asked if url.endswith("editions.js")]
    name = tab.locator(".edition .name")
    expect(name).to_have_text("2026-03-10-" + copies.second["ar", "single", "-"])
    assert name.evaluate("element => parseFloat(getComputedStyle(element).fontSize)") >= 24


def test_without_script_every_edition_is_there_to_compare_by_eye(copies, visit):
    tab = visit(viewport=PHONE, java_script_enabled=False).context.new_page()
    tab.goto(_address(copies.output, "ar/l/MG-01", "#" + copies.first["ar", "single", "-"]))
    tab.locator(".edition summary").first.click()
    shown = tab.locator(".edition").inner_text()
    for (language, _, centre), code in copies.second.items():
        if language == "ar" and centre != "chiuso":
            assert f"2026-03-10-{code}" in shown
