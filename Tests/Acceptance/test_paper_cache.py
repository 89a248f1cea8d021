"""Printed leaflets are kept by what they are made from: what has not changed is not printed again."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine import OBEDIENT, Engine
from program import REPOSITORY, copy_of, run, tree

MONTH = 30 * 86_400


@pytest.fixture
def place(project: Path, tmp_path: Path) -> Path:
    place = tmp_path / "project"
    place.mkdir()
    return copy_of(project, place, own_cache=True)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = Engine(tmp_path / "engine")
    yield engine
    engine.end()


@pytest.fixture
def build(executable, place, engine):
    """build(*options): a build that has to end well; gives back what it asked the engine to print.

    In Arabic alone unless `languages` says otherwise, since a part of a site is kept in the same way as the whole.
    """

    def build(*options: str, languages: tuple[str, ...] = ("ar",)) -> list[str]:
        engine.forget()
        chosen = [word for code in languages for word in ("--language", code)]
        done = run(executable, place, "build", *engine.options, *chosen, *options)
        assert done.returncode == 0, done.stderr
        return engine.jobs

    return build


def cache(place: Path) -> Path:
    return place / ".cache/leaflets"


def entries(place: Path) -> list[Path]:
    return sorted(index.parent for index in cache(place).glob("??/*/index"))


def papers(place: Path) -> dict[str, str]:
    return {file: digest for file, digest in tree(place / "output").items() if re.search(r"\.(pdf|png)$", file)}


def test_a_site_that_has_not_changed_starts_no_engine(build, place, engine):
    first = build()
    assert len(first) > 1 and len(set(first)) == len(first)
    site = tree(place / "output")
    assert build() == [] and engine.starts == []
    assert tree(place / "output") == site
    assert not list(cache(place).glob(".*")), "a finished build leaves nothing but what it keeps"


def test_only_what_has_changed_is_printed(build, place):
    build(languages=("ar", "en"))
    catalogue = place / "translations/ar.po"
    text = catalogue.read_text("utf-8")
    entry = re.search(r'^#: content/leaflets/(?:(?!\n\n).)*?\nmsgstr "(\w+) ', text, re.MULTILINE | re.DOTALL)
    word = entry.span(1)
    catalogue.write_text(text[: word[1]] + " " + text[word[0] :], "utf-8")
    again = build(languages=("ar", "en"))
    assert again and all("-ar" in job for job in again), again


def test_what_was_printed_before_is_there_when_a_change_is_taken_back(build, place):
    settings = place / "content/site.yml"
    text = settings.read_text("utf-8")
    everything = build()
    settings.write_text(re.sub(r'accent: "#\w+"', 'accent: "#8a2b0b"', text), "utf-8")
    assert sorted(build()) == sorted(everything)
    settings.write_text(text, "utf-8")
    assert build() == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda entry: (entry / "leaflet.pdf").write_bytes((entry / "leaflet.pdf").read_bytes()[:-1]),
        lambda entry: (entry / "leaflet.pdf").write_bytes(bytes((entry / "leaflet.pdf").stat().st_size)),
        lambda entry: (entry / "preview.png").write_bytes(b""),
        lambda entry: (entry / "preview.png").unlink(),
        lambda entry: (entry / "index").unlink(),
        lambda entry: (entry / "index").write_bytes(b""),
        lambda entry: (entry / "index").write_bytes(bytes((entry / "index").stat().st_size)),
        lambda entry: (entry / "index").write_bytes((entry / "index").read_bytes()[:-2]),
    ],
    ids=["cut", "zeros", "empty", "lost", "no index", "empty index", "zeros for an index", "cut index"],
)
def test_damage_is_noticed_and_printed_again(build, place, damage):
    build()
    before = papers(place)
    damage(next(entry for entry in entries(place) if (entry / "preview.png").is_file()))
    assert len(build()) == 1
    assert papers(place) == before
    assert build() == []


def test_who_writes_into_a_published_leaflet_spoils_no_later_build(build, place):
    build()
    before = papers(place)
    leaflet = place / "output" / next(file for file in before if file.endswith(".pdf"))
    with leaflet.open("r+b") as file:
        file.seek(10)
        file.write(b"a note of mine")
    build()
    assert papers(place) == before


@pytest.mark.parametrize("part", ["package", "fonts/Sans.ttf", "pyvenv.cfg", "bin/python3"])
def test_a_changed_engine_is_asked_again_and_printed_with_only_if_it_prints_otherwise(build, engine, part):
    everything = build()
    changed = engine.package if part == "package" else engine.home / part
    os.utime(changed, ns=(1, 1))
    assert build() == [] and len(engine.starts) == 1, "asked, and found to print the same"
    assert build() == [] and engine.starts == []
    os.utime(changed, ns=(2, 2))
    engine.becomes(OBEDIENT, fingerprint="e" * 64)
    assert sorted(build()) == sorted(everything)


def test_a_damaged_fingerprint_is_asked_for_again(build, place, engine):
    build()
    (memory,) = cache(place).glob("engine-*")
    for damaged in (b"", bytes(memory.stat().st_size), memory.read_bytes().replace(b"f", b"e", 1)):
        memory.write_bytes(damaged)
        assert build() == [] and len(engine.starts) == 1


def test_an_engine_that_has_changed_unseen_is_noticed_when_it_prints(executable, build, place, engine):
    everything = build()
    times = engine.python.stat()
    engine.becomes(OBEDIENT, fingerprint="e" * 64)
    os.utime(engine.python, ns=(times.st_atime_ns, times.st_mtime_ns))
    (entries(place)[0] / "index").unlink()
    done = run(executable, place, "build", "--language", "ar", *engine.options)
    assert done.returncode == 70 and "just been changed" in done.stderr
    assert sorted(build()) == sorted(everything), "the next build knows"


def test_a_leaflet_that_no_build_has_used_for_a_month_is_dropped(build, place):
    build(languages=())
    kept = entries(place)
    old = kept[0].with_name("0" * 64)
    old.mkdir()
    (old / "index").write_text("", "utf-8")
    longer_ago = time.time() - MONTH - 60
    for entry in [*kept, old]:
        os.utime(entry / "index", (longer_ago, longer_ago))
    build()
    assert old.exists(), "a build of a part does not know what the others use"
    assert build(languages=()) == []
    assert entries(place) == kept, "what was used is young again"


def test_a_project_may_keep_its_cache_elsewhere(build, place, tmp_path):
    build("--cache", str(tmp_path / "kept"))
    assert not cache(place).exists()
    assert list((tmp_path / "kept").glob("??/*/index"))
    assert build("--cache", str(tmp_path / "kept")) == []


def test_a_killed_build_leaves_what_it_has_printed(executable, build, place, engine):
    engine.becomes("""
        ready()
        for job in jobs():
            if not os.path.exists(HOME + "/hurry"):
                time.sleep(0.2)
            done(job)
    """)
    process = subprocess.Popen(
        [executable, "build", "--language", "ar", *engine.options],
        cwd=place,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not entries(place):
        assert process.poll() is None and time.monotonic() < deadline, "nothing was printed in time"
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    assert engine.is_gone(), "an engine ends when its input closes"
    left = {entry.name for entry in entries(place)}
    (engine.home / "hurry").touch()
    rest = build()
    assert 0 < len(rest) == len(entries(place)) - len(left)
    assert not list(cache(place).glob(".*"))


def test_two_builds_at_once_get_in_nobodys_way(executable, place, engine, tmp_path):
    outputs = [tmp_path / "one", tmp_path / "other"]
    builds = [
        subprocess.Popen([executable, "build", "--language", "ar", *engine.options, "--output", str(output)], cwd=place)
        for output in outputs
    ]
    assert [build.wait(120) for build in builds] == [0, 0]
    assert tree(outputs[0]) == tree(outputs[1])


def test_leaflets_from_the_cache_are_those_that_typst_has_printed(executable, place, tmp_path):
    """The real engine, behind a script that writes down each start."""
    real = REPOSITORY / ".tools/venv"
    environment = tmp_path / "venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "lib").symlink_to(real / "lib")
    python = environment / "bin/python3"
    python.write_text(f'#!/bin/sh\necho >>{tmp_path}/starts\nexec {real}/bin/python3 "$@"\n', "utf-8")
    python.chmod(0o755)
    centre = min(file.stem for file in (place / "content/centres").glob("*.yml"))
    options = ["build", "--language", "it", "--centre", centre, "--python", str(python)]
    assert run(executable, place, *options).returncode == 0
    first = papers(place)
    assert (tmp_path / "starts").read_text("utf-8")
    (tmp_path / "starts").unlink()
    assert run(executable, place, *options).returncode == 0
    assert not (tmp_path / "starts").exists(), "nothing has changed, so no engine starts"
    assert papers(place) == first
    assert run(executable, place, *options, "--cache", str(tmp_path / "new")).returncode == 0
    assert papers(place) == first
