"""A leaflet document as HTML + CSS: the same text, pictures, codes and page sizes, for printers that read HTML.

The format of the document is in Sources/Writers/Leaflet/README.md. Its type is left to who prints it, who looks for the
first of the settings in which it fits, as our template does. Headings stand above their text, never beside it, and
pictures keep their size, which spares the rivals work."""

from __future__ import annotations

import json
import re
from html import escape

Node = dict

PAPER = {
    "a4": ("210mm 297mm", "20mm 18mm 24mm"),
    "a5-booklet": ("148.5mm 210mm", "15mm 15mm 20mm"),
    "trifold": ("100mm 210mm", "13mm 11.5mm 20mm"),
    "bilingual": ("210mm 297mm", "20mm 16mm 22mm"),
}
"""Size and margins of a page, which is a panel where the sheet is folded."""

SETTINGS = {
    "a4": [(14, 1.45), (13.5, 1.42), (13, 1.38), (12.5, 1.34), (12, 1.3)],
    "a5-booklet": [(16, 1.5), (15, 1.48), (14, 1.45), (13.5, 1.42), (13, 1.38), (12.5, 1.35), (12, 1.32), (12, 1.3)],
    "trifold": [(13.5, 1.48), (12.5, 1.45), (12, 1.42), (11.5, 1.4), (11, 1.36), (10.5, 1.33), (10.5, 1.3)],
    "bilingual": [(13.5, 1.42), (13, 1.38), (12.5, 1.35), (12, 1.33), (12, 1.3)],
}
"""Type in points and the distance of lines in ems, as in our template, from the roomiest to the tightest."""

FONTS = {"ar": "Noto Naskh Arabic", "ur": "Noto Naskh Arabic", "bn": "Noto Sans Bengali"}
FONTS |= {"pa": "Noto Sans Gurmukhi", "zh": "Noto Sans CJK SC"}
SCALE = {"ar": 1.14, "ur": 1.14}
"""Naskh looks smaller than Latin at the same size."""

STYLE = """
* { margin: 0; padding: 0; box-sizing: border-box }
body { color: #000 }
p, ul, ol, blockquote, pre, .box, .contact, .beside, .rows { margin-bottom: .45em }
h1 { font-size: 1.95em; line-height: 1.15; margin-bottom: .3em }
h2, h3, h4 { color: ACCENT; line-height: 1.2; margin: .9em 0 .3em; break-after: avoid }
h2 { font-size: 1.15em; border-top: .6pt solid ACCENT; padding-top: .3em }
h3, h4 { font-size: 1.04em; color: #000 }
ul, ol { padding-inline-start: 1.3em }
li::marker { color: ACCENT }
a { color: inherit }
svg { display: block; max-width: 100% }
bdi { white-space: nowrap }
.panel + .panel { break-before: page }
.head { height: 11mm; font-weight: bold }
.own { float: inline-end; border: 1pt solid ACCENT; border-radius: 1.5mm; padding: 1.2mm 3mm }
.own { color: ACCENT; font-weight: bold }
.days { width: 100%; height: 3mm; margin-bottom: 5mm }
.illustration { float: inline-end; width: 52mm; margin-inline-start: 8mm }
.italian { color: #4d4d4d }
.contact { border: 1.2pt solid ACCENT; border-radius: 2.5mm; padding: 4mm; break-inside: avoid }
.number { font-weight: bold; font-size: 1.25em }
.phone { float: inline-end; margin-inline-start: 4mm }
.qr { width: 42mm; text-align: center; font-size: .82em; margin: 0 auto }
.qr svg { width: 33mm; margin: 0 auto }
.box { border-inline-start: 2.4pt solid ACCENT; padding-inline-start: 4mm; break-inside: avoid }
.box.important { border: 1.6pt solid #000; padding: 4mm }
.rows { clear: both; width: 100%; border-collapse: collapse; table-layout: fixed }
.rows td { vertical-align: top; padding-inline-end: 4mm }
.beside .qr { float: inline-end }
.beside .contact { margin-inline-end: 47mm }
.trifold .beside .qr, .trifold .illustration { float: none }
.trifold .beside .contact { margin-inline-end: 0 }
""".replace("ACCENT", "var(--accent)")


def paper_of(document: Node) -> str:
    return "bilingual" if "rows" in document else document["meta"]["format"]


def styles(document: Node) -> list[str]:
    """What the type of `html` says, for each setting."""
    scale = SCALE.get(primary(document["meta"]["lang"]), 1)
    return [f"font-size: {scale * size:.2f}pt; line-height: {line}" for size, line in SETTINGS[paper_of(document)]]


def room(document: Node) -> tuple[float, float]:
    """How wide and how high a page is within its margins, in millimetres."""
    size, margin = ([float(part[:-2]) for part in found.split()] for found in PAPER[paper_of(document)])
    top, side, bottom = margin
    return size[0] - 2 * side, size[1] - top - bottom


def html(document: Node) -> str:
    """The page; its body waits for one of `styles`."""
    meta = document["meta"]
    lang, direction, accent = meta["lang"], meta["dir"], meta["accent"]
    paper = paper_of(document)
    if paper == "bilingual":
        inner = masthead(meta, []) + rows(document["rows"], lang)
    else:
        inner = "".join(panel(at, nodes, meta) for at, nodes in enumerate(document["panels"]))
    picked = ", ".join(f'"{name}"' for name in ["Noto Sans", *sorted({FONTS[part] for part in parts(document)})])
    return (
        f'<!DOCTYPE html><html lang="{lang}" dir="{direction}" style="--accent: {accent}"><head>'
        f'<meta charset="utf-8"><title>{escape(meta["title"])}</title>'
        f'<meta name="author" content="{escape(meta["publisher"])}">'
        f"<style>{STYLE} body {{ font-family: {picked} }} {page(meta, paper, picked)}</style></head>"
        f'<body class="{paper}" style="">{inner}</body></html>'
    )


def primary(lang: str) -> str:
    return lang.split("-")[0]


def parts(document: Node) -> set[str]:
    """The languages in it that need a font besides Noto Sans."""
    found = re.findall(r'"lang": "(\w+)', json.dumps(document))
    return {lang for lang in found if lang in FONTS}


def page(meta: Node, paper: str, fonts: str) -> str:
    """The sheet, with notices, footer and page number in its margin: one string each, where ours holds live text."""
    size, margin = PAPER[paper]
    footer = meta["footer"]
    notice = " · ".join(plain(meta[key]) for key in ("draft", "sample") if key in meta)
    lines = [f"{meta['code']} · {meta['language']} · {plain(footer['edition'])}", plain(footer["review"])]
    numbers = quoted(footer["page"]).replace("{pages}", '" counter(pages) "').replace("{page}", '" counter(page) "')
    text = f"font: {9 * SCALE.get(primary(meta['lang']), 1)}pt/1.3 {fonts}; color: #4d4d4d"
    return (
        f"@page {{ size: {size}; margin: {margin};"
        f" @top-center {{ content: {quoted(notice)}; {text} }}"
        f" @bottom-left {{ content: {quoted(lines[0])} '\\A' {quoted(lines[1])}; white-space: pre-wrap; {text} }}"
        f" @bottom-right {{ content: {numbers}; white-space: nowrap; {text} }} }}"
    )


def quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("<", "\\3c ")
    return f'"{escaped}"'


def plain(nodes: list[Node]) -> str:
    return "".join(node.get("v", "") + plain(node.get("c", [])) for node in nodes)


# ---- sides


def panel(at: int, nodes: list[Node], meta: Node) -> str:
    headings = [place for place, node in enumerate(nodes) if node["t"] == "heading"]
    lead = nodes[: headings[0] if headings else len(nodes)] if at == 0 else []
    top = masthead(meta, lead) if at == 0 else ""
    return f'<section class="panel">{top}{blocks(nodes[len(lead) :], meta["lang"])}</section>'


def masthead(meta: Node, lead: list[Node]) -> str:
    discs = "".join(disc(month, meta["accent"]) for month in range(33))
    drawn = ""
    if "illustration" in meta:
        drawn = f'<div class="illustration">{picture(meta["illustration"])}</div>'
    italian = ""
    if "italian-title" in meta:
        italian = f'<p class="italian" lang="it" dir="ltr">{escape(meta["italian-title"])}</p>'
    return (
        f'<div class="own">{escape(meta["language"])}</div><p class="head">{escape(meta["publisher"])}</p>'
        f'<svg class="days" viewBox="0 0 174 3" aria-hidden="true">{discs}</svg>'
        f"{drawn}<h1>{escape(meta['title'])}</h1>{italian}{blocks(lead, meta['lang'])}"
    )


def disc(month: int, accent: str) -> str:
    paint = f'fill="none" stroke="{accent}" stroke-width=".25"' if month < 9 else f'fill="{accent}"'
    return f'<circle cx="{2.6 + 5.27 * month:.2f}" cy="1.5" r="{0.5 + 0.028 * month:.2f}" {paint}/>'


def rows(found: list[list[Node]], host: str) -> str:
    """Italian beside the other language; a block that both share takes the width of the sheet."""
    lines = []
    for row in found:
        span = ' colspan="2"' if len(row) == 1 else ""
        lines.append("<tr>" + "".join(f"<td{span}>{blocks([cell], host)}</td>" for cell in row) + "</tr>")
    return f'<table class="rows" dir="ltr">{"".join(lines)}</table>'


# ---- blocks


def blocks(nodes: list[Node], host: str) -> str:
    made, at = [], 0
    while at < len(nodes):
        pair = nodes[at : at + 2]
        if [node["t"] for node in pair] == ["contact", "qr"]:
            made.append(f'<div class="beside">{block(pair[1], host)}{block(pair[0], host)}</div>')
            at += 2
        else:
            made.append(block(nodes[at], host))
            at += 1
    return "".join(made)


def block(node: Node, host: str) -> str:
    lang = node.get("lang", host)
    if lang == host and "dir" not in node:
        return bare(node, host)
    return f"<div {dressed(node, host)}>{bare(node, lang)}</div>"


def bare(node: Node, host: str) -> str:
    match node["t"]:
        case "heading":
            return f"<h{node['level']}>{inlines(node['c'], host)}</h{node['level']}>"
        case "para":
            return f"<p>{inlines(node['c'], host)}</p>"
        case "list":
            tag, start = ("ol", f' start="{node["start"]}"') if "start" in node else ("ul", "")
            items = "".join(f"<li>{blocks(item, host)}</li>" for item in node["items"])
            return f"<{tag}{start}>{items}</{tag}>"
        case "quote":
            return f'<blockquote class="box">{blocks(node["c"], host)}</blockquote>'
        case "code":
            return f"<pre>{escape(node['v'])}</pre>"
        case "rule":
            return "<hr>"
        case "image":
            return f'<div style="width: {node.get("width", 100)}mm; max-width: 100%">{picture(node)}</div>'
        case "box":
            title = f"<p><strong>{inlines(node['title'], host)}</strong></p>" if "title" in node else ""
            return f'<div class="box {node["role"]}">{title}{blocks(node["c"], host)}</div>'
        case "contact":
            above = f"<p><strong>{inlines(node['c'], host)}</strong></p>" if "c" in node else ""
            return f'<div class="contact">{above}{"".join(centre(one, host) for one in node["centres"])}</div>'
        case "qr":
            return code(node, host)
    raise ValueError(f"no block is called {node['t']!r}")


def centre(found: Node, host: str) -> str:
    """The numbers beside the name, the lines under both."""
    lines = "<br>".join(inlines(line, host) for line in found.get("lines", []))
    numbers = ""
    for phone in found.get("phones", []):
        label = inlines(phone["label"], host) + "<br>" if "label" in phone else ""
        numbers += f'<p class="phone">{label}<span class="number">{inlines([phone["number"]], host)}</span></p>'
    return f"{numbers}<p><strong>{inlines(found['name'], host)}</strong></p>{f'<p>{lines}</p>' if lines else ''}"


def picture(node: Node) -> str:
    drawing = node["svg"].strip()
    return drawing.replace("<svg", f'<svg role="img" aria-label="{escape(node["alt"])}"', 1)


def code(node: Node, host: str) -> str:
    size = len(node["matrix"])
    runs = "".join(
        f"M{run.start()} {y}h{run.end() - run.start()}v1H{run.start()}z"
        for y, row in enumerate(node["matrix"])
        for run in re.finditer("1+", row)
    )
    caption = f"<p>{inlines(node['caption'], host)}</p>" if "caption" in node else ""
    return (
        f'<div class="qr"><svg viewBox="-4 -4 {size + 8} {size + 8}" role="img" aria-label="{escape(node["alt"])}">'
        f'<path d="{runs}"/></svg><p><strong><a href="{escape(node["url"])}">'
        f"{escape(node['label']).replace('/', '/<wbr>')}</a></strong></p>{caption}</div>"
    )


# ---- inlines


def inlines(nodes: list[Node], host: str) -> str:
    return "".join(inline(node, host) for node in nodes)


def inline(node: Node, host: str) -> str:
    match node["t"]:
        case "text":
            return escape(node["v"])
        case "strong":
            return f"<strong>{inlines(node['c'], host)}</strong>"
        case "emph":
            return f"<em>{inlines(node['c'], host)}</em>"
        case "code":
            return f'<code dir="ltr">{escape(node["v"])}</code>'
        case "br":
            return "<br>"
        case "link":
            return f'<a href="{escape(node["href"])}">{inlines(node["c"], host)}</a>'
        case "span":
            return f"<span {dressed(node, host)}>{inlines(node['c'], node['lang'])}</span>"
        case "isolated":
            body = f'<bdi dir="ltr">{escape(node["v"])}</bdi>'
            return f'<a href="{escape(node["href"])}">{body}</a>' if "href" in node else body
    raise ValueError(f"no inline is called {node['t']!r}")


def dressed(node: Node, host: str) -> str:
    """Language and direction; and the size, where the one script looks smaller than the other."""
    ratio = SCALE.get(primary(node["lang"]), 1) / SCALE.get(primary(host), 1)
    size = f' style="font-size: {ratio:.3f}em"' if ratio != 1 else ""
    return f'lang="{node["lang"]}" dir="{node["dir"]}"{size}'
