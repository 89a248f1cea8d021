"""`millegiorni referral check` on referrals of every kind, hostile ones too, and `millegiorni referral release`."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import time
from pathlib import Path

import pytest
import yaml
from program import copy_of, run, tree
from test_contract import read, vectors_of

MEBIBYTE = 1 << 20


@pytest.fixture(scope="session")
def network(project, output, tmp_path_factory) -> Path:
    """The project with the invented centres of the vectors in place of its own."""
    place = copy_of(project, tmp_path_factory.mktemp("network"))
    model = yaml.safe_load(next((place / "content/centres").glob("*.yml")).read_text("utf-8"))
    for file in (place / "content/centres").glob("*.yml"):
        file.unlink()
    suite = read(sorted((output / "referral/v1/vectors").glob("*.json"))[0])[0]
    for centre in suite["centres"]:
        model |= {
            "id": centre["centreId"],
            "municipalities": [{"istat": istat, "name": f"Comune {istat}"} for istat in centre["municipalities"]],
            # A day that is a holiday anyway stands for none.
            "patron-saint": centre.get("patronSaint", "08-15"),
        }
        file = place / "content/centres" / f"{centre['centreId']}.yml"
        file.write_text(json.dumps(model, default=str), "utf-8")
    # Another network has released nothing for the centres that are not its own.
    (place / "content/leaflets/editions.tsv").unlink()
    return place


def check(executable: Path, place: Path, *files: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [executable, "referral", "check", *files],
        cwd=place,
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )


def verdicts(done: subprocess.CompletedProcess[bytes]) -> list[dict]:
    assert not done.stderr, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("side", ["sender", "reader"])
def test_it_agrees_with_every_vector(executable, network, output, tmp_path, side):
    vectors = vectors_of(output / "referral/v1")
    rules = {violation["rule"] for _, test in vectors for violation in test.get("violations", [])}
    names = []
    for index, (_, test) in enumerate(vectors):
        names.append(str(tmp_path / f"{index}.json"))
        Path(names[-1]).write_text(json.dumps(test["data"]), "utf-8")
    options = ["--reader"] if side == "reader" else []
    done = check(executable, network, "--format", "json", *options, *names)
    assert done.returncode == 1
    found = verdicts(done)
    assert [verdict["file"] for verdict in found] == names
    wrong = []
    for (title, test), verdict in zip(vectors, found, strict=True):
        broken = [problem for problem in verdict["problems"] if problem["identifier"] in rules]
        others = [problem for problem in verdict["problems"] if problem["identifier"] not in rules]
        expected = test["readerValid"] if side == "reader" else test["valid"]
        if (not others) != expected:
            wrong.append(f"{title}: {others}")
        if not test["valid"]:
            continue
        if [(p["identifier"], p["pointer"]) for p in broken] != [
            (v["rule"], v["pointer"]) for v in test.get("violations", [])
        ]:
            wrong.append(f"{title}: {broken}")
        if "contactDueBy" in test and verdict["contactDueBy"] != test["contactDueBy"]:
            wrong.append(f"{title}: {verdict['contactDueBy']}")
    assert not wrong, "\n".join(wrong)


def test_it_says_in_words_what_is_wrong(executable, network, output):
    referral = next(test["data"] for _, test in vectors_of(output / "referral/v1") if test["valid"])
    fine = check(executable, network, "-", stdin=json.dumps(referral).encode())
    assert fine.returncode == 0 and fine.stdout.startswith(b"standard input: valid, the Centre calls by 20")
    referral["family"]["contact"] = {"viaReferrer": False, "channel": "email"}
    referral["familly"] = {}
    done = check(executable, network, "-", stdin=json.dumps(referral).encode())
    said = done.stdout.decode()
    assert done.returncode == 1
    assert "[missing-field] /family/contact/email: 'E-mail' is missing: it must be there when " in said
    assert "[unknown-field] /familly: " in said and "did you mean 'family'?" in said


def test_every_file_is_judged(executable, network, tmp_path):
    (tmp_path / "list.json").write_text("[]", "utf-8")
    done = check(executable, network, str(tmp_path / "none.json"), str(tmp_path), str(tmp_path / "list.json"))
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1
    assert [re.search(r"\[([a-z-]+)\]", line)[1] for line in lines] == ["unreadable-file"] * 2 + ["wrong-kind"]


def test_no_file_is_wrong_usage(executable, network):
    assert check(executable, network).returncode == 64


def nested(level: int) -> bytes:
    return b'{"a":' * level


HOSTILE = {
    "empty": b"",
    "spaces": b" " * MEBIBYTE,
    "mark": b'\xef\xbb\xbf{"a":1}',
    "utf-16": '{"a":1}'.encode("utf-16"),
    "utf-32": '{"a":1}'.encode("utf-32"),
    "latin-1": '{"a":"è"}'.encode("latin-1"),
    "surrogate": b'{"a":"\\ud800"}',
    "zeros": bytes(MEBIBYTE),
    "twice": b'{"a":1,"a":2}',
    "not a number": b'{"a":NaN}',
    "comment": b"{} // a",
    "deep": nested(3 * MEBIBYTE),
    "lists": b"[" * (15 * MEBIBYTE),
    "wide": b"[" + b"0," * (7 * MEBIBYTE) + b"0]",
    "codes": b'{"vulnerability":[' + b'"a",' * (3 * MEBIBYTE) + b'"a"]}',
    "names": b"{" + b",".join(b'"%d":0' % n for n in range(MEBIBYTE)) + b"}",
    "same names": b"{" + b'"a":0,' * (2 * MEBIBYTE) + b'"a":0}',
    "long name": b'{"' + b"a" * (15 * MEBIBYTE) + b'":0}',
    "long text": b'{"sentOn":"' + b"0" * (15 * MEBIBYTE) + b'"}',
    "long number": b'{"sentOn":' + b"9" * (15 * MEBIBYTE) + b"}",
    "escapes": b'{"sentOn":"' + b"\\u0000" * (2 * MEBIBYTE) + b'"}',
    "a hundred million": b'{"a":"' + b"x" * 100_000_000 + b'"}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_input_brings_it_down(executable, network, name):
    begin = time.monotonic()
    done = subprocess.run(
        [executable, "referral", "check", "--format", "json", "-"],
        cwd=network,
        input=HOSTILE[name],
        capture_output=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30)),
    )
    assert done.returncode == 1, done.stderr[-500:]
    (verdict,) = verdicts(done)
    assert not verdict["valid"] and 1 <= len(verdict["problems"]) <= 202
    assert time.monotonic() - begin < 30
    assert len(done.stdout) < 32 * MEBIBYTE


def test_a_file_of_a_hundred_megabytes_is_refused_at_once(executable, network, tmp_path):
    file = tmp_path / "large.json"
    with file.open("wb") as large:
        large.truncate(100_000_000)
    begin = time.monotonic()
    done = check(executable, network, str(file))
    assert done.returncode == 1 and b"[too-long]" in done.stdout
    assert time.monotonic() - begin < 5


@pytest.fixture
def copy(project, tmp_path) -> Path:
    return copy_of(project, tmp_path)


def form_of(place: Path) -> Path:
    return place / "content/referral/form.yml"


def change(place: Path, old: str, new: str) -> int:
    """Changes the form; gives back the line on which the change begins."""
    text = form_of(place).read_text("utf-8")
    assert text.count(old) >= 1, old
    form_of(place).write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_change_that_breaks_a_release_fails_with_the_field(executable, copy, command):
    place = change(copy, "max-length: 80", "max-length: 79")
    change(copy, "version: 1.0.0", "version: 1.1.0")
    before = tree(copy / "output")
    done = run(executable, copy, command, *(["--no-leaflets"] if command == "build" else []))
    assert done.returncode == 1
    problem = (
        f"content/referral/form.yml:{place - 2}:11: error: [breaks-contract] 'family.adults.givenName' has maxLength 79"
    )
    assert problem in done.stderr, done.stderr
    assert "a bound can't get tighter" in done.stderr
    assert tree(copy / "output") == before


def test_a_new_code_wants_a_new_version_and_then_can_be_released(executable, copy):
    change(copy, "    association: Associazione\n", "    association: Associazione\n    school: Scuola\n")
    done = run(executable, copy, "check")
    assert done.returncode == 1 and "[version-behind]" in done.stderr and "version: 1.1.0" in done.stderr
    change(copy, "version: 1.0.0", "version: 1.1.0")
    assert run(executable, copy, "translations", "update").returncode == 0

    done = run(executable, copy, "referral", "release")
    assert done.returncode == 1 and "[undescribed-version]" in done.stderr
    assert not (copy / "contract/releases/1.1.0").exists()
    with (copy / "contract/CHANGELOG.md").open("a", encoding="utf-8") as changelog:
        changelog.write("\n## [1.1.0]\n\nSchools.\n")
    first = tree(copy / "contract/releases/1.0.0")
    done = run(executable, copy, "referral", "release")
    assert done.returncode == 0, done.stderr
    assert tree(copy / "contract/releases/1.0.0") == first
    assert run(executable, copy, "referral", "release").returncode == 0

    assert run(executable, copy, "build", "--no-leaflets").returncode == 0
    assert tree(copy / "output/referral/1.1.0") == tree(copy / "output/referral/v1")
    assert tree(copy / "output/referral/1.0.0") == first


def test_a_released_version_is_never_written_over(executable, copy):
    assert run(executable, copy, "referral", "release").returncode in (0, 1)
    before = tree(copy / "contract")
    change(copy, "label: Nome e cognome", "label: Nome e poi cognome")
    assert run(executable, copy, "translations", "update").returncode == 0
    done = run(executable, copy, "referral", "release")
    assert done.returncode == 1 and "[released-already]" in done.stderr and "version: 1.0.1" in done.stderr
    assert tree(copy / "contract") == before


def test_a_release_that_was_tampered_with_is_an_error(executable, copy):
    (copy / "contract/releases/1.0.0/schema.json").unlink()
    done = run(executable, copy, "check")
    assert done.returncode == 1 and "[broken-release]" in done.stderr


def test_the_site_for_families_needs_a_released_contract(executable, copy):
    change(copy, "version: 1.0.0", "version: 1.1.0")
    done = run(executable, copy, "build", "--release", "--no-leaflets")
    assert done.returncode == 1 and "[unreleased-contract]" in done.stderr


@pytest.mark.parametrize("fact", ["contact_within_working_days: 5", "child_age_limit_years: 3"])
def test_the_service_promises_what_the_contract_does(executable, copy, fact):
    file = copy / "content/service.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(fact, fact[:-1] + "7"), "utf-8")
    done = run(executable, copy, "check")
    line = text[: text.index(fact)].count("\n") + 1
    assert done.returncode == 1 and f"content/service.yml:{line}:1: error: [broken-promise]" in done.stderr
