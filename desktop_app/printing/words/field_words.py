"""Persian names of values, records and acts of the history: «بند «…» – صورت‌جلسهٔ جلسهٔ ۱۲»; and of a search.

A field shows from and to; long texts are cut down to the words that differ. A search finds keys by the words that show
them; the question to the history or to the register of letters is put in words for its paper.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Final

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.date_words import WEEKDAYS, month_name
from desktop_app.domain.calendar.jalali import JalaliMonth, format_date, format_long, format_month
from desktop_app.domain.read_models.history import (
    FieldChange,
    FieldWords,
    HistoryAct,
    HistoryRow,
    HistoryWording,
    MatchingKeys,
    NamedRecord,
    Told,
)
from desktop_app.domain.read_models.listing import PARTS_OF_REGISTERS, FilterKey, ListQuery
from desktop_app.domain.text.changed_words import around_change, shortened
from desktop_app.domain.text.digits import persian_digits, persian_percent, persian_time, record_number
from desktop_app.domain.text.folding import holds_word
from desktop_app.words import acts, fields
from desktop_app.words import history as history_words
from desktop_app.words import letters as letter_words
from desktop_app.words.acts import KINDS
from desktop_app.words.digits import filled, left_to_right, persian, without_marks
from desktop_app.words.history import told_of
from desktop_app.words.invitations import WAYS
from desktop_app.words.lists import with_class

_ALONE = frozenset({"minutes_version", "resolution"})
"""Kinds whose own words name their meeting, or need not."""


def act_of_entry(row: HistoryRow) -> str:
    """Return the act of an entry; a «changed» entry of minutes may be an added, removed or moved part."""
    told = {one.name for one in row.fields}
    if row.act == "changed":
        for fact, act in (("added", acts.ADDED), ("removed", acts.REMOVED), ("moved", acts.REORDERED)):
            if fact in told:
                return acts.act_word(act)
    return acts.act_word(row.act)


def named(record: NamedRecord) -> str:
    """Return the record with the record it belongs to."""
    own = _own(record)
    return own if record.of is None or record.kind in _ALONE else acts.part_of(own, named(record.of))


def named_with_class(record: NamedRecord) -> str:
    """Return the record with its owner, and its class if it is higher than usual."""
    return with_class(named(record), record.guarded)


def record_and_others(act: HistoryAct) -> tuple[str, str]:
    """Return the record of an act or the number of records, and their owners with the other touched records."""
    records = act.records
    if len(records) == 1:
        first, *second = named(records[0]).split(acts.OWNER, 1)
    else:
        first = acts.counted(records[0].kind, len(records))
        owners = {named(one.of) if one.of is not None else "" for one in records}
        second = [*(owners if len(owners) == 1 else ()), acts.these([one.text or named(one) for one in records])]
    others = [acts.counted(kind, count) for kind, count in act.others.items()]
    return first, acts.beside(*second, acts.along(others) if others else "")


def records(act: HistoryAct) -> str:
    """Return the records of an act in one line."""
    return acts.OWNER.join(filled(*record_and_others(act)))


def _own(record: NamedRecord) -> str:
    of = named(record.of) if record.of is not None else ""
    if record.kind == "meeting":
        return acts.meeting(record.number)
    if record.kind == "minutes_version":
        return acts.minutes(of, record.number)
    if record.kind == "resolution":
        return acts.resolution(record_number(record.text), of)
    if record.kind == "month" and record.number:
        year, month = divmod(record.number, 100)
        return acts.month(month_name(month), year)
    return acts.record(record.kind, record.text)


_STATES: Final = ("state", "source", "target")
"""The facts that are shown as the field «وضعیت»."""


def keys_shown_as(word: str) -> MatchingKeys:
    """Return the keys whose displayed words contain this word."""
    shown = frozenset(_holding(acts.ACTS, word))
    # a change of a part of minutes is shown as what it was by these facts
    by_fact = {acts.ADDED: "added", acts.REMOVED: "removed", acts.REORDERED: "moved"}
    names = {*_holding(fields.FIELDS, word), *(by_fact[act] for act in shown & by_fact.keys())}
    return MatchingKeys(
        acts=shown,
        kinds=frozenset(_holding(acts.KINDS, word)),
        fields=frozenset(names | set(_STATES if "state" in names else ())),
        values=frozenset(_values(word)),
    )


def _values(word: str) -> Iterator[tuple[str, str, str]]:
    everywhere = {("", name): values for name, values in fields.EVERYWHERE.items()}
    for (kind, name), values in {**fields.WORDS, **everywhere}.items():
        for value in _holding(values, word):
            yield from ((kind, key, value) for key in (_STATES if name == "state" else (name,)))


def _holding(words: Mapping[str, str], word: str) -> Iterator[str]:
    return (key for key, shown in words.items() if holds_word(shown, word))


def query_lines(query: ListQuery) -> tuple[str, ...]:
    """Return one line for the view, one for each filter, and one for the search words."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in query.filters:
        found[one.key].append(one.value)
    told = [
        history_words.narrowed(name, [say(one) for one in found[key]])
        for key, (name, say) in _SAID.items()
        if found[key]
    ]
    if query.view in PARTS_OF_REGISTERS:
        told.insert(0, letter_words.VIEWS[query.view])
    return (*told, *([history_words.searched(query.search)] if query.search else ()))


def _span(value: str) -> str:
    first, last = (format_date(date.fromisoformat(one)) for one in value.split("/"))
    return first if first == last else history_words.from_until(first, last)


def _month(value: str) -> str:
    year, month = value.split("-")
    return format_month(JalaliMonth(int(year), int(month)))


def _way(value: str) -> str:
    return WAYS.get(value, value)


_SAID: Final[Mapping[FilterKey, tuple[str, Callable[[str], str]]]] = {
    FilterKey.SPAN: (history_words.SPAN, _span),
    FilterKey.KIND: (history_words.KIND, acts.kind_word),
    FilterKey.ACTOR: (history_words.WHO, str),
    FilterKey.YEAR: (letter_words.YEAR, persian),
    FilterKey.MONTH: (letter_words.MONTH, _month),
    FilterKey.CLASSIFICATION: (letter_words.CLASS, lambda value: letter_words.CLASSES.get(value, value)),
    FilterKey.WAY: (letter_words.WAY, _way),
}


_TIME: Final = re.compile(r"\d\d:\d\d")
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_CODE: Final = re.compile(r"[0-9a-f]{64}")
_CODE_SHOWN: Final = 12
_STEPS: Final = frozenset({"step", "moved"})
_NUMBERS: Final = frozenset(
    {"contact", "last_number", "letter", "letter_number", "notification_number", "number", "phone"}
)


def value_words(kind: str, field: str, value: Told) -> str:
    """Return the full words of a value of a record of this kind."""
    if value is None:
        return fields.NOTHING
    if isinstance(value, NamedRecord):
        name = named(value)
        # «واحد: اداره…»: what the field is called need not be said again before the name, unless it is of the name
        return name if name == value.text else name.removeprefix(f"{fields.field_word(field)} ")
    if isinstance(value, date):
        return format_long(value)
    if isinstance(value, tuple):
        return fields.SEPARATOR.join(value_words(kind, field, one) for one in value) or fields.NOTHING
    return _number(field, value) if isinstance(value, int) else _text(kind, field, value)


def _number(field: str, value: int) -> str:
    if isinstance(value, bool):
        return fields.YES if value else fields.NO
    if field == "percent":
        return persian_percent(value)
    if field == "weekend":
        return WEEKDAYS[value % len(WEEKDAYS)]
    return fields.step(value) if field in _STEPS else persian_digits(value)


def _closed_list(kind: str, field: str) -> Mapping[str, str] | None:
    """Return the words of a field's closed list of values; None if it has none."""
    if (kind, field) == ("minutes_version", "reason"):
        # a correction after the reading tells which kind of record it was about
        return KINDS
    return fields.WORDS.get((kind, field)) or fields.EVERYWHERE.get(field)


def _text(kind: str, field: str, value: str) -> str:
    closed = _closed_list(kind, field)
    if closed is not None:
        return closed.get(value, value)
    if _TIME.fullmatch(value):
        return persian_time(value)
    if _INSTANT.fullmatch(value):
        day, time = local_moment(value)
        return fields.moment(format_long(day), persian_time(time))
    if _CODE.fullmatch(value):
        return left_to_right(value[:_CODE_SHOWN])
    if field in _NUMBERS:
        return record_number(value)
    return persian_digits(value) if field == "quorum.more_than" else value


def from_to(kind: str, change: FieldChange) -> tuple[str, str]:
    """Return both values; long texts are shortened to the words that differ."""
    before, after = value_words(kind, change.name, change.before), value_words(kind, change.name, change.after)
    if change.fact:
        return "", after
    if change.before is None or change.after is None:
        return shortened(before), shortened(after)
    return around_change(before, after)


def change_line(kind: str, change: FieldChange) -> str:
    """Return the change of one field in one line."""
    before, after = from_to(kind, change)
    name = fields.field_word(change.name)
    return fields.told(name, shortened(after)) if change.fact else fields.from_to(name, before, after)


def _changes(row: HistoryRow) -> tuple[str, ...]:
    return tuple(without_marks(change_line(row.record.kind, one)) for one in row.fields)


def _entries(act: HistoryAct) -> tuple[str, ...]:
    if len(act.entries) == 1:
        return _changes(act.head)
    lines = ((told_of(act_of_entry(row), named(row.record)), *_changes(row)) for row in act.entries)
    return tuple(chain.from_iterable(lines))


def _fields(row: HistoryRow) -> tuple[FieldWords, ...]:
    return tuple(FieldWords(fields.field_word(one.name), *from_to(row.record.kind, one)) for one in row.fields)


WORDING: Final = HistoryWording(
    name=named,
    name_with_class=named_with_class,
    act=act_of_entry,
    concerned=record_and_others,
    records=records,
    changes=_changes,
    entries=_entries,
    fields=_fields,
    asked=query_lines,
    keys_shown_as=keys_shown_as,
)
"""The history in words, as papers freeze it and the window shows it."""
