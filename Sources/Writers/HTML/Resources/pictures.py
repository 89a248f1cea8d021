"""Makes photos ready for pages and paper: upright, small, and without what cameras write into them.

    pictures.py

One job a line comes in on stdin, `{"id": …, "source": FILE, "result": FILE}`, and one answer a line goes out on stdout,
`{"id": …, "ok": true}` or `{"id": …, "ok": false, "kind": …, "message": …}`. The result is one JSON file: the forms for
the web, narrow before wide, and the one for paper, each with its type, size, SHA-256 and bytes in base64. The same
source gives the same result. The worker ends when stdin closes.
"""

import base64
import contextlib
import hashlib
import io
import json
import os
import struct
import sys
import warnings

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

WIDTHS = (672, 1248)
"""Pixels: a phone of 360 CSS pixels at two device pixels each, and the widest place (26rem) at three."""
PAPER_WIDTH = 1512
"""Pixels: the widest place on paper, 128 mm on the cover of a booklet, at 300 dpi."""
BUDGETS = (22_000, 66_000)
"""Bytes that WebP may have in each width; JPEG, for older browsers, twice as many."""
QUALITIES = (82, 76, 70, 62, 54, 46, 38, 30, 22, 14, 8)
PAPER_QUALITY = 90
MOST_PIXELS = 120_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
"""A JPEG with further pictures behind the first, as many phones write it, opens as MPO."""
TYPES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


class Refused(Exception):
    """A picture that can't be shown, and why: a kind that the program words."""

    def __init__(self, kind, message=""):
        super().__init__(message)
        self.kind = kind


def is_bare(data, kind):
    """Whether a file holds what is drawn and nothing else: no Exif, XMP, comment, profile, or bytes after its end."""
    if kind == "JPEG":
        return is_bare_jpeg(data)
    try:
        if kind == "PNG":
            return set(png_chunks(data)) <= {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"IDAT", b"IEND"}
        return kind == "WEBP" and set(webp_chunks(data)) <= {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
    except struct.error:
        return False


def is_bare_jpeg(data):
    place = 2
    while place + 4 <= len(data):
        mark, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if data[place] != 0xFF:
            return False
        if mark == 0xDA:
            break
        # Comments and all segments for applications but JFIF's and Adobe's, which say how colours are written.
        if mark == 0xFE or (0xE0 <= mark <= 0xEF and mark not in (0xE0, 0xEE)):
            return False
        # A JFIF segment may hold a small picture of its own, and a second one other things.
        if mark == 0xE0 and (data[place + 4 : place + 9] != b"JFIF\0" or length != 16):
            return False
        place += 2 + length
    return data.find(b"\xff\xd9", place) == len(data) - 2


def png_chunks(data):
    place = 8
    while place < len(data):
        length, name = struct.unpack_from(">I4s", data, place)
        yield name
        place += 12 + length
    if place > len(data):
        yield b"cut"


def webp_chunks(data):
    length = struct.unpack_from("<I", data, 4)[0]
    place = 12
    while place < len(data):
        name, size = struct.unpack_from("<4sI", data, place)
        yield name
        place += 8 + size + size % 2
    if place != 8 + length:
        yield b"cut"


def opened(data):
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
        if picture.format in ("PNG", "WEBP") and getattr(picture, "is_animated", False):
            raise Refused("moving")
        picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused("large") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error) as error:
        raise Refused("unreadable", str(error).split("<")[0].strip()) from error
    return picture


def upright(picture):
    """The picture as it is meant to be seen, in sRGB; with transparency only where something is transparent."""
    picture = ImageOps.exif_transpose(picture)
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    alpha = None
    if "A" in picture.getbands() or "transparency" in picture.info:
        alpha = picture.convert("RGBA").getchannel("A")
        picture = picture.convert("RGBA").convert("RGB")
        if alpha.getextrema() == (255, 255):
            alpha = None
    colours = picture if picture.mode in ("RGB", "CMYK", "L") else picture.convert("RGB")
    if profile:
        # A profile that is none, or of other colours than the picture's, is left out, as browsers do.
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            colours = ImageCms.profileToProfile(
                colours, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
    colours = colours.convert("RGB")
    colours.info = {}
    if alpha:
        colours.putalpha(alpha)
    return colours


def resized(picture, width):
    if picture.width <= width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def encoded(picture, kind, **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def lossy(picture, kind, budget, **options):
    """In the best quality that keeps the budget; in the least where none does."""
    data = b""
    for quality in QUALITIES:
        data = encoded(picture, kind, quality=quality, **options)
        if len(data) <= budget:
            break
    return data


def form(kind, size, data):
    return {
        "type": TYPES[kind],
        "width": size[0],
        "height": size[1],
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": base64.b64encode(data).decode(),
    }


def for_web(picture, width, budget, is_drawing):
    """The picture in a width: as WebP, and for older browsers."""
    picture = resized(picture, width)
    webp = [lossy(picture, "WEBP", budget, method=6)]
    old = []
    if is_drawing:
        webp.append(encoded(picture, "WEBP", lossless=True, quality=100, method=6))
    if is_drawing or picture.mode == "RGBA":
        old.append(("PNG", encoded(picture, "PNG", optimize=True)))
    if picture.mode == "RGB":
        old.append(("JPEG", lossy(picture, "JPEG", 2 * budget, optimize=True, progressive=True)))
    kind, data = min(old, key=lambda pair: len(pair[1]))
    return [form("WEBP", picture.size, min(webp, key=len)), form(kind, picture.size, data)]


def for_paper(picture, is_drawing):
    picture = resized(picture, PAPER_WIDTH)
    jpeg = b"" if picture.mode == "RGBA" else encoded(picture, "JPEG", quality=PAPER_QUALITY, optimize=True)
    png = encoded(picture, "PNG", optimize=True) if is_drawing or picture.mode == "RGBA" else b""
    if jpeg and (not png or len(jpeg) <= len(png)):
        return form("JPEG", picture.size, jpeg)
    return form("PNG", picture.size, png)


def prepared(data):
    picture = opened(data)
    kind = "JPEG" if picture.format == "MPO" else picture.format
    is_kept = is_bare(data, kind)
    is_drawing = kind == "PNG" or (kind == "WEBP" and b"VP8L" in data[:64])
    whole = upright(picture)
    if is_kept and kind != "WEBP" and whole.width <= PAPER_WIDTH:
        paper = form(kind, whole.size, data)
    else:
        paper = for_paper(whole, is_drawing)
    if is_kept and whole.width <= WIDTHS[-1] and len(data) <= BUDGETS[0]:
        web = [form(kind, whole.size, data)]
    else:
        web = []
        for width, budget in zip(WIDTHS, BUDGETS, strict=True):
            web += for_web(whole, width, budget, is_drawing)
            if whole.width <= width:
                break
    return {"web": web, "paper": paper, "width": whole.width}


def answer(job):
    try:
        with open(job["source"], "rb") as file:
            data = file.read()
        result = prepared(data)
        with open(job["result"], "w", encoding="ascii") as file:
            json.dump(result, file, separators=(",", ":"))
    except Refused as refused:
        return {"id": job["id"], "ok": False, "kind": refused.kind, "message": str(refused)}
    except MemoryError:
        return {"id": job["id"], "ok": False, "kind": "large", "message": ""}
    return {"id": job["id"], "ok": True}


def main():
    # Whole lines on the real stdout; whatever else may print goes to stderr.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        out.write(json.dumps(answer(json.loads(line))) + "\n")
        out.flush()


main()
