"""Marks that nobody sees, and the line ends of other systems, in every file of the content."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program import copy_of, run, tree

FILES = [
    ("content/pages/families/visite-a-casa.md", "title:"),
    ("content/pages/families/privacy.md", "## "),
    ("content/centres/esempio-nord.yml", "name:"),
    ("content/service.yml", "#"),
    ("content/site.yml", "name:"),
    ("content/leaflets/MG-01.md", "title:"),
    ("content/referral/form.yml", "version:"),
    ("translations/glossary.csv", "term"),
]


def check(executable: Path, place: Path) -> list[dict]:
    done = run(executable, place, "check", "--no-leaflets", "--format", "json")
    return [json.loads(line) for line in done.stderr.splitlines()]


@pytest.mark.parametrize(
    ("mark", "severity", "identifier"),
    [("\u202e", "error", "hidden-mark"), ("\u200b", "warning", "hidden-leftover")],
    ids=["override", "blank without width"],
)
def test_is_named_with_its_place(executable, project, tmp_path, mark, severity, identifier):
    place = copy_of(project, tmp_path)
    wanted, changed = set(), {}
    for name, start in FILES:
        lines = (place / name).read_text("utf-8").splitlines(keepends=True)
        number = next(index for index, line in enumerate(lines) if line.startswith(start))
        text = lines[number].rstrip("\n")
        wanted.add((severity, identifier, name, number + 1, len(text.encode()) + 1))
        lines[number] = text + mark + "\n"
        changed[name] = "".join(lines).encode()
        (place / name).write_bytes(changed[name])
    found = check(executable, place)
    kinds = ("severity", "identifier", "file", "line", "column")
    told = {tuple(problem[key] for key in kinds) for problem in found if problem["identifier"].startswith("hidden")}
    assert told == wanted
    assert {problem["identifier"] for problem in found if problem["severity"] == "error"} <= {"hidden-mark"}
    assert {name: (place / name).read_bytes() for name in changed} == changed


def test_line_ends_change_nothing(executable, project, tmp_path):
    outputs = []
    for name, end in [("unix", b"\n"), ("windows", b"\r\n")]:
        (tmp_path / name).mkdir()
        place = copy_of(project, tmp_path / name)
        for file in [*(place / "content").rglob("*"), place / "translations" / "glossary.csv"]:
            if file.suffix in {".md", ".yml", ".txt", ".tsv", ".csv"} and "public" not in file.parts:
                file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", end))
        done = run(executable, place, "build", "--no-leaflets")
        assert done.returncode == 0, done.stderr
        outputs.append(tree(place / "output"))
    assert outputs[0] == outputs[1]


def test_one_that_an_escape_makes_is_named_too(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    page, centre = "content/pages/families/visite-a-casa.md", "content/centres/esempio-nord.yml"
    with (place / page).open("a", encoding="utf-8") as file:
        file.write("\nCiao **a &#x202E;tutti**.\n")
    text = (place / centre).read_text("utf-8")
    (place / centre).write_text(text.replace("  city: Comune Esempio Uno", '  city: "Comune \\u202E Uno"'), "utf-8")
    errors = [problem for problem in check(executable, place) if problem["severity"] == "error"]
    assert {(problem["identifier"], problem["file"]) for problem in errors} == {
        ("hidden-mark", page),
        ("hidden-mark", centre),
    }
    assert len(errors) == 2
