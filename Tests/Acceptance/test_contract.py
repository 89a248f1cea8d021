"""What other tools build on: validators, renderers, TypeScript and HSDS read what is published."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import uuid
from pathlib import Path

import fastjsonschema
import jsonschema
import jsonschema_rs
import pytest
from test_referral import properties

#: Where Debian puts the packages of Node.
NODE = os.environ | {"NODE_PATH": os.environ.get("NODE_PATH", "/usr/share/nodejs")}

#: Each schema, and the expectation of a vector that it is judged by.
SCHEMAS = {"schema.json": "valid", "reader.schema.json": "readerValid", "draft-07.schema.json": "valid"}

AJV = """
const [schema, documents] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const validate = new (require("ajv"))({ allErrors: true }).compile(schema);
console.log(JSON.stringify(documents.map((document) => validate(document))));
"""


def read(file: Path):
    return json.loads(file.read_text("utf-8"))


@pytest.fixture(scope="session")
def contract(output) -> Path:
    return output / "referral/v1"


@pytest.fixture(scope="session")
def vectors(contract) -> list[tuple[str, dict]]:
    return vectors_of(contract)


def vectors_of(folder: Path) -> list[tuple[str, dict]]:
    found = [
        (f"{file.name}: {test['description']}", test)
        for file in sorted((folder / "vectors").glob("*.json"))
        for group in read(file)
        for test in group["tests"]
    ]
    assert len(found) >= 60, f"{folder} has {len(found)} vectors"
    return found


def as_draft_07(schema: dict) -> dict:
    """The same schema for validators that know only draft-07: all its keywords mean the same there."""
    return schema | {"$schema": "http://json-schema.org/draft-07/schema#"}


def by_ajv(schema: dict, documents: list) -> list[bool]:
    done = subprocess.run(
        ["node", "-e", AJV],
        input=json.dumps([as_draft_07(schema), documents]),
        env=NODE,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def by_fastjsonschema(schema: dict, documents: list) -> list[bool]:
    validate = fastjsonschema.compile(as_draft_07(schema))

    def accepts(document: object) -> bool:
        try:
            validate(document)
        except fastjsonschema.JsonSchemaException:
            return False
        return True

    return [accepts(document) for document in documents]


def by_jsonschema(schema: dict, documents: list) -> list[bool]:
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [validator.is_valid(document) for document in documents]


def by_jsonschema_rs(schema: dict, documents: list) -> list[bool]:
    validator = jsonschema_rs.validator_for(schema)
    return [validator.is_valid(document) for document in documents]


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("judge", [by_ajv, by_fastjsonschema, by_jsonschema, by_jsonschema_rs])
def test_four_validators_agree_with_every_vector(contract, vectors, name, judge):
    verdicts = judge(read(contract / name), [test["data"] for _, test in vectors])
    wrong = [title for (title, test), verdict in zip(vectors, verdicts, strict=True) if verdict != test[SCHEMAS[name]]]
    assert not wrong, wrong


def test_every_earlier_referral_is_taken_by_the_reader_of_today(output, contract):
    releases = sorted(folder for folder in (output / "referral").iterdir() if re.fullmatch(r"1\.\d+\.\d+", folder.name))
    assert releases, "no version is released"
    schema = read(contract / "reader.schema.json")
    for release in releases:
        earlier = [(title, test) for title, test in vectors_of(release) if test["valid"]]
        for judge in (by_ajv, by_jsonschema, by_jsonschema_rs):
            verdicts = judge(schema, [test["data"] for _, test in earlier])
            refused = [title for (title, _), verdict in zip(earlier, verdicts, strict=True) if not verdict]
            assert not refused, f"{release.name}, {judge.__name__}: {refused}"


def test_released_versions_are_published_as_they_were(project, output):
    kept = sorted((project / "contract/releases").iterdir())
    assert [folder.name for folder in kept] == sorted(
        folder.name for folder in (output / "referral").iterdir() if folder.name != "v1"
    )
    for folder in kept:
        files = {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        published = output / "referral" / folder.name
        assert files == {
            file.relative_to(published): file.read_bytes() for file in published.rglob("*") if file.is_file()
        }


def test_uischema_points_into_the_schema_and_at_labels(contract, built):
    schema = read(contract / "schema.json")
    labels = read(contract / f"labels/{built.source_language}.json")["labels"]
    seen: list[str] = []

    def walk(element: dict, root: dict) -> None:
        assert element["type"] in ("VerticalLayout", "Group", "Control")
        if element["type"] != "VerticalLayout":
            assert f"{element['i18n']}.label" in labels
        if element["type"] != "VerticalLayout" and element["i18n"]:
            seen.append(element["i18n"])
        node = target(root, element["scope"]) if "scope" in element else None
        if "rule" in element:
            condition = element["rule"]["condition"]
            assert element["rule"]["effect"] in ("SHOW", "HIDE")
            asked = target(root, condition["scope"])
            answers = condition["schema"].get("contains", condition["schema"])
            known = asked.get("enum", asked.get("items", {}).get("enum", [True, False]))
            assert set(answers.get("enum", [answers.get("const")])) <= set(known)
        for inner in element.get("elements", []):
            walk(inner, root)
        if "detail" in element.get("options", {}):
            walk(element["options"]["detail"], node["items"])

    walk(read(contract / "uischema.json"), schema)
    assert sorted(seen) == sorted({".".join(path) for path, _ in properties(schema, schema)})


def target(schema: dict, scope: str) -> dict:
    for step in scope.removeprefix("#/").split("/"):
        schema = schema[step]
    return schema


def test_codes_are_those_of_the_schema(contract):
    schema = read(contract / "schema.json")
    fields = {".".join(path): node for path, node in properties(schema, schema)}
    with_codes = {path for path, node in fields.items() if "enum" in node or "enum" in node.get("items", {})}
    lists = [read(file) for file in sorted((contract / "codes").glob("*.json"))]
    assert sorted(path for each in lists for path in each["fields"]) == sorted(with_codes)
    for each in lists:
        for path in each["fields"]:
            node = fields[path].get("items", fields[path])
            assert [code["code"] for code in each["codes"]] == node["enum"]
            special = [code["code"] for code in each["codes"] if code["specialCategory"]]
            mark = node.get("if", {"enum": []})
            assert special == (mark["enum"] if "enum" in mark else [mark["const"]])


def test_typescript_takes_what_the_schemas_take(contract, vectors, tmp_path):
    lines = ['import type { Referral, ReceivedReferral } from "./types";']
    for index, (_, test) in enumerate(vectors):
        if test["valid"]:
            lines.append(f"export const sent{index}: Referral = {json.dumps(test['data'])};")
        if test["readerValid"]:
            lines.append(f"export const received{index}: ReceivedReferral = {json.dumps(test['data'])};")
    first = next(test["data"] for _, test in vectors if test["valid"])
    for wrong in (
        first | {"pathway": "by_boat"},
        first | {"unknown": 1},
        {name: value for name, value in first.items() if name != "sentOn"},
        first | {"agreement": first["agreement"] | {"given": False}},
    ):
        lines.append("// @ts-expect-error")
        lines.append(f"export const wrong{len(lines)}: Referral = {json.dumps(wrong)};")
    (tmp_path / "types.d.ts").write_bytes((contract / "types.d.ts").read_bytes())
    (tmp_path / "use.ts").write_text("\n".join(lines), "utf-8")
    done = subprocess.run(
        ["tsc", "--strict", "--noEmit", "use.ts"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout


#: The properties of HSDS 3.0 that we use, by the property that holds the object: a slip in a name would go unnoticed.
HSDS = {
    "": {
        *("id", "name", "status", "description", "url", "interpretation_services", "fees_description"),
        *("eligibility_description", "organization", "service_areas", "service_at_locations"),
    },
    "organization": {"id", "name", "description", "website"},
    "service_areas": {"id", "name", "description"},
    "service_at_locations": {"id", "location"},
    "location": {
        *("id", "location_type", "name", "description", "transportation", "external_identifier"),
        *("external_identifier_type", "addresses", "contacts", "languages", "phones", "schedules"),
    },
    "addresses": {
        *("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    },
    "contacts": {"id", "name", "email"},
    "languages": {"id", "name", "code"},
    "phones": {"id", "number", "type", "description"},
    "schedules": {
        *("id", "valid_from", "valid_to", "freq", "wkst", "byday", "description"),
        *("opens_at", "closes_at", "notes"),
    },
}


def unknown_to_hsds(value: object, holder: str = "") -> list[str]:
    if isinstance(value, list):
        return [name for each in value for name in unknown_to_hsds(each, holder)]
    if not isinstance(value, dict):
        return []
    unknown = [f"{holder}.{name}" for name in value if name not in HSDS.get(holder, ())]
    return unknown + [name for holder, inner in value.items() for name in unknown_to_hsds(inner, holder)]


def test_hsds_has_what_hsds_requires(output, project):
    service = read(output / "data/hsds.json")
    identifiers: list[str] = []
    assert unknown_to_hsds(service) == []
    assert unknown_to_hsds({"organisation": {"id": "a"}}) == [".organisation", "organisation.id"]

    def require(record: dict, *names: str) -> None:
        identifiers.append(record["id"])
        assert uuid.UUID(record["id"]).version == 5 and str(uuid.UUID(record["id"])) == record["id"]
        for name in names:
            assert record[name], f"{name} is missing: {record}"

    require(service, "name", "status", "interpretation_services")
    require(service["organization"], "name", "description")
    centres = {centre["id"]: centre for centre in read(output / "data/centres.json")}
    assert service["status"] == ("inactive" if any(c["isExample"] for c in centres.values()) else "active")
    locations = [record["location"] for record in service["service_at_locations"]]
    assert [location["external_identifier"] for location in locations] == list(centres)
    for at_location in service["service_at_locations"]:
        require(at_location)
    for location in locations:
        centre = centres[location["external_identifier"]]
        require(location, "location_type", "name")
        assert location["location_type"] == "physical"
        for address in location["addresses"]:
            require(address, "address_1", "city", "state_province", "postal_code", "country", "address_type")
        assert [phone["number"] for phone in location["phones"]] == [phone["dialled"] for phone in centre["phones"]]
        for phone in location["phones"]:
            require(phone, "number")
        emails = [contact["email"] for contact in location.get("contacts", [])]
        assert emails == ([centre["email"]] if centre["email"] else [])
        for contact in location.get("contacts", []):
            require(contact, "name")
        for schedule in location["schedules"]:
            require(schedule, "freq", "byday", "opens_at", "closes_at")
            assert re.fullmatch(r"(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*", schedule["byday"])
        spoken = [language.split("-")[0] for language in centre["languages"]]
        assert [language["code"] for language in location["languages"]] == spoken
        for language in location["languages"]:
            require(language, "name", "code")
    for area in service["service_areas"]:
        require(area, "name")
    assert len(set(identifiers)) == len(identifiers)


def snippets(contract: Path) -> dict[str, str]:
    return dict(re.findall(r"^```(python|js)\n(.*?)^```$", (contract / "README.md").read_text("utf-8"), re.M | re.S))


def test_only_python_takes_a_line_end_behind_a_value(contract, vectors):
    """As the README warns: there `$` also holds before a line end that closes the text."""
    assert "`$` also matches before a line end" in (contract / "README.md").read_text("utf-8")
    referral = next(test["data"] for _, test in vectors if test["valid"] and "phone" in test["data"]["referrer"])
    spoilt = [referral | {"referrer": referral["referrer"] | {"phone": referral["referrer"]["phone"] + "\n"}}]
    schema = read(contract / "schema.json")
    assert [judge(schema, spoilt) for judge in (by_ajv, by_jsonschema_rs)] == [[False], [False]]
    assert by_jsonschema(schema, spoilt) == [True]


@pytest.mark.parametrize("language", ["python", "js"])
def test_the_quick_start_does_what_it_says(contract, vectors, tmp_path, language):
    code = snippets(contract)[language]
    assert len([line for line in code.splitlines() if line]) <= 5
    script = tmp_path / f"validate.{language}"
    script.write_text(code, "utf-8")
    program = sys.executable if language == "python" else "node"
    for expected in (True, False):
        title, test = next((title, test) for title, test in vectors if test["valid"] == expected)
        (tmp_path / "referral.json").write_text(json.dumps(test["data"]), "utf-8")
        done = subprocess.run(
            [program, script, tmp_path / "referral.json"],
            cwd=contract,
            env=NODE,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode == 0) == expected, f"{title}: {done.stderr}"
        assert bool(done.stderr.strip()) != expected, done.stderr


def test_the_guides_name_files_that_are_there(contract):
    for guide in ("README.md", "COMPATIBILITY.md", "rules.md", "fhir/README.md", "CHANGELOG.md"):
        folder = (contract / guide).parent
        for name in re.findall(r"`((?:\.\./)*[\w./-]*\.(?:json|md|d\.ts))`", (contract / guide).read_text("utf-8")):
            places = [folder / name, folder.parent.parent / name, contract.parents[1] / name]
            assert any(place.is_file() for place in places), f"{guide} names {name}"


def test_rules_say_the_numbers_that_the_vectors_prove(contract, vectors):
    rules = (contract / "rules.md").read_text("utf-8")
    named = set(re.findall(r"^\| `([a-z-]+)`", rules, re.M))
    assert named == {violation["rule"] for _, test in vectors for violation in test.get("violations", [])}
    proven = {test["data"]["sentOn"]: test["contactDueBy"] for _, test in vectors if "contactDueBy" in test}
    examples = re.findall(r"^\| (\d{4}-\d\d-\d\d)[^|]*\| (\d{4}-\d\d-\d\d)", rules, re.M)
    assert len(examples) >= 5
    for sent_on, due_by in examples:
        assert proven[sent_on] == due_by, sent_on
