"""The form as FHIR's programs read it: the Questionnaire held to FHIR R4, its texts to the labels."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import fhirkit
import pytest
from fhir.resources.R4B.questionnaire import Questionnaire
from test_contract import read
from test_referral import properties

# The codes that R4 allows where it allows no others.
STATUSES = {"draft", "active", "retired", "unknown"}
OPERATORS = {"exists", "=", "!=", ">", "<", ">=", "<="}
SIMPLE = {"boolean", "decimal", "integer", "string", "text", "url", "open-choice"}
WITH_OPTIONS = {"choice", "open-choice", "decimal", "integer", "date", "dateTime", "time", "string", "quantity"}
TYPES = SIMPLE | WITH_OPTIONS | {"group", "display", "attachment", "reference"}
#: The elements of an item that `broken_invariants` knows all invariants of.
KNOWN = {
    *("linkId", "text", "_text", "type", "required", "repeats", "maxLength", "item", "extension"),
    *("enableWhen", "enableBehavior", "answerOption"),
}


def items_of(holder: dict) -> Iterator[dict]:
    for item in holder.get("item", []):
        yield item
        yield from items_of(item)


def broken_invariants(questionnaire: dict) -> list[str]:
    """What R4 asks of a Questionnaire in FHIRPath (its invariants que-0 to que-12) and in required value sets.

    A model has neither. An element that this function knows no invariants of is a problem too."""
    problems = []
    if not re.fullmatch(r"[A-Z][A-Za-z0-9_]{0,254}", questionnaire.get("name", "")):
        problems.append("que-0: the name is no name of a program")
    if questionnaire["status"] not in STATUSES:
        problems.append(f"status {questionnaire['status']}")
    items = list(items_of(questionnaire))
    links = Counter(item["linkId"] for item in items)
    problems += [f"que-2: {link} stands twice" for link, count in links.items() if count > 1]
    for item in items:
        link, kind = item["linkId"], item["type"]
        conditions = item.get("enableWhen", [])
        rules = {
            f"type {kind}": kind in TYPES,
            "unknown elements": set(item) <= KNOWN,
            "que-1: a group has items": kind != "group" or item.get("item"),
            "que-1: a display has none": kind != "display" or "item" not in item,
            "que-5: options are for choices": kind in WITH_OPTIONS or "answerOption" not in item,
            "que-6: a display is not required": kind != "display" or not {"required", "repeats"} & set(item),
            "que-10: only simple questions have a length": kind in SIMPLE or "maxLength" not in item,
            "que-12: several conditions need a behaviour": len(conditions) < 2 or "enableBehavior" in item,
            "enableBehavior": item.get("enableBehavior", "all") in ("all", "any"),
        }
        for condition in conditions:
            operator = condition["operator"]
            rules[f"operator {operator}"] = operator in OPERATORS
            rules["que-7: exists is true or false"] = operator != "exists" or "answerBoolean" in condition
            rules[f"a condition on {condition['question']}"] = condition["question"] in links
        problems += [f"{link}: {rule}" for rule, is_kept in rules.items() if not is_kept]
    return problems


@pytest.fixture(scope="session")
def folder(output) -> Path:
    return output / "referral/v1"


@pytest.fixture
def questionnaire(folder) -> dict:
    return read(folder / "fhir/questionnaire.json")


def test_it_is_a_questionnaire_of_r4(questionnaire):
    assert [str(issue) for issue in fhirkit.validate(questionnaire)] == []
    assert fhirkit.parse(questionnaire).to_dict() == questionnaire, "something is lost on the way"
    assert broken_invariants(questionnaire) == []
    # A second opinion: R4B has the same Questionnaire.
    assert json.loads(Questionnaire.model_validate(questionnaire).model_dump_json()) == questionnaire


def first(questionnaire: dict, kind: str) -> dict:
    return next(item for item in items_of(questionnaire) if item["type"] == kind)


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda q: q.pop("status"), "Questionnaire.status: required element missing"),
        (lambda q: q["item"][0].pop("linkId"), "item[0].linkId: required element missing"),
        (lambda q: q["item"][0].update(required="true"), "item[0].required: expected true or false"),
        (lambda q: q["item"][0].update(answerConstraint="optionsOnly"), "item[0].answerConstraint: unknown element"),
        (lambda q: q["item"][0]["_text"]["extension"][0].pop("url"), "extension[0].url: required element missing"),
        (lambda q: first(q, "choice")["answerOption"][0].update(valueString="a"), "only one type may be given"),
    ],
)
def test_what_the_model_of_r4_refuses(questionnaire, spoil, problem):
    spoil(questionnaire)
    found = [str(issue) for issue in fhirkit.validate(questionnaire)]
    assert any(problem in each for each in found), found


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda q: q.update(name="home visit"), "que-0"),
        (lambda q: q.update(status="final"), "status final"),
        (lambda q: first(q, "group").pop("item"), "que-1: a group"),
        (lambda q: first(q, "display").update(item=[]), "que-1: a display"),
        (lambda q: q["item"].append(q["item"][0]), "que-2"),
        (lambda q: first(q, "boolean").update(answerOption=[]), "que-5"),
        (lambda q: first(q, "display").update(required=True), "que-6"),
        (lambda q: first(q, "string").update(enableWhen=[{"question": "sentOn", "operator": "exists"}]), "que-7"),
        (lambda q: first(q, "date").update(maxLength=10), "que-10"),
        (lambda q: first(q, "string").update(enableWhen=[{"question": "sentOn", "operator": "="}] * 2), "que-12"),
        (lambda q: first(q, "string").update(enableWhen=[{"question": "sentOn", "operator": "~"}]), "operator ~"),
        (lambda q: first(q, "string").update(enableWhen=[{"question": "no", "operator": "="}]), "a condition on no"),
        (lambda q: first(q, "string").update(enableBehavior="none"), "enableBehavior"),
        (lambda q: first(q, "string").update(type="coding"), "type coding"),
        (lambda q: first(q, "string").update(initial=[]), "unknown elements"),
    ],
)
def test_what_the_invariants_refuse(questionnaire, spoil, problem):
    spoil(questionnaire)
    found = broken_invariants(questionnaire)
    assert any(problem in each for each in found), found


def translations(item: dict) -> dict[str, str]:
    return {
        extension["extension"][0]["valueCode"]: extension["extension"][1]["valueString"]
        for extension in item.get("_text", {}).get("extension", [])
    }


def test_it_asks_every_field_in_the_words_of_the_labels(folder, built, questionnaire):
    labels = {language: read(folder / f"labels/{language}.json") for language in built.languages}
    links = {item["linkId"]: item for item in items_of(questionnaire)}
    for link, item in links.items():
        key = link if item["type"] == "display" else f"{link}.label"
        assert item["text"] == labels[built.source_language]["labels"][key]
        assert translations(item) == {
            language: file["labels"][key]
            for language, file in labels.items()
            if language != built.source_language and key not in file["untranslated"]
        }
    schema = read(folder / "schema.json")
    asked = {link for link, item in links.items() if item["type"] != "display"}
    assert asked == {".".join(path) for path, _ in properties(schema, schema)}
