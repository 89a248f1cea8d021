"""The leaflet worker's answers, and what every leaflet keeps. Needs poppler-utils and zbar-tools."""

import copy
import functools
import hashlib
import re
import resource
import shutil
import signal
import subprocess
from collections import Counter

import page
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from leaflet_samples import LANGUAGES, WHOLE, bilingual, booklet, sample, trifold
from leaflet_worker import FONTS, ISOLATES, TEMPLATE, Worker, para, said, strings, unspaced, words


@pytest.fixture(scope="module")
def worker():
    worker = Worker()
    yield worker
    assert worker.close() == 0


def with_block(block, panel=0):
    doc = sample("it")
    doc["panels"][panel].append(block)
    return doc


def with_meta(**changes):
    doc = sample("it")
    return doc | {"meta": doc["meta"] | changes}


def code(rows):
    return {"t": "qr", "matrix": rows, "alt": "a", "url": "https://prova.example", "label": "a"}


KINDS = [
    *((sample, language) for language in LANGUAGES),
    *((kind, language) for kind in (booklet, trifold) for language in WHOLE),
    *((bilingual, language) for language in WHOLE if language != "it"),
]


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: f"{kind[0].__name__}-{kind[1]}")
def leaflet(request, worker, tmp_path_factory):
    kind, language = request.param
    folder = tmp_path_factory.mktemp(language)
    doc, pdf, png = kind(language), folder / "leaflet.pdf", folder / "leaflet.png"
    answer = worker.print(doc, pdf, png=str(png))
    assert answer["ok"], answer
    return language, doc, pdf, png, answer


def columns(doc):
    """The blocks in the order they are read, whatever the format."""
    return doc["panels"] if "panels" in doc else doc["rows"]


def test_a_leaflet_is_whole(leaflet):
    language, doc, pdf, png, answer = leaflet
    data = pdf.read_bytes()
    assert (answer["bytes"], answer["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert png.read_bytes().startswith(b"\x89PNG")
    info = said("pdfinfo", pdf)
    pages = int(re.search(r"Pages:\s+(\d+)\n", info)[1])
    assert pages == len(doc["panels"]) if "panels" in doc else pages <= doc["meta"]["max-sides"]
    assert f"Title:           {doc['meta']['title']}\n" in info
    with pikepdf.open(pdf) as opened:
        assert opened.Root.Lang == LANGUAGES[language]
    kinds = Counter(block["t"] for panel in columns(doc) for block in panel)
    tags = said("pdfinfo", "-struct", pdf)
    titles = 2 if "rows" in doc else 1
    assert kinds["heading"] > 2 and (tags.count("H1 "), tags.count("H2 ")) == (titles, kinds["heading"])
    assert tags.count("Figure") == kinds["qr"] + kinds["image"] + ("illustration" in doc["meta"])
    assert sorted(p.name for p in pdf.parent.iterdir()) == ["leaflet.pdf", "leaflet.png"]


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_leaflet_is_valid(leaflet, profile):
    result = page.validate_pdf(str(leaflet[2]), profile=profile)
    assert result.is_compliant, [(f.rule_id, f.message) for f in result.failures]


def test_a_leaflet_gives_back_its_words(leaflet):
    _, doc, pdf, *_ = leaflet
    meta = doc["meta"]
    printed = [*strings(columns(doc)), meta["title"], meta["publisher"], meta.get("italian-title", "")]
    found, wanted = words(said("pdftotext", pdf, "-")), words(" ".join(printed))
    assert sum(wanted.values()) > 50
    assert not wanted - found
    if meta["dir"] == "ltr":
        # Whole passages, with every vowel sign; pdftotext puts spaces between some of those and the next letter.
        text = said("pdftotext", "-raw", pdf, "-")
        assert not [passage for passage in printed if unspaced(passage) not in unspaced(text)]


def test_each_page_says_which_it_is(leaflet):
    """All but a cover, and each says the edition too."""
    _, doc, pdf, *_ = leaflet
    meta, pages = doc["meta"], said("pdftotext", "-raw", pdf, "-").split("\f")[:-1]
    covered = "panels" in doc and meta["format"] != "a4"
    for number, text in list(enumerate(pages, 1))[covered:]:
        wanted = meta["footer"]["page"].replace("{page}", str(number)).replace("{pages}", str(len(pages)))
        assert meta["code"] in text and "a1b2c3" in text and "{" not in text
        if meta["dir"] == "ltr":
            assert unspaced(wanted) in unspaced(text)
        else:
            assert not Counter(re.findall(r"\d+", wanted)) - Counter(re.findall(r"\d+", text))


def test_every_font_of_a_leaflet_is_embedded_as_truetype(leaflet):
    rows = said("pdffonts", leaflet[2]).splitlines()[2:]
    assert rows and all(re.search(r" CID TrueType +Identity-H +yes yes yes ", row) for row in rows), rows


@pytest.mark.parametrize("language", [name for name in LANGUAGES if len(sample(name)["panels"]) > 1])
def test_the_code_leads_to_the_leaflet(language, worker, tmp_path):
    assert worker.print(sample(language), tmp_path / "leaflet.pdf")["ok"]
    said("pdftoppm", "-r", 150, "-gray", "-png", "-f", 2, "-l", 2, tmp_path / "leaflet.pdf", tmp_path / "side")
    (side,) = tmp_path.glob("side*")
    assert said("zbarimg", "-q", "--raw", side).strip() == f"https://millegiorni.example/{language}/l/MG-01/#a1b2c3"


def lines(pdf, side):
    """The lines of a side, without the spaces in them."""
    html = said("pdftotext", "-bbox-layout", "-f", side, "-l", side, pdf, "-")
    return ["".join(re.findall(r">([^<\n]+)</word>", line)) for line in html.split("<line ")[1:]]


def characters(pdf, font):
    """What a font of that name shows in the file."""
    with pikepdf.open(pdf) as opened:
        fonts = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        maps = [f.ToUnicode.read_bytes() for f in fonts if "/ToUnicode" in f and font in str(f.BaseFont)]
    codes = [code.decode() for m in maps for code in re.findall(rb"<(\w+)>\n", m)]
    return set("".join(bytes.fromhex(code).decode("utf-16-be") for code in codes))


def test_chinese_keeps_its_marks_on_the_line_and_in_its_own_width(worker, tmp_path):
    pdf = tmp_path / "marks.pdf"
    doc = sample("zh-Hans")
    doc["panels"][1] = [para("他说：“您好！”——‘好’……" * n + "（我们。）") for n in range(1, 9)]
    assert worker.print(doc, pdf)["ok"]
    found = lines(pdf, 2)
    assert len(found) > 20
    assert not [line for line in found if re.match("[，。、：；！？）》”’]", line) or re.search("[（《“‘]$", line)]
    assert set("“”‘’—…，您") <= characters(pdf, "NotoSansCJKsc")
    latin = characters(pdf, "+NotoSans-")
    assert set("Unavist") <= latin and not set("“”‘’—…，您") & latin


def test_chinese_headings_break_between_words(worker, tmp_path):
    pdf, doc = tmp_path / "headings.pdf", sample("zh-Hans")
    doc["panels"][0][1]["c"] = [{"t": "text", "v": "多久来一次？来多长时间？"}]
    doc["panels"][0][5]["c"] = [{"t": "text", "v": "你们一起做什么事情？"}]
    assert worker.print(doc, pdf)["ok"]
    wanted = ["需要的时候，", "我们到您家来", "多久来一次？", "来多长时间？", "你们一起做什么", "事情？"]
    assert [line for line in lines(pdf, 1) if line in wanted] == wanted


def test_italian_keeps_its_marks_beside_chinese(worker, tmp_path):
    pdf, doc = tmp_path / "marks.pdf", sample("zh-Hans")
    run = {"t": "span", "lang": "it", "dir": "ltr", "c": [{"t": "text", "v": "l’«otto» – “nove”…"}]}
    doc["panels"][1] = [{"t": "para", "c": [run, {"t": "isolated", "v": "9:00–13:00"}]}]
    assert worker.print(doc, pdf)["ok"]
    assert set("’«»–“”…9") <= characters(pdf, "+NotoSans-")


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_chinese_font_has_what_chinese_needs(weight):
    font = TTFont(FONTS / f"NotoSansCJKsc-{weight}.ttf")
    assert "glyf" in font and "CFF " not in font
    assert font["OS/2"].fsType == 0
    marks = set("，。、；：！？（）《》〈〉「」“”‘’…—·％～　")
    assert {chr(code) for code in range(0x4E00, 0x9FA6)} | marks <= {chr(code) for code in font.getBestCmap()}


def test_a_stream_that_ends_in_a_carriage_return_is_not_taken_for_short(worker, tmp_path):
    doc, pdf = sample("pa"), tmp_path / "x.pdf"
    # The last byte of a stream depends on the sum of all; one of some hundred texts brings it to 13.
    texts = (letter * count for count in range(1, 30) for letter in "abcdefghijklmnopqrstuvwxyz")
    for text in texts:
        doc["meta"]["footer"]["review"][0]["v"] = text
        assert worker.print(doc, pdf)["ok"]
        if ends := set(re.findall(rb"\r([\r\n])endstream", pdf.read_bytes())):
            break
    assert ends == {b"\r"}
    assert page.validate_pdf(str(pdf), profile="2a").is_compliant
    with pikepdf.open(pdf) as opened:
        assert opened.check_pdf_syntax() == []


def test_two_workers_print_the_same_bytes(leaflet, worker, tmp_path):
    _, doc, pdf, *_ = leaflet
    other = Worker()
    assert other.hello == worker.hello
    for press in (other, other, worker):
        assert press.print(doc, tmp_path / "again.pdf")["ok"]
        assert (tmp_path / "again.pdf").read_bytes() == pdf.read_bytes()
    assert other.close() == 0


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "null",
        "7",
        '{"id": 7}',
        '{"id":7,"doc":[],"pdf":"x","timestamp":0}',
        "\u202e",
        '{"id":7,"doc":{},"pdf":"/nowhere/x.pdf","timestamp":0,"shell":"ls"}',
        "[" * 100000,
        '{"id":7,"doc":{},"pdf":"x","timestamp":0,"standards":["a-9"]}',
    ],
)
def test_a_malformed_job_is_answered(worker, line):
    answer = worker.ask(line)
    assert not answer["ok"] and answer["kind"] == "job" and answer["message"]
    assert answer["id"] == (7 if '"id"' in line else None)


@pytest.mark.parametrize(
    "doc, kind, message",
    [
        ({}, "document", "'meta'"),
        (with_block({"t": "marquee"}), "document", "'marquee'"),
        (with_block({"t": "para", "c": [{"t": "blink"}]}), "document", "'blink'"),
        (with_block({"t": "para"}), "document", "no 'c'"),
        (with_block({"t": "para", "c": [{"t": "link", "href": "javascript:a", "c": []}]}), "document", "javascript:a"),
        (with_block({"t": "para", "c": [{"t": "text", "v": 7}]}), "document", "the 'v' of 'text'"),
        (with_block({"t": "para", "c": ["parola"]}), "document", "an object with 't'"),
        (with_block({"t": "list", "items": [para("a")]}), "document", "the 'items' of 'list'"),
        (with_block({"t": "heading", "level": True, "c": []}), "document", "the 'level' of 'heading'"),
        (with_block({"t": "box", "role": "aside", "c": []}), "document", "'aside'"),
        (with_block(para("a") | {"lang": "en", "dir": "up"}), "document", "'up'"),
        (with_block(para("a") | {"lang": "en"}), "document", "no 'dir'"),
        (with_block(para("a") | {"colour": "red"}), "document", "a 'colour'"),
        (with_block({"t": "contact", "centres": [{"phones": []}]}), "document", "no 'name'"),
        (with_block(code(["01"] * 21)), "document", "not a square"),
        (with_block(code(["2" * 21] * 21)), "document", "not a square"),
        (with_meta(accent="red"), "document", "#rrggbb: 'red'"),
        (with_meta(layout="spiral"), "document", "'spiral'"),
        (with_meta(layout="bilingual"), "document", "no 'rows'"),
        (with_meta(layout="form") | {"intro": [], "fields": []}, "document", "no 'max-sides'"),
        (with_meta(footer={}), "document", "no 'edition'"),
        (with_block({"t": "heading", "level": 3, "c": []}), "structure", "no text under it"),
        (with_block({"t": "heading", "level": 4, "c": []}), "structure", "level 4"),
        (
            with_block({"t": "image", "svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "alt": " "}),
            "structure",
            "alternative",
        ),
        (with_block(para("h" * 120)), "too-wide", "wider than its line"),
        (with_block(para("ⴰ e 😀")), "glyph", "U+2D30"),
    ],
)
def test_a_faulty_document_is_refused_in_words(worker, tmp_path, doc, kind, message):
    answer = worker.print(doc, tmp_path / "no.pdf")
    assert not answer["ok"] and answer["kind"] == kind and message in answer["message"], answer
    assert list(tmp_path.iterdir()) == []


def test_all_missing_glyphs_are_named(worker, tmp_path):
    answer = worker.print(with_block(para('ⴰ e 😀 " \\')), tmp_path / "no.pdf")
    assert answer["glyphs"] == ["ⴰ", "😀"] and "U+1F600" in answer["message"]


@pytest.mark.parametrize("text", ["Chiama 👶 ora ✓ qui ⴰ", "👶 ✓ ⴰ", "👶 ", "✓👶 ⴰ ✓ ", "a👶b✓c⠀d"])
def test_missing_glyphs_are_those_and_no_spaces(worker, tmp_path, text):
    wanted = sorted(c for c in set(text) if not c.isspace() and not c.isascii())
    for layout in (text, "مرحبا " + text):
        answer = worker.print(with_block(para(layout)), tmp_path / "no.pdf")
        assert answer["glyphs"] == wanted, answer


def test_every_language_can_name_itself_in_every_other(worker, tmp_path):
    names = ["Italiano", "العربية", "বাংলা", "简体中文", "Українська", "ਪੰਜਾਬੀ", "हिन्दी", "Română"]
    pdf = tmp_path / "names.pdf"
    assert worker.print(with_block(para("Parliamo anche: " + ", ".join(names))), pdf)["ok"]
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert all(name in text for name in names if name not in ("العربية", "हिन्दी")), text
    assert all(page.validate_pdf(str(pdf), profile=profile).is_compliant for profile in ("ua1", "2a"))


def test_a_full_side_is_set_tighter_and_an_overfull_one_is_refused(worker, tmp_path):
    assert worker.print(with_block(para("parola " * 40), panel=1), tmp_path / "full.pdf")["ok"]
    answer = worker.print(with_block(para("parola " * 400), panel=1), tmp_path / "no.pdf")
    assert answer["kind"] == "overflow" and "MG-01 in 'it'" in answer["message"]
    (panel,) = answer["panels"]
    assert panel["panel"] == 2 and panel["lines"] > 5 and panel["mm"] > 20


@pytest.mark.parametrize(
    "text",
    [
        '#import "@preview/cetz:0.3.0"',
        '#read("/etc/passwd")',
        '#panic("leaflet: {}")',
        "*a* _b_ $x^2$ = c <d> @e `f` \\ // g /* h */",
        "\u202eda destra\u202c \u2066",
        ']]})) #eval("1+1") #{ }',
        "\\u{41} ~ -- --- ...",
        "<b>&amp;</b>",
        "</svg>",
    ],
)
def test_no_text_is_markup(worker, tmp_path, text):
    pdf = tmp_path / "hostile.pdf"
    assert worker.print(with_block(para(text)), pdf)["ok"]
    got = re.sub(r"\s+", " ", ISOLATES.sub("", said("pdftotext", "-layout", pdf, "-")))
    assert ISOLATES.sub("", text).strip() in got
    assert "\u202e" not in said("pdftotext", "-f", 1, "-l", 1, pdf, "-")


@pytest.mark.parametrize("href", ["/etc/passwd", "panels.pdf", "/leaflet.typ"])
def test_a_linked_file_in_a_picture_is_refused(worker, tmp_path, href):
    doc = sample("it")
    doc["meta"]["illustration"]["svg"] = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image href='{href}' width='9' height='9'/></svg>"
    )
    assert worker.print(trifold("it"), tmp_path / "it.pdf", print=str(tmp_path / "print.pdf"))["ok"]
    answer = worker.print(doc, tmp_path / "no.pdf")
    assert not answer["ok"] and href in answer["message"]


def test_a_place_that_cannot_be_written_is_said(worker, tmp_path):
    answer = worker.print(sample("it"), tmp_path / "missing" / "x.pdf")
    assert answer["kind"] == "output" and "No such file" in answer["message"]


def test_without_fonts_it_says_so_and_ends(tmp_path):
    for folder, message in ((tmp_path / "none", "does not exist"), (tmp_path, "'Noto Sans'")):
        worker = Worker(folder)
        assert worker.hello["kind"] == "font" and message in worker.hello["message"]
        assert worker.close() == 70


def test_every_file_of_ours_counts_in_the_fingerprint(worker, tmp_path):
    prints = {worker.hello["fingerprint"]}
    for name in ("leaflet.typ", "booklet.typ", "imposition.typ", "../worker.py", "../documents.py"):
        copy_of = shutil.copytree(TEMPLATE.parent, tmp_path / name.removeprefix("../"))
        changed = copy_of / "template" / name
        changed.write_text(changed.read_text() + "\n")
        other = Worker(template=copy_of / "template", program=copy_of / "worker.py")
        prints.add(other.hello["fingerprint"])
        assert other.close() == 0
    assert len(prints) == 6


def test_a_folder_without_the_template_is_said(tmp_path):
    worker = Worker(template=tmp_path)
    assert worker.hello["kind"] == "engine" and "lacks leaflet.typ" in worker.hello["message"]
    assert worker.close() == 70


def test_a_language_without_its_font_is_refused(tmp_path):
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for font in FONTS.glob("NotoSans-*.ttf"):
        (fonts / font.name).symlink_to(font.resolve())
    worker = Worker(fonts)
    assert worker.print(sample("it"), tmp_path / "it.pdf")["ok"]
    answer = worker.print(sample("ar"), tmp_path / "ar.pdf")
    assert (answer["kind"], answer["family"]) == ("font", "Noto Naskh Arabic")
    assert worker.close() == 0


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_and_leaves_nothing(tmp_path, how, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    worker = Worker()
    worker.process.send_signal(how)
    assert worker.process.stdout.read() == ""
    assert worker.close() == 128 + how and list(tmp_path.iterdir()) == []


def test_memory_stays_level(tmp_path):
    worker, marks = Worker(), []
    for number in range(45):
        doc = copy.deepcopy(sample("it"))
        doc["meta"]["title"] += f" {number}"
        assert worker.print(doc, tmp_path / "x.pdf")["ok"]
        if number in (29, 44):
            marks.append(worker.memory())
    assert worker.close() == 0
    assert marks[1] < marks[0] * 1.1 and marks[1] < 200_000, marks


def test_what_was_printed_before_changes_nothing(tmp_path):
    """The engine remembers what it has laid out; what it looked for in one leaflet is not where the next begins."""
    docs = [kind(language) for kind in (sample, trifold, booklet) for language in ("it", "ar")]
    docs += [bilingual("en"), bilingual("ar")]
    seen = []
    for order in (docs, docs[::-1]):
        worker = Worker()
        seen.append([worker.print(doc, tmp_path / "x.pdf")["sha256"] for doc in order])
        assert worker.close() == 0
    assert seen[0] == seen[1][::-1]


def test_a_text_that_could_not_be_put_down_is_not_taken_for_the_last_one(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    worker, pdf = Worker(), tmp_path / "x.pdf"
    assert worker.print(sample("it"), pdf)["ok"]
    (root,) = tmp_path.glob("leaflet-root-*")
    in_the_way = root / "nothing.typ"
    in_the_way.unlink()
    in_the_way.mkdir()
    assert not worker.print(sample("en"), pdf)["ok"]
    in_the_way.rmdir()
    assert worker.print(sample("en"), pdf)["ok"]
    assert worker.close() == 0
    with pikepdf.open(pdf) as opened:
        assert opened.Root.Lang == LANGUAGES["en"]


@pytest.mark.parametrize("limit", [resource.RLIMIT_AS, resource.RLIMIT_FSIZE, resource.RLIMIT_CPU])
def test_it_works_within_tighter_limits_than_its_own(tmp_path, limit, monkeypatch):
    hard = {resource.RLIMIT_AS: 1 << 30, resource.RLIMIT_FSIZE: 1 << 20, resource.RLIMIT_CPU: 50}[limit]
    limited = functools.partial(subprocess.Popen, preexec_fn=lambda: resource.setrlimit(limit, (hard, hard)))
    monkeypatch.setattr(subprocess, "Popen", limited)
    worker = Worker()
    assert worker.print(sample("it"), tmp_path / "it.pdf")["ok"]
    assert worker.close() == 0
