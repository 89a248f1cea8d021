"""The paper's editions: what is released, what is a draft, and what has changed in between."""

from __future__ import annotations

import json
import re
import subprocess

from program import copy_of, run

LEDGER = "content/leaflets/editions.tsv"


def status(executable, place, *arguments) -> dict[str, dict]:
    done = run(executable, place, "leaflets", "status", "--format", "json", *arguments)
    assert done.returncode == 0, done.stderr
    return {sheet["sheet"]: sheet for sheet in json.loads(done.stdout)["sheets"]}


def release(executable, place, *arguments):
    done = run(executable, place, "leaflets", "release", *arguments)
    assert done.returncode == 0, done.stderr
    return done


def unreleased(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    (place / LEDGER).unlink(missing_ok=True)
    return place


def change(place, name, old, new):
    file = place / name
    text = file.read_text("utf-8")
    assert text.count(old) >= 1, f"{name} does not say {old}"
    file.write_text(text.replace(old, new), "utf-8")


def test_nothing_is_released_until_somebody_does_it(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    sheets = status(executable, place)
    assert sheets and all(sheet.get("released") is None for sheet in sheets.values())
    centres = len(list((place / "content/centres").glob("*.yml")))
    assert sum(sheet["leaflet"] == "MG-01" and sheet["language"] == "ar" for sheet in sheets.values()) in (
        2,
        2 + 2 * centres,
    )
    text = run(executable, place, "leaflets", "status").stdout
    assert "never released" in text


def test_a_release_is_a_line_for_each_sheet_and_is_not_repeated(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    release(executable, place, "--leaflet", "MG-01", "--language", "it", "--date", "2026-11-22")
    lines = (place / LEDGER).read_text("utf-8").splitlines()
    sheets = status(executable, place)
    released = {name for name, sheet in sheets.items() if sheet.get("released")}
    assert released == {name for name, s in sheets.items() if s["leaflet"] == "MG-01" and s["language"] == "it"}
    assert len(lines) == 1 + len(released)
    assert all(sheets[name]["edition"].startswith("2026-11-22-") for name in released)
    again = release(executable, place, "--leaflet", "MG-01", "--language", "it", "--date", "2026-11-23")
    assert "nothing to release" in again.stderr
    assert (place / LEDGER).read_text("utf-8").splitlines() == lines


def test_a_new_phone_number_touches_the_sheets_that_print_it(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    release(executable, place, "--leaflet", "MG-03", "--language", "it", "--date", "2026-11-22")
    change(place, "content/centres/esempio-nord.yml", "0500 000 001", "0500 000 099")
    sheets = status(executable, place, "--leaflet", "MG-03", "--language", "it")
    changed = {name: sheet["changes"] for name, sheet in sheets.items() if sheet.get("released") is None}
    assert changed == {"MG-03-it": ["numbers"], "MG-03-it-esempio-nord": ["numbers"]}


def test_a_new_hour_is_told_as_an_hour_and_nothing_else(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    release(executable, place, "--leaflet", "MG-03", "--language", "it", "--date", "2026-11-22")
    change(place, "content/centres/esempio-nord.yml", 'opens: "14:30"', 'opens: "14:00"')
    sheets = status(executable, place, "--leaflet", "MG-03", "--language", "it")
    changed = {name: sheet["changes"] for name, sheet in sheets.items() if sheet.get("released") is None}
    assert changed == {"MG-03-it-esempio-nord": ["hours"]}


def test_editions_of_a_former_ledger_keep_day_and_digits(executable, project, tmp_path):
    """A ledger from before hours were told apart has nine columns, and hashes of another kind."""
    place = unreleased(executable, project, tmp_path)
    release(executable, place, "--leaflet", "MG-01", "--language", "it", "--date", "2026-11-22")
    head = "leaflet language layout centre released edition contacts rules wording"
    lines = [line.split("\t") for line in (place / LEDGER).read_text("utf-8").splitlines()[1:]]
    former = [head.split(), *([*line[:5], f"{number:08x}", *3 * ["0a1b2c3d"]] for number, line in enumerate(lines))]
    (place / LEDGER).write_text("".join("\t".join(line) + "\n" for line in former), "utf-8")
    sheets = status(executable, place, "--leaflet", "MG-01", "--language", "it")
    assert all(sheet.get("released") is None and sheet["changes"] == [] for sheet in sheets.values())
    assert "before hours were told apart" in run(executable, place, "leaflets", "status", "--by", "sheet").stdout
    release(executable, place, "--unchanged")
    sheets = status(executable, place, "--leaflet", "MG-01", "--language", "it")
    assert [sheet["edition"] for sheet in sheets.values()] == [f"2026-11-22-{n:08x}" for n in range(len(lines))]
    assert all(sheet["released"] == "2026-11-22" for sheet in sheets.values())
    assert "nothing to keep" in release(executable, place, "--unchanged").stderr


def test_a_new_rule_and_a_new_word_are_told_apart(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    release(executable, place, "--leaflet", "MG-01", "--language", "it", "--date", "2026-11-22")
    change(place, "content/service.yml", "minimum_months: 3", "minimum_months: 4")
    assert status(executable, place, "--leaflet", "MG-01", "--language", "it")["MG-01-it"]["changes"] == ["rules"]
    change(place, "content/leaflets/MG-01.md", "Che cosa facciamo insieme?", "Che facciamo insieme?")
    assert status(executable, place, "--leaflet", "MG-01", "--language", "it")["MG-01-it"]["changes"] == [
        "rules",
        "wording",
    ]


def test_what_is_partly_italian_is_not_released(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    change(place, "content/leaflets/MG-01.md", "Che cosa facciamo insieme?", "Una domanda mai tradotta?")
    done = run(executable, place, "leaflets", "release", "--leaflet", "MG-01", "--language", "ar", "--language", "it")
    assert done.returncode == 0
    assert done.stderr.count("[untranslated-leaflet]") == 1
    assert {line.split("\t")[1] for line in (place / LEDGER).read_text("utf-8").splitlines()[1:]} == {"it"}


def test_editions_follow_one_another_in_time(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    release(executable, place, "--leaflet", "MG-01", "--language", "it", "--date", "2026-11-22")
    before = (place / LEDGER).read_bytes()
    change(place, "content/service.yml", "minimum_months: 3", "minimum_months: 4")
    arguments = ("leaflets", "release", "--leaflet", "MG-01", "--language", "it", "--date")
    done = run(executable, place, *arguments, "2026-11-21")
    assert done.returncode == 1 and "[release-order]" in done.stderr
    assert (place / LEDGER).read_bytes() == before
    assert run(executable, place, *arguments, "2026-31-31").returncode == 64


def test_a_name_that_is_not_there_is_wrong_usage(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    for option, name in (("--leaflet", "MG-0l"), ("--language", "arr"), ("--centre", "esempio-sudd")):
        done = run(executable, place, "leaflets", "status", option, name)
        assert done.returncode == 64, done.stderr
        assert f"'{name}'" in done.stderr and "hint: " in done.stderr


def test_a_ledger_mended_by_hand_is_an_error_with_its_place(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    release(executable, place, "--leaflet", "MG-01", "--language", "it", "--date", "2026-11-22")
    change(place, LEDGER, "2026-11-22", "22/11/2026")
    done = run(executable, place, "build", "--no-leaflets")
    assert done.returncode == 1
    assert re.search(rf"^{LEDGER}:2:\d+: error: \[edition-ledger\]", done.stderr, re.MULTILINE)


def words(pdf) -> list[str]:
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def test_drafts_are_stamped_on_every_page_and_released_sheets_on_none(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    release(executable, place, "--leaflet", "MG-04", "--language", "ar", "--date", "2026-11-22")
    done = run(executable, place, "build", "--language", "it", "--language", "ar")
    assert done.returncode == 0, done.stderr
    pdfs = sorted((place / "output/leaflets").glob("MG-*.pdf"))
    assert any(pdf.name.endswith("-print.pdf") for pdf in pdfs)
    for pdf in pdfs:
        released = pdf.name.startswith("MG-04-ar")
        for number, page in enumerate(words(pdf), 1):
            assert ("BOZZA" in page) != released, f"{pdf.name}, page {number}"
    assert any("2026-11-22-" in page for page in words(place / "output/leaflets/MG-04-ar.pdf"))


def test_a_new_leaflet_prints_as_it_is_a_draft(executable, project, tmp_path):
    place = unreleased(executable, project, tmp_path)
    for paper, code in (("a4", "MG-07"), ("a5-booklet", "MG-08"), ("trifold", "MG-09")):
        arguments = ("new", "leaflet", code, "--paper", paper, "--title", f"Prova {paper}")
        assert run(executable, place, *arguments).returncode == 0
        assert run(executable, place, *arguments).returncode == 64, "it is there already"
    assert run(executable, place, "translations", "update").returncode == 0
    done = run(executable, place, "build", "--language", "it")
    assert done.returncode == 0, done.stderr
    made = {file.name for file in (place / "output/leaflets").glob("MG-0[789]-it*.pdf") if "esempio" not in file.name}
    folded = {f"MG-0{number}-it-print.pdf" for number in (8, 9)}
    assert made == folded | {f"MG-0{number}-it.pdf" for number in (7, 8, 9)}
    refused = run(executable, place, "leaflets", "release", "--leaflet", "MG-07")
    assert refused.returncode == 1 and refused.stderr.count("error: [unwritten-text]") == 1, refused.stderr
    assert not (place / "content/leaflets/editions.tsv").exists()
    refused = run(executable, place, "new", "leaflet", "mg-10", "--paper", "a4", "--title", "x")
    assert refused.returncode == 1 and "[leaflet-code]" in refused.stderr
