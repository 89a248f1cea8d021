"""What has passed and what is to come, judged from the day of the build."""

from __future__ import annotations

import json
import re

import pytest
from program import copy_of, run

PAGE = "content/pages/families/visite-a-casa.md"


@pytest.fixture(scope="module")
def place(project, tmp_path_factory):
    return copy_of(project, tmp_path_factory.mktemp("dates"))


def found(done, identifier: str) -> list[dict]:
    return [problem for line in done.stderr.splitlines() if (problem := json.loads(line))["identifier"] == identifier]


@pytest.mark.parametrize("command", [["check", "--no-leaflets"], ["build", "--no-leaflets"]])
def test_a_check_that_is_still_to_come_is_an_error(executable, place, command):
    file = place / PAGE
    good = file.read_text("utf-8")
    spoilt = re.sub(r"reviewed: .*\nreview-by: .*", "reviewed: 2030-01-01\nreview-by: 2030-07-01", good)
    try:
        file.write_text(spoilt, "utf-8")
        done = run(executable, place, *command, "--today", "2029-12-31", "--format", "json")
        assert done.returncode == 1
        (problem,) = found(done, "review-in-future")
        assert (problem["file"], problem["severity"], problem["column"]) == (PAGE, "error", 11)
        assert "2029-12-31" in problem["message"]
        again = run(executable, place, *command, "--today", "2030-01-01", "--format", "json")
        assert not found(again, "review-in-future")
    finally:
        file.write_text(good, "utf-8")


def test_no_day_that_the_calendar_does_not_have(executable, place):
    done = run(executable, place, "check", "--today", "2026-02-30")
    assert done.returncode == 64 and "not a day" in done.stderr
    done = run(executable, place, "check", SOURCE_DATE_EPOCH="noon")
    assert done.returncode != 0 and "clock" in done.stderr
