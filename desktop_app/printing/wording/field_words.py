"""Values of fields in the history, in words, from and to; long texts are cut down to the words that differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import chain
from typing import Final

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.date_words import WEEKDAYS
from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.read_models.history import FieldChange, FieldWords, HistoryAct, HistoryRow, HistoryWording, Told
from desktop_app.domain.read_models.history import Named as Record
from desktop_app.domain.text.changed_words import around_change, shortened
from desktop_app.domain.text.digits import persian_digits, persian_percent, persian_time, record_number
from desktop_app.printing.wording.question_words import asked
from desktop_app.printing.wording.record_words import concerned, done, named, named_with_class, records
from desktop_app.printing.wording.shown_keys import keys_shown_as
from desktop_app.text.history import fields as words
from desktop_app.text.history.acts import KINDS
from desktop_app.text.history.history import told_of
from desktop_app.text.shared.isolates import left_to_right, without_marks

_TIME: Final = re.compile(r"\d\d:\d\d")
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_CODE: Final = re.compile(r"[0-9a-f]{64}")
_CODE_SHOWN: Final = 12
_STEPS: Final = frozenset({"step", "moved"})
_NUMBERS: Final = frozenset(
    {"contact", "last_number", "letter", "letter_number", "notification_number", "number", "phone"}
)


def value_words(kind: str, field: str, value: Told) -> str:
    """A value of a record of this kind, whole."""
    if value is None:
        return words.NOTHING
    if isinstance(value, Record):
        name = named(value)
        # «واحد: اداره…»: what the field is called need not be said again before the name, unless it is of the name
        return name if name == value.text else name.removeprefix(f"{words.field_word(field)} ")
    if isinstance(value, date):
        return format_long(value)
    if isinstance(value, tuple):
        return words.SEPARATOR.join(value_words(kind, field, one) for one in value) or words.NOTHING
    return _number(field, value) if isinstance(value, int) else _text(kind, field, value)


def _number(field: str, value: int) -> str:
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if field == "percent":
        return persian_percent(value)
    if field == "weekend":
        return WEEKDAYS[value % len(WEEKDAYS)]
    return words.step(value) if field in _STEPS else persian_digits(value)


def _closed_list(kind: str, field: str) -> Mapping[str, str] | None:
    """The words of a field that has a closed list of values."""
    if (kind, field) == ("minutes_version", "reason"):
        # a correction after the reading tells which kind of record it was about
        return KINDS
    return words.WORDS.get((kind, field)) or words.EVERYWHERE.get(field)


def _text(kind: str, field: str, value: str) -> str:
    closed = _closed_list(kind, field)
    if closed is not None:
        return closed.get(value, value)
    if _TIME.fullmatch(value):
        return persian_time(value)
    if _INSTANT.fullmatch(value):
        day, time = local_moment(value)
        return words.moment(format_long(day), persian_time(time))
    if _CODE.fullmatch(value):
        return left_to_right(value[:_CODE_SHOWN])
    if field in _NUMBERS:
        return record_number(value)
    return persian_digits(value) if field == "quorum.more_than" else value


def from_to(kind: str, change: FieldChange) -> tuple[str, str]:
    """Both values, long texts cut down to the words that differ."""
    before, after = value_words(kind, change.name, change.before), value_words(kind, change.name, change.after)
    if change.fact:
        return "", after
    if change.before is None or change.after is None:
        return shortened(before), shortened(after)
    return around_change(before, after)


def change_line(kind: str, change: FieldChange) -> str:
    """One field in one line."""
    before, after = from_to(kind, change)
    name = words.field_word(change.name)
    return words.told(name, shortened(after)) if change.fact else words.from_to(name, before, after)


def _changes(row: HistoryRow) -> tuple[str, ...]:
    return tuple(without_marks(change_line(row.record.kind, one)) for one in row.fields)


def _entries(act: HistoryAct) -> tuple[str, ...]:
    if len(act.entries) == 1:
        return _changes(act.head)
    lines = ((told_of(done(row), named(row.record)), *_changes(row)) for row in act.entries)
    return tuple(chain.from_iterable(lines))


def _fields(row: HistoryRow) -> tuple[FieldWords, ...]:
    return tuple(FieldWords(words.field_word(one.name), *from_to(row.record.kind, one)) for one in row.fields)


WORDING: Final = HistoryWording(
    name=named,
    name_with_class=named_with_class,
    act=done,
    concerned=concerned,
    records=records,
    changes=_changes,
    entries=_entries,
    fields=_fields,
    asked=asked,
    keys_shown_as=keys_shown_as,
)
"""The history in words, as papers freeze it and the window shows it."""
