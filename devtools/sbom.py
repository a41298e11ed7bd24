"""Software bill of materials in CycloneDX 1.6 (JSON), made from the runtime lock: `python -m devtools.sbom -o FILE`.

The same lock and version give the same bytes: there is no time in it, and the serial number follows from the contents.
The hashes of a lock are those of the archives, one for each platform, and none of what is installed from them; so they
stand at a reference to the distribution and not at the component. No address of a registry is named.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from devtools import ROOT
from devtools.licences import FOLDER, LOCK, Component

VERSION: Final[str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
PRODUCT: Final = "dabirkhaneh"
TOOLS: Final = frozenset({"pyinstaller"})
"""What `pyproject.toml` names for building alone: a lock does not tell it from what ships."""
_NAMESPACE: Final = uuid.UUID("8f0c5a3e-6f0d-4a55-9b63-0d9d1b8a7c11")
_PINNED: Final = re.compile(r"([a-z0-9._-]+)==([^\s;\\]+)")
_HASH: Final = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA: Final = re.compile(r"#\s+(?:via\s+)?([a-z0-9._-]+)(?: \(pyproject\.toml\))?$")
_SIMPLE: Final = re.compile(r"[A-Za-z0-9.+-]+")
Bom = dict[str, Any]
"""A part of the document: JSON as it will be written."""


@dataclass
class Pin:
    """One entry of the lock: its version, the hashes of its archives, and what asks for it."""

    version: str
    hashes: list[str] = field(default_factory=list)
    wanted_by: list[str] = field(default_factory=list)


class Undescribed(Exception):
    """A lock has a component that ships and whose licence is not known here, or has it in another version."""


def sbom(version: str = VERSION, lock: Path = LOCK, without: Collection[str] = ()) -> bytes:
    """The document for a version of the program, as UTF-8.

    ``lock`` may also hold the tools of a build, which are left out, as are the components ``without``, which a bundle
    does not hold. Raises :class:`Undescribed`.
    """
    every = read_lock(lock)
    pins = {name: every[name] for name in shipped(every) if name not in without}
    rows = _rows(pins)
    body: Bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": _product(version),
                "name": PRODUCT,
                "version": version,
                "licenses": _licences("MIT"),
            },
        },
        "components": [_component(row, pins, rows) for row in rows if not row.inside],
        "dependencies": _dependencies(version, pins, rows),
    }
    serial = uuid.uuid5(_NAMESPACE, json.dumps(body, sort_keys=True))
    text = json.dumps({"serialNumber": f"urn:uuid:{serial}", **body}, ensure_ascii=False, indent=2, sort_keys=True)
    return (text + "\n").encode("utf-8")


def read_lock(lock: Path = LOCK) -> dict[str, Pin]:
    """The pins of a lock by their names, as `uv pip compile` writes them."""
    pins: dict[str, Pin] = {}
    pin: Pin | None = None
    for line in lock.read_text(encoding="utf-8").splitlines():
        if found := _PINNED.match(line):
            pin = pins[found[1]] = Pin(found[2])
        if pin is None:
            continue
        pin.hashes += _HASH.findall(line)
        if (asked := _VIA.search(line)) and asked[1] != "via":
            pin.wanted_by.append(asked[1])
    return pins


def shipped(pins: Mapping[str, Pin]) -> list[str]:
    """Names of what the product asks for, and of what that asks for; the rest of a lock only builds."""
    found, ahead = set[str](), [name for name, pin in pins.items() if PRODUCT in pin.wanted_by and name not in TOOLS]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += [other for other, pin in pins.items() if name in pin.wanted_by]
    return sorted(found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the document to a file."""
    parser = argparse.ArgumentParser(prog="python -m devtools.sbom", description="Write the bill of materials.")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    parser.add_argument("--version", default=VERSION)
    parser.add_argument("--lock", type=Path, default=LOCK)
    asked = parser.parse_args(arguments)
    asked.output.write_bytes(sbom(asked.version, asked.lock))
    print(f"Made {asked.output}")
    return 0


# ---- inside


def _rows(pins: Mapping[str, Pin]) -> list[Component]:
    """Of the components of the lock and what ships beside, as collected with the texts: no environment is needed."""
    kept = [Component(**row) for row in json.loads((FOLDER / "components.json").read_text(encoding="utf-8"))]
    known = {row.name: row.version for row in kept if _is_locked(row)}
    strays = [f"{name} {pin.version}" for name, pin in pins.items() if known.get(name) != pin.version]
    if strays:
        raise Undescribed(f"python -m devtools.licences does not know {', '.join(strays)}")
    absent = set(known) - set(pins)
    return [row for row in kept if row.name not in absent and row.inside not in absent]


def _is_locked(row: Component) -> bool:
    return row.text == f"packages/{row.name}.txt" and not row.inside


def _product(version: str) -> str:
    return f"{PRODUCT}@{version}"


def _ref(row: Component) -> str:
    """What names a component inside the document; a purl where it has one."""
    if _is_locked(row):
        return _purl(row)
    return f"{row.inside or PRODUCT}/{re.sub('[^A-Za-z0-9.]+', '-', row.name)}"


def _purl(row: Component) -> str:
    return f"pkg:pypi/{row.name}@{row.version}"


def _component(row: Component, pins: Mapping[str, Pin], rows: Iterable[Component]) -> Bom:
    made: Bom = {"type": "library", "bom-ref": _ref(row), "name": row.name, "licenses": _licences(row.licence)}
    if row.version:
        made["version"] = row.version
    if not row.inside and row.name in pins:
        made["purl"] = _purl(row)
        hashes = [{"alg": "SHA-256", "content": one} for one in sorted(pins[row.name].hashes)]
        made["externalReferences"] = [
            {
                "type": "distribution",
                "url": _purl(row),
                "comment": "one of these archives, by platform",
                "hashes": hashes,
            }
        ]
    held = [_component(part, pins, ()) for part in rows if part.inside == row.name]
    if held:
        made["components"] = held
    return made


def _licences(expression: str) -> list[Bom]:
    """One licence by its SPDX identifier or, where SPDX knows none, by name; several as an expression."""
    if expression.startswith("LicenseRef-"):
        return [{"license": {"name": expression.removeprefix("LicenseRef-").replace("-", " ")}}]
    if _SIMPLE.fullmatch(expression):
        return [{"license": {"id": expression}}]
    return [{"expression": expression}]


def _dependencies(version: str, pins: Mapping[str, Pin], rows: Sequence[Component]) -> list[Bom]:
    """Who needs whom: the product what it asks for and ships beside, a component what asks and what it holds."""
    ref_of = {row.name: _ref(row) for row in rows if not row.inside}
    needs: dict[str, set[str]] = {_product(version): set(), **{_ref(row): set() for row in rows}}
    for row in rows:
        if row.inside:
            needs[ref_of[row.inside]].add(_ref(row))
        elif not _is_locked(row):
            needs[_product(version)].add(_ref(row))
    for name, pin in pins.items():
        for wanting in (one for one in pin.wanted_by if one == PRODUCT or one in pins):
            needs[_product(version) if wanting == PRODUCT else ref_of[wanting]].add(ref_of[name])
    return [{"ref": ref, "dependsOn": sorted(needs[ref])} for ref in sorted(needs)]


if __name__ == "__main__":
    sys.exit(main())
