"""Letters that a delivery slip is of: those that were chosen in the register, or those of one day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.text.papers import papers as words
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.folded_completer import Option

_CHOSEN: Final = "chosen"


class SentChoice:
    """Fills a choice, and tells what stands in it; nothing means all days."""

    def __init__(self, field: ChoiceField) -> None:
        self._field = field
        self._papers: tuple[int, ...] = ()
        self._asked: date | None = None
        field.set_placeholder(words.ALL_DAYS)

    def show(self, order: PaperOrder, days: Sequence[tuple[date, int]]) -> None:
        """What an order asks for, or the newest of the days, each with how many letters."""
        self._papers, self._asked = order.papers, order.sent_on
        self.offer(days)
        wanted = order.sent_on or (days[0][0] if days else None)
        self._field.set_value(_CHOSEN if order.papers else wanted.isoformat() if wanted is not None else None)

    def offer(self, days: Sequence[tuple[date, int]]) -> None:
        """What may be chosen now; what was chosen stays, and also a day whose letters have all been received since."""
        chosen = [Option(_CHOSEN, words.chosen_letters(len(self._papers)))] if self._papers else []
        counts = dict(days) if self._asked is None else {self._asked: 0, **dict(days)}
        told = [
            Option(one.isoformat(), words.letters_of_day(format_long(one), counts[one]))
            for one in sorted(counts, reverse=True)
        ]
        self._field.set_options([*chosen, *told])

    def day(self) -> date | None:
        """The day that is chosen."""
        key = self._field.value()
        return date.fromisoformat(key) if key and key != _CHOSEN else None

    def papers(self) -> tuple[int, ...]:
        """The letters that were chosen, where they still are."""
        return self._papers if self._field.value() == _CHOSEN else ()
