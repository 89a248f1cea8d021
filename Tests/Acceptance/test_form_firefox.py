"""The form in another engine than Chromium's: conditions, problems, typed months and the file."""

from __future__ import annotations

import json
import time

import pytest
from firefox import DOWN, ENTER, PATIENCE, SPACE, Firefox, firefox
from referral_form import IN_CHARGE, TODAY, form_page, without_envelope

FIND = """
const find = path => path.split('.').reduce(
    (box, part) => /^[0-9]/.test(part) ? box.querySelectorAll(':scope > [data-i]')[part]
        : box.querySelector(`[data-p="${part}"]`),
    document.querySelector('.questions'));
"""


@pytest.fixture
def browser(tmp_path):
    with firefox(tmp_path) as running:
        yield running


def is_shown(browser: Firefox, path: str) -> bool:
    return browser.run(f"path => {{ {FIND} return find(path).checkVisibility() }}", path)


def problems(browser: Firefox) -> int:
    return browser.run("() => document.querySelectorAll('.errors:not([hidden]) li').length")


def type_answers(browser: Firefox, answers: dict, above: str = "") -> None:
    for name, answer in answers.items():
        path = above + name
        if isinstance(answer, dict):
            type_answers(browser, answer, path + ".")
        elif isinstance(answer, list) and isinstance(answer[0], dict):
            for index, item in enumerate(answer):
                type_answers(browser, item, f"{path}.{index}.")
        else:
            for each in answer if isinstance(answer, list) else [answer]:
                type_answer(browser, path, str(each).lower() if isinstance(each, bool) else each)


def type_answer(browser: Firefox, path: str, answer: str) -> None:
    """Sets the focus on the control, and then uses the keyboard alone."""
    kind, place = browser.run(
        f"""(path, answer) => {{
            {FIND}
            const all = [...find(path).querySelectorAll('input, select, textarea')];
            const control = all.length > 1 ? all.find(each => each.value === answer) : all[0];
            control.focus();
            const place = [...control.options ?? []].findIndex(each => each.value === answer);
            return [control.type, place];
        }}""",
        path,
        answer,
    )
    if kind in ("radio", "checkbox"):
        browser.press(SPACE)
    elif kind == "select-one":
        browser.press(DOWN * place)
    elif kind == "date":
        year, month, day = answer.split("-")
        browser.press(month + day + year)
    else:
        # A month too: Firefox shows a text for it.
        assert kind in ("text", "tel", "email", "textarea"), kind
        browser.press(answer.replace("\n", ENTER))


def test_the_form_in_firefox(built, server, schema, browser, tmp_path):
    browser.go(server + form_page(built, built.source_language).path)
    browser.requested.clear()

    assert not is_shown(browser, "inCharge")
    browser.run("() => document.querySelector('[data-act=check]').focus()")
    browser.press(ENTER)
    assert problems(browser) > 5
    assert browser.run("() => document.activeElement.className") == "errors"

    municipality = browser.run("() => document.querySelector('option[data-c]').value")
    centre = browser.run("() => document.querySelector('option[data-c]').dataset.c.split(' ')[0]")
    family = {"municipality": municipality} | IN_CHARGE["family"]
    type_answers(browser, IN_CHARGE | {"family": family | {"dueMonth": "marzo"}})
    assert is_shown(browser, "inCharge") and is_shown(browser, "vulnerabilityOther")
    browser.run("() => document.querySelector('[data-act=check]').focus()")
    browser.press(ENTER)
    assert problems(browser) == 1, "a month in words is no month"

    browser.run(f"() => {{ {FIND} const box = find('family.dueMonth').querySelector('input'); box.value = '' }}")
    type_answer(browser, "family.dueMonth", family["dueMonth"])
    browser.run("() => document.querySelector('[data-act=check]').focus()")
    browser.press(ENTER)
    assert problems(browser) == 0
    browser.run("() => document.querySelector('[data-act=save]').focus()")
    browser.press(ENTER)
    saved = file_in(tmp_path / "downloads")
    schema.validate(saved)
    expected = IN_CHARGE | {"family": family, "destination": {"centreId": centre}, "sentOn": TODAY.isoformat()}
    assert without_envelope(saved) == expected
    # The icon of the tab is asked for by the browser, at a moment of its own.
    own = [url for url in browser.requested if not url.startswith("blob:") and url != server + "/favicon.ico"]
    assert own == [], "the page asked for something"


def file_in(folder) -> dict:
    """The one file that is saved there, as soon as it is whole."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        files = list(folder.iterdir())
        if len(files) == 1 and files[0].suffix == ".json" and files[0].stat().st_size:
            return json.loads(files[0].read_text("utf-8"))
        time.sleep(0.05)
    raise AssertionError(f"nothing was saved: {list(folder.iterdir())}")
