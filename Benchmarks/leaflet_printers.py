"""The rivals of the leaflet benchmark: one warm process that takes HTML and writes PDF.

    leaflet_printers.py weasyprint|chromium

It speaks as our own worker does: a first line when ready, then one line of JSON in, one out. The fonts are fontconfig's
to find; the benchmark shows it our folder of fonts alone."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Print = Callable[[str, str], None]


@contextmanager
def weasyprint() -> Iterator[tuple[str, Print]]:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()

    def pdf(html: str, path: str) -> None:
        weasyprint.HTML(string=html).write_pdf(path, font_config=fonts, pdf_variant="pdf/ua-1")

    yield f"WeasyPrint {weasyprint.__version__}", pdf


@contextmanager
def chromium() -> Iterator[tuple[str, Print]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), chromium_sandbox=os.getuid() != 0
        )
        page = browser.new_page()

        def pdf(html: str, path: str) -> None:
            page.set_content(html)
            page.pdf(path=path, tagged=True, prefer_css_page_size=True)

        yield f"Chromium {browser.version.split('.')[0]}", pdf
        browser.close()


def main() -> None:
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # Whatever else may print goes to stderr.

    def say(answer: dict) -> None:
        out.write(json.dumps(answer) + "\n")
        out.flush()

    with {"weasyprint": weasyprint, "chromium": chromium}[sys.argv[1]]() as (name, pdf):
        say({"ok": True, "engine": name})
        for line in sys.stdin:
            job = json.loads(line)
            pdf(job["html"], job["pdf"])
            say({"ok": True})


main()
