"""The choice of the letters that a delivery slip is of."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.window.papers.form import SentDayChoice
from desktop_app.words import papers as words

NEW, OLD, GONE = date(2026, 11, 28), date(2026, 11, 4), date(2026, 5, 30)
DAYS = ((NEW, 12), (OLD, 3))


def _told(field: ChoiceField) -> list[str]:
    return [field.itemText(place) for place in range(field.count())]


def test_the_newest_day_is_chosen_where_none_is_asked_for(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    choice = SentDayChoice(field)
    choice.show(PaperOrder(kind=PaperKind.DELIVERY_SLIP), DAYS)
    assert (choice.day(), choice.papers()) == (NEW, ())
    assert _told(field)[0].endswith("۱۲ نامه")
    field.set_value(None)
    assert choice.day() is None, "all days"


def test_a_day_that_is_asked_for_is_offered_also_when_nothing_of_it_waits(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    choice = SentDayChoice(field)
    choice.show(PaperOrder(kind=PaperKind.DELIVERY_SLIP, sent_on=GONE), DAYS)
    assert (choice.day(), len(_told(field))) == (GONE, 3)
    choice.offer(((NEW, 11),))
    assert choice.day() == GONE, "the letters that are offered were counted anew"


def test_letters_that_were_chosen_are_one_of_the_choices(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    choice = SentDayChoice(field)
    choice.show(PaperOrder(kind=PaperKind.DELIVERY_SLIP, papers=(4, 7)), DAYS)
    assert (choice.day(), choice.papers()) == (None, (4, 7))
    assert _told(field)[0] == words.chosen_letters(2)
    field.set_value(OLD.isoformat())
    assert (choice.day(), choice.papers()) == (OLD, ())
