"""The referral form on a page, as tests fill it in: fields by their paths, with the keyboard or without."""

from __future__ import annotations

import calendar
import datetime
import json
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

PHONE = {"width": 360, "height": 740}
TODAY = datetime.date.today()


def month(distance: int) -> str:
    """The month so many months away from this one."""
    years, index = divmod(TODAY.year * 12 + TODAY.month - 1 + distance, 12)
    return f"{years:04}-{index + 1:02}"


# What is filled in, as the JSON will have it. The centre and its towns are read from the page: they are data.
REFERRER = {"name": "Persona Esempio", "role": "Ostetrica", "serviceType": "health_service", "phone": "0500 000 001"}
AGREEMENT = {
    "given": True,
    "givenOn": TODAY.isoformat(),
    "how": "in_person",
    "noticeVersion": "2026-11-21",
    "noticeLanguage": "ar",
}
JOINT_CONTACT = {
    "pathway": "joint_contact",
    "referrer": REFERRER,
    "family": {
        "adults": [
            {"givenName": "Esempia", "familyName": "Prova", "role": "mother"},
            {"givenName": "أمين", "role": "father"},
        ],
        "contact": {"viaReferrer": False, "channel": "phone_call", "phone": "+39 0500 000 002"},
        "expecting": False,
        "children": [{"birthMonth": month(-2)}, {"birthMonth": month(-30)}],
    },
    "mediator": "yes",
    "preferredLanguage": "wo",
    "agreement": AGREEMENT,
}
IN_CHARGE = {
    "pathway": "already_in_charge",
    "referrer": {"name": "Persona Esempio", "serviceType": "social_service", "email": "invio@servizio.example"},
    "family": {
        "adults": [{"givenName": "Esempia", "role": "mother"}],
        "contact": {"viaReferrer": True, "safeTimes": "Al mattino, dopo le 9"},
        "expecting": True,
        "dueMonth": month(4),
    },
    "mediator": "unknown",
    "vulnerability": ["low_income", "other"],
    "vulnerabilityOther": "Poche parole, con «virgolette» e </script>",
    "inCharge": {
        "services": ["social_service", "association"],
        "objectives": [{"area": "parenting", "text": "Due righe.\nLa seconda."}],
    },
    "agreement": AGREEMENT,
    "sharedReviewWanted": True,
}
PATHWAYS = {"joint_contact": JOINT_CONTACT, "already_in_charge": IN_CHARGE}


@dataclass
class Form:
    """The form on a page, found by the paths of its fields: `family.adults.1.givenName`."""

    tab: Page

    def field(self, path: str):
        found = self.tab.locator(".questions")
        for part in path.split("."):
            found = (
                found.locator(":scope > [data-i]").nth(int(part))
                if part.isdigit()
                else found.locator(f'[data-p="{part}"]').first
            )
        return found

    def act(self, name: str, inside: str | None = None):
        return (self.field(inside) if inside else self.tab.locator(".form")).locator(f'[data-act="{name}"]').first

    def check(self) -> list[str]:
        """Presses the button, and gives the fields that the summary names."""
        self.act("check").click()
        if not self.tab.locator(".errors").is_visible():
            return []
        return self.wrong()

    def wrong(self) -> list[str]:
        return self.tab.locator(".errors a").evaluate_all(
            """links => links.map(link => {
                let field = document.querySelector(link.hash).closest('[data-p]'), path = []
                for (; field; field = field.parentElement.closest('[data-p]')) path.unshift(field.dataset.p)
                return path.join('.')
            })"""
        )

    def answers(self, act: str = "save") -> dict:
        with self.tab.expect_download() as download:
            self.act(act).click()
        return json.loads(Path(download.value.path()).read_text("utf-8"))

    # --- by keyboard alone

    def tab_to(self, control) -> None:
        for _ in range(120):
            if control.evaluate("element => element === document.activeElement"):
                return
            self.tab.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {control}")

    def type_answer(self, path: str, answer: object) -> None:
        """Puts an answer into the field with the keyboard, after what was answered before."""
        keyboard = self.tab.keyboard
        field = self.field(path)
        expect(field).to_be_visible()
        if isinstance(answer, dict):
            for name, each in answer.items():
                self.type_answer(f"{path}.{name}", each)
            return
        if isinstance(answer, list) and isinstance(answer[0], dict):
            for index, item in enumerate(answer):
                if index:
                    self.tab_to(field.locator(':scope > [data-act="add"]'))
                    keyboard.press("Enter")
                for name, each in item.items():
                    self.type_answer(f"{path}.{index}.{name}", each)
            return
        for value in answer if isinstance(answer, list) else [answer]:
            self._type(field, value)

    def _type(self, field, value: object) -> None:
        keyboard = self.tab.keyboard
        control = field.locator("input, select, textarea").first
        kind = control.evaluate("element => element.type")
        text = str(value).lower() if isinstance(value, bool) else value
        if kind == "radio":
            dots = field.locator("input")
            wanted = dots.evaluate_all("(all, value) => all.findIndex(each => each.value === value)", text)
            self.tab_to(dots.first)
            keyboard.press("Space")
            for _ in range(wanted):
                keyboard.press("ArrowDown")
        elif kind == "checkbox":
            self.tab_to(field.locator(f'input[value="{text}"]'))
            keyboard.press("Space")
        elif kind == "select-one":
            self.tab_to(control)
            place = control.evaluate("(select, value) => [...select.options].findIndex(o => o.value === value)", text)
            for _ in range(place):
                keyboard.press("ArrowDown")
        elif kind in ("date", "month"):
            # In the order of en-US, the browser's language in tests; a month without a day is typed by its name.
            self.tab_to(control)
            year, number, *day = text.split("-")
            keyboard.type("".join([number, *day]) if day else calendar.month_name[int(number)])
            if not day:
                keyboard.press("Tab")
            keyboard.type(year)
        else:
            self.tab_to(control)
            keyboard.insert_text(text)


def form_page(built, language: str):
    pages = [page for page in built.pages_in(language) if page.tree.xpath("//*[@class='form']")]
    assert len(pages) == 1, f"{language}: {len(pages)} pages have the form"
    return pages[0]


def fill(form: Form, answers: dict, town: int = 0) -> dict:
    """Puts the answers in without the keyboard, for tests that are about something else."""
    options = form.field("family.municipality").locator("option[data-c]").nth(town)
    municipality = options.get_attribute("value")

    def put(path: str, answer: object) -> None:
        field = form.field(path)
        if isinstance(answer, dict):
            for name, each in answer.items():
                put(f"{path}.{name}" if path else name, each)
        elif isinstance(answer, list) and isinstance(answer[0], dict):
            for index, item in enumerate(answer):
                if index:
                    field.locator(':scope > [data-act="add"]').click()
                put(f"{path}.{index}", item)
        else:
            control = field.locator("input, select, textarea").first
            kind = control.evaluate("element => element.type")
            for value in answer if isinstance(answer, list) else [answer]:
                text = str(value).lower() if isinstance(value, bool) else value
                if kind in ("radio", "checkbox"):
                    field.locator(f'input[value="{text}"]').check()
                elif kind == "select-one":
                    control.select_option(text)
                else:
                    control.fill(text)

    for name, answer in answers.items():
        put(name, answer)
    put("family.municipality", municipality)
    centre = form.field("destination.centreId").locator("select").input_value()
    return answers | {
        "sentOn": TODAY.isoformat(),
        "destination": {"centreId": centre},
        "family": {"municipality": municipality} | answers["family"],
    }


def without_envelope(answers: dict) -> dict:
    return {
        key: answer for key, answer in answers.items() if key not in ("schemaVersion", "referralId", "formLanguage")
    }
