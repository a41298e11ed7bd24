"""Table of the kinds of papers, each with its builder: one for the window and the command line.

What a kind is built from stands in ``services/documents/<stem>_document.py``; how it is drawn in ``printing/papers``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.letter_lines import AddresseeLine
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import FORMS, OrderPart, PaperOrder, require_whole
from desktop_app.domain.errors import RuleBroken
from desktop_app.services.context import Context
from desktop_app.services.documents.agenda_pack_document import agenda_pack_paper
from desktop_app.services.documents.alignment_matrix_document import alignment_matrix_paper
from desktop_app.services.documents.attendance_sheet_document import attendance_sheet_paper
from desktop_app.services.documents.delivery_slip_document import delivery_slip_paper
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.history_document import history_paper
from desktop_app.services.documents.invitation_document import invitation_paper
from desktop_app.services.documents.letter_document import letter_paper
from desktop_app.services.documents.letters_register_document import letters_register_paper
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.documents.year_book_document import year_book_paper
from desktop_app.services.minutes.versions import version_in_force

Builder = Callable[[Context, PaperOrder], Paper[Any]]


def paper_of(context: Context, order: PaperOrder) -> Paper[Any]:
    """The paper of an order, set as the office wants its papers now; minutes that are final as it was wanted then.

    Raises ``RuleBroken``: ``meetings_none_yet``, ``paper_part_missing`` and what the kind itself refuses.
    """
    _require_meetings(context, order)
    require_whole(order)
    return BUILDERS[order.kind](context, order)


def _require_meetings(context: Context, order: PaperOrder) -> None:
    if order.meeting_id is not None or OrderPart.MEETING not in FORMS[order.kind].needs:
        return
    with context.read() as work:
        if not work.meetings.where():
            raise RuleBroken("meetings_none_yet", field="meeting_id")


def _minutes(context: Context, order: PaperOrder) -> Paper[Any]:
    """The minutes in force; the draft of a correction is printed where it is written."""
    meeting_id = _meeting(order)
    with context.read() as work:
        meeting = work.meetings.get(meeting_id)
        version = version_in_force(work, meeting_id)
    if version is None:
        raise RuleBroken("meeting_without_minutes", field="meeting_id", number=meeting.number or 0)
    return minutes_paper(context, version.id)


def _invitation(context: Context, order: PaperOrder) -> Paper[Any]:
    return invitation_paper(context, _meeting(order), order.said, only=order.only, answer_until=order.answer_until)


def _attendance_sheet(context: Context, order: PaperOrder) -> Paper[Any]:
    return attendance_sheet_paper(context, _meeting(order))


def _agenda_pack(context: Context, order: PaperOrder) -> Paper[Any]:
    return agenda_pack_paper(context, _meeting(order), order.said)


def _extract(context: Context, order: PaperOrder) -> Paper[Any]:
    wanted = {"resolution_id": order.resolution_id, "unit_id": order.unit_id}
    return extract_paper(context, _meeting(order), order.said, **wanted)


def _reminder(context: Context, order: PaperOrder) -> Paper[Any]:
    until = order.answer_until
    return reminder_paper(context, order.said, unit_id=order.unit_id, answer_until=until)


def _monthly_report(context: Context, order: PaperOrder) -> Paper[Any]:
    month = order.month
    assert month is not None, "an order without its month was let through"
    return monthly_report_paper(context, month.year, month.month)


def _alignment_matrix(context: Context, order: PaperOrder) -> Paper[Any]:
    return alignment_matrix_paper(context, every=order.every)


def _register(context: Context, order: PaperOrder) -> Paper[Any]:
    return register_paper(context, order.year)


def _year_book(context: Context, order: PaperOrder) -> Paper[Any]:
    assert order.year is not None, "an order without its year was let through"
    return year_book_paper(context, order.year)


def _history(context: Context, order: PaperOrder) -> Paper[Any]:
    return history_paper(context, order.record, order.year, order.query)


def _letters_register(context: Context, order: PaperOrder) -> Paper[Any]:
    return letters_register_paper(context, order.year, order.query)


def _delivery_slip(context: Context, order: PaperOrder) -> Paper[Any]:
    return delivery_slip_paper(context, order.sent_on, order.papers)


def _letter(context: Context, order: PaperOrder) -> Paper[Any]:
    to = AddresseeLine(name=order.to, post=order.to_post) if order.to else None
    return letter_paper(context, order.text, order.said, to=to)


def _meeting(order: PaperOrder) -> int:
    assert order.meeting_id is not None, "an order without its meeting was let through"
    return order.meeting_id


BUILDERS: Final[Mapping[PaperKind, Builder]] = {
    PaperKind.MINUTES: _minutes,
    PaperKind.INVITATION: _invitation,
    PaperKind.ATTENDANCE_SHEET: _attendance_sheet,
    PaperKind.AGENDA_PACK: _agenda_pack,
    PaperKind.EXTRACT: _extract,
    PaperKind.REMINDER: _reminder,
    PaperKind.MONTHLY_REPORT: _monthly_report,
    PaperKind.ALIGNMENT_MATRIX: _alignment_matrix,
    PaperKind.REGISTER: _register,
    PaperKind.YEAR_BOOK: _year_book,
    PaperKind.HISTORY: _history,
    PaperKind.LETTERS_REGISTER: _letters_register,
    PaperKind.DELIVERY_SLIP: _delivery_slip,
    PaperKind.LETTER: _letter,
}
"""How each kind is built."""
