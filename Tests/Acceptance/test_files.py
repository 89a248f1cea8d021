"""Files to download: only those that a page links to, with what a reader wants to know before the tap."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from lxml import html
from program import copy_of, run

BUILD = ("build", "--no-leaflets", "--language", "it", "--language", "ar", "--language", "zh-Hans")
PAGE = "families/sportello.md"


@pytest.fixture
def place(project, tmp_path):
    place = copy_of(project, tmp_path / "project", own_cache=True)
    (place / "content/files").mkdir(exist_ok=True)
    return place


def link(place, *addresses: str) -> int:
    """At the end of a page; gives back the line of the first."""
    file = place / "content/pages" / PAGE
    text = file.read_text("utf-8").rstrip("\n") + "\n\n"
    file.write_text(text + "\n\n".join(f"[Scarica il modulo]({address})" for address in addresses) + "\n", "utf-8")
    return text.count("\n") + 1


def links(place, language: str) -> list:
    page = html.fromstring((place / f"output/{language}/sportello/index.html").read_text("utf-8"))
    return page.xpath("//main//a[contains(@href, 'files/')]")


def test_linked_files_go_out_with_size_and_language(executable, place):
    files = {
        "modulo.pdf": b"%PDF" * 85_000,
        "Guida per tutti.ar.pdf": b"%PDF" * 300_000,
        "orari 100%?#.txt": b"x",
        "altro/elenco.DOCX": b"PK",
        "non-linkato.pdf": b"x",
    }
    for name, content in files.items():
        (place / "content/files" / name).parent.mkdir(exist_ok=True)
        (place / "content/files" / name).write_bytes(content)
    link(
        place,
        "../../files/modulo.pdf",
        "<../../files/Guida per tutti.ar.pdf>",
        "../../files/Guida%20per%20tutti.ar.pdf",
        "../../files/orari%20100%25%3F%23.txt",
        "../../files/altro/elenco.DOCX",
    )
    assert run(executable, place, "translations", "update").returncode == 0
    done = run(executable, place, *BUILD)
    assert done.returncode == 0, done.stderr
    italian = links(place, "it")
    assert [each.text_content() for each in italian] == [
        "Scarica il modulo (PDF · 340 kB · italiano)",
        "Scarica il modulo (PDF · 1,2 MB · arabo)",
        "Scarica il modulo (PDF · 1,2 MB · arabo)",
        "Scarica il modulo (TXT · 1 kB · italiano)",
        "Scarica il modulo (DOCX · 1 kB · italiano)",
    ]
    published = {name: content for name, content in files.items() if name != "non-linkato.pdf"}
    for each in italian:
        path = (place / "output/it/sportello" / unquote(each.get("href"))).resolve()
        assert path.read_bytes() == files[path.relative_to(place.resolve() / "output/files").as_posix()]
    found = [file for file in (place / "output/files").rglob("*") if file.is_file()]
    assert len(found) == len(published)
    done = run(executable, place, "check", "--no-leaflets")
    assert "content/files/non-linkato.pdf: warning: [unlinked-file]" in done.stderr, done.stderr
    assert done.stderr.count("[unlinked-file]") == 1


def test_size_and_language_are_told_in_the_language_of_the_page(executable, place):
    (place / "content/files/modulo.pdf").write_bytes(b"%PDF" * 300_000)
    link(place, "../../files/modulo.pdf")
    assert run(executable, place, "translations", "update").returncode == 0
    for language, words in {"ar": "حمّل الاستمارة", "zh-Hans": "下载表格"}.items():
        catalogue = place / f"translations/{language}.po"
        text = catalogue.read_text("utf-8")
        new = 'msgid "[Scarica il modulo]({1})"\nmsgstr ""\n'
        assert new in text
        catalogue.write_text(text.replace(new, new.replace('msgstr ""', f'msgstr "[{words}]({{1}})"')), "utf-8")
    done = run(executable, place, *BUILD)
    assert done.returncode == 0, done.stderr
    (arabic,), (chinese,) = links(place, "ar"), links(place, "zh-Hans")
    assert arabic.text_content() == "حمّل الاستمارة (PDF · 1.2 MB · الإيطالية)"
    # Latin letters and digits keep their order in a line from right to left.
    assert arabic.xpath("bdi[@dir='ltr']/text()") == ["PDF · 1.2 MB"]
    assert chinese.text_content() == "下载表格 (PDF · 1.2 MB · 意大利语)"


@pytest.mark.parametrize(
    ("address", "identifier", "said"),
    [
        ("../../files/Modulo%20nuovo.pd", "missing-file", "<../../files/Modulo nuovo.pdf>"),
        ("../../files/Modulo%20nuvo.pdf", "missing-file", "<../../files/Modulo nuovo.pdf>"),
        ("../../files/qualcosa.pdf", "missing-file", "content/files/"),
        ("../../files/foto.jpg", "attachment-kind", "content/media/"),
        ("../../files/pagina.html", "attachment-kind", "PDF"),
        ("../../files/disegno.svg", "attachment-kind", "PDF"),
    ],
)
def test_what_can_not_be_downloaded_is_one_error(executable, place, address, identifier, said):
    names = ["Modulo nuovo.pdf", "foto.jpg", "pagina.html", "disegno.svg"]
    for name in names:
        (place / "content/files" / name).write_bytes(b"x")
    line = link(place, address)
    done = run(executable, place, *BUILD)
    assert done.returncode == 1, done.stderr
    assert f"content/pages/{PAGE}:{line}:" in done.stderr and f"error: [{identifier}]" in done.stderr, done.stderr
    assert done.stderr.count("error:") == 1 and "hint:" in done.stderr and said in done.stderr, done.stderr
