"""Reader of xlsx workbooks by openpyxl: the values of visible sheets, within size limits.

openpyxl unpacks parts whole, believes the sizes that a zip gives for them, and resolves entities in some of them. So
the parts that hold values are first unpacked here by pieces, counted, and searched for a document type; openpyxl gets
these parts alone. Macros, links and drawings never reach it.
"""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final
from xml.etree.ElementTree import ParseError

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.workbook import Cell, Formula, SheetRow, Workbook, WorkSheet
from desktop_app.system import paths

MOST_BYTES: Final = 50_000_000
"""Unpacked, all parts together."""
MOST_PARTS: Final = 1_000
MOST_RATIO: Final = 200
"""Unpacked to packed, of a file whose parts are larger than ``RATIO_FROM`` bytes together; sheets reach some 30."""
RATIO_FROM: Final = 5_000_000
MOST_ROWS: Final = 5_000
"""Rows of data in one sheet; one more for its head, and some for an example and a note."""
SPARE_ROWS: Final = 10
MOST_COLUMNS: Final = 50
MOST_SHEETS: Final = 20
LAST_ROW: Final = 1_048_576
MOST_CELLS: Final = 5_000_000
"""Cells that are gone through in one sheet, empty ones among them."""
MOST_FORMATS: Final = 66_000
"""Formats of cells: Excel itself has some 65,000. openpyxl makes an object of each."""
MOST_TEXTS: Final = 500_000
"""Shared texts: twice as many as the cells of a sheet that is taken."""
_CHUNK: Final = 65_536
_PACKED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How spreadsheets pack. Python unpacks other kinds whole, whatever size was asked for."""
_BOOK: Final = "xl/workbook.xml"
_VALUES: Final = re.compile(
    r"\[Content_Types\]\.xml|xl/_rels/workbook\.xml\.rels|xl/(workbook|styles|sharedStrings)\.xml|xl/worksheets/[^/]+\.xml"
)
"""The parts that hold values."""
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    SyntaxError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    OverflowError,
    OSError,
)
"""What openpyxl and zipfile raise for a damaged file, and for an archive with a password."""


def read_workbook(path: Path) -> Workbook:
    """Return every visible sheet of a file; raises ``EnvironmentProblem``.

    Keys: ``sheet_not_file``, ``sheet_unreadable``, ``sheet_not_xlsx``, ``sheet_damaged``, ``sheet_too_large``,
    ``sheet_too_many_rows``, ``sheet_too_many_columns``, ``sheet_with_entities``.
    """
    if paths.exists(path) and not paths.is_file(path):
        # a pipe would be waited for, and a device has no end
        raise EnvironmentProblem("sheet_not_file", path=str(path))
    try:
        with path.open("rb") as file:
            values = _values(file, str(path))
    except OSError as error:
        raise EnvironmentProblem("sheet_unreadable", path=str(path)) from error
    except _BROKEN as error:
        raise EnvironmentProblem("sheet_damaged", path=str(path)) from error
    try:
        return Workbook(path.name, tuple(_sheets(values, str(path))))
    except _BROKEN as error:
        raise EnvironmentProblem("sheet_damaged", path=str(path)) from error


# ---- inside


def _values(file: IO[bytes], path: str) -> BytesIO:
    """Return an archive of the parts that hold values, within the limits."""
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise EnvironmentProblem("sheet_not_xlsx", path=path) from error
    parts = archive.infolist()
    _require_small(parts, path)
    if _BOOK not in archive.namelist():
        raise EnvironmentProblem("sheet_not_xlsx", path=path)
    clean, left = BytesIO(), MOST_BYTES
    with archive, zipfile.ZipFile(clean, "w") as out:
        for part in parts:
            if not _VALUES.fullmatch(part.filename):
                continue
            content = _unpacked(archive, part)
            left -= len(content)
            if left < 0:
                raise EnvironmentProblem("sheet_too_large", path=path, most=MOST_BYTES)
            _require_plain(content, path)
            out.writestr(part.filename, content)
    return clean


def _require_small(parts: Sequence[zipfile.ZipInfo], path: str) -> None:
    """Refuse an archive whose declared size is too large."""
    size = sum(max(0, one.file_size) for one in parts)
    packed = sum(max(0, one.compress_size) for one in parts)
    bloated = size > RATIO_FROM and size > packed * MOST_RATIO
    if len(parts) > MOST_PARTS or size > MOST_BYTES or bloated:
        raise EnvironmentProblem("sheet_too_large", path=path, most=MOST_BYTES)


def _require_plain(content: bytes, path: str) -> None:
    """Refuse a part with too many formats or texts, or with XML entities."""
    if content.count(b"<xf") > MOST_FORMATS or content.count(b"<si") > MOST_TEXTS:
        raise EnvironmentProblem("sheet_too_large", path=path, most=MOST_BYTES)
    if b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise EnvironmentProblem("sheet_with_entities", path=path)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Unpack a part piece by piece, so that a false declared size cannot unpack more."""
    if part.compress_type not in _PACKED:
        raise NotImplementedError(part.filename)
    with archive.open(part) as stream:
        return b"".join(iter(lambda: stream.read(_CHUNK), b""))


def _sheets(values: BytesIO, path: str) -> Iterator[WorkSheet]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # of what is left out of a workbook, and of days that no calendar has, which come as an error of the sheet
        warnings.simplefilter("ignore")
        book = load_workbook(values, read_only=True, keep_links=False)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if len(shown) > MOST_SHEETS:
            raise EnvironmentProblem("sheet_too_large", path=path, most=MOST_BYTES)
        for sheet in shown:
            yield WorkSheet(sheet.title, tuple(_rows(sheet, path)))


def _rows(sheet: Any, path: str) -> Iterator[SheetRow]:  # noqa: ANN401 - its stubs know no sheet that is only read
    """Yield the rows that are not empty."""
    # a false size would be filled up with empty cells
    sheet.reset_dimensions()
    found = gone = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        gone += len(row)
        if number > LAST_ROW or gone > MOST_CELLS:
            raise EnvironmentProblem("sheet_too_large", path=path, most=MOST_BYTES)
        cells = [_cell(one) for one in row]
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            continue
        if len(cells) > MOST_COLUMNS:
            raise EnvironmentProblem("sheet_too_many_columns", path=path, most=MOST_COLUMNS)
        found += 1
        if found > MOST_ROWS + SPARE_ROWS:
            raise EnvironmentProblem("sheet_too_many_rows", path=path, most=MOST_ROWS)
        yield SheetRow(number, tuple(cells))


def _cell(cell: Any) -> Cell:  # noqa: ANN401
    value = cell.value
    if value is None or value == "":
        return None
    if cell.data_type == "f":
        return Formula(value if isinstance(value, str) else "=")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool) or (isinstance(value, float) and value.is_integer()):
        return int(value)
    return value if isinstance(value, str | int | float | date) else str(value)
