"""Spreadsheets: values as other programs write them, hostile files refused, templates that come back as they went."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

import pytest
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from desktop_app import wiring
from desktop_app.domain.read_models.workbook import Formula, TemplateKind
from desktop_app.storage.sheets.template import WrittenSheet, template_bytes, workbook_bytes
from desktop_app.storage.sheets.workbook_reader import MOST_PARTS, MOST_ROWS, SPARE_ROWS, read_workbook
from tests.refusing import refused

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DAY: Final = date(2022, 12, 31)
PARTS: Final = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/xl/{name}.xml" ContentType="{KIND}.{kind}+xml"/>'
            for name, kind in (
                ("workbook", "sheet.main"),
                ("styles", "styles"),
                ("sharedStrings", "sharedStrings"),
                ("worksheets/sheet1", "worksheet"),
            )
        )
        + "</Types>"
    ),
    "xl/workbook.xml": (
        f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{OFFICE}"><x:sheets>'
        '<x:sheet name="یک" sheetId="1" r:id="a"/><x:sheet name="دو" sheetId="2" state="hidden" r:id="b"/>'
        "</x:sheets></x:workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/worksheet" Target="/xl/worksheets/sheet1.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    "xl/sharedStrings.xml": (
        f'<sst xmlns="{MAIN}"><si><t>ساده</t></si><si><r><t>دو </t></r><r><t>تکه</t></r>'
        '<rPh sb="0" eb="1"><t>خوانده نمی‌شود</t></rPh></si></sst>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="[$-fa-IR,96]yyyy/mm/dd"/>'
        '<numFmt numFmtId="165" formatCode="&quot;روز&quot; 0"/></numFmts><cellStyleXfs><xf numFmtId="14"/>'
        "</cellStyleXfs>"
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    ),
    # what an office may have in a file beside its rows
    "docProps/core.xml": "<broken",
    "xl/vbaProject.bin": "macros",
    "xl/externalLinks/externalLink1.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>',
}
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
ROW: Final = "<row><c><v>1</v></c></row>"


def made(folder: Path, rows: str, before: str = "", **parts: str) -> Path:
    """A workbook of one visible sheet with these rows, in the shape that Excel writes."""
    sheet = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>'
    return packed(folder, {**PARTS, SHEET: sheet, **parts})


def packed(folder: Path, parts: Mapping[str, str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    path = folder / "سابقه.xlsx"
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def lying(path: Path, size: int) -> Path:
    """The same file; the part of this size gives 1,000 bytes as its size."""
    content, true = path.read_bytes(), size.to_bytes(4, "little")
    assert content.count(true) == 2
    path.write_bytes(content.replace(true, (1000).to_bytes(4, "little")))
    return path


def test_values_are_read_as_excel_writes_them(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2"><v>12</v></c>'
        '<c r="E2" s="1"><v>44926</v></c><c r="F2" s="2"><v>44926.5</v></c><c r="G2" s="3"><v>5</v></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>متن</t></is></c><c t="str"><f>A1</f><v>ساخته</v></c>'
        '<c><v>1.5</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c s="1"/></row><row/>'
    )
    workbook = read_workbook(made(tmp_path, rows))
    (sheet,) = workbook.sheets
    assert (sheet.name, workbook.name) == ("یک", "سابقه.xlsx")
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (2, ("ساده", "دو تکه", None, 12, DAY, DAY, 5)),
        (3, ("متن", "=A1", 1.5, 1, "#N/A")),
    ]
    assert isinstance(sheet.rows[1].cells[1], Formula), "what was computed long ago is not the value of today"
    of_1904 = PARTS["xl/workbook.xml"].replace("<x:sheets>", '<x:workbookPr date1904="1"/><x:sheets>')
    path = made(tmp_path, '<row><c s="1"><v>43464</v></c></row>', **{"xl/workbook.xml": of_1904})
    assert read_workbook(path).sheets[0].rows[0].cells == (DAY,)


def test_values_are_read_as_openpyxl_writes_them(tmp_path: Path) -> None:
    book = Book()
    sheet = book.worksheets[0]
    sheet.append(["=1+1", "متن", 12, 1.5, datetime(2022, 12, 31, 12), time(8, 30)])  # noqa: DTZ001 - sheets know no zone
    sheet["A1"].data_type = "s"
    sheet["H4"] = "=A1"
    book.create_sheet("پنهان").sheet_state = "hidden"
    path = tmp_path / "سابقه.xlsx"
    book.save(path)
    (read,) = read_workbook(path).sheets
    first, last = read.rows
    assert first.cells == ("=1+1", "متن", 12, 1.5, DAY, "08:30:00")
    assert (last.number, last.cells) == (4, (None,) * 7 + ("=A1",))
    assert [isinstance(one, Formula) for one in (first.cells[0], last.cells[7])] == [False, True]


def test_a_template_comes_back_as_it_went(tmp_path: Path) -> None:
    words = wiring.taking_over_words()
    for kind, template in words.templates.items():
        path = tmp_path / f"{kind}.xlsx"
        path.write_bytes(template_bytes(words, kind, {"executor": ["=1+1", "واحد «الف» & ب"]}))
        records, guide = read_workbook(path).sheets
        assert records.rows[0].cells == tuple(column.title for column in template.columns)
        assert records.rows[1].cells[0] == words.example
        assert [row.cells[0] for row in guide.rows] == list(template.guide)
        book = load_workbook(path)
        first = book.worksheets[0]
        assert first.sheet_view.rightToLeft
        assert first.freeze_panes == "A2"
        assert first["A1"].font.bold
        assert first.column_dimensions["A"].width == template.columns[0].width
        # a column, not only its filled cells, is text: «1402/3/5» stays as typed
        assert first.column_dimensions["C"].number_format == first["C1"].number_format == "@"
        lists = first.data_validations.dataValidation
        assert [(str(one.sqref), one.formula1) for one in lists] == (
            [("H2:H5002", f"'{words.lists}'!$A$1:$A$2")] if kind is TemplateKind.RESOLUTIONS else []
        )
        assert all(not one.showErrorMessage for one in lists)
        if lists:
            hidden = book[words.lists]
            assert hidden.sheet_state == "hidden"
            assert [cell.value for cell in hidden["A"]] == ["=1+1", "واحد «الف» & ب"]


def test_no_text_that_is_written_is_a_formula() -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(1)", "متن"]
    sheet = WrittenSheet(name="یک", widths=[10] * 5, rows=[texts], choices={0: texts})
    book = load_workbook(io.BytesIO(workbook_bytes([sheet], "فهرست")))
    cells = [*book["یک"][1], *book["فهرست"]["A"]]
    assert [cell.value for cell in cells] == texts * 2
    assert {cell.data_type for cell in cells} == {"s"}


def _torn(folder: Path) -> Path:
    path = made(folder, "<row/>")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + b"\0" * 40 + whole[len(whole) // 2 + 40 :])
    return path


def _old(folder: Path) -> Path:
    path = folder / "سابقه.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0 an old xls")
    return path


def _shared(place: str) -> Callable[[Path], Path]:
    return lambda folder: made(folder, f'<row><c t="s"><v>{place}</v></c></row>')


NO_WORKBOOK: Final[tuple[tuple[str, Callable[[Path], Path]], ...]] = (
    ("sheet_unreadable", lambda folder: folder / "نیست.xlsx"),
    ("sheet_not_file", lambda folder: folder),
    ("sheet_not_xlsx", _old),
    ("sheet_not_xlsx", lambda folder: packed(folder, {"word/document.xml": "<a/>"})),
    ("sheet_damaged", lambda folder: packed(folder, {"xl/workbook.xml": "<a/>"})),
    ("sheet_damaged", lambda folder: made(folder, "<row><c>")),
    ("sheet_damaged", _torn),
    ("sheet_damaged", _shared("99")),
    ("sheet_damaged", _shared("1.0")),
    ("sheet_damaged", _shared("x")),
)


@pytest.mark.parametrize(("key", "make"), NO_WORKBOOK)
def test_what_is_no_workbook_is_refused(tmp_path: Path, key: str, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path)
    with refused(key, path=str(path)):
        read_workbook(path)


def _entities(declared: str, part: str = SHEET, coding: str = "utf-8") -> Callable[[Path], Path]:
    """A part that takes a value from an entity of its own."""

    def make(folder: Path) -> Path:
        path = made(folder, "", **({} if part == SHEET else {part: ""}))
        text = (
            f'<?xml version="1.0" encoding="{coding}"?><!DOCTYPE x [{declared}]>'
            f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'
        )
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in {**parts, part: text.encode(coding)}.items():
                archive.writestr(name, content)
        return path

    return make


INSIDE, OUTSIDE = '<!ENTITY a "ها"><!ENTITY b "&a;&a;&a;&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/hostname">'
FAR: Final = 40_000_000
HOSTILE: Final[tuple[tuple[str, str, Callable[[Path], Path]], ...]] = (
    ("a bomb of entities", "sheet_with_entities", _entities(INSIDE)),
    ("in another coding", "sheet_with_entities", _entities(INSIDE, coding="utf-16")),
    ("an entity outside", "sheet_with_entities", _entities(OUTSIDE)),
    ("an entity of the styles", "sheet_with_entities", _entities(OUTSIDE, part="xl/styles.xml")),
    ("too large", "sheet_too_large", lambda folder: made(folder, "", **{STRINGS: "ا" * 30_000_000})),
    ("packed too well", "sheet_too_large", lambda folder: made(folder, "", **{STRINGS: "a" * 20_000_000})),
    (
        "too many formats",
        "sheet_too_large",
        lambda folder: made(folder, "", **{"xl/styles.xml": "<a>" + "<xf/>" * 200_000 + "</a>"}),
    ),
    ("too many parts", "sheet_too_large", lambda folder: made(folder, "", **{f"p{i}": "" for i in range(MOST_PARTS)})),
    (
        "a false size",
        "sheet_damaged",
        lambda folder: lying(packed(folder, {**PARTS, SHEET: " " * FAR}), FAR),
    ),
    (
        "a false size, packed otherwise",
        "sheet_damaged",
        lambda folder: lying(packed(folder, {**PARTS, SHEET: " " * FAR}, zipfile.ZIP_BZIP2), FAR),
    ),
    ("packed by LZMA", "sheet_damaged", lambda folder: packed(folder, {**PARTS, SHEET: "<a/>"}, zipfile.ZIP_LZMA)),
    (
        "a far cell",
        "sheet_too_many_columns",
        lambda folder: made(folder, '<row><c r="XFD1048576"><v>1</v></c></row>'),
    ),
    ("a far row", "sheet_too_large", lambda folder: made(folder, '<row r="99999999999"><c><v>1</v></c></row>')),
    ("far empty cells", "sheet_too_large", lambda folder: made(folder, '<row><c r="XFD1" s="1"/></row>' * 400)),
    ("too many rows", "sheet_too_many_rows", lambda folder: made(folder, ROW * (MOST_ROWS + SPARE_ROWS + 1))),
)


@pytest.mark.parametrize(("key", "make"), [one[1:] for one in HOSTILE], ids=[one[0] for one in HOSTILE])
def test_a_hostile_workbook_is_refused(tmp_path: Path, key: str, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path)
    tracemalloc.start()
    try:
        with refused(key, path=str(path)):
            read_workbook(path)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_a_sheet_within_the_caps_is_read_whatever_size_it_gives(tmp_path: Path) -> None:
    path = made(tmp_path, ROW * (MOST_ROWS + SPARE_ROWS), '<dimension ref="A1:XFD1048576"/>')
    assert [row.cells for row in read_workbook(path).sheets[0].rows] == [(1,)] * (MOST_ROWS + SPARE_ROWS)
    far = made(tmp_path, '<row r="1048576"><c><v>1</v></c></row>')
    assert [row.number for row in read_workbook(far).sheets[0].rows] == [1_048_576]
