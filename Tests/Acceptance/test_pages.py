"""Every page of the built site, read from disk."""

import re
from urllib.parse import unquote

import checks
import pytest
from lxml import html
from program import copy_of, run


@pytest.mark.parametrize("check", checks.ALL, ids=lambda check: check.__name__)
def test_every_page(built, check):
    complaints = list(check(built))
    assert not complaints, "\n" + "\n".join(complaints)


def test_heaviest_page_is_told(built, record_property, capsys):
    path, size = max(checks.weights(built).items(), key=lambda item: item[1])
    record_property("heaviest page", f"{path} {size}")
    with capsys.disabled():
        print(f"\nheaviest page: {path}, {size} of {checks.PAGE_BUDGET} bytes")
    assert size > 0


def test_every_number_can_be_called_from_a_phone_of_another_country(built):
    """An ordinary number has its country code, a short one has none, and WhatsApp opens with a word in the language."""
    called: set[str] = set()
    greetings: dict[str, set[str]] = {}
    for page in built.full_pages:
        called |= set(page.tree.xpath("//a[starts-with(@href, 'tel:')]/@href"))
        for address in page.tree.xpath("//a[contains(@href, 'wa.me')]/@href"):
            greetings.setdefault(page.language, set()).add(address)
    assert {"tel:+390500000001", "tel:112", "tel:114", "tel:1522"} <= called
    assert all(re.fullmatch(r"tel:(\+39\d{6,11}|1\d{2,5})", number) for number in called), called
    assert greetings.keys() == set(built.languages)
    for language, addresses in greetings.items():
        texts = set()
        for address in addresses:
            number, text = re.fullmatch(r"https://wa\.me/(39\d{9,10})\?text=([A-Za-z0-9._~%-]+)", address).groups()
            assert number in ("390500000011", "390500000033"), address
            texts.add(unquote(text))
        assert len(texts) == 1, f"{language}: {texts}"
        assert language == "it" or texts.isdisjoint({"Buongiorno, vorrei sapere delle visite a casa."}), language


def test_no_contact_is_empty(built):
    """Of a centre that only takes messages there is no line without a number."""
    empty = [
        page.path
        for page in built.full_pages
        for line in page.tree.xpath("//dd")
        if not "".join(line.itertext()).strip()
    ]
    assert not empty, empty


def test_a_centre_that_cannot_be_called_says_how_else_to_reach_it(executable, project, tmp_path):
    place = copy_of(project, tmp_path)
    file = place / "content/centres/esempio-nord.yml"
    text = file.read_text("utf-8")
    called = '  - {number: "0500 000 001", label: Sportello Informafamiglie}\n'
    assert called in text
    file.write_text(text.replace(called, ""), "utf-8")
    done = run(executable, place, "build", "--no-leaflets", "--language", "ar")
    assert done.returncode == 0 and "[no-number-to-call]" in done.stderr, done.stderr
    written = "390500000011"
    for page in (place / "output/ar").rglob("*.html"):
        tree = html.fromstring(page.read_bytes())
        assert all("".join(line.itertext()).strip() for line in tree.xpath("//dd")), page
        for box in tree.xpath("//*[contains(@class, 'box contact')]"):
            names = [name.text_content() for name in box.xpath(".//dt")]
            assert any("Esempio Nord" in name for name in names), page
            assert box.xpath(f".//a[contains(@href, 'wa.me/{written}')]"), page
