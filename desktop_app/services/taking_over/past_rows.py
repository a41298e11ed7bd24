"""Past meetings and resolutions parsed from workbook rows; a fault has its row and column.

A sheet is known by its heads: the first row that holds every head which a template needs, in any order and any of the
spellings that the template knows. Rows that the template calls an example are passed over. Names are matched whatever
their spelling, or the nearest of them offered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, TypeVar

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.calendar.written_dates import read_date
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.workbook import (
    Cell,
    Formula,
    TakingOverWords,
    TemplateKind,
    TemplateWords,
    Workbook,
    WorkSheet,
)
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.rules.taking_over import (
    MOST_MEETINGS,
    PastMeeting,
    PastResolution,
    PastState,
    RowFault,
    number_of,
)
from desktop_app.domain.text.digits import persian_digits, record_number
from desktop_app.domain.text.folding import Form, fold

OFFERED: Final = 3
LIKENESS: Final = 0.6
_LEAST: Final = 3
"""A shorter word is part of too many names to stand for one."""


@lru_cache(maxsize=4096)
def spelling_key(text: str) -> str:
    """Return a name normalised for comparison of spellings."""
    return fold(text, Form.SQUEEZED)


class NameIndex:
    """Records by name; a name of two records finds neither."""

    def __init__(self, named: Iterable[tuple[str, int]]) -> None:
        self._found: dict[str, set[int]] = {}
        self._shown: dict[str, str] = {}
        for name, of in named:
            if spelling_key(name):
                self._found.setdefault(spelling_key(name), set()).add(of)
                self._shown.setdefault(spelling_key(name), name)

    def find(self, text: str) -> int | None:
        """Return the id for the name, or None."""
        found = self._found.get(spelling_key(text), set())
        return next(iter(found)) if len(found) == 1 else None

    def near(self, text: str) -> tuple[str, ...]:
        """Return similar names, the likeliest first."""
        key = spelling_key(text)
        held = [one for one in self._found if len(key) >= _LEAST and (key in one or one in key)]
        close = get_close_matches(key, self._found, n=OFFERED, cutoff=LIKENESS)
        return tuple(self._shown[one] for one in dict.fromkeys([*close, *sorted(held, key=len)]))[:OFFERED]


def words_by_key(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the key of each spelling."""
    return {spelling_key(word): key for key, spellings in words.items() for word in spellings}


Value = TypeVar("Value")
SEARCHED_FOR_HEADS: Final = 12
"""A sheet of somebody's own may have a title above its heads."""
_PARTING: Final = ("\n", ";", "؛", ",")
COMMA: Final = "،"
_ANY_WEEK: Final = WorkCalendar()


@dataclass(frozen=True, slots=True)
class ParsedRows:
    """The parsed records and faults; a row with a fault gives no record."""

    meetings: tuple[PastMeeting, ...]
    resolutions: tuple[PastResolution, ...]
    faults: tuple[RowFault, ...]
    sheets: tuple[tuple[str, TemplateKind], ...]
    """Which sheet was read as what."""


@dataclass(frozen=True, slots=True)
class ParsingContext:
    """Context of parsing: unit and axis names, days of known meetings, today."""

    units: NameIndex
    axes: NameIndex
    days: Mapping[int, date]
    today: date
    paper: PaperCapabilities
    words: TakingOverWords


def read_rows(workbook: Workbook, around: ParsingContext) -> ParsedRows:
    """Parse every template sheet; raises ``RuleBroken("sheet_without_heads")`` when there is none."""
    faults: list[RowFault] = []
    meetings: list[PastMeeting] = []
    resolutions: list[PastResolution] = []
    known: list[tuple[str, TemplateKind]] = []
    seen: dict[object, _Line] = {}
    # meetings first: resolutions are read against their days
    for sheet, kind, start, heads in sorted(_known(workbook, around.words), key=lambda one: one[1].value):
        known.append((sheet.name, kind))
        rows = _lines(sheet, start, heads, around.words)
        if kind is TemplateKind.MEETINGS:
            rows = _once(rows, seen, lambda line: number_of(line.text("number"), MOST_MEETINGS), _meeting_twice)
            meetings += _read(rows, lambda line: _meeting(line, around), faults)
        else:
            days = {**around.days, **{one.number: one.day for one in meetings}}
            rows = _once(rows, seen, lambda line: spelling_key(line.text("number")), _number_twice)
            resolutions += _read(rows, _Resolutions(around, days).read, faults)
    if not known:
        raise RuleBroken("sheet_without_heads", name=workbook.name)
    return ParsedRows(tuple(meetings), tuple(resolutions), tuple(faults), tuple(known))


# ---- sheets


def _known(workbook: Workbook, words: TakingOverWords) -> Iterator[tuple[WorkSheet, TemplateKind, int, dict[str, int]]]:
    # the template of more columns first: its heads hold those of the other
    kinds = sorted(words.templates, key=lambda kind: -len(words.templates[kind].columns))
    for sheet in workbook.sheets:
        tried = ((kind, _heads(sheet, words.templates[kind])) for kind in kinds)
        for kind, heads in tried:
            if heads is not None:
                yield sheet, kind, *heads
                break


def _heads(sheet: WorkSheet, template: TemplateWords) -> tuple[int, dict[str, int]] | None:
    """Return the index of the heading row, and the column index of each key."""
    named: dict[str, str] = {}
    for column in template.columns:
        named.setdefault(spelling_key(column.title), column.key)
    for column in template.columns:
        for other in column.also:
            named.setdefault(spelling_key(other), column.key)
    needed = {column.key for column in template.columns if column.needed}
    for place, row in enumerate(sheet.rows[:SEARCHED_FOR_HEADS]):
        heads: dict[str, int] = {}
        for at, cell in enumerate(row.cells):
            key = named.get(spelling_key(cell)) if isinstance(cell, str) else None
            if key is not None:
                heads.setdefault(key, at)
        if needed <= heads.keys():
            return place, heads
    return None


@dataclass(slots=True)
class _Line:
    """One row by column keys, and its faults so far."""

    sheet: str
    row: int
    cells: Mapping[str, Cell]
    faults: list[RuleBroken]

    def text(self, key: str) -> str:
        """Return the text of a cell as typed; numbers as text."""
        cell = self.cells.get(key)
        if cell is None:
            return ""
        if isinstance(cell, date):
            return cell.isoformat()
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return cell.strip() if isinstance(cell, str) else persian_digits(str(cell))

    def attempt(self, key: str, read: Callable[[], Value], otherwise: Value) -> Value:
        """Return the parsed value, or ``otherwise`` when it is refused; the refusal is stored."""
        try:
            return read()
        except RuleBroken as broken:
            self.faults.append(broken.beside(key))
            return otherwise


def _lines(sheet: WorkSheet, start: int, heads: Mapping[str, int], words: TakingOverWords) -> Iterator[_Line]:
    for row in sheet.rows[start + 1 :]:
        cells = {key: row.cells[at] for key, at in heads.items() if at < len(row.cells)}
        filled = {key for key, cell in cells.items() if cell is not None and str(cell).strip()}
        if not filled - {"row"} or spelling_key(str(cells.get("row") or "")) == spelling_key(words.example):
            continue
        yield _Line(sheet.name, row.number, cells, [])


def _once(
    lines: Iterator[_Line],
    seen: dict[object, _Line],
    number: Callable[[_Line], object],
    twice: Callable[[str, int], RuleBroken],
) -> Iterator[_Line]:
    """Yield the lines; a line with a repeated number gets the fault ``twice``."""
    for line in lines:
        told = number(line)
        first = seen.setdefault(told, line) if told else line
        if first is not line:
            line.faults.append(twice(line.text("number"), first.row))
        yield line


def _meeting_twice(number: str, row: int) -> RuleBroken:
    return RuleBroken("past_meeting_twice", field="number", number=number, row=row)


def _number_twice(number: str, row: int) -> RuleBroken:
    return RuleBroken("past_number_twice", field="number", number=record_number(number), row=row)


def _read(lines: Iterator[_Line], read: Callable[[_Line], Value], faults: list[RowFault]) -> Iterator[Value]:
    for line in lines:
        formulas = [key for key, cell in line.cells.items() if isinstance(cell, Formula) and key != "row"]
        if formulas:
            # what else is wrong comes of the missing values
            line.faults[:] = [RuleBroken("past_cell_formula", field=key) for key in formulas]
        else:
            found = read(line)
        if line.faults:
            faults += [RowFault(line.sheet, line.row, one) for one in line.faults]
        else:
            yield found


# ---- cells


def day_of(cell: Cell, text: str, today: date) -> date:
    """Return the day of a typed text or a date cell; the year must be written."""
    if isinstance(cell, date):
        return cell
    found = read_date(text, today=today, calendar=_ANY_WEEK)
    if found.year_guessed:
        raise RuleBroken("past_day_without_year", text=text)
    return found.day


def _day(line: _Line, key: str, today: date) -> date | None:
    text = line.text(key)
    return line.attempt(key, lambda: day_of(line.cells.get(key), text, today), None) if text else None


def _words(line: _Line, key: str, paper: PaperCapabilities, *, multiline: bool = False) -> str:
    return line.attempt(key, lambda: clean_text(paper, line.text(key), key, multiline=multiline).strip(), "")


def _number(line: _Line, key: str) -> int:
    number = number_of(line.text(key), MOST_MEETINGS)
    if not number:
        line.faults.append(RuleBroken("past_meeting_number_unread", field=key, most=MOST_MEETINGS))
    return number


def _meeting(line: _Line, around: ParsingContext) -> PastMeeting:
    number, day = _number(line, "number"), _day(line, "day", around.today)
    if day is None and not line.text("day"):
        line.faults.append(RuleBroken("past_day_missing", field="day"))
    return PastMeeting(
        number=number,
        day=day or around.today,
        place=_words(line, "place", around.paper),
        subject=_words(line, "subject", around.paper),
        sheet=line.sheet,
        row=line.row,
    )


class _Resolutions:
    """Parser of resolution rows; ``days`` of meetings grows with each row that has one."""

    def __init__(self, around: ParsingContext, days: dict[int, date]) -> None:
        self._around, self._days = around, days
        self._continuous = {spelling_key(one) for one in around.words.continuous}

    def read(self, line: _Line) -> PastResolution:
        """Parse one row."""
        around, paper = self._around, self._around.paper
        meeting = _number(line, "meeting")
        day = self._meeting_day(line, meeting)
        if not line.text("number"):
            line.faults.append(RuleBroken("past_number_missing", field="number"))
        if not line.text("text"):
            line.faults.append(RuleBroken("past_text_missing", field="text"))
        return PastResolution(
            number=_words(line, "number", paper),
            meeting=meeting,
            day=day,
            text=_words(line, "text", paper, multiline=True),
            kind=ClauseKind(self._offered(line, "kind", self._around.words.kinds, ClauseKind.DECISION)),
            axis_id=self._named(line, "axis"),
            executor=self._named(line, "executor"),
            cooperating=self._cooperating(line),
            owner=self._named(line, "owner"),
            deadline=self._deadline(line),
            state=PastState(self._offered(line, "state", self._around.words.states, PastState.NOTIFIED)),
            state_day=_day(line, "state_day", around.today),
            note=_words(line, "note", paper, multiline=True),
            sheet=line.sheet,
            row=line.row,
        )

    def _meeting_day(self, line: _Line, meeting: int) -> date:
        """Return the meeting day in the row; a fault if it differs from the known one."""
        day, known = _day(line, "day", self._around.today), self._days.get(meeting)
        if day is None:
            if known is None and meeting and not line.text("day"):
                line.faults.append(RuleBroken("past_meeting_day_missing", field="day", number=meeting))
            return known or self._around.today
        if known is not None and day != known:
            line.faults.append(
                RuleBroken("past_meeting_day_differs", field="day", number=meeting, day=format_words(known))
            )
        if meeting:
            self._days.setdefault(meeting, day)
        return known or day

    def _offered(self, line: _Line, column: str, words: Mapping[str, tuple[str, ...]], usual: str) -> str:
        """Return the key of a word in any spelling."""
        text = line.text(column)
        key = words_by_key(words).get(spelling_key(text))
        if text and key is None:
            offered = [spellings[0] for spellings in words.values()]
            line.faults.append(
                RuleBroken("past_kind_unknown", field=column, text=text, offered=offered)
                if column == "kind"
                else RuleBroken("past_state_unknown", field=column, text=text, offered=offered)
            )
        return key or usual

    def _named(self, line: _Line, column: str, text: str | None = None) -> int | None:
        """Return the id of a named axis or unit; an unknown name gets suggestions."""
        text = line.text(column) if text is None else text
        known = self._around.axes if column == "axis" else self._around.units
        found = known.find(text)
        if text and found is None:
            offered = list(known.near(text))
            line.faults.append(
                RuleBroken("past_axis_unknown", field=column, text=text, offered=offered)
                if column == "axis"
                else RuleBroken("past_unit_unknown", field=column, text=text, offered=offered)
            )
        return found

    def _cooperating(self, line: _Line) -> tuple[int, ...]:
        """Return the units named with commas or on lines; a known name may contain a comma."""
        text, units = line.text("cooperating"), self._around.units
        whole = units.find(text) if text else None
        if whole is not None:
            return (whole,)
        for sign in _PARTING:
            text = text.replace(sign, COMMA)
        names = [name.strip() for name in text.split(COMMA) if name.strip()]
        found = [self._named(line, "cooperating", name) for name in names]
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def _deadline(self, line: _Line) -> Deadline:
        text = line.text("due")
        if spelling_key(text) in self._continuous:
            return Deadline(kind=DeadlineKind.CONTINUOUS)
        day = _day(line, "due", self._around.today)
        return Deadline(kind=DeadlineKind.DAY, day=day) if day is not None else Deadline()
