"""The bill of materials keeps the rules of CycloneDX 1.6, tells the whole lock, and is the same each time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop_app import VERSION
from devtools import ROOT
from devtools.licence_parts import PARTS
from devtools.licences import LOCK, locked
from devtools.sbom import Bom, Undescribed, read_lock, sbom
from devtools.windows import contents, installer, interpreter
from devtools.windows.bundle import LOCK as LOCK_OF_WINDOWS
from devtools.windows.bundle import Bundle, PackageFailed

SERIAL = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
SHA_256 = re.compile(r"[0-9a-f]{64}")
PURL = re.compile(r"pkg:pypi/[a-z0-9._-]+@[^\s@/?#]+")
SPDX = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC-BY-4.0",
    "CC0-1.0",
    "FTL",
    "GPL-2.0-only",
    "GPL-2.0-or-later",
    "GPL-3.0-only",
    "HPND-sell-variant",
    "IJG",
    "ISC",
    "LGPL-2.1-or-later",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    "MIT",
    "MIT-CMU",
    "MIT-Modern-Variant",
    "MPL-2.0",
    "OFL-1.1",
    "PSF-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Zlib",
    "bzip2-1.0.6",
    "libpng-2.0",
    "libtiff",
]
"""Identifiers of the SPDX list that are in use here; a new one is looked up there first."""
EXCEPTIONS = {"LLVM-exception", "Bootloader-exception"}
TOP = {"bomFormat", "specVersion", "serialNumber", "version", "metadata", "components", "dependencies"}
COMPONENT = {"type", "bom-ref", "name", "version", "licenses", "purl", "externalReferences", "components"}


@cache
def document() -> Bom:
    return dict(json.loads(sbom()))


def every(components: list[Bom]) -> Iterator[Bom]:
    for one in components:
        yield one
        yield from every(one.get("components", []))


def held() -> list[Bom]:
    """All components, also those inside others."""
    return list(every(document()["components"]))


def test_the_document_has_the_parts_that_the_format_asks_for() -> None:
    made = document()
    assert set(made) == TOP
    assert (made["bomFormat"], made["specVersion"], made["version"]) == ("CycloneDX", "1.6", 1)
    assert SERIAL.fullmatch(made["serialNumber"])
    product = made["metadata"]["component"]
    assert (product["type"], product["name"], product["version"]) == ("application", "dabirkhaneh", VERSION)
    for one in [product, *held()]:
        assert set(one) <= COMPONENT
        assert one["type"] in {"application", "library"}
        assert one["name"]
        # the format has no empty texts and no empty lists of what it calls unique
        assert all(value not in ("", []) for value in one.values())


def test_names_inside_the_document_are_there_once_and_every_one_is_in_the_graph() -> None:
    made = document()
    refs = [one["bom-ref"] for one in [made["metadata"]["component"], *held()]]
    assert len(refs) == len(set(refs))
    graph = {one["ref"]: one["dependsOn"] for one in made["dependencies"]}
    assert set(graph) == set(refs)
    assert len(graph) == len(made["dependencies"])
    for ref, needs in graph.items():
        assert len(needs) == len(set(needs))
        assert set(needs) <= set(refs) - {ref}


def test_everything_is_reached_from_the_product() -> None:
    graph = {one["ref"]: one["dependsOn"] for one in document()["dependencies"]}
    reached, ahead = set[str](), [f"dabirkhaneh@{VERSION}"]
    while ahead:
        ref = ahead.pop()
        if ref not in reached:
            reached.add(ref)
            ahead += graph[ref]
    assert reached == set(graph)


def _identifiers(licence: Bom) -> set[str]:
    if "expression" in licence:
        return {word for word in re.split(r"[()\s]+", licence["expression"]) if word not in {"AND", "OR", "WITH", ""}}
    return {licence["license"]["id"]} if "id" in licence["license"] else set()


def test_licences_are_identifiers_of_spdx_or_names() -> None:
    for one in held():
        (licence,) = one["licenses"]
        # an expression stands alone; a licence has one of the two
        assert set(licence) in ({"expression"}, {"license"})
        assert "expression" in licence or len(licence["license"]) == 1
        assert _identifiers(licence) <= {*SPDX, *EXCEPTIONS}, one["name"]


def test_the_components_are_those_of_the_lock_with_their_hashes() -> None:
    pins = read_lock()
    assert {name: pin.version for name, pin in pins.items()} == locked()
    told = {one["name"]: one for one in document()["components"] if "purl" in one}
    assert set(told) == set(pins)
    for name, one in told.items():
        assert PURL.fullmatch(one["purl"])
        assert one["purl"] == f"pkg:pypi/{name}@{one['version']}"
        (archive,) = one["externalReferences"]
        assert archive["type"] == "distribution"
        hashes = [row["content"] for row in archive["hashes"]]
        assert {row["alg"] for row in archive["hashes"]} == {"SHA-256"}
        assert all(SHA_256.fullmatch(content) for content in hashes)
        assert sorted(hashes) == sorted(pins[name].hashes)
        assert hashes


@pytest.mark.parametrize(
    ("name", "needs"),
    [("jdatetime", "jalali-core"), ("pyside6-essentials", "shiboken6"), ("alembic", "sqlalchemy")],
)
def test_the_graph_follows_the_lock(name: str, needs: str) -> None:
    pins = read_lock()
    assert name in pins[needs].wanted_by
    graph = {one["ref"]: one["dependsOn"] for one in document()["dependencies"]}
    assert f"pkg:pypi/{needs}@{pins[needs].version}" in graph[f"pkg:pypi/{name}@{pins[name].version}"]


TOOLS = """
pyinstaller==6.22.3 \\
    --hash=sha256:{0}
    # via dabirkhaneh (pyproject.toml)
altgraph==0.17.5 \\
    --hash=sha256:{0}
    # via pyinstaller
""".format("0" * 64)


def test_the_tools_of_a_build_lock_do_not_ship(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    text = LOCK.read_text(encoding="utf-8")
    # a tool may ask for what ships, too
    text = text.replace("    # via alembic\n", "    # via\n    #   alembic\n    #   pyinstaller\n")
    assert "#   pyinstaller" in text
    lock.write_text(text + TOOLS, encoding="utf-8")
    assert "altgraph" in read_lock(lock)
    assert sbom(lock=lock) == sbom()


def test_a_component_that_no_licence_tells_of_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    text = LOCK.read_text(encoding="utf-8")
    pin = read_lock()["mako"]
    lock.write_text(text.replace(f"mako=={pin.version}", "mako==0.0.1"), encoding="utf-8")
    with pytest.raises(Undescribed, match=r"mako 0\.0\.1"):
        sbom(lock=lock)


def test_versions_that_no_lock_pins_are_told_too() -> None:
    told = {one["name"]: one.get("version") for one in held()}
    assert told["Python"] == interpreter.VERSION
    assert told["libiconv"]


def bundle_of(folder: Path, *, without: str = "") -> Bundle:
    """A bundle with a file for each part that ships, but for those of one pattern."""
    bundle = Bundle(folder / "Dabirkhaneh")
    for part in PARTS:
        if part.file != without and part.inside not in contents.COMPONENTS_LEFT_OUT:
            file = bundle.folder / "_internal" / part.file.replace("?", "1").replace("*", "x")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
    return bundle


def test_the_bill_of_a_package_is_that_of_what_is_packed(tmp_path: Path) -> None:
    bill = installer.bill(bundle_of(tmp_path), tmp_path / "dist", installer.Edition())
    pins = read_lock(LOCK_OF_WINDOWS)
    told = {one["name"]: one for one in json.loads(bill.read_bytes())["components"] if "purl" in one}
    assert set(locked()) - set(told) == set(contents.COMPONENTS_LEFT_OUT)
    assert {name for name in told if told[name]["version"] != pins[name].version} == set()
    hashes = {row["content"] for one in told.values() for row in one["externalReferences"][0]["hashes"]}
    assert hashes == {digest for name in told for digest in pins[name].hashes}


def test_a_part_that_the_bundle_does_not_hold_is_not_told(tmp_path: Path) -> None:
    with pytest.raises(PackageFailed, match=r"parts that the bundle does not hold: SQLite \(sqlite3\.dll\)$"):
        installer.bill(bundle_of(tmp_path, without="sqlite3.dll"), tmp_path, installer.Edition())


def test_no_address_is_named() -> None:
    text = sbom().decode("utf-8")
    assert re.findall(r"https?:|www\.|\.org|\.com", text) == []


def test_the_bytes_follow_from_lock_and_version_alone(tmp_path: Path) -> None:
    target = tmp_path / "sbom.json"
    command = [sys.executable, "-m", "devtools.sbom", "-o", str(target)]
    # sets are in another order in another process
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env={"PYTHONHASHSEED": "7", "PATH": ""})
    assert target.read_bytes() == sbom()
    other: dict[str, Any] = json.loads(sbom("9.9.9"))
    assert other["serialNumber"] != document()["serialNumber"]
