"""The centres in the words of schema.org, as search engines read them from the pages."""

from __future__ import annotations

import json

import pytest
import vocabulary
from built import Page
from test_contract import read


@pytest.fixture(scope="session")
def blocks(built) -> list[tuple[Page, str]]:
    return [
        (page, block)
        for page in built.full_pages
        for block in page.tree.xpath("//script[@type='application/ld+json']/text()")
    ]


def test_every_type_and_property_is_one_of_schema_org(built, blocks):
    assert {page.language for page, _ in blocks} == set(built.languages)
    wrong = [f"{page.path}: {problem}" for page, block in blocks for problem in vocabulary.problems(block)]
    assert not wrong, "\n".join(wrong)


SERVICE = {
    "@context": "https://schema.org",
    "@type": "GovernmentService",
    "name": "Prova",
    "url": "https://prova.example/",
    "availableChannel": [
        {
            "@type": "ServiceChannel",
            "serviceLocation": {
                "@type": "GovernmentOffice",
                "email": "a@prova.example",
                "openingHoursSpecification": [
                    {"@type": "OpeningHoursSpecification", "dayOfWeek": "https://schema.org/Monday", "opens": "09:00"}
                ],
            },
        }
    ],
}


def test_a_sound_block_has_no_problem():
    assert vocabulary.problems(json.dumps(SERVICE)) == []


CHANNEL = ("availableChannel", 0)
HOURS = (*CHANNEL, "serviceLocation", "openingHoursSpecification", 0)


@pytest.mark.parametrize(
    ("place", "change", "problem"),
    [
        ((), {"@context": "https://schema.example"}, "the context is"),
        ((), {"@type": "HomeVisitingService"}, "/: no type is called HomeVisitingService"),
        ((), {"@type": "Person"}, "/availableChannel: is a property of Service"),
        ((), {"phone": "0500"}, "/phone: no property is called so"),
        ((), {"produces": "Prova"}, "/produces: is superseded by"),
        ((), {"other:name": "Prova"}, "/other:name: no property is called so"),
        ((), {"url": "/it/"}, "/url: '/it/' is none of URL"),
        ((), {"availableChannel": "Sportello"}, "/availableChannel: 'Sportello' is none of ServiceChannel"),
        ((), {"availableChannel": {"@type": "Place"}}, "/availableChannel: must be one of ServiceChannel"),
        ((), {"availableChannel": {"name": "Sportello"}}, "/availableChannel: has no type"),
        (CHANNEL, {"provider": {"@type": "GovernmentOffice"}}, "/availableChannel/provider: is a property of"),
        (HOURS, {"dayOfWeek": "Monday"}, "/dayOfWeek: 'Monday' is none of DayOfWeek"),
        (HOURS, {"dayOfWeek": "https://schema.org/Lunedi"}, "is none of DayOfWeek"),
        (HOURS, {"opens": "9"}, "/opens: '9' is none of Time"),
        (HOURS, {"closes": 12}, "/closes: 12 is none of Time"),
    ],
)
def test_what_schema_org_does_not_have_is_told(place, change, problem):
    block = json.loads(json.dumps(SERVICE))
    node = block
    for step in place:
        node = node[step]
    node.update(change)
    found = vocabulary.problems(json.dumps(block))
    assert any(problem in each for each in found), found


def test_the_page_of_the_centres_says_them_as_the_data_does(built, blocks, output):
    centres = read(output / "data/centres.json")
    assert sorted(page.language for page, _ in blocks) == sorted(built.languages), "one page of each language"
    for page, block in blocks:
        assert "<" not in block and "&" not in block
        service = json.loads(block)
        assert (service["@context"], service["@type"]) == ("https://schema.org", "GovernmentService")
        assert service["url"] == built.url(page.path)
        channels = service["availableChannel"]
        assert [channel["@type"] for channel in channels] == ["ServiceChannel"] * len(centres)
        for channel, centre in zip(channels, centres, strict=True):
            assert channel["availableLanguage"] == centre["languages"]
            numbers = [contact["telephone"] for contact in channel["servicePhone"]]
            assert numbers == ["+39-" + phone["number"].replace(" ", "-") for phone in centre["phones"]]
            assert [number.replace("-", "") for number in numbers] == [phone["dialled"] for phone in centre["phones"]]
            office = channel["serviceLocation"]
            assert (office["name"], office.get("email")) == (centre["name"], centre["email"])
            assert office["address"]["streetAddress"] == centre["address"]["street"]
            hours = [
                {
                    "days": [day.removeprefix(vocabulary.SCHEMA).lower() for day in each["dayOfWeek"]],
                    "opens": each["opens"],
                    "closes": each["closes"],
                    "byAppointment": "description" in each,
                    "season": None,
                }
                for each in office["openingHoursSpecification"]
            ]
            assert hours == centre["hours"]
