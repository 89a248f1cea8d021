"""Sample leaflets in every format, made from the texts of `leaflet-samples/`: invented centres, invented numbers."""

import copy
import json
import pathlib

SAMPLES = pathlib.Path(__file__).parent / "leaflet-samples"
LANGUAGES = {"it": "it", "en": "en", "ar": "ar", "zh-Hans": "zh-CN", "bn": "bn", "ur": "ur", "pa": "pa"}
"""Of the samples; and as Typst, which knows no script subtags, tags them."""
WHOLE = [language for language in LANGUAGES if language != "pa"]
"""Those with a text for every panel of a folded leaflet."""


def sample(language):
    """Two sides of A4; one in Punjabi."""
    return json.loads((SAMPLES / f"{language}.json").read_text(encoding="utf-8"))


def sections(doc):
    """The blocks parted at the headings: what introduces the leaflet, then seven sections."""
    found = [[]]
    for block in (block for panel in doc["panels"] for block in panel):
        if block["t"] == "heading":
            found.append([])
        found[-1].append(block)
    return found


def trifold(language):
    doc = sample(language)
    lead, together, begin, lasts, never, data, urgent, call = sections(doc)
    doc["meta"]["format"] = "trifold"
    doc["panels"] = [lead, together, begin + lasts, never + urgent, data, call]
    return doc


def booklet(language):
    doc = sample(language)
    lead, together, begin, lasts, never, data, urgent, call = sections(doc)
    doc["meta"]["format"] = "a5-booklet"
    picture = {"t": "image", **doc["meta"]["illustration"], "width": 70}
    doc["panels"] = [lead, together, begin, [*lasts, picture], never, data, urgent, call]
    return doc


def bilingual(language):
    """Italian beside the language, each item of a list in a row of its own."""
    doc, italian = sample(language), sample("it")
    columns = [list(items(part)) for part in (italian, doc)]
    assert [block["t"] for block in columns[0]] == [block["t"] for block in columns[1]]
    doc["rows"] = [
        [{**left, "lang": "it", "dir": "ltr"} if left["t"] != "qr" else code(left), right]
        for left, right in zip(*columns, strict=True)
    ]
    del doc["panels"]
    doc["meta"] |= {"layout": "bilingual", "max-sides": 4}
    return doc


def items(doc):
    """The blocks that have their like in every language, lists parted into lists of one item."""
    for block in (block for panel in doc["panels"] for block in panel if "lang" not in block):
        if block["t"] != "list":
            yield block
            continue
        for number, item in enumerate(block["items"]):
            numbered = {"start": block["start"] + number} if "start" in block else {}
            yield {**block, **numbered, "items": [item]}


def code(block):
    """The Italian words beside the code of the other language."""
    return {"t": "para", "lang": "it", "dir": "ltr", "c": copy.deepcopy(block["caption"])}


def form(language):
    """A form with every kind of question, asked in the words of the sample."""
    doc, italian = sample(language), sample("it")
    own, original = words_of(doc), words_of(italian)

    def labelled(number, **more):
        beside = {} if language == "it" else {"italian": original[number]}
        return {"label": own[number], **beside, **more}

    def question(kind, number, **more):
        return labelled(number, t=kind, **more)

    def options(*numbers):
        return [labelled(number) for number in numbers]

    (helped, remark), like = own[10:12], ["31", "12", "2026"]
    text = {"lines": 1}
    del doc["panels"]
    return doc | {
        "meta": doc["meta"] | {"layout": "form", "max-sides": 4},
        "intro": [helped],
        "fields": [
            question("date", 0, like=like, hint=helped),
            question("choice", 1, options=options(2, 3)),
            question(
                "group",
                2,
                note=remark,
                fields=[
                    question("text", 3, **text),
                    question("text", 4, **text, remarks=[remark, remark], help=helped),
                    question("choices", 5, options=options(*range(7))),
                    question("text", 6, **text),
                ],
            ),
            question(
                "group",
                0,
                fields=[
                    question(
                        "list",
                        1,
                        times=2,
                        fields=[question("text", 2, **text), question("choice", 3, options=options(4, 5))],
                    ),
                    question("group", 4, remarks=[remark], fields=[question("text", 5, **text)]),
                    question("list", 6, times=2, help=helped, fields=[question("month", 0, like=like[1:])]),
                ],
            ),
            question("confirmation", 1, help=helped),
            question("text", 2, lines=3, remarks=[remark]),
        ],
    }


def words_of(doc):
    """The headings, then whole paragraphs and items."""
    blocks = [block for part in sections(doc) for block in part if "lang" not in block]
    headings = [block["c"] for block in blocks if block["t"] == "heading"]
    paragraphs = [block["c"] for block in blocks if block["t"] == "para"]
    items = [item[0]["c"] for block in blocks if block["t"] == "list" for item in block["items"]]
    return headings[:7] + items[:5] + paragraphs
