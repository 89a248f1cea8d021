"""Photos of a page: small, upright, and without what cameras write into them."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import re
import shutil
import subprocess
import threading
from pathlib import Path

import page as validation
import pikepdf
import pytest
from lxml import html
from PIL import Image, PngImagePlugin
from program import copy_of, run, tree

BUILD = ("build", "--no-leaflets", "--language", "it")
#: The width and the pixels of the phone that the budget is for.
PHONE, PIXELS, BUDGET = {"width": 360, "height": 640}, 2, 50_000
# None so short that compressed bytes could hold it by chance.
SECRETS = (
    *(b"Exif", b"http://ns.adobe.com/xap", b"adobe:ns:meta", b"via-della-famiglia"),
    *(b"ICC_PROFILE", b"eXIf", b"tEXt"),
)


@pytest.fixture
def place(project, tmp_path):
    return copy_of(project, tmp_path / "project", own_cache=True)


def photo(size: tuple[int, int] = (4000, 3000)) -> Image.Image:
    """Something like a photo: soft shapes, the grain of a sensor, and a red upper half to know its top by."""
    shapes = Image.effect_noise((max(2, size[0] // 80), max(2, size[1] // 80)), 90).resize(
        size, Image.Resampling.BICUBIC
    )
    grain = Image.effect_noise(size, 40)
    picture = Image.merge("RGB", (Image.blend(shapes, grain, 0.35), shapes, Image.blend(shapes, grain, 0.2)))
    half = (0, 0, size[0], size[1] // 2)
    picture.paste((250, 20, 20), half, shapes.crop(half))
    return picture


def metadata(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "via-della-famiglia"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (44.0, 41.0, 5.0), "E", (10.0, 37.0, 5.0)
    return exif


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>via-della-famiglia</a></x:xmpmeta>'


def save(picture: Image.Image, file: Path, orientation: int = 1, quality: int = 95) -> None:
    file.parent.mkdir(exist_ok=True, parents=True)
    options: dict = {"exif": metadata(orientation)}
    if file.suffix.lower() == ".png":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Comment", "via-della-famiglia")
    elif file.suffix.lower() == ".webp":
        options |= {"xmp": XMP, "quality": quality}
    else:
        options |= {"xmp": XMP, "quality": quality, "comment": b"via-della-famiglia"}
    picture.save(file, **options)


def show(place: Path, *addresses: str, page: str = "index.md") -> None:
    file = place / "content/pages" / page
    text = file.read_text("utf-8")
    head, body = text.split("\n\n", 1)
    shown = "\n\n".join(f"![Una famiglia.]({address})" for address in addresses)
    file.write_text(f"{head}\n\n{shown}\n\n{body}", "utf-8")


def published(place: Path) -> dict[str, bytes]:
    folder = place / "output/media"
    files = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*")) if file.is_file()}
    return {name: file.read_bytes() for name, file in files.items() if not name.endswith(".svg")}


@pytest.mark.parametrize("name", ["casa.jpg", "casa.JPG", "casa.jpeg", "casa.png", "casa.webp"])
@pytest.mark.parametrize("size", [(300, 200), (1500, 1000)], ids=["small", "large"])
def test_nothing_that_a_camera_wrote_is_published(executable, place, name, size):
    save(photo(size), place / "content/media" / name)
    show(place, f"../media/{name}")
    # Nobody shows this one.
    save(photo(size), place / "content/media" / f"altra-{name}")
    done = run(executable, place, *BUILD)
    assert done.returncode == 0, done.stderr
    files = published(place)
    assert files and not any("altra" in file for file in files), files.keys()
    for file, content in files.items():
        assert not [secret for secret in SECRETS if secret in content], file
        picture = Image.open(io.BytesIO(content))
        assert not picture.getexif() and not picture.info.keys() & {"exif", "xmp", "comment", "icc_profile"}, file
        assert picture.format in ("JPEG", "PNG", "WEBP"), file


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "foto"])
def test_no_public_picture_says_where_it_was_taken(executable, place, name):
    """What is in content/public/ goes out as it is, so nothing can be taken out there."""
    file = place / "content/public" / name
    kind = file if file.suffix else file.with_suffix(".jpg")
    save(photo((300, 200)), kind)
    kind.rename(file)
    done = run(executable, place, *BUILD)
    assert done.returncode == 1, done.stderr
    assert f"content/public/{name}: error: [public-photo]" in done.stderr, done.stderr
    assert done.stderr.count("error:") == 1 and "content/media/" in done.stderr
    bare = photo((300, 200))
    bare.save(file, {".png": "PNG", ".webp": "WEBP"}.get(file.suffix, "JPEG"))
    assert run(executable, place, *BUILD).returncode == 0
    assert (place / "output" / name).read_bytes() == file.read_bytes()


def test_a_photo_held_upright_is_shown_upright(executable, place):
    # Orientation 6: the camera was turned, and the picture's top is on its left.
    save(photo((1500, 1000)).rotate(90, expand=True), place / "content/media/ritta.jpg", orientation=6)
    show(place, "../media/ritta.jpg")
    assert run(executable, place, *BUILD).returncode == 0
    for file, content in published(place).items():
        picture = Image.open(io.BytesIO(content)).convert("RGB")
        assert picture.width > picture.height, file
        top, bottom = (picture.resize((1, 2), box=(0, *half)).getpixel((0, 0))
                       for half in ((0, picture.width, picture.height // 3),
                                    (picture.height * 2 // 3, picture.width, picture.height)))  # fmt: skip
        assert top[0] - top[1] > bottom[0] - bottom[1] + 60, (file, top, bottom)


def test_a_page_gives_two_widths_with_their_size_and_a_fallback(executable, place):
    save(photo((2000, 1500)), place / "content/media/Foto Centro.jpg")
    save(photo((500, 400)), place / "content/media/piccola.jpg")
    show(place, "<../media/Foto Centro.jpg>", "../media/piccola.jpg", "../media/Foto%20Centro.jpg")
    done = run(executable, place, *BUILD)
    assert done.returncode == 0, done.stderr
    page = html.fromstring((place / "output/it/index.html").read_text("utf-8"))
    large, small, again = page.xpath("//img[@alt='Una famiglia.']")
    assert (large.get("width"), large.get("height")) == ("1248", "936")
    assert large.get("src") == again.get("src")
    assert large.getparent().tag == "picture"
    assert (large.get("loading"), small.get("loading"), again.get("loading")) == (None, "lazy", "lazy")
    sets = {"webp": large.getparent().xpath("source[@type='image/webp']/@srcset")[0], "jpg": large.get("srcset")}
    for kind, choice in sets.items():
        files = [part.split() for part in choice.split(", ")]
        assert [width for _, width in files] == ["672w", "1248w"]
        for address, width in files:
            assert re.fullmatch(rf"\.\./media/foto-centro-jpg\.[0-9a-f]{{8}}\.{kind}", address), address
            picture = Image.open(io.BytesIO((place / "output/it" / address).read_bytes()))
            assert picture.width == int(width[:-1])
            assert picture.format == {"webp": "WEBP", "jpg": "JPEG"}[kind]
    assert (small.get("width"), small.get("height")) == ("500", "400")


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_a_small_bare_picture_is_published_as_it_is(executable, place, ending):
    file = place / f"content/media/segno.{ending}"
    Image.new("RGB", (120, 80), (200, 30, 90)).save(file)
    show(place, f"../media/segno.{ending}")
    assert run(executable, place, *BUILD).returncode == 0
    assert list(published(place).values()) == [file.read_bytes()]
    image = html.fromstring((place / "output/it/index.html").read_text("utf-8")).xpath("//img[@alt='Una famiglia.']")[0]
    assert image.get("srcset") is None and image.getparent().tag != "picture"


def test_pictures_are_the_same_each_time_and_made_once(executable, place):
    save(photo((1600, 1200)), place / "content/media/a.jpg")
    shutil.copyfile(place / "content/media/a.jpg", place / "content/media/b.jpg")
    show(place, "../media/a.jpg", "../media/b.jpg")
    assert run(executable, place, *BUILD).returncode == 0
    first = tree(place / "output")
    entries = sorted((place / ".cache/pictures").glob("??/*"))
    assert len(entries) == 1
    assert run(executable, place, *BUILD).returncode == 0
    assert tree(place / "output") == first
    # A damaged entry is none.
    entries[0].joinpath("picture.json").write_bytes(b"{}")
    assert run(executable, place, *BUILD).returncode == 0
    shutil.rmtree(place / ".cache")
    assert run(executable, place, *BUILD).returncode == 0
    assert tree(place / "output") == first


def test_without_python_no_photo_goes_out(executable, place):
    save(photo((700, 500)), place / "content/media/a.jpg")
    show(place, "../media/a.jpg")
    before = tree(place / "output")
    done = run(executable, place, *BUILD, "--python", str(place / "none"))
    assert done.returncode == 70 and "[picture-worker]" in done.stderr and "make site" in done.stderr, done.stderr
    assert tree(place / "output") == before


def broken(file: Path) -> None:
    file.write_bytes(b"\x00\x00\x00\x18ftypheic nothing that Pillow reads")


def cut(file: Path) -> None:
    save(photo((700, 500)), file)
    file.write_bytes(file.read_bytes()[:3000])


def moving(file: Path) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    frames[0].save(file, format="WEBP", save_all=True, append_images=frames[1:])


def endless(file: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(file, format="PNG")


@pytest.mark.parametrize(
    ("name", "make"),
    [("a.jpg", broken), ("a.jpg", cut), ("a.webp", moving), ("a.png", endless), ("a.heic", broken), ("a.gif", broken)],
    ids=["heic", "cut", "moving", "endless", "ending", "gif"],
)
def test_what_is_no_picture_is_one_error(executable, place, name, make):
    make(place / "content/media" / name)
    show(place, f"../media/{name}")
    done = run(executable, place, *BUILD)
    assert done.returncode == 1, done.stderr
    assert f"content/media/{name}: error: [picture]" in done.stderr, done.stderr
    assert done.stderr.count("error:") == 1 and "hint:" in done.stderr, done.stderr


@pytest.mark.parametrize(
    ("inside", "named", "line"),
    [
        ("<script>alert(1)</script>", "<script>", 3),
        ("<script\n  href='#a'/>", "<script>", 3),
        ("<g xmlns:s='http://www.w3.org/2000/svg'>\n<s:script/></g>", "<script>", 4),
        ("<path d='M0 0'\n onclick='alert(1)'/>", "<path onclick>", 3),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>", 3),
        ("<image href='https://example.example/a.png'/>", "<image href>", 3),
        ("<image xmlns:x='http://www.w3.org/1999/xlink' x:href='//example.example/a.png'/>", "<image x:href>", 3),
        ("<image href='data:image/jpeg;base64,/9j/'/>", "<image href>", 3),
        ("<a href='javascript:alert(1)'/>", "<a href>", 3),
        ("<path style='fill: url( \"https://example.example/a\")'/>", "<path style>", 3),
        ("<path fill='url(other.svg#a)'/>", "<path fill>", 3),
        ("<style>@import 'a.css';</style>", "<style>", 3),
        ("<style>\n<![CDATA[ path { fill: u\\72l(https://example.example) } ]]></style>", "<style>", 3),
        ("<set attributeName='href' to='javascript:alert(1)'/>", "<set>", 3),
        ("<path>", "no SVG", None),
    ],
)
def test_a_drawing_that_does_more_than_be_looked_at_is_refused(executable, place, inside, named, line):
    drawing = place / "content/media/disegno.svg"
    text = f'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{inside}\n</svg>\n'
    drawing.write_text(text, "utf-8")
    show(place, "../media/disegno.svg")
    done = run(executable, place, *BUILD)
    assert done.returncode == 1, done.stderr
    assert done.stderr.count("error:") == 1, done.stderr
    where = f"content/media/disegno.svg:{line}:" if line else "content/media/disegno.svg:"
    assert where in done.stderr and "[picture]" in done.stderr and named in done.stderr, done.stderr


@pytest.mark.parametrize(
    "start",
    [
        '<!DOCTYPE svg [\n<!ENTITY a "javascript:alert(1)">\n]>\n',
        '<?xml-stylesheet href="https://example.example/a.css"?>\n',
    ],
    ids=["entity", "style-sheet"],
)
def test_a_drawing_begins_with_nothing_that_hides(executable, place, start):
    drawing = place / "content/media/disegno.svg"
    drawing.write_text(f'{start}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n', "utf-8")
    show(place, "../media/disegno.svg")
    done = run(executable, place, *BUILD)
    assert done.returncode == 1 and "content/media/disegno.svg:" in done.stderr, done.stderr
    assert done.stderr.count("error: [picture]") == 1, done.stderr


def test_a_harmless_drawing_goes_out_as_it_is(executable, place):
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n'
        "<title>Casa</title><defs><linearGradient id='a'/></defs><style>.b { fill: url(#a) }</style>\n"
        "<path id='c' d='M0 0h9' fill=\"url('#a')\"/><use xlink:href='#c'/></svg>\n"
    )
    (place / "content/media/disegno.svg").write_text(text, "utf-8")
    show(place, "../media/disegno.svg")
    done = run(executable, place, *BUILD)
    assert done.returncode == 0, done.stderr
    assert (place / "output/media/disegno.svg").read_text("utf-8") == text


class _Host(http.server.SimpleHTTPRequestHandler):
    """A web host that compresses texts, as they all do, and counts what it sends."""

    sent: list[tuple[str, int]]

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        self.send_response(200)
        if file.suffix in (".html", ".css", ".js", ".svg"):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.sent.append((self.path, len(content)))

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def test_a_home_page_with_a_photo_of_a_phone_is_light(executable, place, visit):
    file = place / "content/media/telefono.jpg"
    save(photo(), file, quality=96)
    assert file.stat().st_size > 3_500_000
    show(place, "../media/telefono.jpg")
    assert run(executable, place, *BUILD).returncode == 0
    handler = type("Host", (_Host,), {"sent": []})
    serve = functools.partial(handler, directory=place / "output")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        tab = visit(viewport=PHONE, device_scale_factor=PIXELS).context.new_page()
        tab.goto(f"http://127.0.0.1:{server.server_port}/it/index.html")
        tab.wait_for_load_state("networkidle")
        for _ in range(30):
            tab.mouse.wheel(0, 600)
        tab.wait_for_load_state("networkidle")
        shown = tab.evaluate(
            "[...document.images].map(image => [image.alt, image.currentSrc, image.naturalWidth, image.clientWidth])"
        )
        server.shutdown()
        thread.join()
    picture = next(image for image in shown if image[0] == "Una famiglia.")
    assert picture[1].endswith(".webp") and picture[2] > 0, picture
    # Sharp: a pixel of the picture for each of the screen.
    file = place / "output" / picture[1].split("/", 3)[3]
    assert Image.open(io.BytesIO(file.read_bytes())).width >= PIXELS * picture[3]
    assert sum(size for _, size in handler.sent) < BUDGET, handler.sent


def put_on_leaflet(place: Path, name: str) -> int:
    """In place of its first picture, which stands beside the title; gives back the line."""
    leaflet = place / "content/leaflets/MG-01.md"
    lines = leaflet.read_text("utf-8").splitlines()
    number = next(index for index, line in enumerate(lines) if line.startswith("!["))
    lines[number] = f"![Una famiglia.](../media/{name})"
    leaflet.write_text("\n".join(lines) + "\n", "utf-8")
    return number + 1


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_a_photo_on_a_leaflet_is_sharp_and_says_nothing_of_its_place(executable, place, kind):
    save(photo((2400, 1800)), place / f"content/media/casa.{kind}", quality=85)
    put_on_leaflet(place, f"casa.{kind}")
    done = run(executable, place, "build", "--language", "it", "--centre", "esempio-nord")
    assert done.returncode == 0, done.stderr
    assert "[picture]" not in done.stderr
    file = place / "output/leaflets/MG-01-it.pdf"
    listed = subprocess.run(["pdfimages", "-list", file], capture_output=True, text=True, check=True)
    header, _, *rows = [line.split() for line in listed.stdout.splitlines()]
    dots = [int(row[header.index("x-ppi")]) for row in rows if row[header.index("type")] == "image"]
    assert dots and min(dots) >= 300, listed.stdout
    with pikepdf.open(file) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        pictures = [item.read_raw_bytes() for item in streams if item.get("/Subtype") == "/Image"]
    assert pictures and not [secret for secret in SECRETS for item in pictures if secret in item]
    for profile in ("ua1", "2a"):
        result = validation.validate_pdf(str(file), profile=profile)
        assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]


def test_a_photo_too_small_for_paper_is_a_warning_at_its_place(executable, place):
    save(photo((240, 180)), place / "content/media/piccola.jpg")
    line = put_on_leaflet(place, "piccola.jpg")
    done = run(executable, place, *BUILD)
    assert done.returncode == 0, done.stderr
    assert f"content/leaflets/MG-01.md:{line}:" in done.stderr and "warning: [picture]" in done.stderr, done.stderr
    assert "240" in done.stderr and "hint:" in done.stderr


def test_an_edition_is_of_the_photo_and_not_of_the_program_that_prints_it(executable, place):
    put_on_leaflet(place, "casa.jpg")

    def edition() -> str:
        done = run(executable, place, "leaflets", "status", "--language", "it", "--by", "sheet")
        assert done.returncode == 0, done.stderr
        return re.search(r"^MG-01-it\s+.*$", done.stdout, re.MULTILINE)[0]

    save(photo((1600, 1200)), place / "content/media/casa.jpg")
    first = edition()
    # What has made it ready is asked for only where it is printed.
    (place / ".tools/venv").unlink()
    assert edition() == first
    save(photo((1600, 1200)), place / "content/media/casa.jpg")
    assert edition() != first
