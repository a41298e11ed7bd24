"""Collects the licence of each runtime component from its installed metadata: `python -m devtools.licences`.

Run it with the environment's Python after a change of the lock. Texts go to resources/licences/packages/,
the table to resources/licences/README.md; a test compares both with the lock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from devtools import ROOT

FOLDER: Final = ROOT / "resources" / "licences"
LOCK: Final = ROOT / "packaging" / "requirements.lock"

NAMES: Final = {
    "jalali-core": "LGPL-2.1-or-later",
    "pypdfium2": "BSD-3-Clause, Apache-2.0 and those of PDFium's parts",
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

Dabirkhaneh itself is under the MIT licence (`LICENSE` in the root). Beside it ship:

| component | version | licence | text |
|---|---|---|---|
| Vazirmatn (font files) | 33.003 | OFL-1.1 | `Vazirmatn-OFL.txt` |
| Lucide (icons) | | ISC | `Lucide-ISC.txt` |
"""

TAIL: Final = """
Qt (PySide6, Shiboken), python-bidi and jalali-core are used under the LGPL: they are separate files beside the
program, unchanged, and may be replaced by another build of the same version. pikepdf is under the MPL-2.0, unchanged;
its sources are those of the version above. uharfbuzz holds HarfBuzz, whose own licence ("Old MIT") stands in
`packages/pillow.txt`. This table is made by `python -m devtools.licences`.
"""


def locked() -> dict[str, str]:
    """The runtime components of the lock with their versions."""
    found = re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


def main() -> None:
    """Write the texts and the table."""
    packages = FOLDER / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    for old in packages.glob("*.txt"):
        old.unlink()
    rows = []
    for name, version in sorted(locked().items()):
        text = "\n\n".join(_texts(name)).replace("\r\n", "\n")
        (packages / f"{name}.txt").write_text(text + "\n", encoding="utf-8", newline="\n")
        rows.append(f"| {name} | {version} | {_name_of(name)} | `packages/{name}.txt` |\n")
    (FOLDER / "README.md").write_text(HEAD + "".join(rows) + TAIL, encoding="utf-8", newline="\n")


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
