"""`referral check` and other validators on thousands of spoilt referrals, which nobody has written an answer to."""

from __future__ import annotations

import copy
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_contract import by_ajv, by_fastjsonschema, by_jsonschema, by_jsonschema_rs, read, vectors_of

#: What is put in place of every value, whatever stood there.
OTHERS = [
    *(None, True, False, 0, -1, 1.5, 10**30, [], {}, [[]], [{}], {"a": 1}, [None], ["x"], ["other", "other"]),
    *("", " ", "\u00a0", "\n", "x", "X", "è", "😀" * 60, "a" * 121, "a" * 2001, "true", "other", "unknown_code"),
    *("2026-02-29", "2028-02-29", "2100-02-29", "2026-13-01", "2026-00", "2026-12", "1999-12-31", "20261231"),
    *("it", "IT", "zh-Hans", "zh-hans", "x-private", "1.0", "1.01", "1.9999", "2.0", "01", "999001", "٩٩٩٠٠١"),
    *("+39 0500 000 001", "0500  000", "05", "a@b.example", "a@b", "a@@b.example", "-a@b-.example", "a b@c.example"),
    *("00000000-0000-4000-8000-000000000000", "00000000-0000-4000-8000-00000000000G", "a-b", "a--b", "-a", "a_b"),
]


def places(value: object, place: tuple = ()) -> Iterator[tuple]:
    """The path of every value; of a list only of its first, since all are judged alike."""
    yield place
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*place, name))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*place, 0))


def spoilt(referral: dict) -> Iterator[dict]:
    """The referral with one thing wrong, or at least other, for every place and every way to spoil it."""
    for place in places(referral):
        if not place:
            continue
        changed = copy.deepcopy(referral)
        holder = changed
        for step in place[:-1]:
            holder = holder[step]
        last = place[-1]
        old = holder[last]
        for other in OTHERS:
            holder[last] = other
            yield copy.deepcopy(changed)
        if isinstance(old, dict):
            holder[last] = old | {"unknown": 1}
            yield copy.deepcopy(changed)
        if isinstance(old, list):
            for many in (old * 2, old * 60):
                holder[last] = many
                yield copy.deepcopy(changed)
        del holder[last]
        yield copy.deepcopy(changed)


@pytest.fixture(scope="module")
def referrals(output) -> list[dict]:
    """Spoilt ones of the longest sound referral of each pathway, and each only once."""
    longest: dict[str, dict] = {}
    for _, test in vectors_of(output / "referral/v1"):
        pathway = test["data"].get("pathway") if isinstance(test["data"], dict) else None
        if test["valid"] and len(json.dumps(test["data"])) > len(json.dumps(longest.get(pathway, {}))):
            longest[pathway] = test["data"]
    assert set(longest) == {"joint_contact", "already_in_charge"}
    found = {json.dumps(each): each for sound in longest.values() for each in spoilt(sound)}
    assert len(found) > 3000
    return list(found.values())


@pytest.fixture(scope="module")
def rules(output) -> set[str]:
    vectors = vectors_of(output / "referral/v1")
    return {violation["rule"] for _, test in vectors for violation in test.get("violations", [])}


def by_millegiorni(executable: Path, project: Path, folder: Path, documents: list, rules: set[str], *options) -> list:
    names = []
    for index, document in enumerate(documents):
        names.append(f"{index}.json")
        (folder / names[-1]).write_text(json.dumps(document), "utf-8")
    done = subprocess.run(
        [executable, "referral", "check", "--project", project, "--format", "json", *options, *names],
        cwd=folder,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert not done.stderr, done.stderr.decode()
    found = [json.loads(line)["problems"] for line in done.stdout.splitlines()]
    return [all(problem["identifier"] in rules for problem in problems) for problems in found]


@pytest.mark.parametrize("name", ["schema.json", "reader.schema.json"])
def test_all_come_to_the_same_verdict(executable, project, output, tmp_path, referrals, rules, name):
    options = ["--reader"] if name.startswith("reader") else []
    own = by_millegiorni(executable, project, tmp_path, referrals, rules, *options)
    assert {True, False} == set(own)
    schema = read(output / "referral/v1" / name)
    for judge in (by_ajv, by_fastjsonschema, by_jsonschema, by_jsonschema_rs):
        verdicts = judge(schema, referrals)
        apart = [
            f"{judge.__name__} says {verdict}: {json.dumps(referral)}"
            for referral, verdict, ours in zip(referrals, verdicts, own, strict=True)
            if verdict != ours
        ]
        assert not apart, f"{len(apart)}: {apart[0]}"
