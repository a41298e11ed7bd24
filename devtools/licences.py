"""Licences of the runtime components, collected from their installed metadata: `python -m devtools.licences`.

Run it with the environment's Python after a change of the lock. Texts go to resources/licences/packages/, the table to
resources/licences/README.md for readers and to components.json for the window; a test compares them with the lock.
What is inside wheels, and what the installer adds, stands in `licence_parts.py`, with its texts in parts/.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from devtools import ROOT
from devtools.licence_parts import PARTS

FOLDER: Final = ROOT / "resources" / "licences"
LOCK: Final = ROOT / "packaging" / "requirements.lock"

NAMES: Final = {
    "jalali-core": "LGPL-2.1-or-later",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0 AND CC-BY-4.0",
    "python-bidi": "LGPL-3.0-or-later",
    "reportlab": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "uharfbuzz": "Apache-2.0",
}
"""What the metadata leaves out or tells in a way of its own, read in the licence texts."""

ADDED: Final = {
    # Some wheels carry no text or only a notice; these are the same licences as another component ships them
    "jalali-core": ("python-bidi", ("COPYING.LESSER", "COPYING")),
    "jdatetime": ("typing-extensions", ("LICENSE",)),
    "pyside6-essentials": ("python-bidi", ("COPYING.LESSER", "COPYING")),
    "shiboken6": ("python-bidi", ("COPYING.LESSER", "COPYING")),
    "tzdata": ("packaging", ("LICENSE.APACHE",)),
}

HEAD: Final = """# Licences of what ships with Dabirkhaneh

Dabirkhaneh itself is under the MIT licence (`LICENSE.txt`). The words on the LGPL, with the offer of sources, are in
`NOTICE.en.md` and `NOTICE.fa.md`. Beside it ship:

| component | version | licence | inside | text |
|---|---|---|---|---|
"""

TAIL: Final = """
This table is made by `python -m devtools.licences`; the window shows the same from `components.json`.
"""


@dataclass(frozen=True, slots=True)
class Component:
    """One row: a component of the lock, or a part that ships beside or ``inside`` one; ``text`` is a file here."""

    name: str
    version: str
    licence: str
    inside: str
    text: str


def components() -> list[Component]:
    """What ships: what is beside the lock first, then each component of the lock with its parts."""
    rows = [*_parts_of(""), *_parts_of("Python")]
    for name, version in sorted(locked().items()):
        rows.append(Component(name, version, _name_of(name), "", f"packages/{name}.txt"))
        rows += sorted(_parts_of(name), key=lambda part: part.name.casefold())
    return rows


def locked() -> dict[str, str]:
    """The runtime components of the lock with their versions."""
    found = re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


def main() -> None:
    """Write the texts and the tables."""
    packages = FOLDER / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    for old in packages.glob("*.txt"):
        old.unlink()
    for name in sorted(locked()):
        _write(packages / f"{name}.txt", "\n\n".join(_texts(name)).replace("\r\n", "\n"))
    _write(FOLDER / "LICENSE.txt", (ROOT / "LICENSE").read_text(encoding="utf-8").rstrip())
    rows = components()
    table = [
        f"| {row.name} | {row.version} | {row.licence} | {row.inside} | `{row.text}` |".replace("|  |", "| |")
        for row in rows
    ]
    _write(FOLDER / "README.md", HEAD + "\n".join(table) + "\n" + TAIL.rstrip())
    _write(FOLDER / "components.json", json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1))


def _write(file: Path, text: str) -> None:
    file.write_text(text + "\n", encoding="utf-8", newline="\n")


def _parts_of(name: str) -> list[Component]:
    return [Component(part.name, part.version, part.licence, name, part.text) for part in PARTS if part.inside == name]


def _name_of(name: str) -> str:
    if name in NAMES:
        return NAMES[name]
    metadata = distribution(name).metadata
    for field in ("License-Expression", "License"):
        if field in metadata:
            return str(metadata[field])
    raise SystemExit(f"{name} tells no licence: read its text and add it to NAMES")


def _texts(name: str) -> Iterator[str]:
    files = list(_licence_files(name)) if name != "tzdata" else []  # on Windows only
    if name in ADDED:
        source, wanted = ADDED[name]
        files += [file for part in wanted for file in _licence_files(source) if file.name == part]
    if not files:
        raise SystemExit(f"{name} ships no licence text: say in ADDED where the same one is")
    for file in files:
        yield f"==== {file.name} ====\n\n{file.read_text(encoding='utf-8', errors='replace').rstrip()}"


def _licence_files(name: str) -> Iterator[Path]:
    try:
        found = distribution(name)
    except PackageNotFoundError as error:
        raise SystemExit(f"{name} is not installed: run this with .venv's Python") from error
    for file in sorted(found.files or [], key=str):
        in_metadata = any(part.endswith(".dist-info") for part in file.parts)
        told = re.search(r"licen[cs]e|copying|notice|authors", str(file).split(".dist-info", 1)[-1], re.IGNORECASE)
        if in_metadata and told:
            yield Path(str(found.locate_file(file)))


if __name__ == "__main__":
    main()
