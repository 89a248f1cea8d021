"""What every page must be. Each check takes the built site and gives back its complaints, one sentence each,
so that a test shows all of them at once and `test_checks.py` can prove that each can fail."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from built import RIGHT_TO_LEFT, Built, Page

#: HTML and CSS of one page, compressed: what fits in the first round trip of a connection.
PAGE_BUDGET = 14_336

FOCUSABLE = "//a[@href] | //button | //input[not(@type='hidden')] | //select | //textarea | //summary | //*[@tabindex]"
SUBRESOURCES = (
    "//img/@src | //script/@src | //iframe/@src | //source/@src | //video/@src | //video/@poster | //audio/@src"
    " | //embed/@src | //object/@data | //track/@src | //input/@src | //*[local-name()='use']/@href"
    " | //link[not(@rel='alternate' or @rel='canonical')]/@href"
)
CSS_ADDRESS = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")
#: Digits as people write a telephone number: seven or more, single spaces or points between them.
PHONE = re.compile(r"(?<![\w/.-])\+?\d(?:[\s.]?\d){6,}(?![\w/-])")


def text_of(element) -> str:
    return " ".join("".join(element.itertext()).split())


def head(site: Built) -> Iterator[str]:
    """Language, direction, one title, one main heading, headings in order."""
    for page in site.full_pages:
        root = page.tree
        language, direction = root.get("lang"), root.get("dir")
        if not language:
            yield f"{page.path}: <html> has no lang"
        elif page.language and language != page.language:
            yield f"{page.path}: lang is '{language}' in the folder of '{page.language}'"
        expected = "rtl" if (language or "").split("-")[0] in RIGHT_TO_LEFT else "ltr"
        if language and direction != expected:
            yield f"{page.path}: dir is {direction!r}, but '{language}' runs {expected}"
        titles = [text_of(title) for title in root.xpath("//head/title")]
        if len(titles) != 1 or not titles[0]:
            yield f"{page.path}: needs one title that is not empty, has {titles}"
        levels = [int(heading.tag[1]) for heading in root.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        if levels.count(1) != 1 or levels[0] != 1:
            yield f"{page.path}: needs one h1, before all other headings; the levels are {levels}"
        for above, below in pairwise(levels):
            if below > above + 1:
                yield f"{page.path}: an h{below} follows an h{above}; no level may be skipped"
        if not root.xpath("//meta[@name='viewport']"):
            yield f"{page.path}: no viewport, so phones shrink it"
    for language in site.languages:
        titles = Counter(
            text_of(title) for page in site.pages_in(language) for title in page.tree.xpath("//head/title")
        )
        for title, times in titles.items():
            if times > 1:
                yield f"{language}/: {times} pages have the title '{title}'"


def landmarks(site: Built) -> Iterator[str]:
    """Main everywhere; navigation, footer and a skip link on every page of a language."""
    for page in site.full_pages:
        if len(page.tree.xpath("//main")) != 1:
            yield f"{page.path}: needs one main, has {len(page.tree.xpath('//main'))}"
        if not page.language:
            continue
        for name in ("nav", "footer"):
            if not page.tree.xpath(f"//{name}"):
                yield f"{page.path}: has no {name}"
        navigations = page.tree.xpath("//nav")
        if len(navigations) > 1:
            names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in navigations]
            if None in names or len(set(names)) < len(names):
                yield f"{page.path}: several nav need different names, has {names}"
        order = page.tree.xpath(FOCUSABLE)
        target = order[0].get("href", "") if order else ""
        if not (target.startswith("#") and page.tree.xpath("//main[@id=$id] | //main//*[@id=$id]", id=target[1:])):
            yield f"{page.path}: the first thing in tab order must be a link into main, is '{target}'"
        for element in page.tree.xpath("//*[@tabindex > 0]"):
            yield f"{page.path}: tabindex {element.get('tabindex')} breaks the order of the page"


def addresses(site: Built) -> Iterator[str]:
    """Canonical address and alternates: absolute, there, and agreeing with each other."""
    for page in site.language_pages:
        canonical = page.tree.xpath("//link[@rel='canonical']/@href")
        if page.is_noindex:
            continue
        if canonical != [site.url(page.path)]:
            yield f"{page.path}: canonical must be {site.url(page.path)}, is {canonical}"
        alternates = page.alternates
        rest = page.path.split("/", 1)[1]
        others = [site.pages.get(f"{language}/{rest}") for language in site.languages if language != page.language]
        if not alternates and all(other is None or other.is_noindex for other in others):
            continue  # really translated into no other language yet
        if alternates.get(page.language) != site.url(page.path):
            yield f"{page.path}: its alternates must list itself as {page.language}, are {alternates}"
        if "x-default" not in alternates:
            yield f"{page.path}: no x-default among its alternates"
        for language, url in alternates.items():
            file = site.file_at(url)
            if file is None:
                yield f"{page.path}: the alternate {language} leads to {url}, which no file serves"
                continue
            other = site.pages[file]
            if language == "x-default":
                continue
            if other.language != language:
                yield f"{page.path}: the alternate {language} leads to {file}"
            if other.is_noindex:
                yield f"{page.path}: the alternate {language} leads to {file}, which is noindex"
            elif other.alternates != alternates:
                yield f"{page.path}: {file} does not list the same alternates back"


def sitemap(site: Built) -> Iterator[str]:
    """The sitemap lists the pages that may be indexed, all of them and no other; robots.txt names it."""
    try:
        text = (site.output / "sitemap.xml").read_text("utf-8")
        robots = (site.output / "robots.txt").read_text("utf-8")
    except FileNotFoundError as missing:
        yield f"{missing.filename} does not exist"
        return
    listed = re.findall(r"<loc>\s*(.*?)\s*</loc>", text)
    indexable = {site.url(page.path) for page in site.language_pages if not page.is_noindex}
    for url in sorted(indexable - set(listed)):
        yield f"sitemap.xml: {url} is missing"
    for url in listed:
        file = site.file_at(url)
        if file is None:
            yield f"sitemap.xml: {url} is listed, and no file serves it"
        elif site.pages[file].is_redirect or site.pages[file].is_noindex:
            yield f"sitemap.xml: {url} is listed, and must not be indexed"
    for url, times in Counter(listed).items():
        if times > 1:
            yield f"sitemap.xml: {url} is listed {times} times"
    if f"Sitemap: {site.base_url}sitemap.xml" not in robots:
        yield "robots.txt: does not name the sitemap"


def identifiers(site: Built) -> Iterator[str]:
    for page in site.pages.values():
        for name, times in Counter(page.ids).items():
            if times > 1:
                yield f"{page.path}: the id '{name}' stands {times} times"


def _target(site: Built, page: Page, link: str) -> tuple[str | None, str]:
    """The path a link of a page leads to, and what is wrong with it ('' if nothing)."""
    parts = urlsplit(link)
    if parts.path.startswith("/"):
        # 404.html is served at any depth, so there, and only there, links start at the root of the server.
        root = urlsplit(site.base_url).path
        if page.path != "404.html":
            return None, "starts at the root of the server; it must be relative, to work in any folder"
        if not parts.path.startswith(root):
            return None, f"lies outside of {root}"
        path = unquote(parts.path[len(root) :])
        path = posixpath.join(path, "index.html") if path == "" or path.endswith("/") else path
    elif parts.path:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(parts.path)))
    else:
        path = page.path
    if path.startswith(".."):
        return None, "leads out of the site"
    if (site.output / path).is_dir():
        return None, "leads to a folder; opened from disk a folder is a list of files, so name its index.html"
    if not (site.output / path).is_file():
        return None, "leads to a file that does not exist"
    return path, ""


def links(site: Built) -> Iterator[str]:
    """Every address inside the site leads to a file that is there, and every fragment to an id in it."""
    for page in site.pages.values():
        found = page.tree.xpath(f"//a/@href | //area/@href | //form/@action | {SUBRESOURCES}")
        found += [part.split()[0] for value in page.tree.xpath("//@srcset") for part in value.split(",")]
        for link in found:
            parts = urlsplit(link)
            if parts.scheme in ("mailto", "data"):
                continue
            if parts.scheme == "tel":
                if not re.fullmatch(r"\+?[0-9]+", parts.path):
                    yield f"{page.path}: '{link}' is not a number that a phone can dial"
                continue
            if parts.scheme or parts.netloc:
                if parts.scheme not in ("http", "https"):
                    yield f"{page.path}: '{link}' is of no kind that a page may link to"
                elif link.startswith(site.base_url):
                    yield f"{page.path}: '{link}' is inside the site; it must be relative, to work from a folder"
                continue
            path, problem = _target(site, page, link)
            if problem:
                yield f"{page.path}: '{link}' {problem}"
            elif parts.fragment and path in site.pages and unquote(parts.fragment) not in site.pages[path].ids:
                yield f"{page.path}: '{link}' names no id of {path}"


def images(site: Built) -> Iterator[str]:
    for page in site.pages.values():
        for image in page.tree.xpath("//img[not(@alt)] | //area[not(@alt)] | //input[@type='image'][not(@alt)]"):
            yield f"{page.path}: image '{image.get('src')}' has no alt"
        for drawing in page.tree.xpath("//*[local-name()='svg']"):
            named = drawing.get("aria-label") or drawing.get("aria-labelledby")
            if drawing.get("aria-hidden") != "true" and not (drawing.get("role") == "img" and named):
                yield f"{page.path}: an svg is neither hidden from screen readers nor an image with a name"


def _stylesheets(site: Built, page: Page) -> Iterator[tuple[str, str]]:
    """Name and text of each style sheet of a page, wherever it stands."""
    for element in page.tree.xpath("//style"):
        yield page.path, element.text or ""
    for link in page.tree.xpath("//link[@rel='stylesheet']/@href"):
        path, problem = _target(site, page, link) if not urlsplit(link).netloc else (None, "")
        if path and not problem:
            yield path, (site.output / path).read_text("utf-8")


def privacy(site: Built) -> Iterator[str]:
    """Nothing is fetched from elsewhere, and no script hides in an attribute."""
    for page in site.pages.values():
        for address in page.tree.xpath(SUBRESOURCES):
            if urlsplit(address).netloc:
                yield f"{page.path}: fetches {address} from elsewhere"
        for path, css in _stylesheets(site, page):
            for match in CSS_ADDRESS.finditer(css):
                address = match[1] or match[2]
                if urlsplit(address).netloc:
                    yield f"{path}: its style fetches {address} from elsewhere"
        for element in page.tree.xpath("//*[@*[starts-with(name(), 'on')]]"):
            yield f"{page.path}: <{element.tag}> has an event handler in an attribute"
        for address in page.tree.xpath("//@href | //@src | //@action"):
            if address.strip().lower().startswith("javascript:"):
                yield f"{page.path}: '{address}' is a script"
        for data in page.tree.xpath("//script[@type='application/ld+json']/text()"):
            try:
                json.loads(data)
            except ValueError as error:
                yield f"{page.path}: its linked data is not JSON: {error}"


def weights(site: Built) -> dict[str, int]:
    """Bytes of HTML and CSS of each page, each file compressed on its own as a server does."""
    sizes = {}
    for page in site.full_pages:
        files = [page.source, *{path: css for path, css in _stylesheets(site, page) if path != page.path}.values()]
        sizes[page.path] = sum(len(gzip.compress(text.encode(), 9)) for text in files)
    return sizes


def budget(site: Built) -> Iterator[str]:
    for path, size in weights(site).items():
        if size > PAGE_BUDGET:
            yield f"{path}: {size} bytes of compressed HTML and CSS; {PAGE_BUDGET} are the limit"


def _isolated(element) -> bool:
    """Whether something below the body keeps the text of an element left to right, whatever runs around it."""
    while element is not None and element.tag not in ("body", "html"):
        if element.tag == "bdi" or element.get("dir"):
            return element.get("dir", "ltr") == "ltr"
        element = element.getparent()
    return False


def _holder(node):
    """The element that a text node stands directly in."""
    return node.getparent().getparent() if node.is_tail else node.getparent()


def phones(site: Built) -> Iterator[str]:
    """Telephone numbers keep their own direction, apart from the text around them."""
    for page in site.full_pages:
        numbers = page.tree.xpath("//a[starts-with(@href, 'tel:')]//text()[normalize-space()]")
        if page.tree.get("dir") == "rtl":
            texts = page.tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]")
            numbers += [text for text in texts if PHONE.search(text)]
        for number in numbers:
            if re.search(r"\d", number) and not _isolated(_holder(number)):
                yield f"{page.path}: the number in '{' '.join(number.split())}' is not in a bdi or dir=ltr"


ALL = (head, landmarks, addresses, sitemap, identifiers, links, images, privacy, budget, phones)
