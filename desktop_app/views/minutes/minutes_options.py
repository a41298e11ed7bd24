"""Options of the choice fields in the inspector, and the keys by which they are known."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.read_models.sheets import Choices
from desktop_app.domain.rules.minutes import Clause
from desktop_app.text.minutes import minutes_clauses as words
from desktop_app.views.minutes.minutes_format import PARTY_MARKS
from desktop_app.widgets.controls.pill import Party, paint_party
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.style.look import tokens_of

ALL: Final = "all"
"""The key of «every unit» among the cooperating ones."""
_UNIT, _PERSON = "u", "p"
_OF_MINUTES = "minutes"
_CLASSES = (Classification.CONFIDENTIAL, Classification.SECRET)
"""What a clause may be beyond its minutes."""


def axis_options(choices: Choices) -> list[Option]:
    """Axes by code and title."""
    return [Option(str(axis.id), words.axis_option(axis.code, axis.title)) for axis in choices.axes]


def class_key(classification: Classification | None) -> str:
    """The key of a clause's own class; without one it is that of its minutes."""
    return classification.value if classification in _CLASSES else _OF_MINUTES


def class_of_key(key: str) -> Classification | None:
    """The class of a key, None for that of the minutes."""
    return None if key == _OF_MINUTES else Classification(key)


def unit_options(choices: Choices, widget: QWidget) -> list[Option]:
    """Units with the mark of their party."""
    icons = _party_icons(choices, widget)
    return [Option(str(unit.id), unit.brief_name, unit.name, icons.get(unit.party_id)) for unit in choices.units]


def cooperating_options(choices: Choices) -> list[Option]:
    """Every unit first, then each by its short name."""
    units = [Option(str(unit.id), unit.brief_name, unit.name) for unit in choices.units]
    return [Option(ALL, words.ALL_UNITS), *units]


def owner_options(choices: Choices, widget: QWidget) -> list[Option]:
    """People with their posts, then units."""
    icons = _party_icons(choices, widget)
    people = [
        Option(f"{_PERSON}{person.id}", words.person_option(person.name, person.post)) for person in choices.people
    ]
    units = [
        Option(f"{_UNIT}{unit.id}", unit.brief_name, unit.name, icons.get(unit.party_id)) for unit in choices.units
    ]
    return [*people, *units]


def upstream_options(choices: Choices) -> list[Option]:
    """Decisions of bodies above the committee."""
    return [Option(str(one.id), one.title, f"{one.body} {one.session}") for one in choices.upstream]


def key_of(key: str | None) -> int | None:
    """The id behind the key of an axis, a unit or a decision."""
    return None if key is None else int(key)


def cooperating_keys(clause: Clause) -> tuple[str, ...]:
    """The chips of a clause."""
    every = (ALL,) if clause.all_units else ()
    return (*every, *(str(unit_id) for unit_id in clause.cooperating))


def owner_key(clause: Clause) -> str | None:
    """The key of a follow-up owner, unit or person."""
    if clause.owner_person_id is not None:
        return f"{_PERSON}{clause.owner_person_id}"
    return None if clause.owner_unit_id is None else f"{_UNIT}{clause.owner_unit_id}"


def owner_of(key: str | None) -> tuple[int | None, int | None]:
    """Unit and person behind the key of an owner; one of them at most."""
    if key is None:
        return None, None
    found = int(key[1:])
    return (found, None) if key.startswith(_UNIT) else (None, found)


def _party_icons(choices: Choices, widget: QWidget) -> dict[int, QIcon]:
    return {party.id: party_icon(PARTY_MARKS[party.code], widget) for party in choices.parties}


def party_icon(party: Party, widget: QWidget) -> QIcon:
    """The sign of a party as an icon of the present look, sharp at one and two times."""
    tokens = tokens_of(widget)
    side = tokens.px(18)
    icon = QIcon()
    for ratio in (1.0, 2.0):
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_party(painter, QRectF(0, 0, side, side), party, tokens)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
