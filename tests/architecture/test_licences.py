"""Every component that ships has its licence beside it, and the tables are those of today's lock."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib import import_module
from typing import Any

from devtools import ROOT
from devtools.licence_parts import PARTS
from devtools.licences import FOLDER, components, locked
from devtools.windows.contents import is_left_out
from tests.systems import only_on_windows


def test_each_component_of_the_lock_has_its_row_and_text() -> None:
    table = (FOLDER / "README.md").read_text(encoding="utf-8")
    missing = [
        name
        for name, version in locked().items()
        if f"| {name} | {version} |" not in table
        or len((FOLDER / "packages" / f"{name}.txt").read_text(encoding="utf-8")) < 500
    ]
    assert missing == [], "python -m devtools.licences"


def test_no_text_stands_for_a_component_that_is_not_shipped() -> None:
    assert {file.stem for file in (FOLDER / "packages").iterdir()} == set(locked())


def test_fonts_and_icons_have_theirs() -> None:
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "Vazirmatn-OFL.txt").read_text(encoding="utf-8")
    assert "ISC" in (FOLDER / "Lucide-ISC.txt").read_text(encoding="utf-8")


def test_the_table_of_the_window_is_that_of_today() -> None:
    kept = json.loads((FOLDER / "components.json").read_text(encoding="utf-8"))
    assert kept == [asdict(row) for row in components()], "python -m devtools.licences"


def test_every_row_leads_to_a_text_that_names_it() -> None:
    for row in components():
        assert len((FOLDER / row.text).read_text(encoding="utf-8")) > 500, row.name


def test_each_part_is_inside_a_component_that_ships() -> None:
    named = {*locked(), "Python", ""}
    assert [part for part in PARTS if part.inside not in named] == []
    assert len({(part.name, part.inside) for part in PARTS}) == len(PARTS)


def test_no_part_is_told_that_is_left_out_of_the_bundle() -> None:
    """A wheel holds more than what ships of it: Python's OpenSSL, Pillow's AVIF, fonts and colour management."""
    assert [(part.name, part.inside) for part in PARTS if is_left_out(part.file)] == []
    assert all(is_left_out(file) for file in ("_ssl.pyd", "libcrypto-3.dll", "PIL/_imagingft.*.pyd", "PIL/_avif.*.pyd"))


def test_every_text_of_a_part_belongs_to_one() -> None:
    told = {part.text for part in PARTS}
    assert [file.name for file in (FOLDER / "parts").iterdir() if f"parts/{file.name}" not in told] == []


@only_on_windows("the parts are those of the wheels for Windows")
def test_the_versions_of_parts_are_what_the_wheels_say_of_themselves() -> None:
    import decimal
    import pyexpat
    import sqlite3
    import zlib

    # it has no types
    etree: Any = import_module("lxml.etree")
    told = {
        ("SQLite", "Python"): sqlite3.sqlite_version,
        ("zlib", "Python"): zlib.ZLIB_VERSION,
        ("Expat", "Python"): pyexpat.EXPAT_VERSION.removeprefix("expat_"),
        ("libmpdec", "Python"): decimal.__libmpdec_version__,
        ("libiconv", "lxml"): _dotted(etree.ICONV_COMPILED_VERSION),
        ("libxml2", "lxml"): _dotted(etree.LIBXML_VERSION),
        ("libxslt", "lxml"): _dotted(etree.LIBXSLT_VERSION),
    }
    kept = {(part.name, part.inside): part.version for part in PARTS}
    assert {name: kept[name] for name in told} == told


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(one) for one in version)


def test_the_licence_of_the_product_is_that_of_the_root() -> None:
    assert (FOLDER / "LICENSE.txt").read_text(encoding="utf-8") == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_both_notices_name_every_component_under_the_lgpl() -> None:
    under = {row.name for row in components() if "LGPL" in row.licence}
    assert under == {"jalali-core", "libiconv", "pyside6-essentials", "python-bidi", "shiboken6"}
    # the sources are offered in the versions of the list
    assert [row.name for row in components() if "LGPL" in row.licence and not row.version] == []
    names = {"jalali-core", "libiconv", "pyside6", "qt", "python-bidi", "shiboken6"}
    for notice in ("NOTICE.en.md", "NOTICE.fa.md"):
        text = (FOLDER / notice).read_text(encoding="utf-8").lower()
        assert {name for name in names if name not in text} == set()
        assert "usb" in text
