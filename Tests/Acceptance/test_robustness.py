"""The executable on content with mistakes, and on the same content twice."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
import re
import resource
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from engine import Engine, is_running
from program import REPOSITORY, copy_of, run, tree

BROKEN = Path(__file__).with_name("broken-site")
MARK = "▸"
REPORT = re.compile(r"^(?P<place>\S+:\d+:\d+): error: \[[a-z0-9-]+\] \S.*$", re.MULTILINE)


def heeding() -> None:
    """Before a program starts: it heeds the signals that whoever runs the tests may have ignored, as nohup does."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def lay_over(place: Path) -> list[str]:
    """Puts the files with mistakes in place; gives back where each mistake is, as `file:line:column`."""
    places = []
    for file in sorted((BROKEN / "content").rglob("*.*")):
        name = file.relative_to(BROKEN)
        text = file.read_text("utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            for index, mark in enumerate(re.finditer(MARK, line)):
                places.append(f"{name.as_posix()}:{number}:{mark.start() + 1 - index}")
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text.replace(MARK, ""), "utf-8")
    return places


def test_mistakes_are_told_with_their_place_and_change_nothing(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    mistakes = lay_over(place)
    assert len(mistakes) >= 8
    earlier = place / "output/it/index.html"
    earlier.parent.mkdir(parents=True, exist_ok=True)
    earlier.write_text("what an earlier build wrote", "utf-8")
    before = tree(place / "output")

    result = run(executable, place, "build")

    said = result.stdout + result.stderr
    assert result.returncode == 1, f"exit code {result.returncode}:\n{said}"
    reported = {report["place"] for report in REPORT.finditer(said)}
    missing = [mistake for mistake in mistakes if mistake not in reported]
    assert not missing, f"no error is reported at {missing}; this is what was said:\n{said}"
    assert tree(place / "output") == before, "output/ is not as it was"
    left = [entry.name for entry in place.iterdir() if "output" in entry.name and entry.name != "output"]
    assert not left, f"the build left {left} behind"


def test_two_builds_give_the_same_bytes(executable, project, output, tmp_path):
    trees = [tree(output)]
    for name, environment in {
        "one": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        "another place": {"TZ": "America/Adak", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
    }.items():
        (tmp_path / name).mkdir()
        place = copy_of(project, tmp_path / name, own_cache=True)
        result = run(executable, place, "build", **environment)
        assert result.returncode == 0, result.stdout + result.stderr
        trees.append(tree(place / "output"))
    first, second, third = trees
    assert any(file.endswith(".pdf") for file in second)
    for one, other, what in ((second, third, "two builds"), (first, second, "make site and a build elsewhere")):
        differ = sorted(file for file in one.keys() | other.keys() if one.get(file) != other.get(file))
        assert not differ, f"{what} differ in {differ}"


def test_wrong_usage_is_told_apart_from_wrong_content(executable, tmp_path):
    result = run(executable, tmp_path, "build", "--no-such-option")
    assert result.returncode == 64, result.stdout + result.stderr
    assert "no-such-option" in result.stderr


def test_help_is_help(executable, tmp_path):
    result = run(executable, tmp_path, "build", "--help")
    assert result.returncode == 0
    assert "USAGE" in result.stdout


def test_the_content_passes_every_check(executable, project, tmp_path):
    done = run(executable, copy_of(project, tmp_path), "check")
    assert done.returncode == 0, done.stderr
    for warning in ("catalogue-behind", "template-behind", "hard-to-read"):
        assert f"[{warning}]" not in done.stderr, done.stderr


def test_a_release_refuses_sample_data(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    before = tree(place / "output")
    done = run(executable, place, "build", "--release", "--no-leaflets")
    assert done.returncode == 1
    centres = sorted((place / "content/centres").glob("*.yml"))
    assert done.stderr.count("[sample-data]") == len(centres) + 1, "each centre, and the address of the site"
    assert tree(place / "output") == before


def test_a_release_wants_every_address_promised(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    (place / "content/routes.txt").write_text("index\n", "utf-8")
    done = run(executable, place, "build", "--release", "--no-leaflets")
    pages = [file for file in (place / "content/pages").rglob("*.md") if file.name != "README.md"]
    assert done.stderr.count("[unlisted-route]") == len(pages) - 1


def test_a_release_says_which_sheets_are_still_drafts(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    for file in (place / "content/centres").glob("*.yml"):
        file.write_text(file.read_text("utf-8").replace("example: true\n", ""), "utf-8")
    settings = place / "content/site.yml"
    settings.write_text(re.sub("base-url: .*", "base-url: https://millegiorni.internal", settings.read_text("utf-8")))
    build = ("build", "--release", "--language", "it", "--output", str(tmp_path / "output"))

    assert run(executable, place, "leaflets", "release", "--language", "it").returncode == 0
    released = run(executable, place, *build)
    assert released.returncode == 0 and "[draft-sheets]" not in released.stderr, released.stderr

    ledger = place / "content/leaflets/editions.tsv"
    entries = ledger.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in entries if not line.startswith("MG-02\tit\t")]
    ledger.write_text("".join(kept), "utf-8")
    done = run(executable, place, *build)
    assert done.returncode == 0 and done.stderr.count("[draft-sheets]") == 1, done.stderr
    sheets = 1 + len(list((place / "content/centres").glob("*.yml")))
    assert f"[draft-sheets] {sheets} of {sheets} sheets of MG-02 are drafts" in done.stderr
    assert "[draft-sheets]" not in run(executable, place, "build", "--language", "it", "--no-leaflets").stderr
    assert "millegiorni.internal" in (tmp_path / "output/it/index.html").read_text("utf-8")


def test_a_folder_of_somebody_else_is_left_alone(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Cara mamma", "utf-8")
    done = run(executable, place, "build", "--no-leaflets", "--output", str(mine))
    assert done.returncode == 70 and "letter" not in done.stderr
    assert "mine" in done.stderr and [file.name for file in mine.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    "output",
    [
        "content",
        "content/media",
        "translations",
        "contract/releases",
        ".",
        "..",
        "/",
        "~",
        ".git",
        ".git/hooks",
        "content/LICENSE.md",
        "link-to-content",
        "link-to-nothing",
        "a/../content",
    ],
)
def test_no_slip_of_the_output_path_costs_a_file(executable, project, tmp_path, output):
    place = copy_of(project, tmp_path / "home/project")
    (place / ".git/hooks").mkdir(parents=True)
    (place / ".git/HEAD").write_text("ref: refs/heads/main", "utf-8")
    (place / "a").mkdir()
    (place / "link-to-content").symlink_to("content")
    (place / "link-to-nothing").symlink_to("nowhere")
    before = tree(tmp_path)
    path = str(tmp_path / "home") if output == "~" else output
    done = run(executable, place, "build", "--no-leaflets", "--clean", "--output", path, HOME=str(tmp_path / "home"))
    assert tree(tmp_path) == before
    assert done.returncode == 70 and f"'{path}'" in done.stderr, done.stderr
    assert done.stderr.count("error:") == 1, done.stderr
    assert not list(place.glob(".*staging*")) and not list(tmp_path.glob(".*staging*"))


@pytest.mark.parametrize("name", ["_headers", "referral/rules.md", "index.html"])
def test_a_folder_without_the_mark_is_left_alone(executable, project, tmp_path, name):
    """Somebody's web root, or what an earlier version made: either may hold the only copy of a file."""
    place = copy_of(project, tmp_path / "project")
    root = tmp_path / "root"
    (root / name).parent.mkdir(parents=True)
    (root / name).write_text("mine", "utf-8")
    before = tree(root)
    done = run(executable, place, "build", "--no-leaflets", "--clean", "--output", str(root))
    assert done.returncode == 70 and "no mark of a build" in done.stderr and tree(root) == before


def test_files_put_into_the_output_stop_the_build_by_name(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    build = (executable, place, "build", "--no-leaflets", "--language", "it")
    assert run(*build).returncode == 0
    mine = place / "output/blog/primo.html"
    mine.parent.mkdir()
    mine.write_text("mine", "utf-8")
    (place / "output/.DS_Store").write_text("", "utf-8")
    before = tree(place / "output")
    done = run(*build)
    assert done.returncode == 70 and "holds files that no build has made: blog/primo.html\n" in done.stderr, done.stderr
    assert tree(place / "output") == before
    done = run(*build, "--clean")
    assert done.returncode == 0 and not mine.exists(), done.stderr
    # What an earlier build made and this one does not is no stray.
    assert run(executable, place, "build", "--no-leaflets").returncode == 0
    assert run(*build).returncode == 0 and not (place / "output/ar").exists()


def test_a_link_to_the_output_stays_a_link(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    (place / "releases/7").mkdir(parents=True)
    (place / "current").symlink_to("releases/7")
    for _ in range(2):
        done = run(executable, place, "build", "--no-leaflets", "--language", "it", "--output", "current")
        assert done.returncode == 0, done.stderr
    assert (place / "current").is_symlink() and (place / "releases/7/it/index.html").is_file()
    assert [entry.name for entry in (place / "releases").iterdir()] == ["7"]


def test_problems_for_machines_are_one_object_a_line(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    lay_over(place)
    done = run(executable, place, "check", "--format", "json")
    problems = [json.loads(line) for line in done.stderr.splitlines()]
    assert problems and all(
        {"severity", "identifier", "message", "file"} <= problem.keys() and problem["severity"] in ("error", "warning")
        for problem in problems
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_killed_build_changes_nothing_and_leaves_nothing_to_clean_by_hand(executable, project, tmp_path, number):
    place = copy_of(project, tmp_path)
    before = tree(place / "output")
    build = subprocess.Popen(
        [executable, "build", "--no-leaflets"], cwd=place, stderr=subprocess.DEVNULL, preexec_fn=heeding
    )
    deadline = time.monotonic() + 30
    while not list(place.glob(".output-staging-*")) and time.monotonic() < deadline:
        assert build.poll() is None, "the build ended before it could be killed"
        time.sleep(0.001)
    build.send_signal(number)
    assert build.wait(30) == (-number if number == signal.SIGKILL else 128 + number)
    assert tree(place / "output") == before
    assert run(executable, place, "build", "--no-leaflets").returncode == 0
    assert not list(place.glob(".output-*"))


def test_the_folder_of_another_build_is_known_by_its_lock(executable, project, tmp_path):
    """Not by the number of a process: a container sees none of those of another one."""
    place = copy_of(project, tmp_path)
    left, held = place / ".output-staging-1", place / ".output-staging-999999"
    for folder in (left, held):
        folder.mkdir()
        (folder / "index.html").write_text("x", "utf-8")
    lock = os.open(held, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        done = run(executable, place, "build", "--no-leaflets", "--language", "it")
        assert done.returncode == 0, done.stderr
        assert [folder.name for folder in place.glob(".output-*")] == [held.name]
        assert (held / "index.html").is_file()
    finally:
        os.close(lock)
    assert run(executable, place, "build", "--no-leaflets", "--language", "it").returncode == 0
    assert not list(place.glob(".output-*"))


def test_without_the_pdf_engine_it_says_what_to_do(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    before = tree(place / "output")
    done = run(executable, place, "build", "--python", str(tmp_path / "none"))
    assert done.returncode == 70 and "make site" in done.stderr and tree(place / "output") == before


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
def refused(executable, place, engine):
    """refused(*options): a build that ends with an error, and leaves everything as it was; gives back what it said."""

    def refused(*options: str, code: int = 70) -> str:
        before = tree(place / "output")
        done = run(executable, place, "build", "--language", "ar", *engine.options, *options)
        assert done.returncode == code, done.stderr
        assert tree(place / "output") == before, "output/ is not as it was"
        assert not list(place.glob(".output-*")), "the staging folder is still there"
        assert not list((place / ".cache/leaflets").glob(".*")), "the press is still there"
        assert engine.is_gone(0), "an engine still runs"
        return done.stderr

    return refused


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("sys.exit(3)", "exit code 3"),
        ('sys.exit("No module named typst")', "exit code 1: No module named typst"),
        ("import typst_of_nobody", "No module named 'typst_of_nobody'"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "signal 11"),
        ('say(ok=False, id=None, kind="font", message="the fonts are gone", hints=[])', "the fonts are gone"),
        ('print("nonsense", flush=True); time.sleep(600)', "it says 'nonsense'"),
        ('sys.stdout.write("x" * 10_000_000); sys.stdout.flush(); time.sleep(600)', "more than a line holds"),
        ("time.sleep(600)", "it has said nothing for 2 s"),
        ("signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)", "it has said nothing for 2 s"),
    ],
    ids=["refuses", "complains", "lacks Typst", "crashes", "explains", "babbles", "floods", "hangs", "is stubborn"],
)
def test_an_engine_that_does_not_start_is_one_clear_error(refused, engine, script, words):
    engine.becomes(script)
    said = refused("--print-timeout", "2")
    assert said.count("error:") == 1 and "the PDF engine does not start" in said and words in said, said


@pytest.mark.parametrize("python", ["folder", "text", "unreadable"])
def test_a_python_that_is_none_is_one_clear_error(executable, place, tmp_path, python):
    file = tmp_path / "python"
    if python == "folder":
        file.mkdir()
    else:
        file.write_text("no program", "utf-8")
        file.chmod(0o755 if python == "text" else 0o644)
    before = tree(place / "output")
    done = run(executable, place, "build", "--python", str(file))
    assert done.returncode == 70 and "the PDF engine" in done.stderr and done.stderr.count("\n") == 1, done.stderr
    assert tree(place / "output") == before and not list(place.glob(".output-*"))


FAILURES = {
    "crashes": ("os.kill(os.getpid(), signal.SIGSEGV)", "ended while it printed {job} (signal 11)", 2),
    "is killed": ("os.kill(os.getpid(), signal.SIGKILL)", "ended while it printed {job} (signal 9)", 2),
    "gives up": ('sys.exit("out of memory")', "ended while it printed {job} (exit code 1: out of memory)", 2),
    "hangs": ("time.sleep(600)", "it said nothing about {job} for 2 s", 1),
    "hangs with company": (
        'log("starts", str(os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "600"))); time.sleep(600)',
        "it said nothing about {job} for 2 s",
        1,
    ),
    "crashes with company": (
        'log("starts", str(os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "600"))); os.abort()',
        "ended while it printed {job} (signal 6)",
        2,
    ),
    "leaves slowly": ("os.close(1); time.sleep(0.5); sys.exit(7)", "ended while it printed {job} (exit code 7)", 2),
    "babbles": ('print("Hello", flush=True); time.sleep(600)', "said 'Hello' when it was to print {job}", 2),
    "is muddled": ('say(ok=True, id="other", bytes=1, sha256="")', "has printed {job}, and has not", 2),
    "lies": ('say(ok=True, id=job["id"], bytes=1, sha256="")', "has printed {job}, and has not", 2),
}


#: Chooses the first leaflet that any of the engines is asked for.
VICTIM = """
    def victim(job):
        try:
            with open(HOME + "/victim", "x") as file:
                file.write(job["id"])
        except FileExistsError:
            pass
        with open(HOME + "/victim") as file:
            return file.read() == job["id"]

"""


@pytest.mark.parametrize("failure", FAILURES)
def test_a_leaflet_over_which_the_engine_fails_costs_that_leaflet_alone(refused, engine, place, failure):
    deed, words, tries = FAILURES[failure]
    engine.becomes(
        VICTIM
        + f"""
    ready()
    for job in jobs():
        if victim(job):
            {deed}
        else:
            done(job)
    """
    )
    said = refused("--print-timeout", "2", code=1)
    victim = (engine.home / "victim").read_text("utf-8")
    assert said.count(": error: ") == 1, said
    assert said.startswith(f"content/leaflets/{victim[:5]}.md: error: [leaflet-engine]"), said
    assert words.format(job=victim) in said, said
    assert engine.jobs.count(victim) == tries
    others = set(engine.jobs) - {victim}
    assert len(list((place / ".cache/leaflets").glob("??/*/index"))) == len(others) > 0


def test_a_leaflet_over_which_the_engine_dies_once_is_printed_all_the_same(executable, engine, place):
    engine.becomes(
        VICTIM
        + """
    ready()
    for job in jobs():
        if victim(job) and not os.path.exists(HOME + "/died"):
            log("died", "")
            os.kill(os.getpid(), signal.SIGKILL)
        done(job)
    """
    )
    done = run(executable, place, "build", "--language", "ar", *engine.options)
    assert done.returncode == 0, done.stderr
    victim = (engine.home / "victim").read_text("utf-8")
    assert engine.jobs.count(victim) == 2 and (place / f"output/leaflets/{victim}.pdf").is_file()


@pytest.mark.parametrize(
    "script",
    [
        """
        ready()
        for job in jobs():
            os.kill(os.getpid(), signal.SIGKILL)
        """,
        """
        ready()
        os.close(0)
        log("jobs", "none was read")
        time.sleep(0.1)
        """,
    ],
    ids=["over each leaflet", "before it reads one"],
)
def test_an_engine_that_always_dies_is_not_started_for_ever(refused, engine, script):
    engine.becomes(script)
    said = refused()
    assert said.count("error:") == 1 and "content/leaflets/MG-" in said and "in a row" in said, said
    assert 3 <= len(engine.jobs) <= 2 * os.cpu_count() + 1, "no more than there are workers, and one"


def test_an_engine_that_complains_at_length_is_heard_to_the_end(executable, engine, place):
    engine.becomes("""
        for _ in range(100):
            sys.stderr.write("a warning\\n" * 10_000)
        ready()
        for job in jobs():
            done(job)
    """)
    done = run(executable, place, "build", "--language", "ar", *engine.options)
    assert done.returncode == 0, done.stderr


SLOW = """
    {manners}
    ready()
    for job in jobs():
        if not os.path.exists(HOME + "/hurry"):
            time.sleep(0.3)
        done(job)
"""

SLOW_AT_FIRST = """
    ready()
    for number, job in enumerate(jobs()):
        if number < 3:
            time.sleep(0.2)
        done(job)
"""


@pytest.mark.parametrize(
    ("number", "manners"),
    [
        (signal.SIGINT, ""),
        (signal.SIGTERM, ""),
        (signal.SIGHUP, ""),
        (signal.SIGINT, "signal.signal(signal.SIGTERM, signal.SIG_IGN)"),
    ],
    ids=["Ctrl-C", "TERM", "HUP", "a stubborn engine"],
)
def test_a_build_that_is_stopped_keeps_what_it_has_printed(executable, place, engine, number, manners):
    engine.becomes(SLOW.format(manners=manners))
    before = tree(place / "output")
    build = subprocess.Popen(
        [executable, "build", "--language", "ar", *engine.options],
        cwd=place,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heeding,
    )
    deadline = time.monotonic() + 60
    while not list((place / ".cache/leaflets").glob("??/*/index")):
        assert build.poll() is None and time.monotonic() < deadline, "nothing was printed in time"
        time.sleep(0.005)
    os.killpg(build.pid, number)
    said = build.communicate(timeout=30)[1]
    assert build.returncode == 128 + number
    count = re.fullmatch(
        r"(?:leaflets .*\n)*millegiorni: stopped; (\d+) of (\d+) leaflets are kept in the cache; .*\n", said
    )
    assert count, said
    kept, total = map(int, count.groups())
    assert 0 < kept < total
    assert tree(place / "output") == before and not list(place.glob(".output-*"))
    assert engine.is_gone(0), "an engine still runs"
    assert not list((place / ".cache/leaflets").glob(".*"))
    engine.forget()
    (engine.home / "hurry").touch()
    assert run(executable, place, "build", "--language", "ar", *engine.options).returncode == 0
    assert len(engine.jobs) == total - kept


def test_who_cannot_wait_is_obeyed_at_once(executable, place, engine):
    engine.becomes(SLOW.format(manners="signal.signal(signal.SIGTERM, signal.SIG_IGN)"))
    build = subprocess.Popen(
        [executable, "build", "--language", "ar", *engine.options],
        cwd=place,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=heeding,
    )
    deadline = time.monotonic() + 60
    while not engine.jobs:
        assert build.poll() is None and time.monotonic() < deadline
        time.sleep(0.005)
    build.send_signal(signal.SIGINT)
    time.sleep(0.3)
    build.send_signal(signal.SIGINT)
    assert build.wait(1) == 128 + signal.SIGINT
    assert engine.is_gone(), "an engine ends when its input closes"


def test_a_build_in_the_background_outlives_its_terminal(executable, place, engine):
    engine.becomes(SLOW_AT_FIRST)
    build = subprocess.Popen(
        [executable, "build", "--language", "ar", *engine.options],
        cwd=place,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    )
    deadline = time.monotonic() + 60
    while not engine.jobs:
        assert build.poll() is None and time.monotonic() < deadline
        time.sleep(0.005)
    build.send_signal(signal.SIGHUP)
    assert build.wait(60) == 0


def test_the_real_engine_ends_with_a_build_that_was_killed(executable, place, tmp_path):
    real = REPOSITORY / ".tools/venv/bin/python3"
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\necho $$ >>{tmp_path}/starts\nexec {real} "$@"\n', "utf-8")
    python.chmod(0o755)
    build = subprocess.Popen([executable, "build", "--python", str(python)], cwd=place, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list((place / ".cache/leaflets").glob("??/*/index")):
        assert build.poll() is None and time.monotonic() < deadline
        time.sleep(0.005)
    build.kill()
    build.wait(30)
    workers = [int(line) for line in (tmp_path / "starts").read_text("utf-8").split()]
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert workers and not any(map(is_running, workers))


def test_a_file_that_grows_too_long_is_one_clear_error(executable, place, engine):
    """A limit on the size of files, which any machine has, in the place of a full disk."""
    before = tree(place / "output")
    done = subprocess.run(
        [executable, "build", "--language", "ar", *engine.options],
        cwd=place,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY)),
    )
    assert done.returncode == 70 and done.stderr.count("\n") == 1, done.stderr
    assert ".output-staging-" in done.stderr and "File too large" in done.stderr
    assert tree(place / "output") == before and not list(place.glob(".output-*"))


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES])
def test_an_engine_that_cannot_write_stops_the_build_at_once(refused, engine, place, reason):
    engine.becomes(f"""
        ready()
        for job in jobs():
            say(id=job["id"], ok=False, kind="output", hints=[], message=f"cannot write x: {{os.strerror({reason})}}")
    """)
    said = refused()
    assert said.count("error:") == 1 and str(place / ".cache/leaflets") in said and os.strerror(reason) in said, said
    assert len(engine.jobs) <= os.cpu_count()


def test_a_full_disk_is_named_and_costs_nothing_that_was_there(executable, place, engine, tmp_path, capsys):
    """A disk of its own for what is built and kept: too small for both at first, then with room for all."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = shlex.join(
        [str(executable), "build", "--language", "ar", *engine.options, "--cache", f"{disk}/c", "--output", f"{disk}/o"]
    )
    script = f"""
        mount -t tmpfs -o size=16m none {disk} || exit 99
        {command} || exit 98
        (cd {disk}/o && find . -type f -exec sha256sum {{}} + | sort) >{tmp_path}/before
        rm -r {disk}/c/??
        room=$(df --output=avail -B1 {disk} | tail -n 1)
        ours=$(du -s -B1 --apparent-size {disk}/o | cut -f 1)
        head -c $((room - %s)) /dev/zero >{disk}/full
        {command} 2>{tmp_path}/said
        echo $? >{tmp_path}/code
        (cd {disk}/o && find . -type f -exec sha256sum {{}} + | sort) >{tmp_path}/after
        ls -A {disk} {disk}/c >{tmp_path}/left
        rm {disk}/full
        {command} || exit 97
    """
    for room in ("0", "ours / 2", "ours + 20000"):
        made = subprocess.run(
            ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"]), "sh", "-c", script % room],
            cwd=place,
            capture_output=True,
            text=True,
        )
        if made.returncode in (1, 99) and not (tmp_path / "before").exists():
            # A machine that lets nobody mount anything: the two tests above stand for this one.
            assert re.search(r"unshare|mount", made.stderr), made.stderr
            with capsys.disabled():
                print("no disk of its own could be mounted, so a full one was not tried:", made.stderr.strip())
            return
        assert made.returncode == 0, made.stderr
        said = (tmp_path / "said").read_text("utf-8")
        assert (tmp_path / "code").read_text("utf-8") == "70\n" and said.count("error:") == 1, said
        assert f"the disk that holds '{disk}" in said and "No space left on device" in said, said
        assert (tmp_path / "after").read_text("utf-8") == (tmp_path / "before").read_text("utf-8")
        left = (tmp_path / "left").read_text("utf-8")
        assert "staging" not in left and "press" not in left, left


def on_terminal(command: list[str], place: Path) -> str:
    """What a program says to a terminal."""
    ours, theirs = os.openpty()
    with subprocess.Popen(command, cwd=place, stderr=theirs) as program:
        os.close(theirs)
        said = b""
        with contextlib.suppress(OSError):  # EIO: the other side is closed.
            while more := os.read(ours, 10_000):
                said += more
        assert program.wait(60) == 0, said
    os.close(ours)
    return said.decode()


def test_a_terminal_shows_how_far_it_is_on_one_line(executable, place, engine):
    engine.becomes(SLOW_AT_FIRST)
    said = on_terminal([str(executable), "build", "--language", "ar", *engine.options], place)
    shown, gone, rest = said.partition("\r\x1b[K")
    assert re.fullmatch(r"(\rleaflets \d+ of \d+, 0 from the cache\x1b\[K)+", shown), said
    assert gone and re.fullmatch(r"\d+ files in .*\r\n", rest), said


def test_a_machine_is_told_nothing_but_problems(executable, place, engine):
    engine.becomes(SLOW_AT_FIRST)
    done = run(executable, place, "build", "--language", "ar", *engine.options, "--format", "json")
    assert done.returncode == 0 and all(json.loads(line) for line in done.stderr.splitlines()), done.stderr


def test_only_centres_that_are_there_can_be_chosen(executable, place, engine):
    first, *others = sorted(file.stem for file in (place / "content/centres").glob("*.yml"))
    done = run(executable, place, "build", "--no-leaflets", "--centre", first[:-1])
    assert done.returncode == 64 and f"did you mean '{first}'?" in done.stderr
    assert run(executable, place, "build", "--language", "ar", "--centre", first, *engine.options).returncode == 0
    assert any(job.endswith("-" + first) for job in engine.jobs)
    assert others and not [job for job in engine.jobs if job.endswith(tuple("-" + other for other in others))]
