"""Fields of the form of papers, by the part of an order and by the name that refusals know them by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.documents.paper_orders import OrderPart
from desktop_app.forms.papers_form import Ui_PapersForm
from desktop_app.widgets.fields.field import Field


def fields_by_part(ui: Ui_PapersForm) -> dict[OrderPart, Sequence[QWidget]]:
    """What shows for a part of an order."""
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
    """The fields by the name that refusals know them by."""
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
