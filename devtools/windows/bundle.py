"""The bundle: the folder that is installed, built under Wine from the locked set, and how large it may be."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from devtools import ROOT
from devtools.windows import machine, program_resources, tested_sources

FOLDER: Final = ROOT / "build" / "bundle"
LOCK: Final = ROOT / "packaging" / "windows" / "requirements.lock"
BUILD: Final = ROOT / "packaging" / "windows" / "build.sh"
BUILT_FROM: Final = "built-from.txt"
"""Beside a bundle: the commit of its sources."""

LARGEST: Final = 110_000_000
"""Bytes of all files together."""


class PackageFailed(Exception):
    """A step of the package failed; the message says which and what was told."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A built folder; beside it lies what measures its start."""

    folder: Path

    @property
    def meter(self) -> Path:
        """The executable that measures; it wants to lie in the folder of the program while it does."""
        return self.folder.parent / "work" / "dabirkhaneh" / f"{program_resources.METER}.exe"

    @property
    def built_from(self) -> str:
        """The commit of its sources, empty where it is not told."""
        told = self.folder.parent / BUILT_FROM
        return told.read_text(encoding="utf-8").strip() if told.is_file() else ""

    def files(self) -> list[Path]:
        """Every file, in an order that is the same everywhere."""
        return sorted((file for file in self.folder.rglob("*") if file.is_file()), key=lambda file: file.as_posix())

    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.stat().st_size for file in self.files())


def build(where: machine.Machine, out: Path = FOLDER / "out") -> Bundle:
    """Build into ``out``, which is emptied before."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    told = out / "build.log"
    sources = tested_sources.sources()
    epoch = commit_time()
    environment = {**where.variables(), "SOURCE_DATE_EPOCH": str(epoch)}
    with told.open("wb") as log:
        command = [str(BUILD), str(where.python), str(out)]
        code = subprocess.run(command, cwd=ROOT, env=environment, stdout=log, stderr=log, check=False).returncode
    bundle = Bundle(out / program_resources.WINDOW)
    if code != 0 or not bundle.folder.is_dir():
        raise PackageFailed(f"PyInstaller ended with {code}; see {told}\n{_last_lines(told)}")
    for file in bundle.files():
        os.utime(file, (epoch, epoch))
    (out / BUILT_FROM).write_text(f"{sources}\n", encoding="utf-8")
    return bundle


def last_bundle(out: Path = FOLDER / "out") -> Bundle:
    """The bundle that was built last, from whatever sources."""
    bundle = Bundle(out / program_resources.WINDOW)
    if not bundle.folder.is_dir():
        raise PackageFailed(f"there is no bundle in {out}")
    return bundle


def commit_time() -> int:
    """Seconds since 1970 of the commit that is checked out: the time that every file of a package carries."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if told.returncode != 0:
        raise PackageFailed("A package is built from a git checkout: its files carry the time of the commit.")
    return int(told.stdout)


def _last_lines(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])
