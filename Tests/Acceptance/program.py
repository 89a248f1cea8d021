"""The executable run in a folder, and what it leaves there."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


#: By which a build knows its own output folder.
MARK = "output/.millegiorni"


def run(executable: Path, place: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [executable, *arguments],
        cwd=place,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def tree(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def copy_of(project: Path, place: Path, *, own_cache: bool = False) -> Path:
    """A project of its own with the same sources and contract, and nothing else that a build may have kept.

    But for the printed leaflets of this repository, unless it is to have its own."""
    for name in ("content", "contract", "translations", "output/data", "output/referral"):
        if (project / name).is_dir():
            shutil.copytree(project / name, place / name)
    if (project / MARK).is_file():
        shutil.copyfile(project / MARK, place / MARK)
    (place / ".tools").mkdir()
    for name in ("venv", "fonts"):
        (place / ".tools" / name).symlink_to(REPOSITORY / ".tools" / name)
    if not own_cache:
        (REPOSITORY / ".cache").mkdir(exist_ok=True)
        (place / ".cache").symlink_to(REPOSITORY / ".cache")
    return place
