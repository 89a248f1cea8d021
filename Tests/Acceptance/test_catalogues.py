"""The real catalogues in other people's hands: what their tools save, `translations update` brings back byte by byte.

Translate Toolkit is what Weblate reads and writes with; polib has a parser and a writer of its own; msgfmt and msgcat
are gettext's."""

from __future__ import annotations

import codecs
import hashlib
import json
import re
import shutil
import string
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from program import run
from translate.storage.pypo import pofile, pounit

WEBLATE_HEADER = {
    "PO_Revision_Date": "2026-11-22 08:30+0000",
    "Last_Translator": "A. B. <ab@mediatori.example>",
    "Language_Team": "Prova <https://weblate.example/projects/prova/>",
    "X_Generator": "Weblate 2026.10",
}


@pytest.fixture(scope="module")
def original(executable, project, tmp_path_factory) -> Path:
    """The content, and its catalogues brought up to date."""
    folder = tmp_path_factory.mktemp("catalogues")
    for name in ("content", "translations"):
        shutil.copytree(project / name, folder / name)
    done = run(executable, folder, "translations", "update")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def copied(original, tmp_path) -> Path:
    return shutil.copytree(original, tmp_path / "project")


def catalogues(folder: Path) -> list[Path]:
    files = sorted((folder / "translations").glob("*.po"))
    assert files, f"no catalogue in {folder}"
    return files


def status(executable: Path, folder: Path) -> dict:
    done = run(executable, folder, "translations", "status", "--format", "json", "--by", "page")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def messages(store: pofile) -> list[pounit]:
    return [unit for unit in store.units if not unit.isheader() and not unit.isobsolete()]


def save_untouched(file: Path) -> None:
    store = pofile.parsefile(str(file))
    file.write_bytes(bytes(store))


def save_every_message_wrapped_at(width: int) -> Callable[[Path], None]:
    """As Weblate saves with `po_line_wrap`; the toolkit writes anew only what was given another text."""

    def save(file: Path) -> None:
        store = pofile.parsefile(str(file))
        store.wrapper.width = width
        for unit in messages(store):
            fuzzy, target = unit.isfuzzy(), unit.target
            unit.target = "..."
            unit.target = target
            unit.markfuzzy(fuzzy)
        store.updateheader(add=True, Language=store.parseheader()["Language"])
        file.write_bytes(bytes(store))

    return save


def save_with_polib(width: int) -> Callable[[Path], None]:
    def save(file: Path) -> None:
        polib.pofile(str(file), wrapwidth=width).save()

    return save


def save_with_msgcat(file: Path) -> None:
    subprocess.run(["msgcat", "--output-file", file, file], check=True, timeout=60)


def save_on_windows(file: Path) -> None:
    file.write_bytes(codecs.BOM_UTF8 + file.read_bytes().replace(b"\n", b"\r\n"))


HABITS = {
    "toolkit, untouched": save_untouched,
    "toolkit, 77 columns": save_every_message_wrapped_at(77),
    "toolkit, at line ends": save_every_message_wrapped_at(65535),
    "toolkit, nowhere": save_every_message_wrapped_at(-1),
    "polib, 78 columns": save_with_polib(78),
    "polib, nowhere": save_with_polib(0),
    "msgcat, 79 columns": save_with_msgcat,
    "Windows": save_on_windows,
}


@pytest.mark.parametrize("habit", HABITS)
def test_update_takes_back_what_a_tool_only_wrote_otherwise(executable, original, copied, habit):
    before = status(executable, original)
    for file in catalogues(copied):
        HABITS[habit](file)
    assert status(executable, copied) == before
    done = run(executable, copied, "translations", "update")
    assert done.returncode == 0, done.stderr
    for file in catalogues(original):
        assert (copied / "translations" / file.name).read_bytes() == file.read_bytes(), file.name


@pytest.mark.parametrize(
    "habit", ["toolkit, 77 columns", "toolkit, nowhere", "polib, 78 columns", "msgcat, 79 columns"]
)
def test_tools_do_write_otherwise(copied, habit):
    """Else the test above would compare a file with itself."""
    for file in catalogues(copied):
        before = file.read_bytes()
        HABITS[habit](file)
        assert file.read_bytes() != before, file.name


def test_weblate_set_up_as_the_guide_says_changes_one_line_a_message(copied):
    """translations/weblate.json tells Weblate where to wrap: the difference is what the translator did, and no more."""
    settings = json.loads((copied / "translations/weblate.json").read_text("utf-8"))["file_format_params"]
    for file in catalogues(copied):
        before = file.read_text("utf-8").splitlines()
        store = pofile.parsefile(str(file))
        store.wrapper.width = settings["po_line_wrap"]
        unit = next(unit for unit in messages(store) if not unit.hasplural() and unit.istranslated())
        unit.target = "نص جديد"
        store.updateheader(add=True, Language=store.parseheader()["Language"])
        file.write_bytes(bytes(store))
        after = file.read_text("utf-8").splitlines()
        assert len(after) == len(before), file.name
        assert [new for old, new in zip(before, after, strict=True) if old != new] == ['msgstr "نص جديد"'], file.name


def test_weblate_writes_its_header_and_update_keeps_it(executable, original, copied):
    for file in catalogues(copied):
        store = pofile.parsefile(str(file))
        store.updateheader(add=True, **WEBLATE_HEADER)
        store.updatecontributor("A. B.", "ab@mediatori.example")
        file.write_bytes(bytes(store))
    assert status(executable, copied) == status(executable, original)
    done = run(executable, copied, "translations", "update")
    assert done.returncode == 0, done.stderr
    for file in catalogues(copied):
        written = polib.pofile(str(file))
        for name, value in WEBLATE_HEADER.items():
            assert written.metadata[name.replace("_", "-")] == value, file.name
        assert "A. B. <ab@mediatori.example>, 20" in written.header, file.name
        kept = (original / "translations" / file.name).read_text("utf-8")
        assert file.read_text("utf-8").endswith(kept[kept.index("\n\n") :]), file.name


def test_a_translators_work_in_weblate_arrives(executable, copied):
    """A new text, a message sent back as needing edits and one whose edits are done, each in one catalogue of all."""
    for file in catalogues(copied):
        store = pofile.parsefile(str(file))
        store.wrapper.width = 77
        done = [unit for unit in messages(store) if unit.istranslated() and not unit.hasplural()]
        sent_back, changed, stale = done[0], done[1], done[2]
        sent_back.markfuzzy(True)
        changed.target = "One. " * 40 + "[last]({1})"
        stale.markfuzzy(True)
        stale.prev_source = "Com’era prima."
        file.write_bytes(bytes(store))

        assert run(executable, copied, "translations", "update").returncode == 0
        by_source = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(file))}
        entries = [by_source[unit.getcontext() or None, unit.source] for unit in (sent_back, changed, stale)]
        assert [entry.fuzzy for entry in entries] == [True, False, True], file.name
        assert entries[1].msgstr == "One. " * 40 + "[last]({1})", file.name
        assert entries[2].previous_msgid == "Com’era prima.", file.name


def test_every_reader_sees_the_same_messages(original):
    for file in [*catalogues(original), original / "translations/millegiorni.pot"]:
        toolkit = [
            (unit.getcontext() or None, unit.source, unit.target) for unit in messages(pofile.parsefile(str(file)))
        ]
        other = [
            (entry.msgctxt, entry.msgid, entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr)
            for entry in polib.pofile(str(file))
            if not entry.obsolete
        ]
        assert len(toolkit) > 100, file.name
        assert [(context, str(source), str(target)) for context, source, target in toolkit] == other, file.name


def test_msgfmt_has_nothing_against_them(original, tmp_path):
    """The header names no person and no date on purpose: msgfmt says so, and takes the file."""
    for file in [*catalogues(original), original / "translations/millegiorni.pot"]:
        done = subprocess.run(
            ["msgfmt", "--check", "--output-file", tmp_path / "out.mo", file],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        complaints = [
            line
            for line in done.stderr.splitlines()
            if not line.endswith("missing in header") and "'Language' still has the initial default value" not in line
        ]
        assert not complaints, "\n".join(complaints)


#: Names as Weblate's check `python_brace_format` takes them: identifiers parted by dots, or a number.
PLACEHOLDER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*|[0-9]+")


def placeholders(text: str) -> list[str]:
    """The names in a text as Python itself reads it; an error where it can't be read."""
    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]


def test_every_flagged_text_is_a_format_string_of_python(original):
    seen = 0
    for file in [*catalogues(original), original / "translations/millegiorni.pot"]:
        for entry in polib.pofile(str(file)):
            if "python-brace-format" not in entry.flags:
                assert "{" not in entry.msgid, f"{file.name}: {entry.msgid}"
                continue
            for text in [entry.msgid, entry.msgid_plural, entry.msgstr, *entry.msgstr_plural.values()]:
                names = placeholders(text or "")
                seen += len(names)
                assert all(PLACEHOLDER.fullmatch(name) for name in names), f"{file.name}: {text}"
    assert seen > 100


def test_catalogues_with_names_of_the_version_before_are_carried_over(executable, copied):
    """Version 0.1 wrote hyphens into names: nothing becomes stale, and what was reviewed stays so."""
    for language in ("ar", "en"):
        done = run(executable, copied, "translations", "approve", language, "--all", "--by", "A.B.")
        assert done.returncode == 0, done.stderr
    before = {file.name: file.read_text("utf-8") for file in catalogues(copied)}
    expected = status(executable, copied)
    reviewed = [language["states"]["reviewed"]["messages"] for language in expected["languages"]]
    assert sum(count > 0 for count in reviewed) == 2, reviewed
    for file in catalogues(copied):
        spell_as_before(file)
    assert any(file.read_text("utf-8") != before[file.name] for file in catalogues(copied))
    done = run(executable, copied, "translations", "update")
    assert done.returncode == 0, done.stderr
    assert {file.name: file.read_text("utf-8") for file in catalogues(copied)} == before
    assert status(executable, copied) == expected


def spell_as_before(file: Path) -> None:
    """The catalogue as version 0.1 would have it, the hashes of reviews too."""
    catalogue = polib.pofile(str(file), wrapwidth=0)
    for entry in catalogue:
        entry.msgid, entry.msgid_plural, entry.msgstr = old(entry.msgid), old(entry.msgid_plural), old(entry.msgstr)
        entry.msgstr_plural = {form: old(text) for form, text in entry.msgstr_plural.items()}
        forms = [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)] or [entry.msgstr]
        parts = [("msgctxt", entry.msgctxt), ("msgid", entry.msgid), ("msgid_plural", entry.msgid_plural or None)]
        parts += [("msgstr", text) for text in forms]
        told = "".join(f"{keyword} {len(text.encode())}:{text}" for keyword, text in parts if text is not None)
        digest = hashlib.sha256(told.encode()).hexdigest()[:8]
        entry.tcomment = re.sub(r"^(reviewed: .*) [0-9a-f]{8}$", rf"\1 {digest}", entry.tcomment, flags=re.MULTILINE)
    catalogue.save()


def old(text: str) -> str:
    return re.sub(r"\{service\.\w+\}", lambda name: name[0].replace("_", "-"), text)
