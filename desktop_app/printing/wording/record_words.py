"""Names of records and acts in the history, in words: «بند «…» – صورت‌جلسهٔ جلسهٔ ۱۲»."""

from __future__ import annotations

from desktop_app.domain.calendar.date_words import month_name
from desktop_app.domain.read_models.history import HistoryAct, HistoryRow, Named
from desktop_app.domain.text.digits import record_number
from desktop_app.text.history import acts as words
from desktop_app.text.shared.lists import with_class
from desktop_app.text.shared.parts import filled

_ALONE = frozenset({"minutes_version", "resolution"})
"""Kinds whose own words name their meeting, or need not."""


def done(row: HistoryRow) -> str:
    """What was done by an entry: in minutes a part is added, removed and moved by an act «changed»."""
    told = {one.name for one in row.fields}
    if row.act == "changed":
        for fact, act in (("added", words.ADDED), ("removed", words.REMOVED), ("moved", words.REORDERED)):
            if fact in told:
                return words.act_word(act)
    return words.act_word(row.act)


def named(record: Named) -> str:
    """The record with what it belongs to."""
    own = _own(record)
    return own if record.of is None or record.kind in _ALONE else words.part_of(own, named(record.of))


def named_with_class(record: Named) -> str:
    """The same with its class, where that is more than usual."""
    return with_class(named(record), record.guarded)


def concerned(act: HistoryAct) -> tuple[str, str]:
    """The record of an act, or how many of its kind; then to what they belong, and what else the act touched."""
    records = act.records
    if len(records) == 1:
        first, *second = named(records[0]).split(words.OWNER, 1)
    else:
        first = words.counted(records[0].kind, len(records))
        owners = {named(one.of) if one.of is not None else "" for one in records}
        second = [*(owners if len(owners) == 1 else ()), words.these([one.text or named(one) for one in records])]
    others = [words.counted(kind, count) for kind, count in act.others.items()]
    return first, words.beside(*second, words.along(others) if others else "")


def records(act: HistoryAct) -> str:
    """The same in one line."""
    return words.OWNER.join(filled(*concerned(act)))


def _own(record: Named) -> str:
    of = named(record.of) if record.of is not None else ""
    if record.kind == "meeting":
        return words.meeting(record.number)
    if record.kind == "minutes_version":
        return words.minutes(of, record.number)
    if record.kind == "resolution":
        return words.resolution(record_number(record.text), of)
    if record.kind == "month" and record.number:
        year, month = divmod(record.number, 100)
        return words.month(month_name(month), year)
    return words.record(record.kind, record.text)
