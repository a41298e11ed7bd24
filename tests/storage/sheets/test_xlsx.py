"""Spreadsheets: values as other programs write them, within caps, and templates that come back as they went."""

from __future__ import annotations

import re
import tracemalloc
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from desktop_app import wiring
from desktop_app.domain.read_models.template_words import TemplateKind
from desktop_app.storage.sheets.template import template_bytes
from desktop_app.storage.sheets.xlsx_reader import MOST_ROWS, SPARE_ROWS, read_workbook
from desktop_app.storage.sheets.xlsx_writer import WrittenSheet, workbook_bytes
from tests.refusing import refused

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS: Final = {
    "xl/workbook.xml": (
        f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{RELATED}"><x:sheets>'
        '<x:sheet name="یک" sheetId="1" r:id="a"/><x:sheet name="دو" sheetId="2" state="hidden" r:id="b"/>'
        "</x:sheets></x:workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships><Relationship Id="a" Type="{RELATED}/worksheet" Target="/xl/worksheets/sheet1.xml"/>'
        f'<Relationship Id="b" Type="{RELATED}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    "xl/sharedStrings.xml": (
        f'<sst xmlns="{MAIN}"><si><t>ساده</t></si><si><r><t>دو </t></r><r><t>تکه</t></r>'
        "<rPh><t>خوانده نمی‌شود</t></rPh></si></sst>"
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="[$-fa-IR,96]yyyy/mm/dd"/>'
        '<numFmt numFmtId="165" formatCode="&quot;روز&quot; 0"/></numFmts><cellStyleXfs><xf numFmtId="14"/>'
        "</cellStyleXfs>"
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    ),
}


def made(folder: Path, rows: str, **parts: str) -> Path:
    """A workbook of one visible sheet with these rows, as another program would write it."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return packed(folder, {**PARTS, "xl/worksheets/sheet1.xml": sheet, **parts})


def packed(folder: Path, parts: Mapping[str, str]) -> Path:
    path = folder / "سابقه.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def test_values_are_read_as_other_programs_write_them(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2"><v>12</v></c>'
        '<c r="E2" s="1"><v>44926</v></c><c r="F2" s="2"><v>44926.5</v></c><c r="G2" s="3"><v>5</v></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>متن</t></is></c><c t="str"><f>A1</f><v>ساخته</v></c>'
        "<c><v>1.5</v></c></row><row/>"
    )
    workbook = read_workbook(made(tmp_path, rows))
    (sheet,) = workbook.sheets
    assert (sheet.name, workbook.name) == ("یک", "سابقه.xlsx")
    day = date(2022, 12, 31)
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, ("ساده", "دو تکه", None, 12, day, day, 5)),
        (3, ("متن", "ساخته", 1.5)),
    ]


def test_days_of_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    of_1904 = PARTS["xl/workbook.xml"].replace("<x:sheets>", '<x:workbookPr date1904="1"/><x:sheets>')
    path = made(tmp_path, '<row><c s="1"><v>43464</v></c></row>', **{"xl/workbook.xml": of_1904})
    assert read_workbook(path).sheets[0].rows[0].cells == (date(2022, 12, 31),)


@pytest.mark.parametrize("place", ["-1", "2", "1.0", "x"])
def test_a_shared_string_that_is_not_there_is_no_other_one(tmp_path: Path, place: str) -> None:
    with refused("sheet_damaged"):
        read_workbook(made(tmp_path, f'<row><c t="s"><v>{place}</v></c></row>'))


def test_a_template_comes_back_as_it_went(tmp_path: Path) -> None:
    words = wiring.taking_over_words()
    for kind, template in words.templates.items():
        path = tmp_path / f"{kind}.xlsx"
        path.write_bytes(template_bytes(words, kind, {"executor": ["=1+1", "واحد «الف» & ب"]}))
        records, guide = read_workbook(path).sheets
        assert records.rows[0].cells == tuple(column.title for column in template.columns)
        assert records.rows[1].cells[0] == words.example
        assert [row.cells[0] for row in guide.rows] == list(template.guide)
        sheet = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
        assert 'rightToLeft="1"' in sheet
        assert ("dataValidation" in sheet) is (kind is TemplateKind.RESOLUTIONS)


def test_no_text_that_is_written_is_a_formula(tmp_path: Path) -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(1)", "متن"]
    path = tmp_path / "الگو.xlsx"
    path.write_bytes(workbook_bytes([WrittenSheet(name="یک", widths=[10] * 5, rows=[texts])], [texts], "فهرست"))
    with zipfile.ZipFile(path) as archive:
        for part in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
            cells = re.findall("<c [^>]*>.*?</c>", archive.read(part).decode())
            assert len(cells) == len(texts)
            assert all('t="inlineStr"' in cell and "<f" not in cell for cell in cells)


def test_equal_input_gives_equal_bytes() -> None:
    sheet = WrittenSheet(name="یک", widths=[10], rows=[["=2+3"]])
    assert workbook_bytes([sheet], [], "") == workbook_bytes([sheet], [], "")


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "سابقه.xlsx"
    with refused("sheet_unreadable"):
        read_workbook(path)
    with refused("sheet_not_file"):
        read_workbook(tmp_path)
    path.write_bytes(b"\xd0\xcf\x11\xe0 an old xls")
    with refused("sheet_not_xlsx"):
        read_workbook(path)
    with refused("sheet_not_xlsx"):
        read_workbook(packed(tmp_path, {"word/document.xml": "<a/>"}))
    with refused("sheet_damaged"):
        read_workbook(made(tmp_path, "<row><c>"))
    with refused("sheet_damaged"):
        read_workbook(made(tmp_path, '<row><c t="s"><v>99</v></c></row>'))
    whole = made(tmp_path, "<row/>").read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + b"\0" * 40 + whole[len(whole) // 2 + 40 :])
    with refused("sheet_damaged"):
        read_workbook(path)


BOMB: Final = (
    '<!DOCTYPE x [<!ENTITY a "ها"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
)
OUTSIDE: Final = (
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_never_taken(tmp_path: Path, text: str) -> None:
    with refused("sheet_with_entities"):
        read_workbook(made(tmp_path, "", **{"xl/worksheets/sheet1.xml": text}))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path, "", **{"xl/sharedStrings.xml": f"<sst><si><t>{'ا' * 30_000_000}</t></si></sst>"})
    assert path.stat().st_size < 100_000
    unpacked: list[str] = []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda _archive, name: unpacked.append(name))
    with refused("sheet_too_large"):
        read_workbook(path)
    assert unpacked == []


def test_a_zip_that_lies_of_its_sizes_is_stopped_while_it_is_read(tmp_path: Path) -> None:
    path = made(tmp_path, "", **{"xl/sharedStrings.xml": f"<sst><si><t>{'a' * 60_000_000}</t></si></sst>"})
    told = path.read_bytes()
    size = (60_000_000 + len("<sst><si><t></t></si></sst>")).to_bytes(4, "little")
    assert told.count(size) == 2
    path.write_bytes(told.replace(size, (1000).to_bytes(4, "little")))
    with refused("sheet_damaged"):
        read_workbook(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bomb_that_lies_of_its_size_takes_little_memory(tmp_path: Path, method: int) -> None:
    path = tmp_path / "سابقه.xlsx"
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 40_000_000)
    told, size = path.read_bytes(), (40_000_000).to_bytes(4, "little")
    assert told.count(size) == 2
    path.write_bytes(told.replace(size, (1000).to_bytes(4, "little")))
    tracemalloc.start()
    try:
        with refused("sheet_damaged"):
            read_workbook(path)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_that_no_spreadsheet_packs_so_is_refused(tmp_path: Path, method: int) -> None:
    path = made(tmp_path, "")
    with zipfile.ZipFile(path) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content, method if name.startswith("xl/worksheets") else None)
    with refused("sheet_damaged"):
        read_workbook(path)


def test_far_cells_and_long_sheets_are_refused(tmp_path: Path) -> None:
    with refused("sheet_too_many_columns"):
        read_workbook(made(tmp_path, '<row><c r="XFD1048576"><v>1</v></c></row>'))
    rows = "<row><c><v>1</v></c></row>" * (MOST_ROWS + SPARE_ROWS)
    assert len(read_workbook(made(tmp_path, rows)).sheets[0].rows) == MOST_ROWS + SPARE_ROWS
    with refused("sheet_too_many_rows", most=MOST_ROWS):
        read_workbook(made(tmp_path, rows + "<row><c><v>1</v></c></row>"))
