"""The rivals of the leaflet benchmark: one warm process that takes HTML and writes PDF.

    leaflet_printers.py weasyprint|chromium

It speaks as our own worker does: a first line when ready, then one line of JSON in, one out. The fonts are fontconfig's
to find; the benchmark shows it our folder of fonts alone.

A job is (html, pdf: the path, styles: of its body, from the roomiest to the tightest, pages: so many at most, room: how
wide and high a page is in millimetres). It is printed in the first style in which it fits; half of those that are left
are ruled out by each try. The answer tells how many seconds went into tries alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Print = Callable[[dict], float]
BODY = re.compile('(<body [^>]*style=)""')

# Measures panels as the screen shows them in the width of the paper, which Chromium does much sooner than it prints.
FIT = """
({styles, pages, room: [width, height]}) => {
    const panels = [...document.querySelectorAll(".panel")], pixels = height * 96 / 25.4
    const fits = style => {
        document.body.style.cssText = `${style}; width: ${width}mm`
        if (panels.length === 0) return document.body.scrollHeight <= pages * pixels
        return panels.every(panel => panel.scrollHeight <= pixels)
    }
    let [first, last] = [0, styles.length - 1]
    while (first < last) {
        const middle = (first + last) >> 1
        if (fits(styles[middle])) last = middle
        else first = middle + 1
    }
    document.body.style.cssText = styles[first]
}
"""


@contextmanager
def weasyprint() -> Iterator[tuple[str, Print]]:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()

    def rendered(job: dict, at: int) -> tuple[weasyprint.Document, float]:
        start = time.perf_counter()
        html = BODY.sub(rf'\1"{job["styles"][at]}"', job["html"], count=1)
        return weasyprint.HTML(string=html).render(
            font_config=fonts, pdf_variant="pdf/ua-1"
        ), time.perf_counter() - start

    def pdf(job: dict) -> float:
        made: dict[int, tuple[weasyprint.Document, float]] = {}
        first, last = 0, len(job["styles"]) - 1
        while first < last:
            middle = (first + last) // 2
            made[middle] = rendered(job, middle)
            if len(made[middle][0].pages) <= job["pages"]:
                last = middle
            else:
                first = middle + 1
        document, _ = made.pop(first, None) or rendered(job, first)
        document.write_pdf(job["pdf"], pdf_variant="pdf/ua-1")
        return sum(seconds for _, seconds in made.values())

    yield f"WeasyPrint {weasyprint.__version__}", pdf


@contextmanager
def chromium() -> Iterator[tuple[str, Print]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), chromium_sandbox=os.getuid() != 0
        )
        page = browser.new_page()

        def pdf(job: dict) -> float:
            page.set_content(job["html"])
            start = time.perf_counter()
            page.evaluate(FIT, {key: job[key] for key in ("styles", "pages", "room")})
            seconds = time.perf_counter() - start
            page.pdf(path=job["pdf"], tagged=True, prefer_css_page_size=True)
            return seconds

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
            say({"ok": True, "trying": pdf(json.loads(line))})


main()
