"""Words of a question to the history: what it narrows to, as the paper tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.listing import FilterKey, ListQuery
from desktop_app.text.history import acts
from desktop_app.text.history import history as words


def asked(query: ListQuery) -> tuple[str, ...]:
    """One line for each filter, then the words that were looked for."""
    found: dict[FilterKey, list[str]] = defaultdict(list)
    for one in query.filters:
        found[one.key].append(one.value)
    told = [words.narrowed(name, [say(one) for one in found[key]]) for key, (name, say) in _SAID.items() if found[key]]
    return (*told, *([words.searched(query.search)] if query.search else ()))


def _span(value: str) -> str:
    first, last = (format_date(date.fromisoformat(one)) for one in value.split("/"))
    return first if first == last else words.from_until(first, last)


_SAID: Final[Mapping[FilterKey, tuple[str, Callable[[str], str]]]] = {
    FilterKey.SPAN: (words.SPAN, _span),
    FilterKey.KIND: (words.KIND, acts.kind_word),
    FilterKey.ACT: (words.ACT, acts.act_word),
    FilterKey.ACTOR: (words.WHO, str),
}
