"""The site in a real browser, on a phone and on a desk, with and without JavaScript, from a server and from disk."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

NARROW = {"width": 320, "height": 640}  # WCAG 1.4.10: what a 1280 px window has left at 400 %
PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}

#: Rules that are off by default and that we hold to.
AXE = {"rules": {"target-size": {"enabled": True}}}

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: WCAG 1.4.12: the spacing that a reader may need, and that must not cost them anything.
#: Set as a browser's own extension would: the policy of the site allows no style from outside.
SPACING = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`)
  document.adoptedStyleSheets = [sheet]
}"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach(details => { details.open = true })"

#: Visible targets smaller than 24 px either way (WCAG 2.5.8). A link inside a sentence is as high as its line;
#: a box or a dot to tick counts with its label.
SMALL_TARGETS = """() => {
  const inSentence = element => {
    if (getComputedStyle(element).display !== 'inline') return false
    let block = element.parentElement
    while (getComputedStyle(block).display === 'inline') block = block.parentElement
    return block.innerText.trim().length > element.innerText.trim().length
  }
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter(element => !inSentence(element))
    .map(element => [element, (element.labels?.[0] ?? element).getBoundingClientRect()])
    .filter(([_, box]) => box.right > 0 && box.bottom > 0 && box.width > 1 && box.height > 1)
    .filter(([_, box]) => box.width < 24 || box.height < 24)
    .map(([element, box]) => `${element.outerHTML.slice(0, 80)} ${Math.round(box.width)}x${Math.round(box.height)}`)
}"""


@pytest.fixture(scope="session")
def sample(built):
    """All pages of the source language and those of none; of each translation, home and its two heaviest others."""
    chosen = [page for page in built.full_pages if page.language in (None, built.source_language)]
    for language in built.languages:
        if language != built.source_language:
            home, *others = sorted(
                built.pages_in(language),
                key=lambda page: (page.path != f"{page.language}/index.html", -len(page.source), page.path),
            )
            chosen += [home, *others[:2]]
    return chosen


@pytest.fixture(scope="session")
def homes(built):
    return [built.pages[f"{language}/index.html"] for language in built.languages]


def _show(complaints: list[str]) -> str:
    return "\n" + "\n".join(complaints)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(sample, server, visit, scheme):
    tab = visit(viewport=PHONE, color_scheme=scheme).context.new_page()
    complaints = []
    for page in sample:
        tab.goto(server + page.path)
        tab.evaluate(OPEN_ALL)
        complaints += [
            f"{page.path} ({scheme}): {violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:120]}"
            for violation in Axe().run(tab, options=AXE).response["violations"]
        ]
    assert not complaints, _show(complaints)


def test_nothing_is_wider_than_the_screen(sample, server, visit):
    tab = visit(viewport=PHONE).context.new_page()
    complaints = []
    for page in sample:
        tab.goto(server + page.path)
        for size in (NARROW, PHONE, DESK):
            tab.set_viewport_size(size)
            if (wider := tab.evaluate(OVERFLOW)) > 0:
                complaints.append(f"{page.path}: {wider} px wider than a screen of {size['width']} px")
    assert not complaints, _show(complaints)


def test_nothing_is_wider_than_the_screen_with_wide_spacing(built, server, visit):
    tab = visit(viewport=NARROW).context.new_page()
    complaints = []
    for page in built.full_pages:
        tab.goto(server + page.path)
        tab.evaluate(SPACING)
        tab.evaluate(OPEN_ALL)
        if (wider := tab.evaluate(OVERFLOW)) > 0:
            complaints.append(f"{page.path}: {wider} px wider than the screen")
    assert not complaints, _show(complaints)


def test_an_address_is_copied_as_it_is(built, server, visit):
    """Where it may break no character stands: what is copied can be written to."""
    tab = visit(viewport=NARROW).context.new_page()
    copied = "link => { getSelection().selectAllChildren(link); return getSelection().toString() }"
    pages = [page for page in built.full_pages if page.tree.xpath("//a[starts-with(@href, 'mailto:')]")]
    assert {page.language for page in pages} >= set(built.languages)
    for page in pages:
        tab.goto(server + page.path)
        tab.evaluate(OPEN_ALL)
        links = tab.locator("a[href^='mailto:']:has(wbr)")
        assert links.count(), f"{page.path}: an address that can't break"
        for link in links.all():
            assert "mailto:" + link.evaluate(copied).strip() == link.get_attribute("href"), page.path


def test_targets_are_large_enough_to_tap(sample, server, visit):
    tab = visit(viewport=PHONE, has_touch=True, is_mobile=True).context.new_page()
    complaints = []
    for page in sample:
        tab.goto(server + page.path)
        tab.evaluate(OPEN_ALL)
        complaints += [f"{page.path}: {target}" for target in tab.evaluate(SMALL_TARGETS)]
    assert not complaints, _show(complaints)


def test_the_first_tab_shows_the_skip_link(homes, server, visit):
    tab = visit(viewport=DESK).context.new_page()
    for page in homes:
        tab.goto(server + page.path)
        tab.keyboard.press("Tab")
        focused = tab.locator(":focus")
        assert (focused.get_attribute("href") or "").startswith("#"), (
            f"{page.path}: the first Tab is not on the skip link"
        )
        tab.wait_for_timeout(300)  # longer than any transition that brings it in
        box = focused.bounding_box()
        assert box and box["x"] >= 0 and box["y"] >= 0, f"{page.path}: the skip link stays out of sight: {box}"
        assert box["x"] + box["width"] <= DESK["width"], f"{page.path}: the skip link stays out of sight: {box}"


def test_without_javascript_nothing_is_missing(sample, server, visit):
    headings = "all => all.filter(each => each.checkVisibility()).map(each => each.innerText)"
    tabs = [visit(viewport=PHONE, java_script_enabled=on).context.new_page() for on in (True, False)]
    for page in sample:
        shown = []
        for tab in tabs:
            tab.goto(server + page.path)
            shown.append(tab.locator("main").locator("h1, h2, h3").evaluate_all(headings))
        with_script, without = shown
        assert tab.locator("main h1").is_visible(), f"{page.path}: its main heading is not shown without JavaScript"
        missing = set(with_script) - set(without)
        assert not missing, f"{page.path}: without JavaScript these headings are missing: {sorted(missing)}"


def test_the_language_switcher_leads_to_the_same_page(built, sample, server, visit):
    tab = visit(viewport=PHONE, java_script_enabled=False).context.new_page()
    for page in sample:
        if not page.language:
            continue
        rest = page.path.split("/", 1)[1]
        for language in built.languages:
            target = f"{language}/{rest}"
            if language == page.language or target not in built.pages:
                continue
            tab.goto(server + page.path)
            tab.evaluate(OPEN_ALL)
            link = tab.locator(f'a[hreflang="{language}"]').first
            assert link.count() == 1, f"{page.path}: no link leads to it in {language}"
            with tab.expect_navigation():
                link.click()
            assert tab.url == server + target, f"{page.path}: its link to {language} leads to {tab.url}"
            assert tab.locator("html").get_attribute("lang") == language


def test_the_chooser_leads_to_every_language(built, server, visit):
    tab = visit(viewport=PHONE, java_script_enabled=False).context.new_page()
    for language in built.languages:
        tab.goto(server)
        link = tab.locator(f'main a[href="{language}/index.html"]').first
        assert link.count() == 1, f"the chooser has no link to {language}/index.html"
        with tab.expect_navigation():
            link.click()
        assert tab.locator("html").get_attribute("lang") == language


def test_a_wrong_address_finds_the_way_back(server, visit):
    window = visit(viewport=PHONE)
    tab = window.context.new_page()
    wrong = server + "it/no/such/page"
    assert tab.goto(wrong).status == 404
    window.failed.remove(wrong)
    assert tab.locator("main h1").is_visible()
    # The sheet can be read only where the address is right and the policy of this address allows it.
    assert tab.evaluate("document.styleSheets[0].cssRules.length"), "404.html has no style below the root"
    assert not tab.locator("style, [style]").count(), "a style inside needs a policy of its own at every address"
    with tab.expect_navigation():
        tab.locator("main a").first.click()
    assert tab.url != wrong and tab.locator("main h1").is_visible()


def test_direction_is_what_the_browser_computes(homes, server, visit):
    tab = visit(viewport=PHONE).context.new_page()
    for page in homes:
        tab.goto(server + page.path)
        for name in ("body", "main", "h1"):
            computed = tab.locator(name).first.evaluate("element => getComputedStyle(element).direction")
            assert computed == page.tree.get("dir"), f"{page.path}: {name} runs {computed}"


def test_print_leaves_navigation_out(sample, server, visit):
    tab = visit(viewport=DESK).context.new_page()
    tab.emulate_media(media="print")
    for page in sample:
        tab.goto(server + page.path)
        assert not tab.locator("nav:visible").count(), f"{page.path}: navigation is printed"
        assert tab.locator("main h1").is_visible(), f"{page.path}: the main heading is not printed"


def test_opens_from_disk(built, homes, visit):
    tab = visit(viewport=PHONE).context.new_page()
    for page in homes:
        tab.goto((built.output / page.path).as_uri())
        assert tab.evaluate("document.styleSheets.length"), f"{page.path}: has no style when opened from disk"
        tab.evaluate(OPEN_ALL)
        links = tab.locator('nav a:not([hreflang])[href$=".html"]')
        assert links.count(), f"{page.path}: no link in its navigation to follow from disk"
        with tab.expect_navigation():
            links.last.click()
        assert tab.url.startswith("file:") and tab.locator("main h1").is_visible()
        assert tab.locator("html").get_attribute("lang") == page.language
