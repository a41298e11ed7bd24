"""Writer of xlsx workbooks for templates: text cells in sheets from right to left, with lists to choose from.

Every cell is text: what somebody types as «1402/3/5» stays what was typed, whatever the program that opens it makes
of days, and nothing that begins with «=» is ever a formula.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_HIDDEN: Final = ' state="hidden"'
_PLAIN, _BOLD, _QUIET = 1, 2, 3
"""Places of the cell formats below."""
_LAST_ROW: Final = 5_002


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSheet:
    """One sheet: widths of its columns, rows of texts of which the first may be a head and the next an example.

    ``choices`` name by column, counted from 0, the column of the hidden list to choose from.
    """

    name: str
    widths: Sequence[int]
    rows: Sequence[Sequence[str]]
    headed: bool = False
    choices: Mapping[int, int] = field(default_factory=dict)


def workbook_bytes(sheets: Sequence[WrittenSheet], lists: Sequence[Sequence[str]], lists_name: str) -> bytes:
    """The file of the sheets, with the lists in a hidden one; equal input, equal bytes."""
    hidden = WrittenSheet(name=lists_name, widths=[30] * len(lists), rows=_across(lists))
    every = [*sheets, *([hidden] if lists else [])]
    parts = {
        "[Content_Types].xml": _content_types(len(every)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(every, hidden if lists else None),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{place}.xml") for place in range(1, len(every) + 1)]
            + [("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
    }
    lengths = [len(one) for one in lists]
    for place, sheet in enumerate(every, start=1):
        parts[f"xl/worksheets/sheet{place}.xml"] = _sheet(sheet, lists_name, lengths)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return made.getvalue()


# ---- inside


def _across(lists: Sequence[Sequence[str]]) -> list[list[str]]:
    longest = max(map(len, lists), default=0)
    return [[one[row] if row < len(one) else "" for one in lists] for row in range(longest)]


def _content_types(count: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = [("/xl/workbook.xml", f"{kind}.sheet.main+xml"), ("/xl/styles.xml", f"{kind}.styles+xml")]
    parts += [(f"/xl/worksheets/sheet{place}.xml", f"{kind}.worksheet+xml") for place in range(1, count + 1)]
    told = "".join(f'<Override PartName="{name}" ContentType="{what}"/>' for name, what in parts)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _relations(named: Sequence[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{place}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(named, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _workbook(sheets: Sequence[WrittenSheet], hidden: WrittenSheet | None) -> str:
    told = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{place}"{_HIDDEN if sheet is hidden else ""} r:id="rId{place}"/>'
        for place, sheet in enumerate(sheets, start=1)
    )
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{told}</sheets></workbook>"
    )


def _sheet(sheet: WrittenSheet, lists_name: str, lengths: Sequence[int]) -> str:
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' if sheet.headed else ""
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{width}" style="{_PLAIN}" customWidth="1"/>'
        for place, width in enumerate(sheet.widths, start=1)
    )
    rows = "".join(_row(place, row, sheet) for place, row in enumerate(sheet.rows, start=1))
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView rightToLeft="1" workbookViewId="0">{pane}'
        f"</sheetView></sheetViews><cols>{widths}</cols><sheetData>{rows}</sheetData>"
        f"{_choices(sheet, lists_name, lengths)}</worksheet>"
    )


def _row(place: int, row: Sequence[str], sheet: WrittenSheet) -> str:
    style = _PLAIN if not sheet.headed or place > 2 else (_BOLD, _QUIET)[place - 1]
    cells = "".join(
        f'<c r="{_letters(column)}{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t>'
        "</is></c>"
        for column, text in enumerate(row)
        if text
    )
    return f'<row r="{place}">{cells}</row>'


def _choices(sheet: WrittenSheet, lists_name: str, lengths: Sequence[int]) -> str:
    """Lists to choose from; something else may be typed, for the program says what it does not know."""
    quoted = lists_name.replace("'", "''")
    told = [
        f'<dataValidation type="list" allowBlank="1" showErrorMessage="0" '
        f'sqref="{_letters(column)}2:{_letters(column)}{_LAST_ROW}">'
        f"<formula1>{escape(_range(quoted, of, lengths[of]))}</formula1></dataValidation>"
        for column, of in sheet.choices.items()
        if lengths[of]
    ]
    return f'<dataValidations count="{len(told)}">{"".join(told)}</dataValidations>' if told else ""


def _range(quoted: str, column: int, length: int) -> str:
    return f"'{quoted}'!${_letters(column)}$1:${_letters(column)}${length}"


def _letters(column: int) -> str:
    found, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        found = chr(65 + letter) + found
    return found


_STYLES: Final = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="3">'
    '<font><sz val="11"/><name val="Tahoma"/></font><font><b/><sz val="11"/><name val="Tahoma"/></font>'
    '<font><i/><sz val="11"/><color rgb="FF7A7A7A"/><name val="Tahoma"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF2"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + "".join(
        f'<xf numFmtId="49" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"'
        ' applyFill="1" applyAlignment="1"><alignment wrapText="1" vertical="top" readingOrder="2"/></xf>'
        for font, fill in ((0, 0), (1, 2), (2, 0))
    )
    + "</cellXfs></styleSheet>"
)
"""The default, and three formats of text: plain, a head, an example."""
