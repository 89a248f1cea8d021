"""The leaflet worker, asked as the site builder asks it, and what its files say. Needs poppler-utils."""

import json
import os
import pathlib
import re
import subprocess
import sys
from collections import Counter

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "Sources/Writers/Leaflet/Resources/template"
FONTS = pathlib.Path(os.environ.get("MILLEGIORNI_FONTS", ROOT / ".tools/fonts"))
INLINES = {"text", "strong", "emph", "code", "br", "link", "span", "isolated"}
HAN, ARABIC = "\u4e00-\u9fff", "\u0620-\u06ff"
ISOLATES = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Worker:
    def __init__(self, fonts=FONTS, template=TEMPLATE, program=TEMPLATE.parent / "worker.py"):
        self.process = subprocess.Popen(
            [sys.executable, "-I", program, template, fonts],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self.hello = json.loads(self.process.stdout.readline())

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def print(self, doc, pdf, **more):
        return self.ask(json.dumps({"id": "job", "doc": doc, "pdf": str(pdf), "timestamp": 1772409600, **more}))

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s*(\d+)", status)[1])

    def close(self):
        """How it ended, once it has."""
        with self.process:
            self.process.stdin.close()
            return self.process.wait(10)


def para(text):
    return {"t": "para", "c": [{"t": "text", "v": text}]}


def said(command, *arguments):
    return subprocess.run([command, *map(str, arguments)], capture_output=True, check=True).stdout.decode(
        errors="replace"
    )


def strings(value):
    """What a document prints, a string for each passage of inlines."""
    if isinstance(value, list):
        found = [s for item in value for s in strings(item)]
        return (
            ["".join(found)] if value and all(isinstance(i, dict) and i.get("t") in INLINES for i in value) else found
        )
    if isinstance(value, dict):
        printed = [value[k] for k in ("v", "label") if isinstance(value.get(k), str)]
        return printed + [s for key, item in value.items() if key != "matrix" for s in strings(item)]
    return []


def words(text):
    """Runs of digits, of Arabic and of other letters, between which pdftotext may lose the space; Han one by one."""
    return Counter(re.findall(f"\\d+|[{HAN}]|[{ARABIC}]+|[^\\W\\d_{HAN}{ARABIC}]+", ISOLATES.sub("", text)))


def unspaced(text):
    return re.sub(r"\s", "", ISOLATES.sub("", text))
