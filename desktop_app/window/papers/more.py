"""Rarely needed fields of a paper: urgency, confidentiality class, references, another signatory, file format.

Refusals know a field by its part of the order and its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.documents.paper_orders import FORMS, OrderPart, PaperOrder
from desktop_app.domain.papers import Classification, Urgency
from desktop_app.forms.papers_form import Ui_PapersForm
from desktop_app.forms.papers_more import Ui_PapersMore
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.words import papers as words


def fields_by_part(ui: Ui_PapersForm) -> dict[OrderPart, Sequence[QWidget]]:
    """Return the fields that each part of an order shows."""
    return {
        OrderPart.MEETING: (ui.meetingField,),
        OrderPart.INVITEE: (ui.inviteeField,),
        OrderPart.ANSWER: (ui.answerField,),
        OrderPart.RESOLUTION: (ui.resolutionField,),
        OrderPart.UNIT: (ui.unitField,),
        OrderPart.MONTH: (ui.monthField,),
        OrderPart.YEAR: (ui.yearField,),
        OrderPart.SENT: (ui.sentField,),
        OrderPart.EVERY: (ui.every,),
        OrderPart.RECORD: (),
        OrderPart.LETTER: (ui.toField, ui.toPostField, ui.subjectField, ui.textField),
        OrderPart.SAID: (ui.numberField, ui.dayField, ui.noteField, ui.attachmentsField),
    }


def fields_by_name(ui: Ui_PapersForm) -> dict[str, Field]:
    """Return the fields by the names that refusals use."""
    return {
        "meeting_id": ui.meetingField,
        "meeting": ui.meetingField,
        "resolution_id": ui.resolutionField,
        "only": ui.inviteeField,
        "answer_until": ui.answerField,
        "unit_id": ui.unitField,
        "unit": ui.unitField,
        "month": ui.monthField,
        "year": ui.yearField,
        "sent_on": ui.sentField,
        "to": ui.toField,
        "to_post": ui.toPostField,
        "text": ui.textField,
        "paragraphs": ui.textField,
        "number": ui.numberField,
        "subject": ui.subjectField,
        "note": ui.noteField,
        "attachments": ui.attachmentsField,
        "copies_to": ui.copiesField,
    }


_NOTHING = LetterAdditions()


class PapersMore(QWidget):
    """Rarely needed part of the form; ``edited`` is emitted only for operator actions."""

    edited = Signal()
    lower_requested = Signal()
    """The extract of one resolution for one unit is to be of the chosen class, though its words are of a higher one."""
    take_back_lowering_requested = Signal()
    """It is to be of the class again that it had before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PapersMore()
        self.ui.setupUi(self)
        ui = self.ui
        ui.urgency.set_segments([Segment(key, word) for key, word in words.URGENCIES])
        ui.classification.set_segments([Segment(key, word) for key, word in words.CLASSIFICATIONS])
        ui.profile.set_options([Option(key, word) for key, word in words.PROFILES])
        ui.profile.set_placeholder(words.AS_IN_SETTINGS)
        ui.references.set_lines(2)
        for switch in (ui.urgency, ui.classification):
            switch.chosen.connect(self.edited)
        for line in (ui.signatory, ui.signatoryPost, ui.references):
            line.textChanged.connect(self.edited)
        ui.profile.value_changed.connect(self.edited)
        ui.lower.clicked.connect(self.lower_requested)
        ui.takeBackLowering.clicked.connect(self.take_back_lowering_requested)

    def show_order(self, order: PaperOrder) -> None:
        """Show the fields of the kind, filled from an order."""
        ui, said, form = self.ui, order.said, FORMS[order.kind]
        for field in (ui.urgencyField, ui.classificationField):
            field.setVisible(OrderPart.SAID in form.parts)
        for button in (ui.lower, ui.takeBackLowering):
            button.setVisible(order.kind is PaperKind.EXTRACT)
        for field in (ui.referencesField, ui.signatoryField, ui.signatoryPostField):
            field.setVisible(form.sent)
        ui.urgency.set_value(said.urgency.value)
        ui.classification.set_value(said.classification.value)
        ui.references.set_text(said.references)
        ui.signatory.set_text(said.signatory)
        ui.signatoryPost.set_text(said.signatory_post)
        ui.profile.set_value(order.profile.value if order.profile is not None else None)

    def said(self, base: LetterAdditions, kind: PaperKind) -> LetterAdditions:
        """Return ``base`` with the values of the visible fields."""
        ui, form = self.ui, FORMS[kind]
        if OrderPart.SAID in form.parts:
            urgency = Urgency(ui.urgency.value() or Urgency.NORMAL)
            guarded = Classification(ui.classification.value() or Classification.NORMAL)
            base = replace(base, urgency=urgency, classification=guarded)
        if not form.sent:
            return base
        signatory, post = ui.signatory.text(), ui.signatoryPost.text()
        return replace(base, references=ui.references.text(), signatory=signatory, signatory_post=post)

    def profile(self) -> Profile | None:
        """Return the file format if it differs from the settings."""
        chosen = self.ui.profile.value()
        return Profile(chosen) if chosen else None

    def has_error(self) -> bool:
        """Whether a field holds an invalid choice."""
        return self.ui.profile.has_error()

    def fields(self) -> dict[str, Field]:
        """Return the fields by the names that refusals use."""
        ui = self.ui
        return {
            "classification": ui.classificationField,
            "references": ui.referencesField,
            "signatory": ui.signatoryField,
            "signatory_post": ui.signatoryPostField,
        }


def is_usual(order: PaperOrder) -> bool:
    """Whether all rarely needed fields have their usual values."""
    said = order.said
    usual = (said.urgency, said.classification) == (_NOTHING.urgency, _NOTHING.classification)
    return usual and not (said.references or said.signatory or said.signatory_post or order.profile)
