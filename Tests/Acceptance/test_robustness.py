"""The executable on content with mistakes, and on the same content twice."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest
from program import copy_of, run, tree

BROKEN = Path(__file__).with_name("broken-site")
MARK = "▸"
REPORT = re.compile(r"^(?P<place>\S+:\d+:\d+): error: \[[a-z0-9-]+\] \S.*$", re.MULTILINE)


def lay_over(place: Path) -> list[str]:
    """Puts the files with mistakes in place; gives back where each mistake is, as `file:line:column`."""
    places = []
    for file in sorted((BROKEN / "content").rglob("*.*")):
        name = file.relative_to(BROKEN)
        text = file.read_text("utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            for index, mark in enumerate(re.finditer(MARK, line)):
                places.append(f"{name.as_posix()}:{number}:{mark.start() + 1 - index}")
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text.replace(MARK, ""), "utf-8")
    return places


def test_mistakes_are_told_with_their_place_and_change_nothing(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    mistakes = lay_over(place)
    assert len(mistakes) >= 8
    earlier = place / "output/it/index.html"
    earlier.parent.mkdir(parents=True, exist_ok=True)
    earlier.write_text("what an earlier build wrote", "utf-8")
    before = tree(place / "output")

    result = run(executable, place, "build")

    said = result.stdout + result.stderr
    assert result.returncode == 1, f"exit code {result.returncode}:\n{said}"
    reported = {report["place"] for report in REPORT.finditer(said)}
    missing = [mistake for mistake in mistakes if mistake not in reported]
    assert not missing, f"no error is reported at {missing}; this is what was said:\n{said}"
    assert tree(place / "output") == before, "output/ is not as it was"
    left = [entry.name for entry in place.iterdir() if "output" in entry.name and entry.name != "output"]
    assert not left, f"the build left {left} behind"


def test_two_builds_give_the_same_bytes(executable, project, output, tmp_path):
    trees = [tree(output)]
    for name, environment in {
        "one": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        "another place": {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
    }.items():
        (tmp_path / name).mkdir()
        place = copy_of(project, tmp_path / name)
        result = run(executable, place, "build", **environment)
        assert result.returncode == 0, result.stdout + result.stderr
        trees.append(tree(place / "output"))
    first, second, third = trees
    assert any(file.endswith(".pdf") for file in second)
    for one, other, what in ((second, third, "two builds"), (first, second, "make site and a build elsewhere")):
        differ = sorted(file for file in one.keys() | other.keys() if one.get(file) != other.get(file))
        assert not differ, f"{what} differ in {differ}"


def test_wrong_usage_is_told_apart_from_wrong_content(executable, tmp_path):
    result = run(executable, tmp_path, "build", "--no-such-option")
    assert result.returncode == 64, result.stdout + result.stderr
    assert "no-such-option" in result.stderr


def test_help_is_help(executable, tmp_path):
    result = run(executable, tmp_path, "build", "--help")
    assert result.returncode == 0
    assert "USAGE" in result.stdout


def test_the_content_passes_every_check(executable, project, tmp_path):
    done = run(executable, copy_of(project, tmp_path), "check")
    assert done.returncode == 0, done.stderr


def test_a_release_refuses_sample_data(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    before = tree(place / "output")
    done = run(executable, place, "build", "--release", "--no-leaflets")
    assert done.returncode == 1
    centres = sorted((place / "content/centres").glob("*.yml"))
    assert done.stderr.count("[sample-data]") == len(centres) + 1, "each centre, and the address of the site"
    assert tree(place / "output") == before


def test_a_release_wants_every_address_promised(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    (place / "content/routes.txt").write_text("index\n", "utf-8")
    done = run(executable, place, "build", "--release", "--no-leaflets")
    pages = [file for file in (place / "content/pages").rglob("*.md") if file.name != "README.md"]
    assert done.stderr.count("[unlisted-route]") == len(pages) - 1


def test_a_folder_of_somebody_else_is_left_alone(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Cara mamma", "utf-8")
    done = run(executable, place, "build", "--no-leaflets", "--output", str(mine))
    assert done.returncode == 70 and "letter" not in done.stderr
    assert "mine" in done.stderr and [file.name for file in mine.iterdir()] == ["letter.txt"]


def test_problems_for_machines_are_one_object_a_line(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    lay_over(place)
    done = run(executable, place, "check", "--format", "json")
    problems = [json.loads(line) for line in done.stderr.splitlines()]
    assert problems and all(
        {"severity", "identifier", "message", "file"} <= problem.keys() and problem["severity"] in ("error", "warning")
        for problem in problems
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_killed_build_changes_nothing_and_leaves_nothing_to_clean_by_hand(executable, project, tmp_path, number):
    place = copy_of(project, tmp_path)
    before = tree(place / "output")
    build = subprocess.Popen([executable, "build"], cwd=place, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not list(place.glob(".output-staging-*")) and time.monotonic() < deadline:
        assert build.poll() is None, "the build ended before it could be killed"
        time.sleep(0.001)
    build.send_signal(number)
    assert build.wait(30) != 0
    assert tree(place / "output") == before
    assert run(executable, place, "build").returncode == 0
    assert not list(place.glob(".output-*"))


def test_without_the_pdf_engine_it_says_what_to_do(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    before = tree(place / "output")
    done = run(executable, place, "build", "--python", str(tmp_path / "none"))
    assert done.returncode == 70 and "make site" in done.stderr and tree(place / "output") == before


@pytest.mark.parametrize(
    "worker",
    [
        "exit 3",
        'echo \'{"ok":true,"engine":"x","families":[],"fingerprint":"x"}\'; read line; kill -9 $$',
        "echo nonsense",
    ],
    ids=["refuses", "dies", "babbles"],
)
def test_a_broken_pdf_engine_is_one_clear_error(executable, project, tmp_path, worker):
    place = copy_of(project, tmp_path)
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{worker}\n", "utf-8")
    python.chmod(0o755)
    before = tree(place / "output")
    done = run(executable, place, "build", "--python", str(python))
    assert done.returncode in (1, 70) and "PDF engine" in done.stderr, done.stderr
    assert tree(place / "output") == before
    assert not list(place.glob(".output-*"))
