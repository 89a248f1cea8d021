"""What the tests share: the built site, a server for it on the loopback address, a browser that reaches nothing else.

MILLEGIORNI_PROJECT (the folder with content/), MILLEGIORNI_OUTPUT (the built site) and MILLEGIORNI_BIN (the executable)
point elsewhere when set."""

from __future__ import annotations

import fnmatch
import functools
import http.server
import json
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import built as layout
import jsonschema
import pytest
from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright
from referral_form import PHONE, Form, form_page

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def project() -> Path:
    return Path(os.environ.get("MILLEGIORNI_PROJECT", REPOSITORY)).resolve()


@pytest.fixture(scope="session")
def output(project: Path) -> Path:
    return Path(os.environ.get("MILLEGIORNI_OUTPUT", project / "output")).resolve()


@pytest.fixture(scope="session")
def built(project: Path, output: Path) -> layout.Built:
    return layout.read(project, output)


@pytest.fixture(scope="session")
def executable() -> Path:
    file = Path(os.environ.get("MILLEGIORNI_BIN", REPOSITORY / ".build/release/millegiorni")).resolve()
    assert file.is_file(), f"{file} does not exist: build it first (make site)"
    return file


class _Host(http.server.SimpleHTTPRequestHandler):
    """Serves the site where base-url says it lives, as a web host does.

    It shows 404.html for what is not there, and sends the headers of every rule in _headers that matches the address
    asked for; a header of several rules is one with all their values."""

    def __init__(self, *arguments: object, root: str, headers: layout.Headers, **options: object) -> None:
        self.root = root
        self.rules = headers
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        path = "/" + urlsplit(self.path).path.removeprefix(self.root)
        values: dict[str, list[str]] = {}
        for pattern, headers in self.rules:
            if fnmatch.fnmatchcase(path, pattern):
                for name, value in headers:
                    values.setdefault(name, []).append(value)
        for name, all_values in values.items():
            self.send_header(name, ", ".join(all_values))
        super().end_headers()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.root))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def server(built: layout.Built) -> Iterator[str]:
    """The address of the site on this machine."""
    root = urlsplit(built.base_url).path
    handler = functools.partial(_Host, directory=built.output, root=root, headers=layout.headers(built.output))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}{root}"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "chromium is not on the PATH: scripts/setup test installs it"
    # The sandbox needs rights that root gives up; for everyone else it stays on.
    arguments = ["--no-proxy-server", "--disable-background-networking"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A browser window of its own, and what it asked for that is not on this machine or is not there."""

    context: BrowserContext
    refused: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def route(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in ("file", "data", "blob") or address.hostname == "127.0.0.1":
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort()


@pytest.fixture
def visit(chromium: Browser) -> Iterator:
    """visit(**options): opens a window with those options of Playwright; at the end, nothing may have left loopback."""
    visits: list[Visit] = []

    def open_window(**options: object) -> Visit:
        new = Visit(chromium.new_context(service_workers="block", **options))
        new.context.set_default_timeout(10_000)
        new.context.route("**/*", new.route)
        # What is still on its way when the tab moves on to another page is aborted: that is no fault of the site.
        new.context.on(
            "requestfailed",
            lambda request: request.failure == "net::ERR_ABORTED" or new.failed.append(request.url),
        )
        new.context.on("response", lambda answer: answer.status >= 400 and new.failed.append(answer.url))
        visits.append(new)
        return new

    yield open_window
    for old in visits:
        old.context.close()
    refused = [url for old in visits for url in old.refused]
    failed = [url for old in visits for url in old.failed if url not in old.refused]
    assert not refused, f"requests left this machine: {refused}"
    assert not failed, f"requests failed: {failed}"


@pytest.fixture
def browse(built, server, visit):
    """browse(language): the form's page in that language, its answers reachable by path."""

    def open_page(language: str, address: str | None = None, **options: object) -> Form:
        window = visit(viewport=PHONE, locale="en-US", **options)
        tab = window.context.new_page()
        tab.on("pageerror", lambda error: pytest.fail(f"the script failed: {error}"))
        tab.goto(address or server + form_page(built, language).path)
        return Form(tab)

    return open_page


@pytest.fixture(scope="session")
def schema(output):
    """What a sender may write, formats included."""
    schema = json.loads((output / "referral/v1/schema.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
