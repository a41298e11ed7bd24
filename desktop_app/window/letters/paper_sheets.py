"""Forms of the registers: the fields of an incoming or outgoing paper, and the files of a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.registered_papers import Delivery, IncomingPaper, OutgoingPaper
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.shell.card import clear_layout
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole
from desktop_app.window.kit.file_drop import FileEntry
from desktop_app.window.kit.record_sheet import FieldsSheet, SheetSpec, Values, day_in, text_in
from desktop_app.window.kit.spec_fields import FieldKind, FieldSpec
from desktop_app.words import attached_files as file_words
from desktop_app.words import letters as words
from desktop_app.words.digits import apart
from desktop_app.words.invitations import WAYS


def _options(said: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(key, label) for key, label in said.items())


def _named(names: Sequence[str]) -> tuple[Option, ...]:
    return tuple(Option(name, name) for name in names)


def _class_and_urgency(paper: IncomingPaper | OutgoingPaper) -> tuple[FieldSpec, ...]:
    choice = FieldKind.CHOICE
    return (
        FieldSpec("classification", words.CLASS, choice, paper.classification.value, options=_options(words.CLASSES)),
        FieldSpec("urgency", words.URGENCY, choice, paper.urgency.value, options=_options(words.URGENCIES)),
    )


def incoming_sheet(paper: IncomingPaper, known: Sequence[str]) -> SheetSpec:
    """Return the form of an incoming paper; ``known`` are the names to suggest as sender."""
    return SheetSpec(
        "incomingSheet",
        words.EDIT_TITLE if paper.id else words.INCOMING_TITLE,
        "" if paper.id else words.INCOMING_WHY,
        (
            (
                FieldSpec("sender", words.SENDER, FieldKind.OFFERED, paper.sender, options=_named(known)),
                FieldSpec("received_on", words.RECEIVED_ON, FieldKind.DAY, paper.received_on),
            ),
            (FieldSpec("subject", words.SUBJECT, value=paper.subject),),
            (
                FieldSpec("number", words.SENDER_NUMBER, value=paper.number),
                FieldSpec("day", words.PAPER_DAY, FieldKind.DAY, paper.day),
            ),
            _class_and_urgency(paper),
            (FieldSpec("note", words.NOTE, FieldKind.AREA, paper.note),),
        ),
        DraftField("incoming_paper", paper.id, "form"),
    )


def incoming_from(paper: IncomingPaper, values: Values) -> IncomingPaper:
    """Return the paper from the typed values; raises ``RuleBroken("receipt_day_missing")``."""
    received_on = day_in(values, "received_on")
    if received_on is None:
        raise RuleBroken("receipt_day_missing", field="received_on")
    return replace(
        paper,
        sender=text_in(values, "sender"),
        received_on=received_on,
        subject=text_in(values, "subject"),
        number=text_in(values, "number"),
        day=day_in(values, "day"),
        classification=Classification(text_in(values, "classification") or paper.classification),
        urgency=Urgency(text_in(values, "urgency") or paper.urgency),
        note=text_in(values, "note"),
    )


def outgoing_sheet(paper: OutgoingPaper, known: Sequence[str], *, numbered: bool) -> SheetSpec:
    """Return the form of a paper made elsewhere; ``numbered``: a paper without a number gets the next one."""
    hint = words.OWN_NUMBER_HINT if numbered else ""
    return SheetSpec(
        "outgoingSheet",
        words.OUTGOING_TITLE,
        words.OUTGOING_WHY,
        (
            (
                FieldSpec("addressee", words.ADDRESSEE, FieldKind.OFFERED, paper.addressee, options=_named(known)),
                FieldSpec("day", words.SENT_ON, FieldKind.DAY, paper.day),
            ),
            (FieldSpec("subject", words.SUBJECT, value=paper.subject),),
            (
                FieldSpec("number", words.NUMBER, value=paper.number, hint=hint),
                _way(paper.way.value),
            ),
            _class_and_urgency(paper),
            _receipt(paper),
            (FieldSpec("note", words.NOTE, FieldKind.AREA, paper.note),),
        ),
        DraftField("outgoing_paper", 0, "form"),
    )


def outgoing_from(paper: OutgoingPaper, values: Values) -> OutgoingPaper:
    """Return the paper from the typed values; raises ``RuleBroken("sending_day_missing")``."""
    day = day_in(values, "day")
    if day is None:
        raise RuleBroken("sending_day_missing", field="day")
    return replace(
        delivery_from(paper, values),
        addressee=text_in(values, "addressee"),
        day=day,
        subject=text_in(values, "subject"),
        number=text_in(values, "number"),
        classification=Classification(text_in(values, "classification") or paper.classification),
        urgency=Urgency(text_in(values, "urgency") or paper.urgency),
    )


def delivery_sheet(paper: OutgoingPaper) -> SheetSpec:
    """Return the form for way of sending, receiver and missing number of an outgoing paper."""
    told = "" if paper.way is SendingWay.OTHER else paper.way.value
    number = () if paper.number else (FieldSpec("number", words.NUMBER, hint=words.NUMBER_LATER_HINT),)
    return SheetSpec(
        "deliverySheet",
        words.DELIVERY_TITLE,
        words.joined(paper.addressee, paper.subject),
        ((_way(told), *number), _receipt(paper), (FieldSpec("note", words.NOTE, FieldKind.AREA, paper.note),)),
        DraftField("outgoing_paper", paper.id, "delivery"),
        "received_by" if told else "",
    )


def deliveries_sheet(count: int) -> SheetSpec:
    """Return the form for the delivery of several papers at once."""
    return SheetSpec("deliveriesSheet", words.DELIVERY_TITLE, words.of_several(count), ((_way(""),), _receipt()), None)


def deliveries_from(values: Values) -> Delivery:
    """Return the delivery of several papers from the typed values."""
    way = text_in(values, "way")
    name, day = text_in(values, "received_by"), day_in(values, "received_on")
    return Delivery(way=SendingWay(way) if way else None, received_by=name, received_on=day)


def delivery_from(paper: OutgoingPaper, values: Values) -> OutgoingPaper:
    """Return the paper with the typed delivery and, if it had none, the typed number."""
    return replace(
        paper,
        number=paper.number or text_in(values, "number").strip(),
        way=SendingWay(text_in(values, "way") or paper.way),
        received_by=text_in(values, "received_by"),
        received_on=day_in(values, "received_on"),
        note=text_in(values, "note"),
    )


def _way(chosen: str) -> FieldSpec:
    return FieldSpec("way", words.WAY, FieldKind.CHOICE, chosen or None, options=_options(WAYS))


def _receipt(paper: OutgoingPaper | None = None) -> tuple[FieldSpec, ...]:
    name, day = (paper.received_by, paper.received_on) if paper is not None else ("", None)
    return (
        FieldSpec("received_by", words.RECEIVED_BY, value=name),
        FieldSpec("received_on", words.DELIVERED_ON, FieldKind.DAY, day),
    )


def subject_in(values: Values) -> str:
    """Return the typed subject."""
    return text_in(values, "subject")


def record_in(values: Values) -> int:
    """Return the id of the chosen record; 0 for none."""
    return int(str(values["record"] or 0))


class IncomingSheet(FieldsSheet):
    """`brought` carries dropped or pasted files, `put_aside` the index of a file to remove."""

    pick_requested = Signal()
    brought = Signal(object)
    put_aside = Signal(int)

    def __init__(self, spec: SheetSpec, dates: DateSource, parent: QWidget | None = None) -> None:
        self._names: tuple[str, ...] = ()
        super().__init__(spec, dates, parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self._told = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self._told.setText(file_words.HINT)
        pick = Button(text=file_words.ADD, icon="paperclip", small=True)
        pick.setObjectName("addFile")
        pick.clicked.connect(self.pick_requested)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(pick)
        line.addWidget(self._told, 1)
        # above what is refused, which stands last
        place = self.body.count() - 1
        self.body.insertLayout(place, self._rows)
        self.body.insertLayout(place, line)
        QWidget.setTabOrder(self.fields.editor("note"), pick)
        entry = FileEntry(self)
        entry.brought.connect(self.brought)
        entry.refused.connect(self.warn)

    def content(self) -> object:
        """Return the texts in the fields, and the files."""
        return super().content(), self._names

    def show_files(self, names: Sequence[str]) -> None:
        """Show the files that will be recorded with the letter."""
        self._names = tuple(names)
        clear_layout(self._rows)
        for place, name in enumerate(names):
            row = self._row(place, name)
            self._rows.addWidget(row)
            # the layout would show it in the next turn, and Tab passes by what does not show
            row.show()

    def show_progress(self, text: str) -> None:
        """Show the progress of copying files; an empty text hides it."""
        self._told.setText(text or file_words.HINT)

    def _row(self, place: int, name: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        told = TextLabel(wrap=True)
        told.setText(apart(name))
        aside = Button(kind=ButtonKind.QUIET, icon="x", name=words.put_aside(name), compact=True)
        aside.clicked.connect(lambda: self.put_aside.emit(place))
        line.addWidget(told, 1)
        line.addWidget(aside)
        return row
