"""Options of the inspector's choice fields with their keys, and the ready phrases beneath a line of writing.

Tab takes the marked one of the phrases that fit the letters typed so far.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.sheets import Choices
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.text.folding import Form, fold
from desktop_app.widgets.controls.pill import Party, paint_party
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.writing_area import scroll_area_of
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import RADIUS_CARD, RADIUS_ROW, TextRole
from desktop_app.window.minutes import words as minutes_words
from desktop_app.window.minutes.format import PARTY_MARKS
from desktop_app.words import clauses as words

SHOWN = 3
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class PhraseRow(QPushButton):
    """Row of one phrase; the first row shows the Tab key."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phrase = text
        self.first = False
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of one line with padding."""
        return QSize(200, tokens_of(self).px(38))

    def minimumSizeHint(self) -> QSize:
        """Allow a long phrase to be elided."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the phrase; the selected one has a coloured background."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.first:
            paint_rounded(painter, box, RADIUS_ROW - 2, tokens.colour("selected"))
        elif self.underMouse():
            paint_rounded(painter, box, RADIUS_ROW - 2, tokens.hover())
        painter.setFont(tokens.font(TextRole.HINT))
        painter.setPen(tokens.colour("quiet"))
        if self.first:
            painter.drawText(box.adjusted(12, 0, 0, 0), LEFT, "Tab")
        painter.setFont(tokens.font(TextRole.BODY))
        painter.setPen(tokens.colour("accent" if self.first else "text"))
        width = self.width() - 24 - (40 if self.first else 0)
        shown = cut(self.phrase, painter.fontMetrics(), width)
        painter.drawText(box.adjusted(12, 0, -12, 0), RIGHT | FORCE_RTL, shown)


class PhraseCard(QFrame):
    """Popup list of the phrases that match the input."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PhraseRow] = []
        self.setAccessibleName(minutes_words.PHRASES_NAME)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(5, 5, 5, 5)
        self._column.setSpacing(0)
        self.hide()

    def show_phrases(self, phrases: Sequence[str], at: int) -> None:
        """Show these phrases with one selected by its index; no phrases hide the list."""
        if [row.phrase for row in self.rows] != list(phrases):
            for row in self.rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [PhraseRow(phrase) for phrase in phrases]
            for row in self.rows:
                row.clicked.connect(lambda _on=False, phrase=row.phrase: self.taken.emit(phrase))
                self._column.addWidget(row)
        for place, row in enumerate(self.rows):
            row.first = place == at
            row.update()
        self.setVisible(bool(phrases))

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll the page so that the list is visible."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._come_in_sight)

    def _come_in_sight(self) -> None:
        page = scroll_area_of(self)
        if page is not None and self.isVisible():
            page.ensureWidgetVisible(self, 0, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background."""
        tokens = tokens_of(self)
        paint_rounded(
            QPainter(self), QRectF(self.rect()), RADIUS_CARD, tokens.colour("surface"), tokens.colour("hairline")
        )


def phrases_for(typed: str, phrases: Sequence[str]) -> list[str]:
    """Return phrases that begin with the input, then those that contain it, in any spelling."""
    wanted = fold(typed, Form.SQUEEZED)
    folded = [(fold(phrase, Form.SQUEEZED), phrase) for phrase in phrases]
    first = [phrase for key, phrase in folded if key.startswith(wanted)]
    return first + [phrase for key, phrase in folded if wanted in key and phrase not in first]


ALL: Final = "all"
"""The key of «every unit» among the cooperating ones."""
_UNIT, _PERSON = "u", "p"
_OF_MINUTES = "minutes"
_CLASSES = (Classification.CONFIDENTIAL, Classification.SECRET)
"""What a clause may be beyond its minutes."""


def axis_options(choices: Choices) -> list[Option]:
    """Return the axes as options with code and title."""
    return [Option(str(axis.id), words.axis_option(axis.code, axis.title)) for axis in choices.axes]


def class_key(classification: Classification | None) -> str:
    """Return the option key of a clause's own class; without one, that of its minutes."""
    return classification.value if classification in _CLASSES else _OF_MINUTES


def class_of_key(key: str) -> Classification | None:
    """Return the class of an option key; None for that of the minutes."""
    return None if key == _OF_MINUTES else Classification(key)


def unit_options(choices: Choices, widget: QWidget) -> list[Option]:
    """Return the units as options with the icon of their party."""
    icons = _party_icons(choices, widget)
    return [Option(str(unit.id), unit.brief_name, unit.name, icons.get(unit.party_id)) for unit in choices.units]


def cooperating_options(choices: Choices) -> list[Option]:
    """Return "every unit", then each unit by its short name, as options."""
    units = [Option(str(unit.id), unit.brief_name, unit.name) for unit in choices.units]
    return [Option(ALL, words.ALL_UNITS), *units]


def owner_options(choices: Choices, widget: QWidget) -> list[Option]:
    """Return people with their offices, then units, as options."""
    icons = _party_icons(choices, widget)
    people = [
        Option(f"{_PERSON}{person.id}", words.person_option(person.name, person.post)) for person in choices.people
    ]
    units = [
        Option(f"{_UNIT}{unit.id}", unit.brief_name, unit.name, icons.get(unit.party_id)) for unit in choices.units
    ]
    return [*people, *units]


def upstream_options(choices: Choices) -> list[Option]:
    """Return upstream decisions as options."""
    return [Option(str(one.id), one.title, f"{one.body} {one.session}") for one in choices.upstream]


def key_of(key: str | None) -> int | None:
    """Return the id of an option key of an axis, a unit or a decision."""
    return None if key is None else int(key)


def cooperating_keys(clause: Clause) -> tuple[str, ...]:
    """Return the option keys of a clause's cooperating units."""
    every = (ALL,) if clause.all_units else ()
    return (*every, *(str(unit_id) for unit_id in clause.cooperating))


def owner_key(clause: Clause) -> str | None:
    """Return the option key of a follow-up owner, unit or person."""
    if clause.owner_person_id is not None:
        return f"{_PERSON}{clause.owner_person_id}"
    return None if clause.owner_unit_id is None else f"{_UNIT}{clause.owner_unit_id}"


def owner_of(key: str | None) -> tuple[int | None, int | None]:
    """Return unit and person of an owner's option key; at most one is set."""
    if key is None:
        return None, None
    found = int(key[1:])
    return (found, None) if key.startswith(_UNIT) else (None, found)


def _party_icons(choices: Choices, widget: QWidget) -> dict[int, QIcon]:
    return {party.id: party_icon(PARTY_MARKS[party.code], widget) for party in choices.parties}


def party_icon(party: Party, widget: QWidget) -> QIcon:
    """Return the icon of a party in the present colours, for normal and high resolution."""
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
