"""Templates of past meetings and resolutions as xlsx: headings, an example, lists of choices, a help sheet.

Sheets run from right to left. Every cell is text: a typed «1402/3/5» stays as typed in every spreadsheet, and a text
that begins with «=» is no formula.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from desktop_app.domain.read_models.workbook import TakingOverWords, TemplateKind

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


LAST_ROW: Final = 5_002
"""Down to here a column has its list."""
LIST_WIDTH: Final = 30
TEXT: Final = "@"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSheet:
    """A sheet of a workbook: column widths in letters, and rows of texts.

    If ``headed``, the first row is a heading and the second an example.

    """

    name: str
    widths: Sequence[int]
    rows: Sequence[Sequence[str]]
    headed: bool = False
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)


def workbook_bytes(sheets: Sequence[WrittenSheet], lists: str = "") -> bytes:
    """Return the xlsx file of the sheets; the choices are in a hidden sheet of the name ``lists``."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    columns: list[Sequence[str]] = []
    for sheet in sheets:
        made = book.create_sheet(sheet.name)
        _write(made, sheet)
        for column, texts in sheet.choices.items():
            columns.append(texts)
            _add_choices(made, column, lists, len(columns), len(texts))
    if columns:
        longest = max(map(len, columns))
        rows = [[texts[row] if row < len(texts) else "" for texts in columns] for row in range(longest)]
        hidden = book.create_sheet(lists)
        hidden.sheet_state = "hidden"
        _write(hidden, WrittenSheet(name=lists, widths=[LIST_WIDTH] * len(columns), rows=rows))
    made_of = io.BytesIO()
    book.save(made_of)
    return made_of.getvalue()


# ---- inside


def _write(made: Worksheet, sheet: WrittenSheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    made.sheet_view.rightToLeft = True
    plain = Font(name="Tahoma", size=11)
    head, example = Font(name="Tahoma", size=11, bold=True), Font(name="Tahoma", size=11, italic=True, color="FF7A7A7A")
    fill, beside = PatternFill("solid", fgColor="FFE8EEF2"), Alignment(wrap_text=True, vertical="top", readingOrder=2)
    for place, width in enumerate(sheet.widths, start=1):
        column = made.column_dimensions[get_column_letter(place)]
        column.width, column.number_format, column.font, column.alignment = width, TEXT, plain, beside
    if sheet.headed:
        made.freeze_panes = "A2"
    for number, row in enumerate(sheet.rows, start=1):
        for place, text in enumerate(row, start=1):
            if not text:
                continue
            cell = made.cell(number, place, text)
            # openpyxl makes a formula of «=…»
            cell.data_type = "s"
            cell.number_format, cell.alignment, cell.font = TEXT, beside, plain
            if sheet.headed and number == 1:
                cell.font, cell.fill = head, fill
            elif sheet.headed and number == 2:
                cell.font = example


def _add_choices(made: Worksheet, column: int, lists: str, place: int, count: int) -> None:
    """Add a list of choices to a column; other texts may be typed, and the program reports unknown ones."""
    from openpyxl.utils import get_column_letter, quote_sheetname
    from openpyxl.worksheet.datavalidation import DataValidation

    if not count:
        return
    letters = get_column_letter(place)
    offered = DataValidation(
        type="list", formula1=f"{quote_sheetname(lists)}!${letters}$1:${letters}${count}", allow_blank=True
    )
    offered.showErrorMessage = False
    own = get_column_letter(column + 1)
    offered.add(f"{own}2:{own}{LAST_ROW}")
    made.add_data_validation(offered)


GUIDE_WIDTH: Final = 110


def template_bytes(words: TakingOverWords, kind: TemplateKind, offered: Mapping[str, Sequence[str]]) -> bytes:
    """Return the file of a template; ``offered`` holds the choices by column."""
    template = words.templates[kind]
    columns = template.columns
    records = WrittenSheet(
        name=template.sheet,
        widths=[column.width for column in columns],
        rows=[[column.title for column in columns], [column.example for column in columns]],
        headed=True,
        choices={place: offered[one.key] for place, one in enumerate(columns) if offered.get(one.key)},
    )
    guide = WrittenSheet(name=words.guide, widths=[GUIDE_WIDTH], rows=[[line] for line in template.guide])
    return workbook_bytes([records, guide], words.lists)
