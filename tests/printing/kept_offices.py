"""Offices as the programs of earlier schemas made them, each with the papers that its own program printed.

An office is the demo data of a program, its mark of a sample taken off, as SQL text in `data/office-N.sql.xz`. Beside
it, in `data/office-N.txt`, stand content hash and text layer of the minutes of each meeting, as `print minutes` of that
very program made them. The programs of schemas 1 to 7 are those of the commits b53f4421, a2982fc2, 32b6ae94, 8c5d72fb,
c8eae9b2, 0ae93e5a and a7b24d07.

``python -m tests.printing.kept_offices`` keeps the office of the newest schema; earlier ones are never made again.
"""

from __future__ import annotations

import lzma
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.schema.schema import SCHEMA_VERSION
from tests.conftest import DEMO_DAY
from tests.printing.oracles.extractors import pdfium
from tests.storage.conftest import work_context
from tests.storage.sql_text import make, text_of

RUN: Final = "run python -m tests.printing.kept_offices"
DATA: Final = Path(__file__).parent / "data"
HEAD: Final = "=== "
"""Begins the line over a paper: the number of its meeting and its content hash."""
_HASHES: Final = """
    SELECT number, content_hash FROM minutes_version JOIN meeting ON meeting.id = meeting_id
    WHERE content_hash <> '' ORDER BY number, version
"""
"""Of each meeting the last one is of the version in force."""


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """Minutes as they were printed: their content hash, and the lines of the text layer."""

    content_hash: str
    lines: tuple[str, ...]


def restore_office(version: int, folder: Path) -> None:
    """A data folder as the program of that schema left it."""
    path = _office(version)
    assert path.exists(), f"{path.name} is missing: {RUN}"
    make(lzma.decompress(path.read_bytes()).decode("utf-8"), folder / DATABASE_NAME)


def kept_papers(version: int) -> Mapping[int, KeptPaper]:
    """The minutes of each meeting of that office by its number."""
    found: dict[int, KeptPaper] = {}
    for one in _papers(version).read_text(encoding="utf-8").split(HEAD)[1:]:
        head, *lines = one.splitlines()
        number, code = head.split()
        found[int(number)] = KeptPaper(code, tuple(lines))
    return found


def write(version: int, database: Path, papers: Mapping[int, bytes]) -> None:
    """Keep an office and its papers, PDF files by the numbers of their meetings."""
    with closing(sqlite3.connect(database)) as connection:
        text, hashes = text_of(connection), dict(connection.execute(_HASHES))
    _office(version).write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    told = "".join(_told(number, hashes[number], pdf) for number, pdf in papers.items())
    _papers(version).write_text(told, encoding="utf-8", newline="\n")


def _office(version: int) -> Path:
    return DATA / f"office-{version}.sql.xz"


def _papers(version: int) -> Path:
    return DATA / f"office-{version}.txt"


def _told(number: int, content_hash: str, pdf: bytes) -> str:
    return "\n".join([f"{HEAD}{number} {content_hash}", *pdfium(pdf, Path()).splitlines(), ""])


def _demo(folder: Path) -> Path:
    """Demo data that are no sample, since a sample bears no code."""
    _program("demo", "--data", folder, "--today", DEMO_DAY.isoformat())
    data = open_folder(folder, work_context())
    with data.open_write() as work:
        work.put_settings(replace(work.settings(), sample=False))
        work.commit()
    data.close()
    return folder / DATABASE_NAME


def _printed(database: Path) -> Iterator[tuple[int, bytes]]:
    with closing(sqlite3.connect(database)) as connection:
        numbers = list(dict(connection.execute(_HASHES)))
    for number in numbers:
        target = database.parent / "paper.pdf"
        _program("print", "minutes", "--data", database.parent, "--meeting", number, "-o", target)
        yield number, target.read_bytes()


def _program(*words: object) -> None:
    subprocess.run([sys.executable, "-m", "desktop_app", *map(str, words)], check=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        made = _demo(Path(place) / "office")
        write(SCHEMA_VERSION, made, dict(_printed(made)))
