"""The translation commands on a small project: what they write, what they refuse, and that they end."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import REPOSITORY
from program import MARK, run, tree

FIRST = "Chiama lo sportello: ti ascolta una persona."
SECOND = "Chiama lo sportello: ti ascolta una persona gentile."
WORDS = {"ar": "اتصلوا بالمكتب: شخص يستمع إليكم.", "en": "Call the desk: a person listens to you."}

FILES = {
    "content/site.yml": """\
name: Prova
base-url: https://prova.example
source-language: it
languages: [it, ar, en] # nell’ordine del menu
publisher: {name: Ente di prova}
accessibility-statement: index
theme: {accent: "#0b5d5e", accent-dark: "#7fd1d2"}
""",
    "content/service.yml": 'help: {phone: "112"}\n',
    "content/centres/uno.yml": """\
id: uno
name: Centro di prova
example: true
municipalities: [{istat: "999001", name: Comune di prova}]
address: {street: Via di prova 1, postal-code: "00001", city: Comune di prova}
phones: [{number: "0500 000 001"}]
hours: [{days: [monday], opens: "09:00", closes: "13:00"}]
languages: [it]
mediators: []
patron-saint: "06-24"
""",
    "content/pages/index.md": f"""\
---
title: Benvenuti
description: Prova.
audience: families
reviewed: 2026-11-21
review-by: 2027-05-21
---
{FIRST}

Mai la domenica.
""",
}


@pytest.fixture
def small(executable, tmp_path) -> Path:
    """A project with one page, the referral form of the real one, and catalogues in which nothing is translated."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    for name in ("form.yml", "documents.yml"):
        (tmp_path / "content/referral").mkdir(exist_ok=True)
        shutil.copy(REPOSITORY / "content/referral" / name, tmp_path / "content/referral" / name)
    assert run(executable, tmp_path, "translations", "update").returncode == 0
    return tmp_path


def catalogue(project: Path, language: str) -> Path:
    return project / f"translations/{language}.po"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), "utf-8")


def translate(project: Path, language: str, source: str, translation: str) -> None:
    file = catalogue(project, language)
    pattern = re.compile(r'(^msgid "' + re.escape(source) + r'"\nmsgstr )".*"$', re.MULTILINE)
    text, count = pattern.subn(lambda found: f'{found[1]}"{translation}"', file.read_text("utf-8"))
    assert count == 1
    file.write_text(text, "utf-8")


def states(executable: Path, project: Path, language: str) -> dict[str, int]:
    """How many messages are in each state on the home page."""
    done = run(executable, project, "translations", "status", language, "--by", "page", "--format", "json")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)["languages"]
    assert found["language"] == language
    assert sum(count["messages"] for count in found["states"].values()) == found["total"]["messages"]
    assert sum(count["words"] for count in found["states"].values()) == found["total"]["words"]
    (home,) = (part for part in found["parts"] if part["part"] == "index")
    return {state: count["messages"] for state, count in home["states"].items() if count["messages"]}


def test_a_message_from_missing_to_reviewed_and_back(executable, small):
    def millegiorni(*arguments: str, code: int = 0) -> str:
        done = run(executable, small, *arguments)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    for language, words in WORDS.items():
        assert states(executable, small, language) == {"missing": 4}
        translate(small, language, FIRST, words)
        assert states(executable, small, language) == {"draft": 1, "missing": 3}
        said = millegiorni(
            "translations", "approve", language, "--page", "index", "--by", "A.B.", "--date", "2026-11-21"
        )
        assert f"{language}: approved 1 of 4 messages; left out: 3 not translated" in said
        assert re.search(r"^# reviewed: 2026-11-21 A\.B\. [0-9a-f]{8}$", catalogue(small, language).read_text(), re.M)
        assert states(executable, small, language) == {"reviewed": 1, "missing": 3}

    before = tree(small / "translations")
    assert "wrote" not in millegiorni("translations", "update")
    assert tree(small / "translations") == before

    page = small / "content/pages/index.md"
    replace(page, FIRST, FIRST.replace(": ", ":\n"))
    assert "wrote" not in millegiorni("translations", "update"), "a line wrapped otherwise"
    (small / "content/pages/families").mkdir()
    page.rename(small / "content/pages/families/index.md")
    millegiorni("translations", "update")
    for language in WORDS:
        assert states(executable, small, language) == {"reviewed": 1, "missing": 3}, "the page moved"

    replace(small / "content/pages/families/index.md", "persona.", "persona gentile.")
    millegiorni("translations", "update")
    for language in WORDS:
        assert states(executable, small, language) == {"stale": 1, "missing": 3}
        assert f'#| msgid "{FIRST}"\nmsgid "{SECOND}"' in catalogue(small, language).read_text("utf-8")

    millegiorni("translations", "keep", "ar", "Chiama lo", "--by", "M.G.", "--date", "2026-11-22")
    assert states(executable, small, "ar") == {"draft": 1, "missing": 3}
    assert "# kept: 2026-11-22 M.G.\n" in catalogue(small, "ar").read_text("utf-8")
    assert "nothing to decide" in millegiorni("translations", "keep", "ar", "Chiama lo", "--by", "M.G.", code=64)
    assert states(executable, small, "en") == {"stale": 1, "missing": 3}

    millegiorni("translations", "approve", "ar", "--all", "--by", "C.D.")
    assert states(executable, small, "ar") == {"reviewed": 1, "missing": 3}
    translate(small, "ar", SECOND, "اتصلوا بالمكتب: شخص لطيف يستمع إليكم.")
    assert states(executable, small, "ar") == {"draft": 1, "missing": 3}, "nobody has read it as it is now"

    translate(small, "ar", SECOND, "اتصلوا بالمكتب ٥: شخص يستمع إليكم.")
    assert states(executable, small, "ar") == {"faulty": 1, "missing": 3}
    said = millegiorni("translations", "approve", "ar", "--all", "--by", "C.D.", code=1)
    assert "left out: " in said and "1 with errors" in said
    assert "translation-digits" in said and "translation-numbers" in said
    for command in (["check"], ["translations", "check", "ar"], ["build", "--no-leaflets"]):
        said = millegiorni(*command, code=1)
        assert re.search(r"^translations/ar\.po:\d+:\d+: error: \[translation-digits\]", said, re.M), said
    assert "no errors" in millegiorni("translations", "check", "en"), "the other language is not stopped"
    assert not (small / "output").exists()


def test_the_tables_columns_are_aligned(executable, small):
    translate(small, "ar", FIRST, WORDS["ar"])
    for arguments in ([], ["--by", "page"]):
        done = run(executable, small, "translations", "status", *arguments)
        assert done.returncode == 0, done.stderr
        for block in done.stdout.split("\n\n"):
            lines = block.splitlines()
            assert len({len(line) for line in lines if line}) <= (1 if not arguments else 2), done.stdout
            assert "reviewed" in lines[0] and "faulty" in lines[0]
    assert re.search(r"^index +4 +\d+ +- +\d+ +\d+ % +- +\d+ +\d+ % +-$", done.stdout, re.M), done.stdout


HEADER = (
    b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    b'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
HOSTILE = {
    "cut off": HEADER + b'msgid "Benvenuti"\nmsgstr "Wel',
    "cut off after the msgid": HEADER + b'msgid "Benvenuti"\n',
    "in another encoding": HEADER + 'msgid "Benvenuti"\nmsgstr "Bienvenue à tous"\n'.encode("latin-1"),
    "twice the same message": HEADER + b'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
    "without a closing quote": HEADER + b'msgid "Benvenuti"\nmsgstr "Welcome\n',
    "NUL": HEADER + b'msgid "Benvenuti"\nmsgstr "Wel\0come"\n',
    "a line of a million characters": HEADER + b'msgid "Benvenuti"\nmsgstr ' + b"x" * 1_000_000 + b"\n",
    "a million quotes": HEADER + b'msgid "Benvenuti"\nmsgstr ' + b'"a" ' * 250_000 + b'\nmsgstr "b"\n',
    "a conflict": HEADER + b'<<<<<<< ours\nmsgid "Benvenuti"\nmsgstr "Welcome"\n=======\n',
    "no catalogue at all": bytes(range(256)) * 64,
    "empty": b"",
    "wrong plural forms": HEADER.replace(b"nplurals=2", b"nplurals=3"),
}


COMMANDS = [
    ["build", "--no-leaflets"],
    ["check"],
    ["translations", "check", "en"],
    ["translations", "update"],
    ["translations", "approve", "en", "--all", "--by", "A.B."],
    ["translations", "keep", "en", "Benvenuti", "--by", "A.B."],
    ["translations", "status"],
]


def run_to_the_end(executable: Path, project: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            [executable, *command], cwd=project, capture_output=True, timeout=60, check=False, text=True
        )
    except subprocess.TimeoutExpired:
        pytest.fail(f"{command} does not come to an end")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_malformed_catalogue_stops_every_command_and_changes_nothing(executable, small, name):
    catalogue(small, "en").write_bytes(HOSTILE[name])
    (small / "output").mkdir()
    shutil.copyfile(REPOSITORY / MARK, small / MARK)
    (small / "output/index.html").write_text("what an earlier build wrote", "utf-8")
    before = tree(small)
    for command in COMMANDS:
        done = run_to_the_end(executable, small, command)
        assert done.returncode == 1, f"{command}: exit code {done.returncode}\n{done.stderr[:2000]}"
        assert re.search(r"^translations/en\.po:\d+:\d+: error: \[", done.stderr, re.MULTILINE), done.stderr[:2000]
        assert tree(small) == before, f"{command} changed files"


@pytest.mark.parametrize("text", ["[" * 1_000_000, "*a _b " * 30_000, "`" * 199_999, "![[](" * 40_000, "{" * 200_000])
def test_a_monstrous_text_neither_hangs_nor_traps(executable, small, text):
    translate(small, "en", "Mai la domenica.", text)
    for command in COMMANDS:
        done = run_to_the_end(executable, small, command)
        assert done.returncode in (0, 1, 64), f"{command}: exit code {done.returncode}\n{done.stderr[:2000]}"
    found = run_to_the_end(executable, small, ["translations", "check", "en"])
    assert "[translation-" in found.stderr


def test_a_new_language_is_a_matter_of_words(executable, small):
    before = (small / "content/site.yml").read_text("utf-8")
    done = run(executable, small, "new", "language", "ur")
    assert done.returncode == 0, done.stderr
    assert "right to left" in done.stderr and "Noto" in done.stderr
    after = (small / "content/site.yml").read_text("utf-8")
    assert after == before.replace("[it, ar, en] #", "[it, ar, en, ur] #")
    assert "Plural-Forms: nplurals=2;" in catalogue(small, "ur").read_text("utf-8")
    assert "already" in run(executable, small, "new", "language", "ur").stderr
    translate(small, "ur", FIRST, "دفتر کو فون کریں: کوئی آپ کی بات سنے گا۔")
    done = run(executable, small, "build", "--no-leaflets")
    assert done.returncode == 0, done.stderr
    page = (small / "output/ur/index.html").read_text("utf-8")
    assert '<html lang="ur" dir="rtl">' in page
    assert "<p>دفتر کو فون کریں" in page
    assert '<p lang="it" dir="ltr">Mai la domenica.</p>' in page

    wrong = run(executable, small, "new", "language", "urd")
    assert wrong.returncode == 64
    assert "did you mean 'ur'?" in wrong.stderr


def test_a_new_page_builds_as_it_is(executable, small):
    arguments = ["new", "page", "gioco", "--audience", "families", "--title", 'Giocare: "insieme"']
    assert run(executable, small, *arguments).returncode == 0
    assert run(executable, small, *arguments).returncode == 64, "it is there already"
    assert run(executable, small, "translations", "update").returncode == 0
    done = run(executable, small, "check")
    assert done.returncode == 0, done.stderr
    assert run(executable, small, "build", "--no-leaflets").returncode == 0
    assert "<h1>Giocare: &quot;insieme&quot;</h1>" in (small / "output/it/gioco/index.html").read_text("utf-8").replace(
        '"insieme"', "&quot;insieme&quot;"
    )
    refused = run(executable, small, "new", "page", "Gioco", "--audience", "families", "--title", "x")
    assert refused.returncode == 1
    assert not (small / "content/pages/families/Gioco.md").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "it"], "the language that content is written in"),
        (["check", "arr"], "did you mean 'ar'"),
        (["check", "fr"], "new language fr"),
        (["approve", "ar", "--by", "A.B."], "--all"),
        (["approve", "ar", "--by", "A.B.", "--all", "--page", "index"], "exclude"),
        (["approve", "ar", "--by", " ", "--all"], "nobody"),
        (["approve", "ar", "--by", "Nome Cognome", "--all"], "may be somebody's name"),
        (["keep", "ar", "Chiama lo", "--by", "محمد علي"], "may be somebody's name"),
        (["approve", "ar", "--by", "A.B.", "--page", "indexx"], "did you mean 'index'"),
        (["approve", "ar", "--by", "A.B.", "--all", "--date", "2026-02-30"], "not a day"),
        (["keep", "ar", "Tutt’altro, e a lungo", "--by", "A.B."], "no message"),
    ],
)
def test_wrong_usage_says_what_is_right(executable, small, arguments, says):
    done = run(executable, small, "translations", *arguments)
    assert done.returncode == 64, done.stdout + done.stderr
    assert says in done.stderr
