"""The referral form in a real browser, as referrer and family fill it in: by keyboard, in every language, offline."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from referral_form import (
    IN_CHARGE,
    JOINT_CONTACT,
    PATHWAYS,
    PHONE,
    TODAY,
    Form,
    fill,
    form_page,
    month,
    without_envelope,
)

SCRIPT_BUDGET = 10_240
AXE = {"rules": {"target-size": {"enabled": True}}}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a language runs in every language of the site."""
    if "language" in metafunc.fixturenames:
        from conftest import REPOSITORY

        settings = (REPOSITORY / "content/site.yml").read_text("utf-8")
        languages = re.search(r"^languages: \[(.*)\]", settings, re.MULTILINE)[1].replace(",", " ").split()
        metafunc.parametrize("language", languages)


def violations(tab: Page, state: str) -> list[str]:
    return [
        f"{state}: {found['id']}: {found['help']}: {found['nodes'][0]['html'][:160]}"
        for found in Axe().run(tab, options=AXE).response["violations"]
    ]


# --- The result ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_by_keyboard_alone(browse, schema, language, pathway):
    form = browse(language)
    requests: list[str] = []
    form.tab.on("request", lambda request: requests.append(request.url))
    answers = PATHWAYS[pathway]
    options = form.field("family.municipality").locator("option[data-c]").last
    municipality, centre = options.get_attribute("value"), options.get_attribute("data-c").split()[0]
    in_order = {
        "pathway": answers["pathway"],
        "referrer": answers["referrer"],
        "destination": {"centreId": centre},
        "family": {"municipality": municipality} | answers["family"],
        **{name: answer for name, answer in answers.items() if name not in ("pathway", "referrer", "family")},
    }
    for name, answer in in_order.items():
        form.type_answer(name, answer)
    form.tab_to(form.act("check"))
    form.tab.keyboard.press("Enter")
    assert form.wrong() == []
    expect(form.tab.locator(".answers")).to_be_focused()
    form.tab_to(form.act("save"))
    with form.tab.expect_download() as download:
        form.tab.keyboard.press("Enter")
    text = Path(download.value.path()).read_text("utf-8")
    saved = json.loads(text)
    schema.validate(saved)
    assert saved["formLanguage"] == language
    assert download.value.suggested_filename == f"referral-{saved['referralId'][:8]}.json"
    assert without_envelope(saved) == in_order | {"sentOn": TODAY.isoformat()}
    order = list(schema.schema["properties"])
    assert list(saved) == [name for name in order if name in saved], "the properties are not in the form's order"
    assert [url for url in requests if not url.startswith("blob:")] == [], "the page asked for something"


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_from_disk_and_offline(built, browse, schema, pathway):
    page = form_page(built, built.source_language)
    form = browse(built.source_language, (built.output / page.path).as_uri(), offline=True)
    expected = fill(form, PATHWAYS[pathway])
    assert form.check() == []
    saved = form.answers()
    schema.validate(saved)
    assert without_envelope(saved) == expected


def test_under_the_policy_of_the_server(built, server, visit, schema):
    """The Content-Security-Policy that _headers asks for lets the form work, and lets nothing out."""
    window = visit(viewport=PHONE)
    tab = window.context.new_page()
    policy = tab.goto(server + form_page(built, built.source_language).path).headers["content-security-policy"]
    form = Form(tab)
    fill(form, IN_CHARGE)
    assert form.check() == []
    schema.validate(form.answers())
    image = "Object.assign(new Image(), { onload: yes, onerror: no, src: 'http://other.invalid' })"
    for attempt in ("fetch('/x')", f"new Promise((yes, no) => {image})"):
        assert tab.evaluate(f"() => {attempt}.then(() => 'out', () => 'kept')") == "kept"
    window.failed.remove("http://other.invalid/")  # as it should
    assert "unsafe" not in policy and "default-src 'none'" in policy


def test_without_a_server_policy_the_page_itself_forbids_connections(built, server, visit):
    window = visit(viewport=PHONE)
    tab = window.context.new_page()
    attempt = f"() => fetch('{server}', {{ mode: 'no-cors' }}).then(() => 'out', () => 'kept')"
    for page, result in (("index.html", "out"), (form_page(built, built.source_language).path, "kept")):
        tab.goto((built.output / page).as_uri())
        assert tab.evaluate(attempt) == result, page
    window.failed[:] = [url for url in window.failed if url != server]  # as it should, if the browser calls it so


def test_the_identifier_is_new_each_time(built, browse):
    ids = set()
    for _ in range(2):
        ids.add(browse(built.source_language).answers("draft")["referralId"])
    assert len(ids) == 2


def test_nothing_is_stored(built, browse):
    form = browse(built.source_language)
    fill(form, JOINT_CONTACT)
    form.check()
    stored = "() => [localStorage.length, sessionStorage.length, document.cookie]"
    assert form.tab.evaluate(stored) == [0, 0, ""]
    assert form.tab.evaluate("async () => (await indexedDB.databases()).length + (await caches.keys()).length") == 0
    assert not form.tab.locator("form").count(), "a form element could be sent"


# --- Drafts ----------------------------------------------------------------------------------------------------------


def open_draft(form: Form, file: Path | str) -> None:
    with form.tab.expect_file_chooser() as chooser:
        form.act("open").click()
    chooser.value.set_files(file)


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_a_draft_gives_the_same_answers(built, browse, language, pathway, tmp_path):
    first = browse(built.source_language)
    fill(first, PATHWAYS[pathway])
    draft = first.answers("draft")
    file = tmp_path / "draft.json"
    file.write_text(json.dumps(draft), "utf-8")
    second = browse(language)
    open_draft(second, file)
    expect(second.tab.locator(".status")).not_to_be_empty()
    assert second.answers("draft") == draft | {"formLanguage": language}


def test_an_unfinished_draft_can_be_opened(built, browse, tmp_path):
    form = browse(built.source_language)
    form.field("referrer.name").locator("input").fill("Persona Esempio")
    form.field("referrer.phone").locator("input").fill("non lo so")
    draft = form.answers("draft")
    assert draft["referrer"] == {"name": "Persona Esempio", "phone": "non lo so"}
    file = tmp_path / "draft.json"
    file.write_text(json.dumps(draft), "utf-8")
    other = browse(built.source_language)
    open_draft(other, file)
    expect(other.field("referrer.phone").locator("input")).to_have_value("non lo so")
    assert "referrer.phone" in other.check()


@pytest.mark.parametrize("text", ["", "no JSON", "null", "[]", "{}", '{"schemaVersion": "2.0"}'])
def test_another_file_is_refused_and_changes_nothing(built, browse, tmp_path, text):
    form = browse(built.source_language)
    before = form.answers("draft")
    file = tmp_path / "other.json"
    file.write_text(text, "utf-8")
    open_draft(form, file)
    expect(form.tab.locator(".status")).to_have_text("Questo file non è una scheda di invio.")
    assert form.answers("draft") == before


@pytest.mark.parametrize(
    "answers",
    [
        {"family": {"adults": "x", "children": 3}},
        {"family": {"adults": [{"givenName": {"a": 1}}] * 99}},
        {"pathway": "unknown", "referralId": "x", "mediator": ["yes"], "agreement": []},
        {"referrer": None, "sentOn": 5, "__proto__": {"x": 1}, "vulnerability": {"a": 1}},
    ],
)
def test_a_spoilt_draft_gives_no_invalid_referral(built, browse, schema, tmp_path, answers):
    form = browse(built.source_language)
    file = tmp_path / "spoilt.json"
    file.write_text(json.dumps({"schemaVersion": "1.0"} | answers), "utf-8")
    open_draft(form, file)
    expect(form.tab.locator(".status")).not_to_be_empty()
    assert form.check(), "a spoilt draft can't be complete"
    fill(form, JOINT_CONTACT | {"family": JOINT_CONTACT["family"] | {"adults": [{"givenName": "A", "role": "mother"}]}})
    for _ in range(form.field("family.adults").locator("[data-i]").count() - 1):
        form.field("family.adults").locator("[data-i]").last.locator('[data-act="remove"]').click()
    form.field("sentOn").locator("input").fill(TODAY.isoformat())
    assert form.check() == []
    schema.validate(form.answers())


def test_a_draft_asks_before_it_takes_the_place_of_answers(built, browse, tmp_path):
    form = browse(built.source_language)
    name = form.field("referrer.name").locator("input")
    name.fill("Prima")
    draft = form.answers("draft")
    file = tmp_path / "draft.json"
    file.write_text(json.dumps(draft), "utf-8")
    name.fill("Dopo")
    questions: list[str] = []

    def answer(dialog, accept: bool) -> None:
        questions.append(dialog.message)
        dialog.accept() if accept else dialog.dismiss()

    form.tab.once("dialog", lambda dialog: answer(dialog, accept=False))
    open_draft(form, file)
    form.tab.wait_for_function("() => true")
    expect(name).to_have_value("Dopo")
    form.tab.once("dialog", lambda dialog: answer(dialog, accept=True))
    open_draft(form, file)
    expect(name).to_have_value("Prima")
    assert len(questions) == 2


# --- Conditions ------------------------------------------------------------------------------------------------------


def test_conditions_show_and_hide(built, browse):
    form = browse(built.source_language)

    def choose(path: str, value: str, on: bool = True) -> None:
        form.field(path).locator(f'input[value="{value}"]').set_checked(on)

    for condition, value, dependent in (
        ("pathway", "already_in_charge", "inCharge"),
        ("family.expecting", "true", "family.dueMonth"),
    ):
        expect(form.field(dependent)).to_be_hidden()
        choose(condition, value)
        expect(form.field(dependent)).to_be_visible()
    choose("vulnerability", "other")
    expect(form.field("vulnerabilityOther")).to_be_visible()
    choose("vulnerability", "other", on=False)
    expect(form.field("vulnerabilityOther")).to_be_hidden()
    expect(form.field("inCharge.objectives")).to_be_visible()
    choose("inCharge.objectivesToBeAgreed", "true")
    expect(form.field("inCharge.objectives")).to_be_hidden()


def test_what_is_hidden_never_leaves(built, browse):
    form = browse(built.source_language)
    fill(form, IN_CHARGE)
    form.field("pathway").locator('input[value="joint_contact"]').check()
    form.field("family.expecting").locator('input[value="false"]').check()
    form.field("vulnerability").locator('input[value="other"]').uncheck()
    draft = form.answers("draft")
    assert "inCharge" not in draft and "vulnerabilityOther" not in draft and "dueMonth" not in draft["family"]


def test_needed_by_condition(built, browse):
    """Each required-if: without its condition the form goes through, with it the field is asked for."""
    form = browse(built.source_language)
    fill(form, JOINT_CONTACT)
    assert form.check() == []

    def choose(path: str, value: str) -> None:
        form.field(path).locator(f'input[value="{value}"]').check()

    optional = form.field("family.contact.channel").locator(".optional")
    expect(optional).to_be_hidden()
    choose("family.contact.viaReferrer", "true")
    expect(optional).to_be_visible()
    choose("family.contact.viaReferrer", "false")
    for path, value, needed in (
        ("family.contact.channel", "email", "family.contact.email"),
        ("family.expecting", "true", "family.dueMonth"),
        ("vulnerability", "other", "vulnerabilityOther"),
    ):
        choose(path, value)
        assert form.check() == [needed]
        fix = {"family.contact.email": "a@b.example", "family.dueMonth": month(3)}
        form.field(needed).locator("input").fill(fix.get(needed, "Prova"))
        assert form.wrong() == []
    form.field("preferredLanguage").locator("select").select_option("")
    assert form.check() == ["preferredLanguage"]
    choose("mediator", "no")
    assert form.wrong() == []
    form.field("vulnerability").locator('input[value="other"]').uncheck()
    choose("pathway", "already_in_charge")
    assert form.check() == ["vulnerability", "inCharge.services", "inCharge.objectivesToBeAgreed"]
    choose("vulnerability", "low_income")
    choose("inCharge.services", "association")
    choose("inCharge.objectivesToBeAgreed", "true")
    assert form.wrong() == [] and form.check() == []
    choose("family.expecting", "false")
    for item in form.field("family.children").locator("input").all():
        item.fill("")
    assert form.check() == ["family.children.birthMonth"]


def test_the_help_shows_how_the_version_of_the_notice_is_written(browse, language):
    form = browse(language)
    field = form.field("agreement.noticeVersion")
    example = re.search(r"\d[\d-]+\d", field.locator(".facts").inner_text())[0]
    assert "agreement.noticeVersion" in form.check()
    field.locator("input").fill(example)
    assert "agreement.noticeVersion" not in form.check(), f"{example!r} is not taken"


def test_the_municipality_chooses_the_centre(built, browse):
    form = browse(built.source_language)
    towns, centre = (
        form.field("family.municipality").locator("select"),
        form.field("destination.centreId").locator("select"),
    )
    for option in towns.locator("option[data-c]").all():
        before = centre.input_value()
        towns.select_option(option.get_attribute("value"))
        if centre.input_value() == before:
            continue
        assert centre.input_value() in option.get_attribute("data-c").split()
        expect(form.tab.locator("[role=status]")).to_contain_text(centre.locator("option:checked").inner_text())
    fill(form, JOINT_CONTACT)
    others = [value for value in centre.locator("option").evaluate_all("all => all.map(o => o.value)") if value]
    centre.select_option(next(value for value in others if value != centre.input_value()))
    assert form.check() == ["family.municipality"]


# --- Problems --------------------------------------------------------------------------------------------------------

TOMORROW = (TODAY + datetime.timedelta(days=1)).isoformat()
YESTERDAY = (TODAY - datetime.timedelta(days=1)).isoformat()
#: Field, what is wrong in it, and the word that says so.
WRONG = [
    ("referrer.name", "   ", "formWrite"),
    ("referrer.phone", "abc", "formPhone"),
    ("referrer.phone", "123", "formPhone"),
    ("referrer.email", "persona", "formEmail"),
    ("referrer.email", "persona@esempio", "formEmail"),
    ("sentOn", TOMORROW, "formFuture"),
    ("sentOn", "", "formWrite"),
    ("sentOn", "1999-12-31", "formDate"),
    ("agreement.givenOn", TOMORROW, "formAgreementLate"),
    ("agreement.givenOn", "1999-01-01", "formDate"),
    ("agreement.noticeVersion", "21 novembre", "formShape"),
    ("family.children.0.birthMonth", month(1), "formChildUnborn"),
    ("family.children.0.birthMonth", month(-37), "formChildTooOld"),
    ("family.contact.phone", "", "formWrite"),
    ("agreement.given", False, "formConfirm"),
    ("preferredLanguage", "", "formPick"),
]


def test_every_kind_of_problem(built, browse, language):
    form = browse(language)
    fill(form, JOINT_CONTACT)
    assert form.check() == []
    words = form.tab.evaluate("() => formWords")
    seen = set()
    for path, value, word in WRONG:
        control = form.field(path).locator("input, select, textarea").first
        before = control.is_checked() if value is False else control.input_value()
        if value is False:
            control.uncheck()
        elif control.evaluate("element => element.type") == "select-one":
            control.select_option(value)
        else:
            control.fill(value)
        wrong = form.check()
        plain = re.sub(r"\.\d+", "", path)
        assert plain in wrong, f"{path}: {value!r} is taken"
        error = form.field(path).locator(".error").first
        text, tongue, direction = words[word]
        assert error.inner_text() == text
        assert (error.locator("span").get_attribute("lang"), error.locator("span").get_attribute("dir")) == (
            tongue,
            direction,
        )
        described = control.get_attribute("aria-describedby").split()
        assert error.get_attribute("id") in described
        assert control.get_attribute("aria-invalid") == "true"
        expect(form.tab.locator(".errors")).to_be_focused()
        expect(form.tab.locator(".answers")).to_be_hidden()
        link = form.tab.locator(".errors a").nth(wrong.index(plain))
        link.click()
        expect(control).to_be_focused()
        control.check() if value is False else (
            control.select_option(before) if word == "formPick" else control.fill(before)
        )
        assert form.wrong() == [], f"{path}: mended, and still said to be wrong"
        assert error.inner_text() == "" and control.get_attribute("aria-invalid") == "false"
        seen.add(word)
    form.field("family.expecting").locator('input[value="true"]').check()
    for distance in (-2, 10):
        form.field("family.dueMonth").locator("input").fill(month(distance))
        assert form.check() == ["family.dueMonth"]
        assert form.field("family.dueMonth").locator(".error").inner_text() == words["formDueMonth"][0]
    said = {name for name, word in words.items() if name != "languages" and name in built_errors(words)}
    assert said <= seen | {"formDueMonth", "formMonth", "formTooLong", "formOtherCentre"}


def built_errors(words: dict) -> set[str]:
    """The words of the script that say what is wrong."""
    told = {"formAdded", "formRemoved", "formCentreChosen", "formSaved", "formOpened", "formNotADraft", "formReplaces"}
    return set(words) - told - {"formYes", "languages"}


def test_the_day_of_sending_moves_the_limits(built, browse):
    form = browse(built.source_language)
    fill(form, JOINT_CONTACT)
    form.field("agreement.givenOn").locator("input").fill(TODAY.isoformat())
    form.field("sentOn").locator("input").fill(YESTERDAY)
    assert form.check() == ["agreement.givenOn"]


def test_at_least_one_contact(built, browse):
    form = browse(built.source_language)
    fill(form, JOINT_CONTACT)
    phone = form.field("referrer.phone").locator("input")
    phone.fill("")
    assert form.check() == ["referrer.phone"]
    form.field("referrer.email").locator("input").fill("a@b.example")
    assert form.wrong() == [] and form.check() == []


def test_too_long_and_too_many(built, browse, tmp_path):
    form = browse(built.source_language)
    fill(form, JOINT_CONTACT)
    draft = form.answers("draft")
    draft["referrer"]["name"] = "a" * 121
    draft["family"]["adults"] = [{"givenName": "A", "role": "mother"}] * 9
    file = tmp_path / "long.json"
    file.write_text(json.dumps(draft), "utf-8")
    open_draft(form, file)
    expect(form.field("family.adults").locator("[data-i]")).to_have_count(4)
    expect(form.field("family.adults").locator(':scope > [data-act="add"]')).to_be_hidden()
    assert form.check() == ["referrer.name"]
    assert "120" in form.field("referrer.name").locator(".error").inner_text()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("0500/000-001", "0500 000 001"),
        (" 0500  000.001 ", "0500 000 001"),
        ("٠٥٠٠ ٠٠٠ ٠٠١", "0500 000 001"),
        ("۰۵۰۰۰۰۰۰۰۱", "0500000001"),
    ],
)
def test_telephone_numbers_are_written_one_way(built, browse, typed, written):
    form = browse(built.source_language)
    form.field("referrer.phone").locator("input").fill(typed)
    assert form.answers("draft")["referrer"]["phone"] == written


def test_months_are_typed_where_the_browser_has_no_control_for_them(built, visit, server):
    tab = visit(viewport=PHONE).context.new_page()
    # What Firefox and Safari on a desk do with an input of an unknown type.
    tab.route(
        "**/*.html",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('type="month"', 'type="text"'), content_type="text/html; charset=utf-8"
        ),
    )
    tab.goto(server + form_page(built, built.source_language).path)
    form = Form(tab)
    fill(form, JOINT_CONTACT)
    first = form.field("family.children.0.birthMonth").locator("input")
    assert re.fullmatch(r"\d{4}-\d{2}", first.get_attribute("placeholder"))
    first.fill("marzo")
    assert form.check() == ["family.children.birthMonth"]
    first.fill(month(-40))
    assert form.check() == ["family.children.birthMonth"]
    first.fill(month(-4))
    assert form.check() == []


# --- Lists -----------------------------------------------------------------------------------------------------------


def test_adding_and_removing_keeps_the_focus_and_says_so(built, browse):
    form = browse(built.source_language)
    adults = form.field("family.adults")
    items, add, status = (
        adults.locator(":scope > [data-i]"),
        adults.locator(':scope > [data-act="add"]'),
        form.tab.locator("[role=status]"),
    )
    expect(items.first.locator('[data-act="remove"]')).to_be_hidden()
    form.field("family.adults.0.givenName").locator("input").fill("Una")
    add.press("Enter")
    expect(items).to_have_count(2)
    expect(form.field("family.adults.1.givenName").locator("input")).to_be_focused()
    expect(status).to_contain_text("2")
    form.field("family.adults.1.givenName").locator("input").fill("Due")
    form.field("family.adults.1.role").locator("input").nth(1).check()
    form.field("family.adults.0.role").locator("input").first.check()
    assert form.answers("draft")["family"]["adults"] == [
        {"givenName": "Una", "role": "mother"},
        {"givenName": "Due", "role": "father"},
    ]
    items.first.locator('[data-act="remove"]').press("Enter")
    expect(items).to_have_count(1)
    expect(items.first.locator("legend").first).to_have_text("1")
    expect(add).to_be_focused()
    assert form.answers("draft")["family"]["adults"] == [{"givenName": "Due", "role": "father"}]
    add.press("Enter")
    ids = form.tab.evaluate("() => [...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids)), "an id stands twice"


# --- What people see -------------------------------------------------------------------------------------------------


def test_axe_finds_nothing_in_any_state(built, browse, language):
    # Colours do not hang on the language, so one language in the dark is enough.
    for scheme in ("light", "dark") if language == built.source_language else ("light",):
        _axe_finds_nothing(browse(language, color_scheme=scheme))


def _axe_finds_nothing(form: Form) -> None:
    found = violations(form.tab, "empty")
    form.act("add", "family.adults").click()
    form.check()
    found += violations(form.tab, "problems")
    form.tab.reload()
    fill(form, IN_CHARGE)
    found += violations(form.tab, "filled in")
    assert form.check() == []
    form.answers()
    found += violations(form.tab, "answers and file")
    assert not found, "\n" + "\n".join(found)


def test_nothing_is_wider_than_the_screen(browse, language):
    form = browse(language)
    fill(form, IN_CHARGE)
    form.field("pathway").locator("input").first.check()
    for width in (320, 360, 1280):
        form.tab.set_viewport_size({"width": width, "height": 700})
        form.check()
        wider = form.tab.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{wider} px wider than {width} px"


def test_labels_stand_in_both_languages(built, language):
    page = form_page(built, language)
    labels = page.tree.xpath("//*[@class='questions']//*[@class='l']")
    assert len(labels) > 60
    if language == built.source_language:
        assert not page.tree.xpath("//*[@class='form']//*[@class='it']")
        return
    alone = [
        " ".join(label.text_content().split())
        for label in labels
        if not label.xpath(".//*[@class='it'][@lang='it'][@dir='ltr'] | .//*[@lang='it'][not(@class)]")
    ]
    assert not alone, f"without Italian beside them: {alone}"


def test_paper_shows_the_answers_without_controls(browse, language):
    form = browse(language)
    fill(form, IN_CHARGE)
    form.tab.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    form.tab.emulate_media(media="print")
    printed = form.tab.locator("main").inner_text()
    for text in ("Persona Esempio", "invio@servizio.example", "Esempia", "La seconda.", "Poche parole"):
        assert text in printed, f"{text!r} is not on paper"
    assert "Servizio sociale" in printed and "Essere genitori" in printed, "the Italian is not on paper"
    controls = form.tab.locator(".form").locator("input:visible, select:visible, button:visible, textarea:visible")
    assert controls.count() == 0
    assert not form.tab.locator(".questions").is_visible()


def test_paper_shows_the_blank_form(browse, language):
    for script in (True, False):
        form = browse(language, java_script_enabled=script)
        form.tab.emulate_media(media="print")
        for path in ("inCharge", "family.dueMonth", "vulnerabilityOther", "inCharge.objectives", "family.children"):
            expect(form.field(path)).to_be_visible()
        expect(form.field("inCharge.objectives.0.area").locator("li")).to_have_count(9)
        assert not form.tab.locator(".form button:visible").count()
        assert not form.tab.locator(".answers").is_visible()


def test_without_javascript_there_is_the_blank_form(browse, language):
    form = browse(language, java_script_enabled=False)
    for path in ("sentOn", "referrer.name", "inCharge", "family.dueMonth", "agreement.given"):
        expect(form.field(path)).to_be_visible()
    assert form.tab.locator("noscript").count() == 1
    assert not form.tab.locator(".form button:visible").count()
    form.field("referrer.name").locator("input").fill("Persona")
    form.field("referrer.name").locator("input").press("Enter")
    assert "?" not in form.tab.url, "an answer is in the address"


def test_leaving_with_answers_asks_first(built, browse):
    form = browse(built.source_language)
    asked: list[str] = []
    form.tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    form.tab.reload()
    assert not asked
    form.field("referrer.name").locator("input").press_sequentially("Persona")
    form.tab.reload()
    assert asked == ["beforeunload"]


def test_the_script_is_small_and_only_where_it_is_needed(built, output):
    scripts = list(output.glob("assets/form-????????.js"))
    assert len(scripts) == 1
    size = scripts[0].stat().st_size
    assert size <= SCRIPT_BUDGET, f"{size} bytes; {SCRIPT_BUDGET} are the limit"
    for page in built.pages.values():
        loaded = page.tree.xpath("//script[not(@type='application/ld+json')]")
        # The paper's pages have scripts of their own (test_catalogue.py).
        of_form = [script for script in loaded if "assets/form-" in script.get("src", "")]
        has_form = bool(page.tree.xpath("//*[@class='form']"))
        assert bool(of_form) == has_form, f"{page.path}: {len(of_form)} scripts"
        assert all(script.get("src") and script.get("defer") is not None and not script.text for script in loaded)
