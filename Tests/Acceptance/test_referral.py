"""The referral contract as another tool meets it: two validators that know nothing of ours read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest

SENDER, READER, DRAFT_07 = "schema.json", "reader.schema.json", "draft-07.schema.json"
DIALECTS = {
    SENDER: (jsonschema.Draft202012Validator, jsonschema_rs.Draft202012Validator),
    READER: (jsonschema.Draft202012Validator, jsonschema_rs.Draft202012Validator),
    DRAFT_07: (jsonschema.Draft7Validator, jsonschema_rs.Draft7Validator),
}


def _json(file: Path):
    assert file.is_file(), f"{file} does not exist: build the site first (make site)"
    return json.loads(file.read_text("utf-8"))


@pytest.fixture(scope="session")
def contract(output) -> Path:
    return output / "referral/v1"


@pytest.fixture(scope="session")
def vectors(contract) -> list[tuple[str, dict]]:
    """Every test of every vector file, with a name to find it by."""
    found = [
        (f"{file.name}: {group['description']}: {test['description']}", test)
        for file in sorted((contract / "vectors").glob("*.json"))
        for group in _json(file)
        for test in group["tests"]
    ]
    assert len(found) >= 60, f"{len(found)} vectors; the contract promises at least 60"
    assert {test["valid"] for _, test in found} == {True, False}
    return found


def properties(schema: dict, node: dict, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict]]:
    """Each property of a schema with its path; array items carry the path of their array."""
    while "$ref" in node:
        target = schema
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    if path:
        yield path, node
    for name, below in node.get("properties", {}).items():
        yield from properties(schema, below, (*path, name))
    if isinstance(node.get("items"), dict):
        yield from ((where, below) for where, below in properties(schema, node["items"], path) if where != path)


@pytest.mark.parametrize("name", DIALECTS)
def test_schema_is_valid(contract, name):
    schema = _json(contract / name)
    assert schema.get("$schema"), f"{name}: does not say which dialect it is written in"
    reference, second = DIALECTS[name]
    assert schema["$schema"].rstrip("#") == reference.META_SCHEMA["$schema"].rstrip("#")
    reference.check_schema(schema)
    second(schema)


def test_schema_has_the_address_it_is_published_at(contract, built):
    assert _json(contract / SENDER)["$id"].startswith(built.base_url)


@pytest.mark.parametrize("name", [SENDER, DRAFT_07])
def test_validators_agree_with_every_vector(contract, vectors, name):
    schema = _json(contract / name)
    validators = [kind(schema) for kind in DIALECTS[name]]
    complaints = []
    for title, test in vectors:
        for validator in validators:
            if validator.is_valid(test["data"]) != test["valid"]:
                reason = "; ".join(error.message for error in validators[0].iter_errors(test["data"]))
                kind = type(validator).__module__.split(".")[0]
                complaints.append(f"{title}: valid should be {test['valid']} ({kind}: {reason or 'no error'})")
    assert not complaints, "\n" + "\n".join(complaints)


def test_reader_takes_what_a_sender_may_write_and_what_a_later_one_adds(contract, vectors):
    schema = _json(contract / READER)
    for title, test in vectors:
        if not test["valid"]:
            continue
        later = test["data"] | {"addedInALaterVersion": {"any": ["thing"]}}
        for kind in DIALECTS[READER]:
            validator = kind(schema)
            assert validator.is_valid(test["data"]), title
            assert validator.is_valid(later), f"{title}: with an unknown property"


def test_schema_is_closed(contract, vectors):
    validator = jsonschema.Draft202012Validator(_json(contract / SENDER))
    for title, test in vectors:
        if test["valid"]:
            assert not validator.is_valid(test["data"] | {"unknown": 1}), f"{title}: with an unknown property"


def test_labels_are_complete_in_every_language(contract, built):
    schema = _json(contract / SENDER)
    files = {language: _json(contract / f"labels/{language}.json") for language in built.languages}
    labels = {language: file["labels"] for language, file in files.items()}
    complaints = []
    fields = list(properties(schema, schema))
    assert fields
    for path, node in fields:
        name = ".".join(path)
        codes = node.get("enum", []) + node.get("items", {}).get("enum", [])
        for key in (f"{name}.label", *(f"{name}.{code}" for code in codes if isinstance(code, str))):
            complaints += [f"{language}: no '{key}'" for language, texts in labels.items() if not texts.get(key)]
    for language, file in files.items():
        for key in sorted(set(labels[built.source_language]) ^ set(labels[language])):
            complaints.append(f"{language}: '{key}' is not in both this language and {built.source_language}")
        for key in set(file["untranslated"]) - set(labels[language]):
            complaints.append(f"{language}: '{key}' is called untranslated and has no label")
        assert (file["language"], file["sourceLanguage"]) == (language, built.source_language)
        assert file["direction"] == built.pages[f"{language}/index.html"].tree.get("dir")
    assert not files[built.source_language]["untranslated"]
    assert not complaints, "\n" + "\n".join(complaints)
