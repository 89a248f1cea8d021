"""The live preview: what an editor sees who changes a line, and who breaks one."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from program import copy_of, run, tree

#: How often a text is changed under three open tabs.
EDITS = int(os.environ.get("MILLEGIORNI_EDITS", "10"))


class Preview:
    def __init__(self, executable: Path, place: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.place = place
        self.process = subprocess.Popen(
            [executable, "serve", "--port", str(self.port)], cwd=place, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "the preview ended before it answered"
            try:
                self.get("/")
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the preview does not answer")

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8")

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(30)


@pytest.fixture
def preview(executable, project, tmp_path) -> Iterator[Preview]:
    preview = Preview(executable, copy_of(project, tmp_path))
    yield preview
    preview.end()


def test_a_changed_line_is_on_the_page_and_nothing_is_written(preview):
    page = preview.place / "content/pages/index.md"
    before = tree(preview.place / "output")
    status, old = preview.get("/it/")
    assert status == 200 and "Una frase nuova." not in old
    stamp = preview.get("/-/stamp.js")[1]
    page.write_text(page.read_text("utf-8") + "\nUna frase nuova.\n", "utf-8")
    assert "<p>Una frase nuova.</p>" in preview.get("/it/index.html")[1]
    assert preview.get("/-/stamp.js")[1] != stamp, "an open page is told"
    assert tree(preview.place / "output") == before


def test_every_reader_gets_the_text_as_it_is_now(preview):
    """Four at once: who comes while the site is made must not get the old page, least of all with the new stamp."""
    page = preview.place / "content/pages/index.md"
    text = page.read_text("utf-8")
    with ThreadPoolExecutor(4) as readers:
        for number in range(12):
            page.write_text(f"{text}\nFrase numero {number}.\n", "utf-8")
            pages = list(readers.map(preview.get, ["/it/"] * 4))
            assert all(f"<p>Frase numero {number}.</p>" in shown for _, shown in pages), number


def test_every_open_tab_shows_each_edit(preview, chromium):
    page = preview.place / "content/pages/index.md"
    text = page.read_text("utf-8")
    tabs = [chromium.new_page() for _ in range(3)]
    try:
        for tab in tabs:
            tab.goto(f"http://127.0.0.1:{preview.port}/it/")
        for number in range(EDITS):
            page.write_text(f"{text}\nModifica {number}.\n", "utf-8")
            for tab in tabs:
                tab.get_by_text(f"Modifica {number}.", exact=True).wait_for(timeout=30_000)
    finally:
        for tab in tabs:
            tab.close()


def test_a_mistake_stands_on_the_page_with_its_place(preview):
    page = preview.place / "content/pages/index.md"
    good = page.read_text("utf-8")
    page.write_text(good + "\n{service.nessuno}\n", "utf-8")
    assert "[unknown-placeholder]" in preview.get("/it/")[1]
    assert "content/pages/index.md:" in preview.get("/en/")[1]
    page.write_text(good, "utf-8")
    assert "[unknown-placeholder]" not in preview.get("/it/")[1]


def test_a_broken_catalogue_leaves_the_other_languages_whole(preview):
    english = preview.get("/en/")[1]
    heading = english[english.index("<h1") : english.index("</h1>")]
    catalogue = preview.place / "translations/ar.po"
    catalogue.write_bytes(catalogue.read_bytes()[:20_000] + b'\nmsgid "cut\xff off')
    for path in ("/en/", "/ar/", "/it/"):
        status, page = preview.get(path)
        assert status == 200 and "translations/ar.po:" in page, path
    assert heading in preview.get("/en/")[1]
    assert run_build(preview).returncode == 1, "a build refuses what the preview shows"


def test_settings_that_cannot_be_read_keep_the_last_site(preview):
    (preview.place / "content/site.yml").write_text("name: [", "utf-8")
    status, page = preview.get("/it/")
    assert status == 200 and "content/site.yml:" in page and "<main" in page


def test_what_is_not_there_is_said(preview):
    status, page = preview.get("/it/nessuna/")
    assert status == 404 and "<main" in page
    assert preview.get("/../../etc/passwd")[0] == 404


def run_build(preview: Preview) -> subprocess.CompletedProcess[str]:
    return run(Path(preview.process.args[0]), preview.place, "build", "--no-leaflets")


def test_a_folder_without_a_project_is_an_error(executable, tmp_path):
    done = run(executable, tmp_path, "serve")
    assert done.returncode != 0 and "[missing-project]" in done.stderr and "http://" not in done.stderr, done.stderr


def test_the_terminal_is_told_of_problems_and_of_the_next_free_port(executable, preview, project, tmp_path):
    """A second preview never gives the address of the first one."""
    place = copy_of(project, tmp_path / "second")
    page = place / "content/pages/index.md"
    good = page.read_text("utf-8")
    command = [executable, "serve", "--port", str(preview.port)]
    with subprocess.Popen(
        command, cwd=place, stderr=subprocess.PIPE, text=True, env=os.environ | {"LANG": "C"}
    ) as second:
        # A terminal that is told nothing must not keep the test waiting for ever.
        limit = threading.Timer(60, second.kill)
        limit.start()
        try:
            lines = iter(second.stderr.readline, "")
            assert f"port {preview.port} is taken" in next(lines)
            address = next(line for line in lines if line.startswith("http://")).strip()
            assert address != f"http://127.0.0.1:{preview.port}/"
            with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310
                assert answer.status == 200
            page.write_text(good + "\n{service.nessuno}\n", "utf-8")
            line = next(lines)
            assert line.startswith("content/pages/index.md:") and "[unknown-placeholder]" in line, line
            page.write_text(good, "utf-8")
            line = next(lines)
            assert line.startswith("mended: content/pages/index.md:"), line
        finally:
            limit.cancel()
            second.terminate()
