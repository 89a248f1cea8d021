"""A real Weblate, on this machine only: what it makes of our catalogues, and of what a translator saves.

    weblate_trial.py MILLEGIORNI [--keep]

A clean clone of the last commit gets what a project in use has: reviews, a text that has changed and one that is new.
Weblate takes it from a git daemon with the settings of translations/weblate.json. A translator saves three messages in
two languages; Weblate commits and pushes. Every line that begins with 'failed' is a fault of ours."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import requests
from catalogues import Blocks, Report, changed_blocks, fuzzy, read
from processes import Processes, check_run, free_port, workplace
from weblate.trans.file_format_params import FILE_FORMATS_PARAMS

REPOSITORY = Path(__file__).resolve().parents[2]
POSTGRES = Path("/usr/lib/postgresql/15/bin")
LANGUAGES = ("en", "ar")
NEW_TEXT = "Questa frase è nuova, e nessuno l’ha ancora tradotta."
SETTINGS = """
from weblate.settings_example import *

DEBUG = False
SITE_DOMAIN = "127.0.0.1:{web}"
SITE_URL = "http://127.0.0.1:{web}"
SECRET_KEY = "{secret}"
DATA_DIR = "{place}/data"
CACHE_DIR = f"{{DATA_DIR}}/cache"
MEDIA_ROOT = f"{{DATA_DIR}}/media"
STATIC_ROOT = f"{{CACHE_DIR}}/static"
DATABASES["default"].update(NAME="postgres", USER="postgres", PASSWORD="", HOST="127.0.0.1", PORT="{database}")
CACHES["default"]["LOCATION"] = "redis://127.0.0.1:{redis}/1"
# What Weblate would give to its workers is done at once, so that each answer is the whole of it.
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_BROKER_URL = "memory://"
CELERY_RESULT_BACKEND = None
VCS_ALLOW_SCHEMES = {{"git"}}
VCS_RESTRICT_PRIVATE = False
# Weblate checks these at its start, although nobody signs in with a key.
OTP_WEBAUTHN_RP_ID = "localhost"
OTP_WEBAUTHN_ALLOWED_ORIGINS = ["https://localhost"]
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
REST_FRAMEWORK = get_drf_settings(require_login=False, anon_throttle="100/day", user_throttle="50000/hour")
"""


class Weblate:
    """The API of a running Weblate, as its administrator."""

    def __init__(self, port: int, token: str) -> None:
        self.address = f"http://127.0.0.1:{port}/api/"
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers["Authorization"] = f"Token {token}"

    def ask(self, method: str, path: str, **body: object) -> dict:
        address = path if path.startswith("http") else self.address + path
        answer = self.session.request(method, address, json=body or None, timeout=600)
        if not answer.ok:
            sys.exit(f"Weblate refuses {method} {path}: {answer.status_code} {answer.text[:2000]}")
        return answer.json() if answer.content else {}

    def units(self, language: str) -> list[dict]:
        address: str | None = f"translations/sito/sito/{language.replace('-', '_')}/units/?page_size=200"
        units: list[dict] = []
        while address:
            page = self.ask("GET", address)
            units += page["results"]
            address = page["next"]
        return units

    def wait(self, alive: Callable[[], bool]) -> None:
        for _ in range(240):
            with contextlib.suppress(requests.ConnectionError):
                if self.session.get(self.address, timeout=60).ok:
                    return
            if not alive():
                sys.exit("Weblate has ended by itself")
            time.sleep(0.5)
        sys.exit("Weblate does not answer")


def prepare(millegiorni: Path, place: Path, report: Report) -> Path:
    """The project as it is when a translator meets it: partly reviewed, one text changed, one new."""
    clone = place / "project"
    check_run(["git", "clone", "--quiet", REPOSITORY, clone])
    check_run(["git", "-C", clone, "checkout", "--quiet", "-B", "main"])
    before = check_run([millegiorni, "translations", "status"], cwd=clone)
    report.say("status of the clone", before)
    check_run([millegiorni, "translations", "approve", "ar", "--all", "--by", "mediatrice A.B."], cwd=clone)
    page = clone / "content/pages/about/traduzioni.md"
    text = page.read_text("utf-8").rstrip("\n")
    head, _, last = text.rpartition("\n\n")
    page.write_text(f"{head}\n\n{last.rstrip('.')}, davvero.\n\n{NEW_TEXT}\n", "utf-8")
    check_run([millegiorni, "translations", "update"], cwd=clone)
    report.say(
        "status with a changed text, a new one, and Arabic reviewed",
        check_run([millegiorni, "translations", "status"], cwd=clone),
    )
    commit(clone, "A project in use")
    return clone


def commit(clone: Path, message: str) -> None:
    who = ["-c", "user.name=Trial", "-c", "user.email=trial@millegiorni.example"]
    check_run(["git", "-C", clone, *who, "commit", "--quiet", "--all", "--message", message])


def serve_git(processes: Processes, clone: Path, place: Path) -> str:
    port = free_port()
    check_run(["git", "clone", "--quiet", "--bare", "--branch", "main", clone, place / "git/project.git"])
    processes.start(
        "git",
        [
            "git",
            "daemon",
            "--reuseaddr",
            "--listen=127.0.0.1",
            f"--port={port}",
            "--export-all",
            "--enable=receive-pack",
            f"--base-path={place / 'git'}",
            place / "git",
        ],
    )
    return f"git://127.0.0.1:{port}/project.git"


def start_database(processes: Processes, place: Path) -> int:
    port, folder = free_port(), place / "postgres"
    folder.mkdir()
    as_user: list[str] = []
    if os.getuid() == 0:
        # PostgreSQL refuses to run as root.
        shutil.chown(folder, "postgres")
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    check_run(
        [
            *as_user,
            POSTGRES / "initdb",
            "-D",
            folder / "data",
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ],
        cwd=folder,
    )
    processes.start(
        "postgres",
        [
            *as_user,
            POSTGRES / "postgres",
            "-D",
            folder / "data",
            "-h",
            "127.0.0.1",
            "-p",
            str(port),
            "-k",
            folder,
            "-c",
            "fsync=off",
        ],
    )
    for _ in range(120):
        if check_run([POSTGRES / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)], fails=True) is not None:
            return port
        time.sleep(0.5)
    sys.exit("PostgreSQL does not answer")


def start_weblate(processes: Processes, place: Path) -> tuple[Weblate, str]:
    redis, web = free_port(), free_port()
    processes.start(
        "redis",
        [
            "redis-server",
            "--bind",
            "127.0.0.1",
            "--port",
            str(redis),
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            place,
        ],
    )
    database = start_database(processes, place)
    (place / "trial_settings.py").write_text(
        SETTINGS.format(web=web, secret=secrets.token_hex(32), place=place, database=database, redis=redis), "utf-8"
    )
    environment = {
        "DJANGO_SETTINGS_MODULE": "trial_settings",
        "PYTHONPATH": str(place),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(place),
        "DO_NOT_TRACK": "1",
    }
    weblate_command = [Path(sys.executable).parent / "weblate"]
    check_run([*weblate_command, "migrate", "--no-input"], env=environment)
    check_run([*weblate_command, "collectstatic", "--no-input"], env=environment)
    check_run(
        [*weblate_command, "createadmin", "--password", secrets.token_hex(16), "--email", "trial@millegiorni.example"],
        env=environment,
    )
    token = check_run(
        [
            *weblate_command,
            "shell",
            "-v",
            "0",
            "-c",
            "from weblate.auth.models import User; print(User.objects.get(username='admin').auth_token.key)",
        ],
        env=environment,
    ).split()[-1]
    version = metadata.version("weblate")
    server = processes.start(
        "weblate", [*weblate_command, "runserver", "--noreload", "--insecure", f"127.0.0.1:{web}"], env=environment
    )
    weblate = Weblate(web, token)
    weblate.wait(lambda: server.poll() is None)
    return weblate, version


def import_project(weblate: Weblate, address: str, report: Report) -> None:
    weblate.ask("POST", "projects/", name="Sito", slug="sito", web="https://millegiorni.example/")
    settings = json.loads((REPOSITORY / "translations/weblate.json").read_text("utf-8"))
    # Those of later versions; an older one has nothing to set there.
    known = {parameter.name for parameter in FILE_FORMATS_PARAMS}
    parameters = settings["file_format_params"]
    unknown = sorted(parameters.keys() - known)
    report.say("settings that this version of Weblate does not have", ", ".join(unknown) or "none")
    settings["file_format_params"] = {name: value for name, value in parameters.items() if name in known}
    weblate.ask("POST", "projects/sito/components/", **settings, repo=address, push=address)
    stored = weblate.ask("GET", "components/sito/sito/")
    stored["source_language"] = stored["source_language"]["code"]
    lost = {name: stored.get(name) for name, value in settings.items() if name in stored and stored[name] != value}
    report.expect(not lost, "Weblate has all settings as weblate.json says", lost)


def needs_editing(weblate: Weblate, clone: Path, report: Report) -> None:
    for file in sorted((clone / "translations").glob("*.po")):
        units = weblate.units(file.stem)
        marked = {unit["source"][0] for unit in units if unit["state"] == 10}
        expected = fuzzy(file)
        report.expect(
            marked == expected,
            f"{file.name}: {len(units)} messages, {len(marked)} need editing, {len(expected)} of them before",
            sorted(marked ^ expected)[:5],
        )


def translate(weblate: Weblate, file: Path, report: Report) -> set[str]:
    """Saves a new translation, a plural and a message with a fact; gives their msgids."""
    units = weblate.units(file.stem)
    new = next(unit for unit in units if unit["source"] == [NEW_TEXT])
    plural = next(unit for unit in units if len(unit["source"]) == 2)
    fact = next(unit for unit in units if "{service.emergency_phone}" in unit["source"][0] and unit["state"] == 20)
    saved = {
        new["id"]: [{"en": "This sentence is new.", "ar": "هذه الجملة جديدة."}[file.stem]],
        plural["id"]: [text + "!" for text in plural["target"]],
        fact["id"]: [text + "!" for text in fact["target"]],
    }
    for unit, texts in saved.items():
        weblate.ask("PATCH", f"units/{unit}/", state=20, target=texts)
        answer = weblate.ask("GET", f"units/{unit}/")
        report.expect(
            (answer["state"], answer["target"]) == (20, texts),
            f"{file.name}: saved as translated: {answer['source'][0][:60]}",
            answer,
        )
    return {unit["source"][0] for unit in (new, plural, fact)}


def look_at_commit(clone: Path, saved: dict[str, set[str]], report: Report) -> None:
    before = {name: read(clone / "translations" / name) for name in saved}
    check_run(["git", "-C", clone, "remote", "set-url", "origin", clone.parent / "git/project.git"])
    check_run(["git", "-C", clone, "fetch", "--quiet", "origin", "weblate"])
    files = check_run(["git", "-C", clone, "diff", "--name-only", "main", "FETCH_HEAD"]).split()
    report.expect(files == sorted(f"translations/{name}" for name in saved), "the commits touch these files", files)
    report.say("what Weblate has committed", check_run(["git", "-C", clone, "diff", "main", "FETCH_HEAD"]))
    check_run(["git", "-C", clone, "merge", "--quiet", "--ff-only", "FETCH_HEAD"])
    for name, messages in saved.items():
        compare(name, before[name], read(clone / "translations" / name), messages, report)


def compare(name: str, before: Blocks, after: Blocks, messages: set[str], report: Report) -> None:
    changed = changed_blocks(before, after)
    report.expect(
        changed - {""} == messages and list(before) == list(after),
        f"{name}: the commit touches the header and these {len(messages)} messages only",
        sorted(changed - messages),
    )


def carry_on(millegiorni: Path, clone: Path, report: Report) -> None:
    """The same difference after `translations update`, and nothing against what was saved."""
    check_run([millegiorni, "translations", "update"], cwd=clone)
    difference = check_run(["git", "-C", clone, "diff"])
    report.expect(not difference, "translations update changes nothing else", difference[:2000])
    report.say("status afterwards", check_run([millegiorni, "translations", "status"], cwd=clone))
    found = check_run([millegiorni, "translations", "check", *LANGUAGES], cwd=clone, fails=True)
    report.expect(found is not None, "translations check finds no error")


def main() -> None:
    parser = argparse.ArgumentParser(description="A real Weblate and our catalogues.")
    parser.add_argument("millegiorni", type=Path)
    parser.add_argument("--keep", action="store_true", help="leave the folder with all that was made")
    arguments = parser.parse_args()
    millegiorni = arguments.millegiorni.resolve()
    report = Report()
    with workplace("weblate", keep=arguments.keep) as place, Processes(place) as processes:
        clone = prepare(millegiorni, place, report)
        address = serve_git(processes, clone, place)
        weblate, version = start_weblate(processes, place)
        report.say(f"Weblate {version}, Python {sys.version.split()[0]}")
        import_project(weblate, address, report)
        needs_editing(weblate, clone, report)
        saved = {f"{code}.po": translate(weblate, clone / f"translations/{code}.po", report) for code in LANGUAGES}
        for operation in ("commit", "push"):
            weblate.ask("POST", "components/sito/sito/repository/", operation=operation)
        look_at_commit(clone, saved, report)
        carry_on(millegiorni, clone, report)
    report.end()


if __name__ == "__main__":
    main()
