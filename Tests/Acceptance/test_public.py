"""Files that go out as they are, and those of other programs that do not."""

from __future__ import annotations

import pytest
from program import copy_of, run

BUILD = ("build", "--no-leaflets", "--language", "it")


@pytest.fixture
def place(project, tmp_path):
    return copy_of(project, tmp_path / "project")


def test_public_files_go_out_as_they_are(executable, place):
    public = place / "content/public"
    files = {
        "CNAME": b"millegiorni.example\n",
        "google0123.html": b"google-site-verification: google0123.html",
        ".well-known/security.txt": b"Contact: mailto:a@millegiorni.example\r\n",
        "foto.bin": bytes(range(256)),
    }
    for name, content in files.items():
        (public / name).parent.mkdir(parents=True, exist_ok=True)
        (public / name).write_bytes(content)
    (public / ".DS_Store").write_bytes(b"x")
    for _ in range(2):
        done = run(executable, place, *BUILD)
        assert done.returncode == 0, done.stderr
        assert {name: (place / "output" / name).read_bytes() for name in files} == files
    assert not (place / "output/.DS_Store").exists()
    assert "google0123" not in (place / "output/sitemap.xml").read_text("utf-8")
    assert run(executable, place, "check", "--no-leaflets").returncode == 0
    # Gone from there, gone from the site: it is no stray of somebody's.
    (public / "CNAME").unlink()
    assert run(executable, place, *BUILD).returncode == 0
    assert not (place / "output/CNAME").exists()


@pytest.mark.parametrize(
    "name",
    ["it/index.html", "IT/Index.html", "sitemap.xml", "it", "_headers", "data/centres.json", "it/index.html/x",
     "leaflets/MG-01-it.pdf", ".millegiorni"],
)  # fmt: skip
@pytest.mark.parametrize("command", [BUILD, ("check", "--no-leaflets")], ids=["build", "check"])
def test_no_public_file_takes_the_place_of_a_page(executable, place, name, command):
    file = place / "content/public" / name
    file.parent.mkdir(parents=True)
    file.write_text("mine", "utf-8")
    if name.startswith("leaflets") and command is BUILD:
        command = ("build", "--language", "it")
    done = run(executable, place, *command)
    assert done.returncode == 1, done.stderr
    assert f"content/public/{name}: error: [public-collision]" in done.stderr, done.stderr
    assert done.stderr.count("error:") == 1, done.stderr
    assert file.read_text("utf-8") == "mine"


def test_a_public_link_out_of_the_folder_is_refused(executable, place, tmp_path):
    (tmp_path / "secret").write_text("s", "utf-8")
    public = place / "content/public"
    public.mkdir()
    (public / "ok.txt").write_text("a", "utf-8")
    (public / "inside").symlink_to("ok.txt")
    assert run(executable, place, *BUILD).returncode == 0
    assert (place / "output/inside").read_text("utf-8") == "a"
    (public / "outside").symlink_to(tmp_path / "secret")
    (public / "site.txt").symlink_to("../site.yml")
    done = run(executable, place, *BUILD)
    assert done.returncode == 1 and done.stderr.count("[public-link]") == 2, done.stderr


def test_what_other_programs_leave_stops_nothing(executable, place):
    left = [
        *("centres/esempio-nord.yml~", "pages/desktop.ini", "media/Thumbs.db", "pages/#index.md#"),
        *("leaflets/MG-01.md.bak", "site.yml.orig", "pages/~$index.md", ".DS_Store", "media/._foto.svg"),
    ]
    for name in left:
        (place / "content" / name).write_bytes(b"\xff\x00 nothing of ours")
    done = run(executable, place, *BUILD)
    assert done.returncode == 0 and "leavings" not in done.stderr, done.stderr
    done = run(executable, place, "check", "--no-leaflets")
    assert done.returncode == 0 and done.stderr.count("[leavings]") == 1, done.stderr
    assert "content/centres/esempio-nord.yml~" in done.stderr


@pytest.mark.parametrize("name", ["elenco.bak", "appunti.txt~", "pagina.html.orig", "sito.tmp"])
def test_a_backup_that_a_person_put_into_the_output_is_not_lost(executable, place, name):
    """An editor leaves such files beside what it edits, but in a folder of files they may be all that a person has."""
    assert run(executable, place, *BUILD).returncode == 0
    stray = place / "output" / name
    stray.write_text("mine", "utf-8")
    done = run(executable, place, *BUILD)
    assert done.returncode != 0 and name in done.stderr, done.stderr
    assert stray.read_text("utf-8") == "mine"
    alone = place / "backups" / name
    alone.parent.mkdir()
    alone.write_text("mine", "utf-8")
    done = run(executable, place, *BUILD, "--output", str(alone.parent))
    assert done.returncode != 0, done.stderr
    assert alone.read_text("utf-8") == "mine"


def test_only_linked_pictures_are_published(executable, place):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>\n'
    for name in ("usata.svg", "casa-di-una-famiglia.svg"):
        (place / "content/media" / name).write_text(drawing, "utf-8")
    page = place / "content/pages/families/sportello.md"
    page.write_text(page.read_text("utf-8") + "\n![Uno sportello](../../media/usata.svg)\n", "utf-8")
    assert run(executable, place, "translations", "update").returncode == 0
    done = run(executable, place, *BUILD)
    assert done.returncode == 0, done.stderr
    assert (place / "output/media/usata.svg").read_text("utf-8") == drawing
    assert not (place / "output/media/casa-di-una-famiglia.svg").exists()
    done = run(executable, place, "check", "--no-leaflets")
    assert done.returncode == 0, done.stderr
    assert "content/media/casa-di-una-famiglia.svg: warning: [unlinked-picture]" in done.stderr, done.stderr
    assert "usata.svg" not in done.stderr
