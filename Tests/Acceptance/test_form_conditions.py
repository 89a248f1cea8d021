"""Every condition of form.yml on the page: for each answer that it asks about, what is shown and what is needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from conftest import REPOSITORY
from referral_form import Form

FORM = yaml.safe_load((REPOSITORY / "content/referral/form.yml").read_text("utf-8"))
CONDITIONS = ("required-if", "forbidden-if", "forbidden-unless")


def fields(group: dict = FORM, above: str = "") -> Iterator[tuple[str, dict]]:
    for name, field in group["fields"].items():
        yield above + name, field
        if "fields" in field:
            yield from fields(field, f"{above}{name}.")


FIELDS = dict(fields())
CONDITIONAL = [path for path, field in FIELDS.items() if any(key in field for key in CONDITIONS)]


def beside(path: str, name: str) -> str:
    """The path of another field of the same group."""
    return ".".join([*path.split(".")[:-1], name])


def asked_by(path: str) -> str:
    others = {name for key in CONDITIONS for name in FIELDS[path].get(key, {})}
    assert len(others) == 1, f"{path} has conditions on {others}: ask about all their answers together"
    return beside(path, others.pop())


def answers_to(path: str) -> list[str]:
    field = FIELDS[path]
    codes = {"yes-no": ["true", "false"], "confirmation": ["true"]}
    return codes.get(field["kind"]) or list(FORM["code-lists"][field["codes"]])


def passes(path: str, key: str, answer: str | None) -> bool:
    """Whether a condition of the field holds with that answer; without an answer none does."""
    (wanted,) = FIELDS[path][key].values()
    return answer in [str(each).lower() if isinstance(each, bool) else each for each in _list(wanted)]


def _list(value: object) -> list:
    return value if isinstance(value, list) else [value]


def is_forbidden(path: str, answer: str | None) -> bool:
    field = FIELDS[path]
    return ("forbidden-if" in field and passes(path, "forbidden-if", answer)) or (
        "forbidden-unless" in field and not passes(path, "forbidden-unless", answer)
    )


def answer(form: Form, path: str, value: str) -> None:
    """Gives that one answer, and no other."""
    for box in form.field(path).locator("input[type=checkbox]:checked").all():
        box.uncheck()
    form.field(path).locator(f'input[value="{value}"]').check()


def reveal(form: Form, path: str) -> None:
    """Answers so that the groups around the field are there."""
    steps = path.split(".")
    for depth in range(1, len(steps)):
        group = ".".join(steps[:depth])
        if group in CONDITIONAL:
            asked = asked_by(group)
            answer(form, asked, next(each for each in answers_to(asked) if not is_forbidden(group, each)))


def is_named(path: str, problems: list[str]) -> bool:
    return any(problem == path or problem.startswith(path + ".") for problem in problems)


def test_there_are_conditions_of_every_kind():
    assert {key for path in CONDITIONAL for key in CONDITIONS if key in FIELDS[path]} == set(CONDITIONS)
    assert {FIELDS[asked_by(path)]["kind"] for path in CONDITIONAL} == {"yes-no", "confirmation", "code", "codes"}


@pytest.mark.parametrize("path", CONDITIONAL)
def test_it_is_shown_and_needed_as_the_form_says(built, browse, path):
    form = browse(built.source_language)
    reveal(form, path)
    asked = asked_by(path)
    for given in (None, *answers_to(asked)):
        if given:
            answer(form, asked, given)
        problems = form.check()
        is_hidden = is_forbidden(path, given)
        assert form.field(path).is_visible() != is_hidden, f"{asked}: {given}"
        is_needed = "required-if" in FIELDS[path] and passes(path, "required-if", given)
        assert is_named(path, problems) == (is_needed and not is_hidden), f"{asked}: {given}: {problems}"
