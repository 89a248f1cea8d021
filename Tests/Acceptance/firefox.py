"""Firefox as Debian ships it, spoken to in WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/).

Playwright drives only a Firefox of its own making, and Debian has neither that nor geckodriver."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from websockets.sync.client import ClientConnection, connect

#: Seconds to wait for what takes a fraction of one.
PATIENCE = 30

ENTER, SPACE, DOWN = "\ue006", " ", "\ue015"

PREFERENCES = {
    # Whatever it asks for elsewhere, a port that nobody listens on refuses it.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "browser.download.folderList": 2,
    "browser.download.alwaysOpenPanel": False,
    "intl.locale.requested": "en-US",
}


class Firefox:
    """One tab. `requested` are the addresses that it asked for."""

    def __init__(self, connection: ClientConnection) -> None:
        self.requested: list[str] = []
        self._connection = connection
        self._count = 0
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["network.beforeRequestSent", "log.entryAdded"])
        # In the tab that is there from the start the focus stays with the field for addresses.
        self._tab = self.send("browsingContext.create", type="tab")["context"]

    def send(self, method: str, **parameters: object) -> dict:
        self._count += 1
        self._connection.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._connection.recv(PATIENCE))
            if answer["type"] == "event":
                self._note(answer)
            elif answer["id"] == self._count:
                assert answer["type"] == "success", answer
                return answer["result"]

    def _note(self, event: dict) -> None:
        if event["method"] == "network.beforeRequestSent":
            self.requested.append(event["params"]["request"]["url"])
        else:
            # An exception that nothing in the page has caught.
            assert event["params"]["type"] != "javascript", event["params"]["text"]

    def go(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def run(self, function: str, *arguments: object) -> object:
        """What a function in the page gives back, as JSON."""
        result = self.send(
            "script.evaluate",
            expression=f"JSON.stringify(({function})(...{json.dumps(arguments)}) ?? null)",
            target={"context": self._tab},
            awaitPromise=True,
        )
        assert result["type"] == "success", result["exceptionDetails"]["text"]
        return json.loads(result["result"]["value"])

    def press(self, keys: str) -> None:
        """Presses and releases each of the keys, as a person at the keyboard."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.send(
            "input.performActions",
            context=self._tab,
            actions=[{"type": "key", "id": "keyboard", "actions": actions}],
        )


@contextlib.contextmanager
def firefox(place: Path) -> Iterator[Firefox]:
    """A Firefox with a profile of its own; it saves files in `place`/downloads."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    assert program, "firefox is not on the PATH: scripts/setup test installs it"
    profile, downloads = place / "profile", place / "downloads"
    profile.mkdir()
    downloads.mkdir()
    preferences = PREFERENCES | {"browser.download.dir": str(downloads)}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    process = subprocess.Popen(
        [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
        env=os.environ | {"HOME": str(place)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with connect(_address(profile, process), max_size=None, open_timeout=PATIENCE) as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _address(profile: Path, process: subprocess.Popen) -> str:
    """Firefox chooses a port that is free, and writes it down."""
    file = profile / "WebDriverBiDiServer.json"
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if file.is_file() and (text := file.read_text("utf-8")):
            server = json.loads(text)
            return f"ws://{server['ws_host']}:{server['ws_port']}/session"
        time.sleep(0.05)
    raise AssertionError("Firefox does not start, or does not say where it listens")
