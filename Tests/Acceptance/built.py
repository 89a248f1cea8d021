"""The built site as the tests see it: the layout of output/ is the contract, all else is found in the files."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml
from lxml import html

#: Primary subtags of languages whose usual script runs from right to left.
RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


@dataclass(frozen=True)
class Page:
    """One HTML file. `path` is its place in the output folder, with slashes."""

    path: str
    source: str
    #: Folder name of the language, or None for what stands outside of every language (chooser, 404).
    language: str | None

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.source)

    @cached_property
    def ids(self) -> list[str]:
        return self.tree.xpath("//@id")

    @property
    def is_redirect(self) -> bool:
        """A page that only leads on from an address that was published once."""
        return bool(self.tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']"))

    @property
    def is_noindex(self) -> bool:
        return any("noindex" in robots for robots in self.tree.xpath("//meta[@name='robots']/@content"))

    @property
    def alternates(self) -> dict[str, str]:
        links = self.tree.xpath("//link[@rel='alternate'][@hreflang]")
        return {link.get("hreflang"): link.get("href", "") for link in links}


@dataclass(frozen=True)
class Built:
    output: Path
    base_url: str
    source_language: str
    languages: tuple[str, ...]
    pages: dict[str, Page] = field(repr=False)

    @property
    def full_pages(self) -> list[Page]:
        return [page for page in self.pages.values() if not page.is_redirect]

    @property
    def language_pages(self) -> list[Page]:
        return [page for page in self.full_pages if page.language]

    def pages_in(self, language: str) -> list[Page]:
        return [page for page in self.language_pages if page.language == language]

    def url(self, path: str) -> str:
        """The public address of a file: a folder's index.html is the folder."""
        return posixpath.join(self.base_url, re.sub(r"(^|/)index\.html$", r"\1", path))

    def file_at(self, url: str) -> str | None:
        """The file that an address under base-url serves, or None when there is none."""
        path, base = urlsplit(url).path, urlsplit(self.base_url)
        if urlsplit(url)[:2] != base[:2] or not (path + "/").startswith(base.path):
            return None
        inside = unquote(path[len(base.path) :])
        candidates = [posixpath.join(inside, "index.html")] if inside in ("", "/") or inside.endswith("/") else [inside]
        return next((name for name in candidates if (self.output / name).is_file()), None)


#: Of each rule of _headers the pattern of paths, and the names and values that it adds.
Headers = list[tuple[str, list[tuple[str, str]]]]


def headers(output: Path) -> Headers:
    rules: Headers = []
    for line in (output / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            rules.append((line, []))
        else:
            name, value = line.split(":", 1)
            rules[-1][1].append((name.strip(), value.strip()))
    return rules


def read(project: Path, output: Path) -> Built:
    """Reads a built site; what the layout promises and is not there is an error of its own."""
    settings = yaml.safe_load((project / "content/site.yml").read_text("utf-8"))
    languages = tuple(settings["languages"])
    source_language = settings["source-language"]
    if source_language not in languages:
        languages = (source_language, *languages)
    if not (output / "index.html").is_file():
        raise FileNotFoundError(f"{output}/index.html does not exist: build the site first (make site)")
    for language in languages:
        if not (output / language / "index.html").is_file():
            raise FileNotFoundError(
                f"site.yml lists the language {language}, but {output}/{language}/ has no home page"
            )
    pages = {}
    for file in sorted(output.rglob("*.html")):
        path = file.relative_to(output).as_posix()
        first = path.split("/")[0]
        pages[path] = Page(path, file.read_text("utf-8"), first if first in languages else None)
    return Built(output, settings["base-url"].rstrip("/") + "/", source_language, languages, pages)
