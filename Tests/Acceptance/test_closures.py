"""Seasons, appointments, closures and holidays: on the pages, in the data, and what of them is printed."""

from __future__ import annotations

import json
import subprocess

import built as layout
import pytest
import vocabulary
from program import copy_of, run

HOURS = """hours:
  - {days: [monday, wednesday], opens: "09:00", closes: "13:00", from: "09-15", to: "06-14"}
  - {days: [monday], opens: "08:00", closes: "12:00", from: "06-15", to: "09-14"}
  - {days: [thursday], opens: "14:30", closes: "18:00", by-appointment: true}
open-on: [2026-12-08]
closed:
  - {day: 2026-12-10, reason: pausa di fine anno}
  - {from: 2026-01-01, to: 2026-11-26, reason: pausa di fine anno}
  - {from: "08-01", to: "08-31", reason: pausa di fine anno}
"""


@pytest.fixture(scope="module")
def place(executable, project, tmp_path_factory):
    place = copy_of(project, tmp_path_factory.mktemp("closures"))
    file = place / "content/centres/esempio-nord.yml"
    text = file.read_text("utf-8")
    start, end = text.index("hours:"), text.index("# Le lingue di chi lavora")
    file.write_text(text[:start] + HOURS + "\n" + text[end:], "utf-8")
    done = run(executable, place, "build", "--no-leaflets", "--today", "2026-11-27")
    assert done.returncode == 0, done.stderr
    return place


def opening_hours(place, language: str) -> list[str]:
    built = layout.read(place, place / "output")
    for page in built.full_pages:
        found = page.tree.xpath("//section[@id='centro-esempio-nord' or .//*[@id='centro-esempio-nord']]//dd")
        if found and page.language == language:
            return [" ".join(each.text_content().split()) for each in found]
    raise AssertionError(f"no page of the centres in {language}")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "it",
            [
                "lunedì e mercoledì 09:00–13:00 (ogni anno 15 settembre – 14 giugno)",
                "giovedì 14:30–18:00, su appuntamento",
                "Chiuso giovedì 10 dicembre 2026 (pausa di fine anno)",
            ],
        ),
        (
            "ar",
            [
                "الخميس من 14:30 إلى 18:00، بموعد مسبق",
                "مغلق يوم الخميس، 10 ديسمبر، 2026 (عطلة نهاية السنة)",
            ],
        ),
    ],
)
def test_a_page_shows_what_holds_and_what_comes(place, language, shown):
    lines = opening_hours(place, language)
    assert [line for line in shown if line not in lines] == [], lines
    # The summer's hours are months away, 8 December is opened, and what is over is gone.
    assert not [line for line in lines if "08:00" in line or " 8 " in line or "2026-01" in line], lines
    assert len([line for line in lines if "2026" in line]) == 1


def test_search_engines_read_the_same(place):
    built = layout.read(place, place / "output")
    blocks = [
        block
        for page in built.full_pages
        if page.language == "it"
        for block in page.tree.xpath("//script[@type='application/ld+json']/text()")
    ]
    assert len(blocks) == 1 and vocabulary.problems(blocks[0]) == []
    channels = json.loads(blocks[0])["availableChannel"]
    office = next(each for each in channels if each["@id"].endswith("#esempio-nord"))["serviceLocation"]
    winter, appointment = office["openingHoursSpecification"]
    assert (winter["validFrom"], winter["validThrough"]) == ("2026-09-15", "2027-06-14")
    assert appointment["description"] == "su appuntamento"
    assert office["specialOpeningHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": "2026-12-10",
            "validThrough": "2026-12-10",
            "opens": "00:00",
            "closes": "00:00",
        }
    ]
    others = [each["serviceLocation"] for each in channels if not each["@id"].endswith("#esempio-nord")]
    holidays = [each.get("specialOpeningHoursSpecification", []) for each in others]
    assert any(day["validFrom"] == "2026-12-08" for days in holidays for day in days), "8 December is a holiday"


def test_the_data_has_all_of_it(place):
    centres = {each["id"]: each for each in json.loads((place / "output/data/centres.json").read_text("utf-8"))}
    centre = centres["esempio-nord"]
    assert [each["season"] for each in centre["hours"]] == [
        {"from": "09-15", "to": "06-14"},
        {"from": "06-15", "to": "09-14"},
        None,
    ]
    assert [each["byAppointment"] for each in centre["hours"]] == [False, False, True]
    assert {"from": "08-01", "to": "08-31", "reason": "pausa di fine anno"} in centre["closed"]
    assert centre["openOn"] == ["2026-12-08"]
    service = json.loads((place / "output/data/hsds.json").read_text("utf-8"))
    locations = [each["location"] for each in service["service_at_locations"]]
    schedules = next(each for each in locations if each["external_identifier"] == "esempio-nord")["schedules"]
    assert [(each.get("valid_from"), each.get("valid_to")) for each in schedules] == [
        ("2026-09-15", "2027-06-14"),
        ("2027-06-15", "2027-09-14"),
        (None, None),
    ]
    assert schedules[2]["description"] == "Su appuntamento"
    notes = schedules[0]["notes"]
    assert "Chiuso 10 dicembre 2026 (pausa di fine anno)" in notes
    assert "Chiuso ogni anno 1 agosto – 31 agosto" in notes
    assert "ma aperto 8 dicembre 2026" in notes


def test_paper_has_what_lasts(executable, place):
    done = run(
        executable,
        *(place, "build", "--today", "2026-11-27", "--output", "sheets"),
        *("--language", "it", "--centre", "esempio-nord"),
    )
    assert done.returncode == 0, done.stderr
    (sheet,) = (place / "sheets").rglob("MG-04-it-esempio-nord.pdf")
    text = subprocess.run(["pdftotext", sheet, "-"], capture_output=True, text=True, check=True).stdout
    # A word joiner holds the times together.
    words = " ".join(text.replace("\u2060", "").split())
    assert "lunedì 08:00–12:00 (ogni anno 15 giugno – 14 settembre)" in words
    assert "giovedì 14:30–18:00, su appuntamento" in words
    assert "Chiuso ogni anno: 1 agosto – 31 agosto (pausa di fine anno)" in words
    assert "10 dicembre" not in words and "26 novembre 2026" not in words
