"""Texts that nobody reads to the end: refused with the limit, and at once."""

from __future__ import annotations

import json

from program import copy_of, run

PAGE = "content/pages/families/visite-a-casa.md"


def told(executable, place) -> list[tuple]:
    done = run(executable, place, "check", "--no-leaflets", "--format", "json")
    assert done.returncode == 1
    problems = [json.loads(line) for line in done.stderr.splitlines()]
    kinds = ("identifier", "file", "line")
    return [tuple(problem.get(key) for key in kinds) for problem in problems if problem["severity"] == "error"]


def test_a_page_of_three_million_words_is_one_error(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    with (place / PAGE).open("a", encoding="utf-8") as page:
        page.write("\n" + "parola " * 3_000_000 + "\n")
    assert told(executable, place) == [("long-file", PAGE, None)]


def test_a_paragraph_without_an_end_is_one_error_at_its_line(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    text = (place / PAGE).read_text("utf-8")
    # Each bracket would look for the one that closes it.
    (place / PAGE).write_text(text + "\n" + "[" * 60_000 + " (*`~ " * 100_000 + "\n", "utf-8")
    assert told(executable, place) == [("long-text", PAGE, text.count("\n") + 2)]


def test_a_long_paragraph_is_read(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    with (place / PAGE).open("a", encoding="utf-8") as page:
        page.write("\n" + "parola " * 2_500 + "\n")
    done = run(executable, place, "check", "--no-leaflets")
    assert done.returncode == 0, done.stderr
