"""What has passed and what is to come, judged from the day of the build."""

from __future__ import annotations

import json
import re

import pytest
from program import copy_of, run, tree

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


#: Where the notice stands, and how it begins.
NOTICES = {
    "it": "Questa pagina non è controllata da un po’.",
    "en": "This page has not been checked for a while.",
    "ar": "لم نتحقق من هذه الصفحة منذ مدة.",
    "zh-Hans": "这一页已有一段时间没有核对。",
    "bn": "এই পাতার তথ্য কিছুদিন ধরে মিলিয়ে দেখা হয়নি।",
}


def test_a_text_past_its_day_says_so_to_its_readers_and_to_who_releases_it(executable, place):
    """The day by which it is to be read again is still in time; the next one is not."""
    last, next_day = "2027-05-21", "2027-05-22"
    assert f"review-by: {last}" in (place / PAGE).read_text("utf-8")
    in_time = run(executable, place, "build", "--no-leaflets", "--today", last)
    assert in_time.returncode == 0, in_time.stderr
    for language, words in NOTICES.items():
        text = (place / f"output/{language}/visite-a-casa/index.html").read_text("utf-8")
        assert words not in text, language
    assert "entro il 21 maggio 2027" in (place / "output/it/visite-a-casa/index.html").read_text("utf-8")
    assert run(executable, place, "build", "--no-leaflets", "--today", next_day).returncode == 0
    for language, words in NOTICES.items():
        for page in ("visite-a-casa", "l/MG-01"):
            text = (place / f"output/{language}/{page}/index.html").read_text("utf-8")
            assert text.count(words) == 1, (language, page)
            without_holidays = re.sub(r'<span class="closed">.*?</(dd|li)>', "", text)
            assert "2027" not in without_holidays, "no day that has passed for the next check"
    first = tree(place / "output")
    epoch = "1810972800"  # 2027-05-22T08:00:00Z
    assert run(executable, place, "build", "--no-leaflets", SOURCE_DATE_EPOCH=epoch).returncode == 0
    assert tree(place / "output") == first, "the same day, the same bytes"

    texts = len(list((place / "content/pages").rglob("*.md"))) + len(list((place / "content/leaflets").glob("*.md")))
    for command in (["check", "--no-leaflets"], ["build", "--release", "--no-leaflets"]):
        done = run(executable, place, *command, "--today", next_day, "--format", "json")
        late = found(done, "review-overdue")
        assert len(late) == texts and {problem["severity"] for problem in late} == {"warning"}
        assert any(problem["file"] == PAGE and problem["column"] == 12 for problem in late)
        done = run(executable, place, *command, "--today", last, "--format", "json")
        assert not found(done, "review-overdue")
