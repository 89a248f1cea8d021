"""One mistake, one message, in every command: what an editor reads who has made just one."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from program import copy_of, run

PAGE = "content/pages/families/visite-a-casa.md"
CENTRE = "content/centres/esempio-nord.yml"
UPDATE = "millegiorni translations update"


def said(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str, str]]:
    problems = [json.loads(line) for line in done.stderr.splitlines()]
    return [(problem["severity"], problem["file"], problem["identifier"]) for problem in problems]


@pytest.fixture(scope="module")
def place(project, tmp_path_factory) -> Path:
    return copy_of(project, tmp_path_factory.mktemp("one-error"))


def first_line(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(start))


def colon(text: str) -> str:
    return text.replace(first_line(text, "title:"), "title: Attenzione: leggi qui")


def date(text: str) -> str:
    return text.replace(first_line(text, "reviewed:"), "reviewed: 21.11.2026")


def street(text: str) -> str:
    return text.replace("  street:", "street:")


def tab(text: str) -> str:
    return text.replace("  street:", "\tstreet:")


def bracket(text: str) -> str:
    line = first_line(text, "languages:")
    return text.replace(line, line.rstrip("]"))


MISTAKES = [
    (PAGE, colon, "yaml-syntax"),
    (PAGE, date, "bad-date"),
    (CENTRE, street, "yaml-syntax"),
    (CENTRE, tab, "yaml-syntax"),
    (CENTRE, bracket, "yaml-syntax"),
]


@pytest.mark.parametrize(
    "command", [["check", "--no-leaflets"], ["build", "--no-leaflets"], ["translations", "update"]]
)
@pytest.mark.parametrize(("name", "mistake", "identifier"), MISTAKES, ids=[mistake[1].__name__ for mistake in MISTAKES])
def test_one_mistake_is_one_error(executable, place, command, name, mistake, identifier):
    file = place / name
    good = file.read_text("utf-8")
    spoilt = mistake(good)
    assert spoilt != good
    try:
        file.write_text(spoilt, "utf-8")
        done = run(executable, place, *command, "--format", "json")
    finally:
        file.write_text(good, "utf-8")
    assert said(done) == [("error", name, identifier)], done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize("command", [["check", "--no-leaflets"], ["build", "--no-leaflets"]])
@pytest.mark.parametrize(
    "name", [PAGE, CENTRE, "content/service.yml", "content/site.yml", "content/routes.txt", "content/referral/form.yml"]
)
def test_another_encoding_is_one_error(executable, place, command, name):
    file = place / name
    good = file.read_bytes()
    try:
        file.write_bytes(good + b"# perch\xe9\n")
        done = run(executable, place, *command, "--format", "json")
    finally:
        file.write_bytes(good)
    assert said(done) == [("error", name, "not-utf-8")], done.stderr
    assert "Windows-1252" in done.stderr


def test_a_copied_centre_is_one_error(executable, place):
    copied = place / "content/centres/zcopia.yml"
    try:
        copied.write_bytes((place / CENTRE).read_bytes())
        done = run(executable, place, "check", "--no-leaflets", "--format", "json")
    finally:
        copied.unlink()
    assert said(done) == [("error", "content/centres/zcopia.yml", "duplicate-id")], done.stderr


def test_a_changed_text_is_one_warning_and_builds(executable, place):
    file = place / PAGE
    good = file.read_text("utf-8")
    try:
        file.write_text(good + "\nUna frase nuova.\n\nE poi una seconda.\n", "utf-8")
        done = run(executable, place, "check", "--no-leaflets", "--format", "json")
        assert said(done) == [("warning", "translations/millegiorni.pot", "catalogue-behind")], done.stderr
        assert "2 texts to translate in 4 languages" in done.stderr and UPDATE in done.stderr
        assert done.returncode == 0, "what does not stop a build is no error"
        assert run(executable, place, "build", "--no-leaflets", "--language", "it").returncode == 0
    finally:
        file.write_text(good, "utf-8")


@pytest.mark.parametrize("command", [["check", "--no-leaflets"], ["build", "--no-leaflets"]])
def test_a_glossary_that_stops_one_command_stops_both(executable, place, command):
    file = place / "translations/glossary.csv"
    good = file.read_text("utf-8")
    try:
        file.write_text(good + "parola,xx,word,\n", "utf-8")
        done = run(executable, place, *command, "--format", "json")
    finally:
        file.write_text(good, "utf-8")
    assert said(done) == [("error", "translations/glossary.csv", "unknown-language")], done.stderr
    assert done.returncode == 1


def test_a_hard_text_is_a_warning_that_does_not_stop_a_build(executable, place):
    file = place / PAGE
    good = file.read_text("utf-8")
    hard = (
        "La predisposizione dell'organizzazione interistituzionale multidisciplinare presuppone collaborazioni. " * 30
    )
    try:
        file.write_text(good + f"\n{hard}\n", "utf-8")
        done = run(executable, place, "check", "--no-leaflets", "--format", "json")
    finally:
        file.write_text(good, "utf-8")
    assert ("warning", PAGE, "hard-to-read") in said(done), done.stderr
    assert done.returncode == 0
