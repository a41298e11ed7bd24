"""Words of a question to the history or to the register of letters: what it narrows to, as the paper tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from desktop_app.domain.calendar.jalali import JalaliMonth, format_date, format_month
from desktop_app.domain.read_models.listing import PARTS_OF_REGISTERS, FilterKey, ListQuery
from desktop_app.text.history import acts
from desktop_app.text.history import history as words
from desktop_app.text.meetings.meeting_invitations import WAYS
from desktop_app.text.registers import registers as letter_words
from desktop_app.text.shared.digits import persian


def asked(query: ListQuery) -> tuple[str, ...]:
    """One line for a view that leaves rows out, one for each filter, then the words that were looked for."""
    found: dict[FilterKey, list[str]] = defaultdict(list)
    for one in query.filters:
        found[one.key].append(one.value)
    told = [words.narrowed(name, [say(one) for one in found[key]]) for key, (name, say) in _SAID.items() if found[key]]
    if query.view in PARTS_OF_REGISTERS:
        told.insert(0, letter_words.VIEWS[query.view])
    return (*told, *([words.searched(query.search)] if query.search else ()))


def _span(value: str) -> str:
    first, last = (format_date(date.fromisoformat(one)) for one in value.split("/"))
    return first if first == last else words.from_until(first, last)


def _month(value: str) -> str:
    year, month = value.split("-")
    return format_month(JalaliMonth(int(year), int(month)))


def _way(value: str) -> str:
    return WAYS.get(value, value)


_SAID: Final[Mapping[FilterKey, tuple[str, Callable[[str], str]]]] = {
    FilterKey.SPAN: (words.SPAN, _span),
    FilterKey.KIND: (words.KIND, acts.kind_word),
    FilterKey.ACTOR: (words.WHO, str),
    FilterKey.YEAR: (letter_words.YEAR, persian),
    FilterKey.MONTH: (letter_words.MONTH, _month),
    FilterKey.CLASSIFICATION: (letter_words.CLASS, lambda value: letter_words.CLASSES.get(value, value)),
    FilterKey.WAY: (letter_words.WAY, _way),
}
