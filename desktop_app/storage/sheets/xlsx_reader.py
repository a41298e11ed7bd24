"""Reader of xlsx workbooks: values alone, part by part as a stream, within caps that no file can talk its way around.

The parts of ECMA-376 that hold values are few: the list of sheets, shared strings, the formats by which a number is a
day, and the rows. Each is read by expat from the stream of its zip entry; what was unpacked is counted as it comes,
since the sizes that a zip tells of itself may be false. No document type, and so no entity, is ever taken.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final
from xml.parsers import expat

from desktop_app import paths
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.workbook import Cell, SheetRow, Workbook, WorkSheet
from desktop_app.storage.sheets.xlsx_styles import day_formats

MOST_BYTES: Final = 50_000_000
"""Unpacked, all parts together."""
MOST_ROWS: Final = 5_000
"""Rows of data in one sheet; one more for its head, and some for an example and a note."""
SPARE_ROWS: Final = 10
MOST_COLUMNS: Final = 50
MOST_SHEETS: Final = 20
_CHUNK: Final = 65_536
_PACKED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Of a zip entry: what spreadsheets write. Python unpacks the others whole, whatever was asked for."""
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
)
"""What the parts of a damaged file raise; an archive that asks for a password, too."""
_LAST_SERIAL: Final = 73_050
"""The year 2100."""


def read_workbook(path: Path) -> Workbook:
    """Every visible sheet of a file; raises ``EnvironmentProblem``.

    Keys: ``sheet_not_file``, ``sheet_unreadable``, ``sheet_not_xlsx``, ``sheet_damaged``, ``sheet_too_large``,
    ``sheet_too_many_rows``, ``sheet_too_many_columns``, ``sheet_with_entities``.
    """
    told = str(path)
    if paths.lies(path) and not paths.is_file(path):
        # a pipe would be waited for, and a device has no end
        raise EnvironmentProblem("sheet_not_file", path=told)
    try:
        with path.open("rb") as file, _opened(file, told) as archive:
            return _Reader(archive, told).workbook(path.name)
    except OSError as error:
        raise EnvironmentProblem("sheet_unreadable", path=told) from error
    except _BROKEN as error:
        raise EnvironmentProblem("sheet_damaged", path=told) from error


def _opened(file: IO[bytes], path: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise EnvironmentProblem("sheet_not_xlsx", path=path) from error


class _Reader:
    """One open file; ``_left`` is how much may still be unpacked."""

    def __init__(self, archive: zipfile.ZipFile, path: str) -> None:
        self._archive, self._path = archive, path
        self._names = {name.lower(): name for name in archive.namelist()}
        self._left = MOST_BYTES
        if sum(max(0, one.file_size) for one in archive.infolist()) > MOST_BYTES:
            raise EnvironmentProblem("sheet_too_large", path=self._path, most=MOST_BYTES)

    def workbook(self, name: str) -> Workbook:
        """All sheets."""
        if "xl/workbook.xml" not in self._names:
            raise EnvironmentProblem("sheet_not_xlsx", path=self._path)
        sheets, since_1904 = self._sheets()
        strings = self._strings()
        days = day_formats(self._parse) if self._has("xl/styles.xml") else frozenset[int]()
        epoch = _EPOCH_1904 if since_1904 else _EPOCH
        return Workbook(name, tuple(WorkSheet(title, self._rows(part, strings, days, epoch)) for title, part in sheets))

    def _has(self, part: str) -> bool:
        return part.lower() in self._names

    # ---- parts

    def _sheets(self) -> tuple[list[tuple[str, str]], bool]:
        targets: dict[str, str] = {}
        found: list[tuple[str, str]] = []
        options: dict[str, str] = {}

        def relation(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                targets[attributes.get("Id", "")] = attributes.get("Target", "")

        def sheet(tag: str, attributes: dict[str, str]) -> None:
            if tag == "workbookPr":
                options.update(attributes)
            elif tag == "sheet" and attributes.get("state", "visible") == "visible":
                found.append((attributes.get("name", ""), attributes.get("id", "")))

        self._parse("xl/_rels/workbook.xml.rels", relation)
        self._parse("xl/workbook.xml", sheet)
        if len(found) > MOST_SHEETS:
            raise EnvironmentProblem("sheet_too_large", path=self._path, most=MOST_BYTES)
        parts = [(title, _part(targets.get(key, ""))) for title, key in found]
        return [one for one in parts if self._has(one[1])], options.get("date1904") in {"1", "true"}

    def _strings(self) -> list[str]:
        found: list[str] = []
        part = "xl/sharedStrings.xml"
        if self._has(part):
            pieces = _Pieces(found.append, "si")
            self._parse(part, pieces.start, pieces.end, pieces.text)
        return found

    def _rows(self, part: str, strings: list[str], days: frozenset[int], epoch: date) -> tuple[SheetRow, ...]:
        rows = _Rows(strings, days, epoch, self._path)
        self._parse(part, rows.start, rows.end, rows.text)
        return tuple(rows.found)

    def _parse(
        self,
        part: str,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: start(_local(tag), _locals(attributes))
        if end is not None:
            parser.EndElementHandler = lambda tag: end(_local(tag))
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._refuse_entities
        parser.EntityDeclHandler = self._refuse_entities
        name = self._names[part.lower()]
        if self._archive.getinfo(name).compress_type not in _PACKED:
            raise NotImplementedError(part)
        with self._archive.open(name) as stream:
            for chunk in self._chunks(stream):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)

    def _chunks(self, stream: IO[bytes]) -> Iterator[bytes]:
        while chunk := stream.read(_CHUNK):
            self._left -= len(chunk)
            if self._left < 0:
                raise EnvironmentProblem("sheet_too_large", path=self._path, most=MOST_BYTES)
            yield chunk

    def _refuse_entities(self, *_told: Any) -> None:  # noqa: ANN401 - what expat tells of a document type
        raise EnvironmentProblem("sheet_with_entities", path=self._path)


class _Pieces:
    """Texts of one element, joined from its runs; how it is to be read aloud is left out."""

    def __init__(self, tell: Callable[[str], object], whole: str) -> None:
        self._tell, self._whole = tell, whole
        self._texts: list[str] = []
        self._inside, self._aloud = False, 0

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        self._aloud += tag == "rPh"
        self._inside = tag == "t" and not self._aloud

    def end(self, tag: str) -> None:
        """An element ends."""
        self._aloud -= tag == "rPh"
        if tag == "t":
            self._inside = False
        elif tag == self._whole:
            self._tell("".join(self._texts))
            self._texts = []

    def text(self, data: str) -> None:
        """Letters."""
        if self._inside:
            self._texts.append(data)


class _Rows:
    """The rows of one sheet that are not empty."""

    def __init__(self, strings: list[str], days: frozenset[int], epoch: date, path: str) -> None:
        self._path = path
        self.found: list[SheetRow] = []
        self._strings, self._days, self._epoch = strings, days, epoch
        self._row, self._column = 0, 0
        self._cells: dict[int, Cell] = {}
        self._kind, self._style, self._value = "", 0, list[str]()
        self._inside = self._aloud = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A row, a cell or its value begins."""
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column, self._cells = 0, {}
        elif tag == "c":
            place = _PLACE.fullmatch(attributes.get("r", ""))
            self._column = _column(place[1]) if place else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), int(attributes.get("s", 0))
            self._value = []
        elif tag == "rPh":
            self._aloud = True
        elif tag in {"v", "t"}:
            self._inside = not self._aloud

    def text(self, data: str) -> None:
        """Letters of a value."""
        if self._inside:
            self._value.append(data)

    def end(self, tag: str) -> None:
        """A value, a cell or a row ends."""
        if tag in {"v", "t"}:
            self._inside = False
        elif tag == "rPh":
            self._aloud = False
        elif tag == "c":
            self._keep_cell()
        elif tag == "row" and self._cells:
            self._keep_row()

    def _keep_cell(self) -> None:
        cell = self._cell("".join(self._value))
        if cell is None or cell == "":
            return
        if self._column > MOST_COLUMNS:
            raise EnvironmentProblem("sheet_too_many_columns", path=self._path, most=MOST_COLUMNS)
        self._cells[self._column] = cell

    def _keep_row(self) -> None:
        if len(self.found) >= MOST_ROWS + SPARE_ROWS:
            raise EnvironmentProblem("sheet_too_many_rows", path=self._path, most=MOST_ROWS)
        last = max(self._cells)
        self.found.append(SheetRow(self._row, tuple(self._cells.get(one) for one in range(1, last + 1))))

    def _cell(self, text: str) -> Cell:
        if self._kind == "s":
            # a place from the end is none, though a list has it
            return self._strings[_natural(text)] if text else None
        if self._kind in {"str", "inlineStr", "b", "e"}:
            return text
        if self._kind == "d":
            return date.fromisoformat(text[:10])
        return self._number(text) if text else None

    def _number(self, text: str) -> Cell:
        value = float(text)
        if self._style in self._days and 1 <= value <= _LAST_SERIAL:
            return self._epoch + timedelta(days=int(value))
        return int(value) if value.is_integer() else value


def _natural(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def _part(target: str) -> str:
    """The entry that a relation of the workbook names: beside it, or from the root."""
    path = PurePosixPath(target.lstrip("/")) if target.startswith("/") else PurePosixPath("xl") / target
    return str(path)


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _locals(attributes: dict[str, str]) -> dict[str, str]:
    found = dict(attributes)
    for name, value in attributes.items():
        with suppress(KeyError):
            found.setdefault(_local(name), value)
    return found
