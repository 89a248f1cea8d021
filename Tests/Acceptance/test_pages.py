"""Every page of the built site, read from disk."""

import checks
import pytest


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
