"""Form of an order: the fields of the selected kind of paper, and the letters of a delivery slip.

A slip is of the letters chosen in the register, or of those of one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.calendar.jalali import JalaliMonth, format_date, format_long, format_month
from desktop_app.domain.documents.letter_lines import AddresseeLine, LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import (
    FORMS,
    OrderPart,
    PaperChoices,
    PaperOrder,
    ResolutionChoice,
    usual_meeting,
)
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.text.digits import record_number
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.papers_form import Ui_PapersForm
from desktop_app.widgets.accessibility.reading_order import bring_into_view
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.window.papers.more import PapersMore, fields_by_name, fields_by_part, is_usual
from desktop_app.words import papers as words

_CHOSEN: Final = "chosen"


class SentDayChoice:
    """Choice of the day whose letters go on a delivery slip; empty means all days."""

    def __init__(self, field: ChoiceField) -> None:
        self._field = field
        self._papers: tuple[int, ...] = ()
        self._asked: date | None = None
        field.set_placeholder(words.ALL_DAYS)

    def show(self, order: PaperOrder, days: Sequence[tuple[date, int]]) -> None:
        """Show the choice of an order, or the newest day; `days` are pairs of date and number of letters."""
        self._papers, self._asked = order.papers, order.sent_on
        self.offer(days)
        wanted = order.sent_on or (days[0][0] if days else None)
        self._field.set_value(_CHOSEN if order.papers else wanted.isoformat() if wanted is not None else None)

    def offer(self, days: Sequence[tuple[date, int]]) -> None:
        """Offer these days; the selection stays even if its letters have all been received."""
        chosen = [Option(_CHOSEN, words.chosen_letters(len(self._papers)))] if self._papers else []
        counts = dict(days) if self._asked is None else {self._asked: 0, **dict(days)}
        told = [
            Option(one.isoformat(), words.letters_of_day(format_long(one), counts[one]))
            for one in sorted(counts, reverse=True)
        ]
        self._field.set_options([*chosen, *told])

    def day(self) -> date | None:
        """Return the selected day."""
        key = self._field.value()
        return date.fromisoformat(key) if key and key != _CHOSEN else None

    def papers(self) -> tuple[int, ...]:
        """Return the ids of individually selected letters."""
        return self._papers if self._field.value() == _CHOSEN else ()


_MONTH_FORM: Final = "{0.year}-{0.month}"


_WHOLE: Final = ListQuery()
_NOTHING_WRITTEN: Final[tuple[str, ...]] = ("",) * 8


class PapersForm(QWidget, Drafted):
    """Form of an order; ``edited`` is emitted only for operator actions."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PapersForm()
        self.ui.setupUi(self)
        self._kind, self._record, self._query = PaperKind.MINUTES, "", _WHOLE
        self._table = PaperOrder(kind=PaperKind.LIST).table
        self._sent = SentDayChoice(self.ui.sent)
        self.choices = PaperChoices()
        self._showing = self._by_hand = False
        self._invitee = ""
        self._aside: set[str] = set()
        self._on_paper = _NOTHING_WRITTEN
        ui = self.ui
        self.more = PapersMore()
        ui.column.replaceWidget(ui.more, self.more)
        ui.more.deleteLater()
        # fields stand under one another, however tall the page is
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        ui.invitee.set_placeholder(words.ALL_INVITEES)
        ui.unit.set_placeholder(words.ALL_UNITS)
        ui.resolution.set_placeholder(words.ALL_RESOLUTIONS)
        ui.text.set_lines(6)
        for area in (ui.note, ui.attachments, ui.copies):
            area.set_lines(2)
        self._connect()
        self._unfold(wanted=False)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date fields."""
        for field in (self.ui.day, self.ui.answer):
            field.set_source(source)

    def show_choices(self, choices: PaperChoices) -> None:
        """Offer meetings, units and other choices; the selection stays if still offered."""
        self.choices = choices
        self._showing = True
        ui = self.ui
        ui.meeting.set_options(
            [Option(str(one.id), words.meeting(one.number, _day(one.day))) for one in choices.meetings]
        )
        ui.unit.set_options([Option(str(one.id), one.name, one.party) for one in choices.units])
        ui.month.set_options([Option(_MONTH_FORM.format(one), format_month(one)) for one in choices.months])
        ui.year.set_options([Option(str(one), words.year(one)) for one in choices.years])
        self._sent.offer(choices.sent)
        self._offer_resolutions()
        self._showing = False

    def show_invitees(self, invitees: Sequence[AddresseeLine]) -> None:
        """Offer the invitees of the selected meeting."""
        self._showing = True
        wanted, self._invitee = self._invitee, ""
        self.ui.invitee.set_options([Option(one.name, one.name, _about(one)) for one in invitees])
        if wanted:
            self.ui.invitee.set_value(wanted)
        self._showing = False

    def show_order(self, order: PaperOrder) -> None:
        """Show the form of a kind filled from an order; empty parts get the newest values."""
        aside = {self._kind.value} if self.is_dirty() and self._kind is not order.kind else set()
        self._aside = (self._aside | aside) - {order.kind.value}
        self._kind, self._record, self._query = order.kind, order.record, order.query
        self._table = order.table
        self.draft_place = DraftField("paper", 0, order.kind.value)
        self._showing = True
        ui, said = self.ui, order.said
        _show_parts(ui, order.kind)
        self._by_hand = order.meeting_id is not None
        ui.meeting.set_value(_key(order.meeting_id or usual_meeting(self.choices, order.kind)))
        self._offer_resolutions()
        # an order from elsewhere comes before those who are offered for its meeting
        self._invitee = order.only
        ui.invitee.set_value(order.only or None)
        ui.answer.set_day(order.answer_until)
        ui.resolution.set_value(_key(order.resolution_id))
        ui.unit.set_value(_key(order.unit_id))
        ui.month.set_value(_MONTH_FORM.format(order.month) if order.month else _usual_month(self.choices))
        self._sent.show(order, self.choices.sent)
        self._show_year(order)
        ui.every.setChecked(order.every)
        for line, text in ((ui.to, order.to), (ui.toPost, order.to_post), (ui.subject, said.subject)):
            line.set_text(text)
        ui.number.set_text(said.number)
        ui.numberField.set_hint(_number_hint(order.kind, numbered=self.choices.numbered))
        ui.day.set_day(said.day)
        for area, text in ((ui.text, order.text), (ui.note, said.note), (ui.attachments, said.attachments)):
            area.set_text(text)
        ui.copies.set_text(said.copies_to)
        self.more.show_order(order)
        self._unfold(wanted=not is_usual(order))
        self.clear_refusals()
        self._showing = False

    def is_dirty(self) -> bool:
        """Whether the form holds text that was neither saved nor printed."""
        return self._written() not in (_NOTHING_WRITTEN, self._on_paper)

    def holds(self, place: DraftField) -> bool:
        """Whether the form, or the kept text of another kind, was neither saved nor printed."""
        return super().holds(place) or place.field in self._aside

    def keep_written(self) -> None:
        """Mark the text as saved or printed."""
        self._on_paper = self._written()

    def _written(self) -> tuple[str, ...]:
        ui = self.ui
        lines = (ui.to, ui.toPost, ui.subject, ui.number)
        areas = (ui.text, ui.note, ui.attachments, ui.copies)
        return tuple(one.text().strip() for one in (*lines, *areas))

    def order(self) -> PaperOrder:
        """Return the order as typed; parts not used by the kind are kept for other kinds."""
        ui = self.ui
        month, year = ui.month.value(), ui.year.value()
        return PaperOrder(
            kind=self._kind,
            meeting_id=_id(ui.meeting.value()),
            resolution_id=_id(ui.resolution.value()),
            unit_id=_id(ui.unit.value()),
            only=ui.invitee.value() or "",
            answer_until=ui.answer.day(),
            month=JalaliMonth(*map(int, month.split("-"))) if month else None,
            year=int(year) if year else None,
            every=ui.every.isChecked(),
            said=self._said(),
            text=ui.text.text(),
            to=ui.to.text(),
            to_post=ui.toPost.text(),
            record=self._record,
            query=self._query,
            table=self._table,
            sent_on=self._sent.day(),
            papers=self._sent.papers(),
            profile=self.more.profile(),
        )

    def order_for(self, kind: PaperKind) -> PaperOrder:
        """Return the order for another kind; a meeting not selected by the operator is replaced to suit it."""
        record, query = (self._record, self._query) if kind is self._kind else ("", _WHOLE)
        order = replace(self.order(), kind=kind, record=record, query=query)
        return order if self._by_hand else replace(order, meeting_id=None)

    def has_error(self) -> bool:
        """Whether a field holds an invalid date or choice."""
        return self._first_error() is not None

    def go_to_error(self) -> None:
        """Focus the first invalid field."""
        wrong = self._first_error()
        if wrong is not None:
            self._unfold(wanted=self._unfolded or wrong is self.more.ui.profile)
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(wrong)

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beneath its field; return False if there is no such field."""
        holder = self._named().get(field)
        if holder is None or holder.isHidden():
            return False
        if self.more.isAncestorOf(holder):
            self._unfold(wanted=True)
        holder.set_error(text)
        bring_into_view(holder)
        return True

    def clear_refusals(self) -> None:
        """Hide all errors."""
        for holder in self._named().values():
            holder.clear_error()

    # ---- inside

    def _named(self) -> dict[str, Field]:
        return {**fields_by_name(self.ui), **self.more.fields()}

    def _connect(self) -> None:
        ui = self.ui
        ui.meeting.value_changed.connect(self._meeting_chosen)
        for choice in (ui.resolution, ui.invitee, ui.unit, ui.month, ui.year, ui.sent):
            choice.value_changed.connect(self._tell)
        for line in (ui.to, ui.toPost, ui.subject, ui.number):
            line.textChanged.connect(self._tell)
        for area in (ui.text, ui.note, ui.attachments, ui.copies):
            area.textChanged.connect(self._tell)
        ui.every.clicked.connect(self._tell)
        for day in (ui.day, ui.answer):
            day.day_changed.connect(self._tell)
        self.more.edited.connect(self._tell)
        ui.moreButton.clicked.connect(lambda: self._unfold(wanted=not self._unfolded))

    def _tell(self, *_values: object) -> None:
        if not self._showing:
            self.clear_refusals()
            self.edited.emit()

    def _unfold(self, *, wanted: bool) -> None:
        """Show or hide the rarely needed fields."""
        self._unfolded = wanted
        self.more.setVisible(wanted)
        button = self.ui.moreButton
        button.set_icon("chevron-up" if wanted else "chevron-down")
        button.setText(words.LESS if wanted else words.MORE)
        button.setAccessibleName(button.text())

    def _first_error(self) -> QWidget | None:
        ui = self.ui
        for one in (ui.meeting, ui.resolution, ui.invitee, ui.unit, ui.answer, ui.month, ui.year, ui.sent, ui.day):
            if one.isVisibleTo(self) and one.has_error():
                return one
        return self.more.ui.profile if self.more.has_error() else None

    def _meeting_chosen(self, *_values: object) -> None:
        self._by_hand = self.ui.meeting.value() is not None
        self._offer_resolutions()
        self._tell()

    def _offer_resolutions(self) -> None:
        """Offer the resolutions of the selected meeting."""
        meeting = _id(self.ui.meeting.value())
        found = [one for one in self.choices.resolutions if one.meeting_id == meeting]
        self.ui.resolution.set_options([_option(one) for one in found])

    def _show_year(self, order: PaperOrder) -> None:
        optional = OrderPart.YEAR in FORMS[order.kind].takes
        self.ui.year.set_placeholder(words.ALL_YEARS if optional else "")
        usual = None if optional or not self.choices.years else self.choices.years[0]
        # what this machine remembers may come from the committee of another data folder
        self.ui.year.set_value(_key(order.year if order.year in self.choices.years else usual))

    def _said(self) -> LetterAdditions:
        ui = self.ui
        said = LetterAdditions(
            number=ui.number.text(),
            day=ui.day.day(),
            subject=ui.subject.text() if self._kind is PaperKind.LETTER else "",
            note=ui.note.text(),
            attachments=ui.attachments.text(),
            copies_to=ui.copies.text() if FORMS[self._kind].sent else "",
        )
        return self.more.said(said, self._kind)


def _show_parts(ui: Ui_PapersForm, kind: PaperKind) -> None:
    """Show the fields of a kind; a free letter has only the operator's text."""
    parts = FORMS[kind].parts
    for part, fields in fields_by_part(ui).items():
        for field in fields:
            field.setVisible(part in parts)
    ui.noteField.setVisible(OrderPart.SAID in parts and kind is not PaperKind.LETTER)
    ui.copiesField.setVisible(FORMS[kind].sent)


def _day(day: date | None) -> str:
    return format_date(day) if day is not None else ""


def _usual_month(choices: PaperChoices) -> str | None:
    """Return the last month that ended, the usual month of a report."""
    months = choices.months[1:2] or choices.months[:1]
    return _MONTH_FORM.format(months[0]) if months else None


def _about(invitee: AddresseeLine) -> str:
    if invitee.in_place_of:
        return words.in_place_of(invitee.in_place_of)
    return words.GUEST if invitee.guest else invitee.post


def _key(value: int | None) -> str | None:
    return None if value is None else str(value)


def _id(key: str | None) -> int | None:
    return int(key) if key else None


def _option(one: ResolutionChoice) -> Option:
    return Option(str(one.id), words.resolution(record_number(one.number), one.text))


def _number_hint(kind: PaperKind, *, numbered: bool) -> str:
    """Return the hint about an empty number; ``numbered``: the pattern generates it."""
    if kind is PaperKind.EXTRACT:
        return words.NUMBER_OF_NOTICE_OR_PATTERN if numbered else words.NUMBER_OF_NOTICE
    return words.NUMBER_BY_PATTERN if numbered and FORMS[kind].sent else words.NUMBER_DOTTED
